/** An account's events as they are recorded, by a process that only reads: nothing is started here, and a log that is gone is waited for. */
import { openFeed } from '#application/changes/feed.js';
import { doorbell } from '#application/keeping/doorbell.js';
import type { Ledger } from '#application/ledger.js';
import { LogUnavailable } from '#event-log/port.js';
import type { Story } from '#projections/history/history.js';
import { printError } from './output.js';

/** However quiet the log is: a server that is back does not say so. */
const IDLE_MS_MAX = 1_000;

/** The events after a position, each once, in the order of the log. */
export async function* changesOf(
  ledger: Ledger,
  accountId: string,
  after: number,
  stopped: AbortSignal,
): AsyncGenerator<Story, void, undefined> {
  const feed = openFeed(accountId, ledger.log, (work) => work(ledger));
  feed.follow(1);
  const bell = doorbell();
  const leave = ledger.log.subscribe(bell.ring);
  stopped.addEventListener('abort', bell.ring);
  const enduring = patience();
  let next: number | undefined;
  const read = async (): Promise<readonly Story[]> => {
    await ledger.engine.sync();
    next ??= await feed.revisionFor(after);
    return feed.page(next);
  };
  try {
    while (!stopped.aborted) {
      const page = (await enduring(read)) ?? [];
      for (const story of page) if (story.position > after) yield story;
      if (page.length === 0) await bell.rung(IDLE_MS_MAX);
      else next! += page.length;
    }
  } finally {
    leave();
    stopped.removeEventListener('abort', bell.ring);
    feed.follow(-1);
  }
}

/** Undefined where the log cannot be reached for now, which is told once. */
function patience(): <T>(work: () => Promise<T>) => Promise<T | undefined> {
  let told = '';
  return async (work) => {
    try {
      const done = await work();
      told = '';
      return done;
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      if (error.message !== told) printError(error.message);
      told = error.message;
      return undefined;
    }
  };
}
