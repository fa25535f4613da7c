/**
 * A ledger that is kept: what is appended is read as it comes, phases are started when they are due, a server that is gone is waited
 * for, and when a rebuild has put another read model in use, whoever works on the ledger goes over to it. What is damaged is not read on.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Observable } from 'rxjs';
import { type ChangesOptions, openChanges } from '#application/changes.js';
import type { Engine } from '#application/engine.js';
import type { OnProgress } from '#application/follower.js';
import { type Ledger, type LogOptions, openLedgerOn, openLog } from '#application/ledger.js';
import { openLag } from '#application/keeping/lag.js';
import { type Leased, leased } from '#application/keeping/leases.js';
import { IDLE_MS_MAX, keepGoing } from '#application/keeping/loops.js';
import { type Meter, measured } from '#application/keeping/meter.js';
import { openTroubles } from '#application/keeping/troubles.js';
import type { EventLog } from '#event-log/port.js';
import type { Story } from '#projections/history/history.js';

export interface KeepOptions extends Pick<LogOptions, 'create' | 'prefix'> {
  /** Ends it, as `close` does. */
  readonly stopped?: AbortSignal;
  /** Told while a read model is read for the first time; `end` when it is. */
  readonly progress?: { readonly update: OnProgress; readonly end: () => void };
  /** Told how far the log was read: first when its end was reached, then whenever that has moved. */
  readonly onPosition?: (position: number) => void;
  /** Told what is wrong for now, once each until it has passed. */
  readonly onTrouble?: (message: string) => void;
  readonly meter?: Meter | undefined;
}

/** How level a ledger is with its log, for whoever asks whether it is fit to serve. */
export interface KeptState {
  /** The last position read. */
  readonly position: number;
  /** How long the oldest of what is unread may have waited, in milliseconds; 0 where all that is known of is read. */
  readonly lagMs: number;
  /** What is wrong now, in words. */
  readonly troubles: readonly string[];
}

export interface KeptLedger {
  /**
   * Works on the engine of the read model in use, which stays open until the work has ended, whatever is put in use meanwhile.
   * @throws Error where the ledger is closed
   */
  use<T>(work: (engine: Engine, log: EventLog) => Promise<T>): Promise<T>;
  /** The account's changes, as `Changes.of` says. */
  changes(accountId: string, after: number, options?: ChangesOptions): Observable<Story>;
  state(): KeptState;
  /** Resolves when it is closed. Rejects with what has ended it and does not pass: DamagedLog, or a defect. */
  readonly ended: Promise<void>;
  /** Waits until all that is at work on the ledger has ended, then closes it. */
  close(): Promise<void>;
}

const NO_PROGRESS = { update: () => {}, end: () => {} };

/**
 * Opens the ledger and keeps it; it can be used at once, and is level with the log when `onPosition` is told.
 * @throws LedgerUnavailable, LogUnavailable, DamagedLog where it cannot be opened at first; later it is waited for
 */
export async function keepLedger(location: string, options: KeepOptions): Promise<KeptLedger> {
  const opened = await openLog(location, options);
  const log = options.meter ? measured(opened, options.meter) : opened;
  try {
    return keepOn(log, location, options, await openOn(log, location, options));
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** Generations of the read model come and go; the log stays open. */
async function openOn(log: EventLog, location: string, { prefix, progress }: KeepOptions): Promise<Leased> {
  try {
    return leased(
      await openLedgerOn({ ...log, close: async () => {} }, location, { prefix, onProgress: progress?.update }),
    );
  } finally {
    progress?.end();
  }
}

function keepOn(log: EventLog, location: string, options: KeepOptions, first: Leased): KeptLedger {
  const { progress = NO_PROGRESS, onPosition = () => {}, onTrouble = () => {} } = options;
  const troubles = openTroubles(onTrouble);
  const lag = openLag();
  const stop = new AbortController();
  const stopped = AbortSignal.any([stop.signal, ...(options.stopped ? [options.stopped] : [])]);
  let current = first;
  let retired: Promise<unknown> = Promise.resolve();
  let told: number | undefined;
  const changes = openChanges(log, (work) => current.use(work));

  const read = async ({ engine }: Ledger): Promise<void> => {
    const began = performance.now();
    await troubles.enduring('reading', () => engine.sync());
    if (troubles.has('reading')) return lag.begin();
    const waitedMs = lag.ms;
    lag.end(began);
    if (engine.position === told) return;
    // What was there before is no measure of how long what comes has to wait.
    if (told !== undefined) options.meter?.filed(waitedMs);
    told = engine.position;
    changes.ring();
    onPosition(told);
  };

  /** Those who work on the read model before finish on it; nobody has to wait until the next one is read. */
  const goOver = async (next: Leased): Promise<void> => {
    try {
      await troubles.enduring('reading', () => next.ledger.engine.sync(progress.update));
    } finally {
      progress.end();
      if (next !== current) retired = Promise.all([retired, current.retire()]);
      retired.catch(() => {});
      current = next;
      changes.ring();
    }
  };

  /** The ledger with the read model that is in use now; undefined where it was stopped meanwhile. */
  const reopened = async (): Promise<Leased | undefined> => {
    let next: Leased | undefined;
    while (!stopped.aborted && !next) {
      await troubles.enduring('reading', async () => void (next = await openOn(log, location, options)));
      if (!next) await sleep(IDLE_MS_MAX, undefined, { signal: stopped }).catch(() => {});
    }
    return next;
  };

  const keep = async (): Promise<void> => {
    const leave = log.subscribe(() => lag.begin());
    try {
      for (let next: Leased | undefined = first; next; next = await reopened()) {
        await goOver(next);
        const { ledger } = next;
        await keepGoing({ ledger, troubles, read: () => read(ledger), stopped });
      }
    } finally {
      leave();
      changes.close();
      await Promise.all([retired, current.retire()]);
      await log.close();
    }
  };

  const ended = keep();
  ended.catch(() => {});
  return {
    use: (work) => current.use(({ engine }) => work(engine, log)),
    changes: (accountId, after, taking) => changes.of(accountId, after, taking),
    state: () => ({ position: current.ledger.engine.position, lagMs: Math.round(lag.ms), troubles: troubles.messages }),
    ended,
    async close() {
      stop.abort();
      await ended.catch(() => {});
    },
  };
}
