/**
 * `seatledger run`: reads what is appended as it comes, starts phases when they are due, and says how far it has read. A server that is
 * gone is waited for; what is damaged is not read on.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { machineClock } from '#application/clock.js';
import { type Ledger, openLedgerToFollow } from '#application/ledger.js';
import { ClockAhead, LogUnavailable } from '#event-log/port.js';
import { INSTANT_MAX } from '#kernel/instant.js';
import { type ExitCode, SUCCEEDED } from '../failure.js';
import { type OnLedger, locationOf } from '../location.js';
import { printError, printJson } from '../output.js';
import { progress } from '../progress.js';

/** However quiet the log is: another machine's clock, a program announced meanwhile, a rebuilt read model. */
const IDLE_MS_MAX = 1_000;

export async function run(options: OnLedger): Promise<ExitCode> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGTERM', onSignal);
  process.once('SIGINT', onSignal);
  const told: Told = { position: undefined, troubles: new Map() };
  try {
    // A ledger that cannot be opened at first is the caller's to look at; later it is the server that is gone, as ever.
    await follow(options, told, stop.signal);
    while (!stop.signal.aborted) {
      await enduring(told, 'reading', () => follow(options, told, stop.signal));
      if (told.troubles.has('reading')) await sleep(IDLE_MS_MAX, undefined, { signal: stop.signal }).catch(() => {});
    }
    return SUCCEEDED;
  } finally {
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  }
}

type Trouble = 'reading' | 'starting' | 'clock';

interface Told {
  position: number | undefined;
  /** What is wrong for now, each told once. */
  readonly troubles: Map<Trouble, string>;
}

/** Until it is stopped, or a rebuild has put another read model in use. */
async function follow({ log, prefix }: OnLedger, told: Told, stop: AbortSignal): Promise<void> {
  const bar = await progress('Reading the log');
  const ledger = await openLedgerToFollow(locationOf(log), { create: true, prefix, onProgress: bar.update });
  const [reading, starting] = [doorbell(), doorbell()];
  const ring = (): void => [reading, starting].forEach((bell) => bell.ring());
  const leave = ledger.log.subscribe(ring);
  const ended = new AbortController();
  const over = AbortSignal.any([stop, ended.signal]);
  over.addEventListener('abort', ring);
  const untilEither = (work: Promise<void>): Promise<void> => work.finally(() => ended.abort());
  try {
    await enduring(told, 'reading', () => ledger.engine.sync(bar.update));
    bar.end();
    // To start phases may take its time, and what is recorded meanwhile is read as it comes.
    const ways = [keepRead(ledger, told, reading, over), keepStarted(ledger, told, starting, over)];
    for (const way of await Promise.allSettled(ways.map(untilEither))) if (way.status === 'rejected') throw way.reason;
  } finally {
    bar.end();
    leave();
    await ledger.engine.close();
  }
}

async function keepRead(ledger: Ledger, told: Told, bell: Doorbell, over: AbortSignal): Promise<void> {
  const { engine } = ledger;
  while (!over.aborted && ledger.isCurrent()) {
    await enduring(told, 'reading', () => engine.sync());
    if (!told.troubles.has('reading') && engine.position !== told.position) {
      told.position = engine.position;
      printJson({ position: engine.position });
    }
    await bell.rung(IDLE_MS_MAX);
  }
}

async function keepStarted(ledger: Ledger, told: Told, bell: Doorbell, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await enduring(told, 'starting', () => startOwed(ledger, told));
    // What is owed and cannot be started now is not asked for without a pause.
    const isKept = told.troubles.has('starting') || told.troubles.has('clock');
    await bell.rung(isKept ? IDLE_MS_MAX : await untilDue(ledger));
  }
}

async function startOwed({ engine }: Ledger, told: Told): Promise<void> {
  try {
    await engine.scheduler.run();
    told.troubles.delete('clock');
  } catch (error) {
    // What may not write can follow: others start the phases meanwhile.
    if (!(error instanceof ClockAhead)) throw error;
    tellOnce(told, 'clock', error.message);
  }
}

/** Goes on where the log cannot be reached: it is tried again as soon as it is asked for again. */
async function enduring(told: Told, what: Trouble, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    told.troubles.delete(what);
  } catch (error) {
    if (!(error instanceof LogUnavailable)) throw error;
    tellOnce(told, what, error.message);
  }
}

function tellOnce({ troubles }: Told, trouble: Trouble, message: string): void {
  if (![...troubles.values()].includes(message)) printError(message);
  troubles.set(trouble, message);
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

interface Doorbell {
  readonly ring: () => void;
  /** Resolves when it was rung since the last time, or after a while. */
  rung(waitMs: number): Promise<void>;
}

function doorbell(): Doorbell {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      isRung = true;
      wake?.();
    },
    async rung(waitMs) {
      let timer: NodeJS.Timeout | undefined;
      if (!isRung) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, waitMs);
        });
      }
      clearTimeout(timer);
      wake = undefined;
      isRung = false;
    },
  };
}
