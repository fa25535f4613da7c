/**
 * Holds the read model in use against the log: it is rebuilt beside, from every event, and compared row by row at one position.
 * Neither the log nor the read model is written to, and others may go on with both.
 */
import { existsSync } from 'node:fs';
import type { EventLog } from '#event-log/port.js';
import { type Comparison, compareRows } from '#read-model/comparing.js';
import { generationsIn } from '#read-model/generations.js';
import { scratchIn } from '#read-model/scratch.js';
import { type Store, openStore } from '#read-model/store.js';
import { machineClock } from '#application/clock.js';
import { type OnProgress, follow } from '#application/follower.js';
import { LedgerUnavailable, openGeneration, openLog, readModelOf } from '#application/ledger.js';

export type VerifyStage = 'rebuilding' | 'comparing' | 'reading on';

export interface VerifyOptions {
  readonly prefix?: string | undefined;
  readonly onProgress?: (stage: VerifyStage, done: number, total: number) => void;
}

export interface Verified extends Comparison {
  /** Where the two were compared: how far the read model in use had read. */
  readonly position: number;
  /** The end of the log, which was read whole. */
  readonly head: number;
}

/** @throws DamagedLog, LedgerUnavailable where no read model is in use */
export async function verifyLedger(
  location: string,
  { prefix, onProgress = () => {} }: VerifyOptions = {},
): Promise<Verified> {
  const log = await openLog(location, { create: false, prefix });
  try {
    const directory = readModelOf(location, prefix);
    const live = openLive(directory);
    const scratch = scratchIn(directory, machineClock.now());
    try {
      const rebuilt = openStore(scratch.file);
      try {
        return await verify(log, live, rebuilt, onProgress);
      } finally {
        rebuilt.close();
      }
    } finally {
      scratch.remove();
      live.close();
    }
  } finally {
    await log.close();
  }
}

function openLive(directory: string): Store {
  const generation = generationsIn(directory).current();
  if (generation && existsSync(generation.file)) return openGeneration(generation);
  throw new LedgerUnavailable(
    'there is no read model of this version in use, so there is nothing to verify: whoever asks the ledger makes one, and so does "seatledger rebuild"',
  );
}

async function verify(
  log: EventLog,
  live: Store,
  rebuilt: Store,
  onProgress: NonNullable<VerifyOptions['onProgress']>,
): Promise<Verified> {
  const build = builder(log, rebuilt);
  const rebuilding: OnProgress = (done, total) => onProgress('rebuilding', done, total);
  // The long way first, so that the transaction that holds the read model still is a short one.
  await build(live.checkpoint().position, rebuilding);
  const compared = await standingStill(live, async () => {
    const { position } = live.checkpoint();
    await build(position, rebuilding);
    const comparison = compareRows(rebuilt, live, (done, total) => onProgress('comparing', done, total));
    return { ...comparison, position };
  });
  const head = await log.head();
  await build(head, (done, total) => onProgress('reading on', done, total));
  return { ...compared, head };
}

/** Reads the log into the store up to a position, or to its end where it ends before. */
function builder(log: EventLog, store: Store): (until: number, onProgress: OnProgress) => Promise<void> {
  let until = 0;
  const head: EventLog['head'] = async (known) => Math.min(until, await log.head(known));
  const follower = follow({ ...log, head }, store, machineClock);
  return async (position, onProgress) => {
    until = position;
    await follower.sync(onProgress);
  };
}

/** Whatever others write meanwhile, the store is read as it is now. */
async function standingStill<T>(store: Store, work: () => Promise<T>): Promise<T> {
  store.prepare('BEGIN').run();
  try {
    return await work();
  } finally {
    store.prepare('ROLLBACK').run();
  }
}
