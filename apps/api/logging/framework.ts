/** What the framework has to say goes to the service's log. */
import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

export function frameworkLogger(logger: Logger): LoggerService {
  const to =
    (level: 'debug' | 'warn' | 'error' | 'fatal') =>
    (message: unknown, ...more: unknown[]) => {
      const context = more.findLast((part) => typeof part === 'string');
      if (message instanceof Error) logger[level]({ context, err: message }, message.message);
      else logger[level]({ context }, String(message));
    };
  // Its lines on each route at a start are for whoever looks for something.
  return {
    log: to('debug'),
    debug: to('debug'),
    verbose: to('debug'),
    warn: to('warn'),
    error: to('error'),
    fatal: to('fatal'),
  };
}
