/** `seatledger serve`: the ledger over HTTP, kept level with its log, until SIGTERM or SIGINT; what is in flight then is finished. */
import { join } from 'node:path';
import { KeyUnusable } from '#access/keys.js';
import { hasLedger, isEventStore, ownDirectoryOf } from '#application/ledger.js';
import { type Config, ConfigUnusable, configOf, settingsText } from '../../api/config.js';
import type { Service } from '../../api/service.js';
import { type ExitCode, Failure, SUCCEEDED } from '../failure.js';
import { type OnLedger, locationOf } from '../location.js';
import { printError, printJson } from '../output.js';
import { progress } from '../progress.js';

export interface ServeOptions extends OnLedger {
  readonly host?: string;
  readonly port?: string;
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** For the help. */
export function serviceVariables(): string {
  return `\nVariables, checked at the start, all at once:\n${settingsText()}\n`;
}

export interface Manner {
  /** What is to be said once it listens. */
  readonly onListening: (service: Service, config: Config) => Promise<void>;
  /** Where nothing else is configured. */
  readonly logLevel?: string;
}

const FOR_PROGRAMS: Manner = { onListening: async ({ url }) => printJson({ listening: url }) };

export async function serveCommand(options: ServeOptions, manner = FOR_PROGRAMS): Promise<ExitCode> {
  const location = locationOf(options.log);
  const config = configured(options, location, manner);
  if (!isEventStore(location) && !hasLedger(location)) printError(`Making an empty ledger in ${location}`);
  const service = await started(options, location, config);
  const signalled = firstSignal();
  try {
    if (service.notice !== undefined) printError(service.notice);
    await manner.onListening(service, config);
    printError(`listening on ${service.url}`);
    await Promise.race([signalled, service.ended]);
  } finally {
    await service.close();
  }
  return SUCCEEDED;
}

/** The second one finds no handler, and ends the process as signals do. */
function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    const onSignal = (): void => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
}

/** @throws Failure that tells all that is wrong */
function configured({ host, port }: ServeOptions, location: string, { logLevel }: Manner): Config {
  const env = { ...(logLevel !== undefined && { SEATLEDGER_LOG_LEVEL: logLevel }), ...process.env };
  try {
    return configOf(env, { '--host': host, '--port': port }, join(ownDirectoryOf(location), 'keys'));
  } catch (error) {
    throw error instanceof ConfigUnusable ? new Failure(error.message) : error;
  }
}

async function started({ prefix }: ServeOptions, location: string, config: Config): Promise<Service> {
  // It takes longer to load than any other command to end.
  const { serve } = await import('../../api/service.js');
  const reading = await progress('Reading the log');
  try {
    return await serve({ ...config, location, prefix, create: true, progress: reading, onTrouble: printError });
  } catch (error) {
    throw toldOf(error, config);
  }
}

function toldOf(error: unknown, { host, port }: Config): unknown {
  if (error instanceof KeyUnusable) return new Failure(error.message, { cause: error });
  const reason = CANNOT_LISTEN[String((error as NodeJS.ErrnoException).code)];
  if (reason === undefined) return error;
  return new Failure(`cannot listen on port ${port} of ${host}: ${reason}`, { cause: error });
}

const CANNOT_LISTEN: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'something listens there already; end it, or choose another with --port or SEATLEDGER_PORT (0: one that is free)',
  EACCES: 'this user may not; choose one from 1024 on with --port or SEATLEDGER_PORT',
  EADDRNOTAVAIL: 'it is no address of this machine; choose another with --host or SEATLEDGER_HOST',
  ENOTFOUND: 'no address is known for it; choose another with --host or SEATLEDGER_HOST',
};
