/**
 * A ledger at a location: a directory with the log (`ledger.db`) and its read model (`read-model/`), which is a cache of the log
 * in generations. Opening never appends to the log.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLog } from '#event-log/port.js';
import { memoryLog } from '#event-log/memory.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { type Generation, type Generations, generationsIn } from '#read-model/generations.js';
import { type Store, openStore } from '#read-model/store.js';
import { type Clock, machineClock } from '#application/clock.js';
import { type Engine, openEngine } from '#application/engine.js';
import type { OnProgress } from '#application/follower.js';

/** A location that holds no ledger, or none that can be opened; the message says what to type. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable';
}

export interface OpenOptions {
  /** Makes a ledger where there is none. */
  readonly create: boolean;
  readonly clock?: Clock;
  /** Told while a read model of this version is built, which an upgrade asks for. */
  readonly onProgress?: OnProgress;
}

export interface Ledger {
  readonly engine: Engine;
  readonly log: EventLog;
  /** False once a rebuild has put another generation of the read model in use: open the ledger again to follow it. */
  isCurrent(): boolean;
}

/** @throws LedgerUnavailable, DamagedLog */
export async function openLedger(location: string, options: OpenOptions): Promise<Engine> {
  return (await openLedgerToFollow(location, options)).engine;
}

/** The ledger with its log, for whoever stays and follows it. */
export async function openLedgerToFollow(location: string, options: OpenOptions): Promise<Ledger> {
  const { clock = machineClock, create, onProgress } = options;
  const log = openLog(location, create);
  try {
    const generations = generationsIn(readModelOf(location));
    const generation = generations.current() ?? generations.next();
    // The first read model is in use at once and catches up as it is asked; an upgrade keeps the old one in use meanwhile.
    if (!generations.isInUse) generations.use(generation);
    const engine = await openEngine({ log, store: openGeneration(generation), clock });
    if (!isInUse(generations, generation)) {
      await engine.sync(onProgress);
      generations.use(generation);
    }
    return { engine, log, isCurrent: () => isInUse(generations, generation) };
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** A ledger that is gone with the process, for scenarios. */
export function openMemoryLedger(clock: Clock): Promise<Engine> {
  return openEngine({ log: memoryLog(), store: openStore(':memory:'), clock });
}

/**
 * Builds the read model anew from the log, beside the one in use, and puts it in use once it has caught up. One that was
 * left half built is gone on with.
 * @returns the last position read
 * @throws LedgerUnavailable, DamagedLog
 */
export async function rebuildLedger(location: string, onProgress?: OnProgress): Promise<number> {
  const log = openLog(location, false);
  const generations = generationsIn(readModelOf(location));
  const head = await log.head();
  const { generation, store } = openNext(generations, head);
  const engine = await openEngine({ log, store });
  try {
    await engine.sync(onProgress);
    generations.use(generation);
    return engine.position;
  } finally {
    await engine.close();
    if (isInUse(generations, generation)) generations.removeOlder(generation);
  }
}

/** Whether a location has no events and nothing that is not a ledger's. */
export async function isVacant(location: string): Promise<boolean> {
  if (!existsSync(location)) return true;
  if (!statSync(location).isDirectory()) return false;
  if (readdirSync(location).length === 0) return true;
  if (!hasLedger(location)) return false;
  const log = openSqliteLog(logFileOf(location), { create: true });
  try {
    return (await log.head()) === 0;
  } finally {
    await log.close();
  }
}

export function hasLedger(location: string): boolean {
  return existsSync(logFileOf(location));
}

function openLog(location: string, create: boolean): EventLog {
  if (isEventStore(location)) {
    throw new LedgerUnavailable(
      `${location}: the EventStoreDB adapter is not part of this version yet; give --log a directory`,
    );
  }
  if (!create && !hasLedger(location)) {
    throw new LedgerUnavailable(
      `there is no ledger at ${location}: "npm start" makes one with a sample history in ./data, "seatledger do" an empty one, --log names another directory`,
    );
  }
  return openSqliteLog(logFileOf(location), { create });
}

export function isEventStore(location: string): boolean {
  return /^esdb(\+discover)?:\/\//.test(location);
}

function logFileOf(location: string): string {
  return join(location, 'ledger.db');
}

function readModelOf(location: string): string {
  return join(location, 'read-model');
}

function isInUse(generations: Generations, { number }: Generation): boolean {
  return generations.current()?.number === number;
}

function openGeneration({ file }: Generation): Store {
  try {
    return openStore(file);
  } catch (error) {
    throw new LedgerUnavailable(
      `cannot open the read model ${file}; "seatledger rebuild" builds it anew: ${String(error)}`,
      {
        cause: error,
      },
    );
  }
}

/** The generation to build: a half-built one is of use where it opens and has read no further than this log goes. */
function openNext(generations: Generations, head: number): { readonly generation: Generation; readonly store: Store } {
  const generation = generations.next();
  try {
    const store = openStore(generation.file);
    if (store.checkpoint().position <= head) return { generation, store };
    store.close();
  } catch {
    // Whatever is wrong with a half-built cache, the next one is built without it.
  }
  const fresh = generations.after(generation);
  return { generation: fresh, store: openStore(fresh.file) };
}
