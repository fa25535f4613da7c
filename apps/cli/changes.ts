/** An account's events as they are recorded, by a process that only reads: the log says that there is something new, and the account's history what it is. */
import { doorbell } from '#application/keeping/doorbell.js';
import type { Ledger } from '#application/ledger.js';
import { LogUnavailable } from '#event-log/port.js';
import type { Story } from '#projections/history/history.js';
import { printError } from './output.js';

/** However quiet the log is: a server that is back does not say so. */
const IDLE_MS_MAX = 1_000;

export async function* changesOf(
  ledger: Ledger,
  accountId: string,
  after: number,
  stopped: AbortSignal,
): AsyncGenerator<Story, void, undefined> {
  const bell = doorbell();
  const leave = ledger.log.subscribe(bell.ring);
  stopped.addEventListener('abort', bell.ring);
  const trouble = { message: '' };
  let told = after;
  try {
    while (!stopped.aborted) {
      const found = await enduring(trouble, () => since(ledger, accountId, told));
      if (found) {
        yield* found.events;
        told = found.position;
      }
      await bell.rung(IDLE_MS_MAX);
    }
  } finally {
    leave();
    stopped.removeEventListener('abort', bell.ring);
  }
}

interface Found {
  readonly events: readonly Story[];
  /** The last that was read. */
  readonly position: number;
}

/** Undefined where the log has not grown. */
async function since({ engine }: Ledger, accountId: string, told: number): Promise<Found | undefined> {
  await engine.sync();
  if (engine.position <= told) return undefined;
  const { events, position } = (await engine.ask('history', { accountId })) as Found;
  const fresh = events.filter((event) => event.position > told).sort((a, b) => a.position - b.position);
  return { events: fresh, position };
}

/** A log that cannot be reached is waited for; that is told once. */
async function enduring<T>(trouble: { message: string }, work: () => Promise<T>): Promise<T | undefined> {
  try {
    const done = await work();
    trouble.message = '';
    return done;
  } catch (error) {
    if (!(error instanceof LogUnavailable)) throw error;
    if (error.message !== trouble.message) printError(error.message);
    trouble.message = error.message;
    return undefined;
  }
}
