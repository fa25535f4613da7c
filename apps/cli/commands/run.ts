/**
 * `seatledger run`: reads what is appended as it comes, starts phases when they are due, and says how far it has read. A server that is
 * gone is waited for; what is damaged is not read on.
 */
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
    while (!stop.signal.aborted) await follow(options, told, stop.signal);
    return SUCCEEDED;
  } finally {
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  }
}

type Trouble = 'log' | 'clock';

interface Told {
  position: number | undefined;
  /** What is wrong for now, each told once. */
  readonly troubles: Map<Trouble, string>;
}

/** Until it is stopped, or a rebuild has put another read model in use. */
async function follow({ log, prefix }: OnLedger, told: Told, stop: AbortSignal): Promise<void> {
  const bar = await progress('Reading the log');
  const ledger = await openLedgerToFollow(locationOf(log), { create: true, prefix, onProgress: bar.update });
  const bell = doorbell();
  const leave = ledger.log.subscribe(bell.ring);
  stop.addEventListener('abort', bell.ring);
  try {
    await enduring(told, () => ledger.engine.sync(bar.update));
    bar.end();
    while (!stop.aborted && ledger.isCurrent()) {
      await enduring(told, () => catchUp(ledger, told));
      await bell.rung(await untilDue(ledger));
    }
  } finally {
    bar.end();
    stop.removeEventListener('abort', bell.ring);
    leave();
    await ledger.engine.close();
  }
}

async function catchUp({ engine }: Ledger, told: Told): Promise<void> {
  try {
    await engine.scheduler.run();
    told.troubles.delete('clock');
  } catch (error) {
    // What may not write can follow: others start the phases meanwhile.
    if (!(error instanceof ClockAhead)) throw error;
    tellOnce(told, 'clock', error.message);
  }
  await engine.sync();
  if (engine.position === told.position) return;
  told.position = engine.position;
  printJson({ position: engine.position });
}

/** Goes on where the log cannot be reached: it is tried again as soon as it is asked for again. */
async function enduring(told: Told, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    told.troubles.delete('log');
  } catch (error) {
    if (!(error instanceof LogUnavailable)) throw error;
    tellOnce(told, 'log', error.message);
  }
}

function tellOnce({ troubles }: Told, trouble: Trouble, message: string): void {
  if (troubles.get(trouble) !== message) printError(message);
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
