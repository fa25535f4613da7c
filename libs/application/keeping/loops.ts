/** The two loops of a ledger that is kept: one reads what is appended as it comes, one starts phases when they are due. */
import { machineClock } from '#application/clock.js';
import type { Ledger } from '#application/ledger.js';
import { type Doorbell, doorbell } from '#application/keeping/doorbell.js';
import type { Troubles } from '#application/keeping/troubles.js';
import { ClockAhead, LogUnavailable } from '#event-log/port.js';
import { INSTANT_MAX } from '#kernel/instant.js';

/** However quiet the log is: another machine's clock, a program announced meanwhile, a rebuilt read model. */
export const IDLE_MS_MAX = 1_000;

/** What the loops of one generation of the read model work with. */
export interface Loops {
  readonly ledger: Ledger;
  readonly troubles: Troubles;
  /** Reads the log to its end and tells how far it is. */
  readonly read: () => Promise<void>;
  readonly stopped: AbortSignal;
}

/** Until it is stopped, or a rebuild has put another read model in use. */
export async function keepGoing(loops: Loops): Promise<void> {
  const [reading, starting] = [doorbell(), doorbell()];
  const ring = (): void => [reading, starting].forEach((bell) => bell.ring());
  const leave = loops.ledger.log.subscribe(ring);
  const ended = new AbortController();
  const over = AbortSignal.any([loops.stopped, ended.signal]);
  over.addEventListener('abort', ring);
  const untilEither = (work: Promise<void>): Promise<void> => work.finally(() => ended.abort());
  try {
    // To start phases may take its time, and what is recorded meanwhile is read as it comes.
    const ways = [keepRead(loops, reading, over), keepStarted(loops, starting, over)];
    for (const way of await Promise.allSettled(ways.map(untilEither))) if (way.status === 'rejected') throw way.reason;
  } finally {
    leave();
  }
}

async function keepRead({ ledger, read }: Loops, bell: Doorbell, over: AbortSignal): Promise<void> {
  while (!over.aborted && ledger.isCurrent()) {
    await read();
    await bell.rung(IDLE_MS_MAX);
  }
}

async function keepStarted({ ledger, troubles }: Loops, bell: Doorbell, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await troubles.enduring('starting', () => startOwed(ledger, troubles));
    // What is owed and cannot be started now is not asked for without a pause.
    const isKept = troubles.has('starting') || troubles.has('clock');
    await bell.rung(isKept ? IDLE_MS_MAX : await untilDue(ledger));
  }
}

async function startOwed({ engine }: Ledger, troubles: Troubles): Promise<void> {
  try {
    await engine.scheduler.run();
    troubles.isOver('clock');
  } catch (error) {
    // What may not write can follow: others start the phases meanwhile.
    if (!(error instanceof ClockAhead)) throw error;
    troubles.tell('clock', error.message);
  }
}

/** Milliseconds until the next phase is due, or until it is time to look. */
async function untilDue({ engine }: Ledger): Promise<number> {
  try {
    const owed = await engine.scheduler.next(INSTANT_MAX);
    return owed ? Math.min(Math.max(owed.startsAt - machineClock.now(), 0), IDLE_MS_MAX) : IDLE_MS_MAX;
  } catch (error) {
    if (error instanceof LogUnavailable) return IDLE_MS_MAX;
    throw error;
  }
}
