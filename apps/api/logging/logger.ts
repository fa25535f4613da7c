/** The service's log: lines of JSON on stdout, of what the service did and never of what was in it. */
import { type FastifyServerOptions, LogController } from 'fastify';
import { type Logger, destination, pino } from 'pino';
import type { LogLevel } from './levels.js';

const STDOUT = 1;

/** @param out where to write, if not to stdout */
export function openLogger(level: LogLevel, out: { write(line: string): void } = stdout()): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (name) => ({ level: name }) } },
    out,
  );
}

/** Written soon and not at once: a request does not wait for whoever reads the log. */
function stdout(): ReturnType<typeof destination> {
  return destination({ dest: STDOUT, sync: false });
}

/** What makes the server log there; its lines on each request are left to requests.ts. */
export function loggingTo(logger: Logger | undefined): FastifyServerOptions {
  if (!logger) return {};
  return {
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
  };
}
