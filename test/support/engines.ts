/** Engines that work at once: in one process on memory or on a file, or two on the same files as two processes would be. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standingClock, type StandingClock } from '#application/clock.js';
import { type Engine, openEngine } from '#application/engine.js';
import { memoryLog } from '#event-log/memory.js';
import type { EventLog } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { openStore, type Store } from '#read-model/store.js';
import { instant } from './ledger.js';

export interface Together {
  readonly engines: readonly Engine[];
  readonly stores: readonly Store[];
  readonly clock: StandingClock;
  /** Of the first. */
  readonly log: EventLog;
  /** The one whose turn it is. */
  readonly engine: (turn: number) => Engine;
  close(): Promise<void>;
}

export const WAYS = ['one engine on memory', 'one engine on a file', 'two engines on the same files'] as const;

export async function together(way: (typeof WAYS)[number], start = '2026-01-05T10:00:00Z'): Promise<Together> {
  const directory = mkdtempSync(join(tmpdir(), 'seatledger-together-'));
  const clock = standingClock(instant(start));
  const onMemory = way === 'one engine on memory';
  const count = way === 'two engines on the same files' ? 2 : 1;
  const logs: EventLog[] = [];
  const stores: Store[] = [];
  const engines: Engine[] = [];
  for (let each = 0; each < count; each += 1) {
    const log = onMemory ? memoryLog() : openSqliteLog(join(directory, 'ledger.db'), { create: true });
    const store = openStore(onMemory ? ':memory:' : join(directory, 'read-model.db'));
    logs.push(log);
    stores.push(store);
    engines.push(await openEngine({ log, store, clock }));
  }
  return {
    engines,
    stores,
    clock,
    log: logs[0]!,
    engine: (turn) => engines[turn % engines.length]!,
    async close() {
      for (const engine of engines) await engine.close();
      rmSync(directory, { recursive: true });
    },
  };
}
