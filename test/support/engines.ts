/** Engines that work at once: in one process on memory or on a file, or two as two processes or two machines would be. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standingClock, type StandingClock } from '#application/clock.js';
import { type Engine, openEngine } from '#application/engine.js';
import { openEventStoreLog } from '#event-log/eventstoredb.js';
import { memoryLog } from '#event-log/memory.js';
import type { EventLog } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { openStore, type Store } from '#read-model/store.js';
import { type TestServer, eventStoreForTests } from './eventstore-url.js';
import { instant } from './ledger.js';
import type { LogPlace } from './logs.js';

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

export const WAYS = [
  'one engine on memory',
  'one engine on a file',
  'two engines on the same files',
  'one engine on EventStoreDB',
  'two engines on EventStoreDB',
  'two machines on EventStoreDB',
] as const;
export type Way = (typeof WAYS)[number];

/** To be called where a file's tests are declared. */
export function rigsForTests(): (way: Way, start?: string) => Promise<Together> {
  const server = eventStoreForTests();
  return (way, start = '2026-01-05T10:00:00Z') => together(way, standingClock(instant(start)), server);
}

async function together(way: Way, clock: StandingClock, server: TestServer): Promise<Together> {
  const directory = mkdtempSync(join(tmpdir(), 'seatledger-together-'));
  const onMemory = way === 'one engine on memory';
  const prefix = server.freshPrefix();
  const openLog = (): EventLog | Promise<EventLog> => {
    if (isOnServer(way)) return openEventStoreLog(server.url, { prefix });
    return onMemory ? memoryLog() : openSqliteLog(join(directory, 'ledger.db'), { create: true });
  };
  const logs: EventLog[] = [];
  const stores: Store[] = [];
  const engines: Engine[] = [];
  for (let each = 0; each < (way.startsWith('two') ? 2 : 1); each += 1) {
    const log = await openLog();
    // A machine has a read model of its own, which its processes share.
    const file = join(directory, way.includes('machines') ? `read-model-${each}.db` : 'read-model.db');
    const store = openStore(onMemory ? ':memory:' : file);
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

function isOnServer(way: Way): boolean {
  return way.endsWith('on EventStoreDB');
}

/** How long a property searches in a way. */
export function placeOf(way: Way): LogPlace {
  return isOnServer(way) ? 'on EventStoreDB' : 'in memory';
}
