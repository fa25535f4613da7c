/** What the commands for auditors, billing jobs and support work on: a ledger that this machine can open, or a service that runs on one. */
import { openLedgerToFollow } from '#application/ledger.js';
import type { Access, Service, ServiceAccess } from './accessible.js';
import { changesOf } from './changes.js';
import { Failure } from './failure.js';
import { type OnLedger, locationOf } from './location.js';
import { progress } from './progress.js';

export type { Access } from './accessible.js';

export interface OnAccess extends OnLedger {
  /** Of a running service. */
  readonly url?: string;
  /** Bearer token for it. */
  readonly token?: string;
}

/**
 * The service that was meant, if one was: by `--url`, else, where no ledger was named, by SEATLEDGER_URL.
 * @throws Failure where a ledger was named beside it
 */
export function serviceOf({ url, token, log }: OnAccess): Service | undefined {
  if (url !== undefined && log !== undefined) {
    throw new Failure('--url names a running service and --log a ledger: give one of them');
  }
  const meant = url ?? (log === undefined ? process.env['SEATLEDGER_URL'] : undefined);
  if (!meant) return undefined;
  const bearer = token ?? process.env['SEATLEDGER_TOKEN'];
  return { url: meant, ...(bearer && { token: bearer }) };
}

/** @throws Failure where it is said who does it, which a service knows by the token */
export async function serviceAccess(
  options: OnAccess & { readonly actor?: string },
): Promise<ServiceAccess | undefined> {
  const service = serviceOf(options);
  if (!service) return undefined;
  if (options.actor !== undefined) {
    throw new Failure('a service knows by the token who does it: leave out --actor, or --url (SEATLEDGER_URL)');
  }
  // Nobody else needs to load it.
  const { onService } = await import('./service.js');
  return onService(service);
}

/** @param actor who does what is done here; a service knows that by the token */
export async function access(options: OnAccess & { readonly actor?: string }, actor = 'system'): Promise<Access> {
  const service = await serviceAccess(options);
  if (service) return service;
  const catchingUp = await progress('Reading the log');
  try {
    const ledger = await openLedgerToFollow(locationOf(options.log), {
      create: false,
      prefix: options.prefix,
      onProgress: catchingUp.update,
    });
    const { engine } = ledger;
    await engine.sync(catchingUp.update).catch(async (error: unknown) => {
      await engine.close();
      throw error;
    });
    let started: Promise<void> | undefined;
    return {
      ask: (answer, of) => engine.ask(answer, of),
      async do(command, body) {
        // What the scheduler owes comes first, as with `do` (SPEC §5); a service keeps that up by itself.
        started ??= engine.scheduler.run().catch((error: unknown) => {
          started = undefined;
          throw error;
        });
        await started;
        return engine.do(command, body, { actor });
      },
      changes: (accountId, after, stopped) => changesOf(ledger, accountId, after, stopped),
      close: () => engine.close(),
    };
  } finally {
    catchingUp.end();
  }
}
