/**
 * `seatledger run`: reads what is appended as it comes, starts phases when they are due, and says how far it has read. A server that is
 * gone is waited for; what is damaged is not read on.
 */
import { keepLedger } from '#application/keeping.js';
import { type ExitCode, SUCCEEDED } from '../failure.js';
import { type OnLedger, locationOf } from '../location.js';
import { printError, printJson } from '../output.js';
import { progress } from '../progress.js';

export async function run({ log, prefix }: OnLedger): Promise<ExitCode> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGTERM', onSignal);
  process.once('SIGINT', onSignal);
  try {
    const kept = await keepLedger(locationOf(log), {
      create: true,
      prefix,
      stopped: stop.signal,
      progress: await progress('Reading the log'),
      onPosition: (position) => printJson({ position }),
      onTrouble: printError,
    });
    await kept.ended;
    return SUCCEEDED;
  } finally {
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  }
}
