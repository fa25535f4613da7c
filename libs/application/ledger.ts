/**
 * A ledger at a location: a directory with the log (`ledger.db`) and its read model (`read-model/`), or an EventStoreDB with the log
 * and a directory of this machine with its read model, which is a cache of the log in generations. Opening never appends to the log.
 */
import { hash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLog } from '#event-log/port.js';
import { memoryLog } from '#event-log/memory.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { DEFAULT_PREFIX } from '#event-log/prefix.js';
import { shownOf } from '#event-log/shown.js';
import { type Generation, type Generations, generationsIn } from '#read-model/generations.js';
import { IN_MEMORY, type Store, openStore } from '#read-model/store.js';
import { type Clock, machineClock } from '#application/clock.js';
import { type Engine, openEngine } from '#application/engine.js';
import type { OnProgress } from '#application/follower.js';

/** Where the read models of ledgers on servers are, unless SEATLEDGER_READ_MODELS says. */
const READ_MODELS = 'read-models';
const NAME_LENGTH_MAX = 80;
const URL_OF_OTHERS = /^[A-Za-z][\w+.-]*:\/\//;

/** A location that holds no ledger, or none that can be opened; the message says what to type. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable';
}

/** What finds a log at a location, beside the location. */
export interface LogOptions {
  /** Makes a ledger where there is none. */
  readonly create: boolean;
  /** On EventStoreDB, what the names of the log's streams begin with, before a slash. */
  readonly prefix?: string | undefined;
  /** Keeps others out of a directory's log; who has a server's open cannot be known. */
  readonly alone?: boolean;
}

export interface OpenOptions extends LogOptions {
  readonly clock?: Clock;
  /** Told while a read model of this version is built, which an upgrade asks for. */
  readonly onProgress?: OnProgress | undefined;
}

export interface Ledger {
  readonly engine: Engine;
  readonly log: EventLog;
  /** The read model that the engine works on. */
  readonly store: Store;
  /** False once a rebuild has put another generation of the read model in use: open the ledger again to follow it. */
  isCurrent(): boolean;
}

/** @throws LedgerUnavailable, DamagedLog */
export async function openLedger(location: string, options: OpenOptions): Promise<Engine> {
  return (await openLedgerToFollow(location, options)).engine;
}

/** The ledger with its log, for whoever stays and follows it. */
export async function openLedgerToFollow(location: string, options: OpenOptions): Promise<Ledger> {
  return openLedgerOn(await openLog(location, options), location, options);
}

/** The ledger of a location on its log, which is open already and is taken over. */
export async function openLedgerOn(
  log: EventLog,
  location: string,
  { clock = machineClock, onProgress, prefix }: Omit<OpenOptions, keyof LogOptions> & Pick<LogOptions, 'prefix'>,
): Promise<Ledger> {
  try {
    const generations = generationsIn(readModelOf(location, prefix));
    const generation = generations.current() ?? generations.next();
    // The first read model is in use at once and catches up as it is asked; an upgrade keeps the old one in use meanwhile.
    if (!generations.isInUse) generations.use(generation);
    const store = openGeneration(generation);
    const engine = await openEngine({ log, store, clock });
    if (!isInUse(generations, generation)) {
      await engine.sync(onProgress);
      generations.use(generation);
    }
    return { engine, log, store, isCurrent: () => isInUse(generations, generation) };
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** A ledger that is gone with the process, for scenarios. */
export function openMemoryLedger(clock: Clock): Promise<Engine> {
  return openEngine({ log: memoryLog(), store: openStore(IN_MEMORY), clock });
}

/** A ledger whose read model is gone with the process: for a log that is written once. */
export async function openForOnce(location: string, options: LogOptions & { readonly clock: Clock }): Promise<Engine> {
  return openEngine({ log: await openLog(location, options), store: openStore(IN_MEMORY), clock: options.clock });
}

/**
 * Builds the read model anew from the log, beside the one in use, and puts it in use once it has caught up. One that was
 * left half built is gone on with.
 * @returns the last position read
 * @throws LedgerUnavailable, DamagedLog
 */
export async function rebuildLedger(
  location: string,
  { prefix, onProgress }: Pick<OpenOptions, 'prefix' | 'onProgress'> = {},
): Promise<number> {
  const log = await openLog(location, { create: false, prefix });
  const generations = generationsIn(readModelOf(location, prefix));
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
export async function isVacant(location: string, prefix?: string): Promise<boolean> {
  if (isEventStore(location)) return isEmpty(await openLog(location, { create: true, prefix }));
  if (!existsSync(location)) return true;
  if (!statSync(location).isDirectory()) return false;
  if (readdirSync(location).length === 0) return true;
  if (!hasLedger(location)) return false;
  return isEmpty(openSqliteLog(logFileOf(location), { create: true }));
}

async function isEmpty(log: EventLog): Promise<boolean> {
  try {
    return (await log.head()) === 0;
  } finally {
    await log.close();
  }
}

export function hasLedger(location: string): boolean {
  return existsSync(logFileOf(location));
}

/** @throws LedgerUnavailable where there is no ledger and none is to be made; LogUnavailable where a server cannot be reached; LogInUse */
export async function openLog(location: string, { create, prefix, alone = false }: LogOptions): Promise<EventLog> {
  if (isEventStore(location)) return openServerLog(location, create, prefix);
  if (URL_OF_OTHERS.test(location)) {
    throw new LedgerUnavailable(
      `${shownOf(location)} is no place of a ledger: expected a directory, esdb:// or esdb+discover://`,
    );
  }
  if (!create && !hasLedger(location)) {
    throw new LedgerUnavailable(
      `there is no ledger at ${location}: "npm start" makes one with a sample history in ./data, "seatledger do" an empty one, --log names another directory`,
    );
  }
  return openSqliteLog(logFileOf(location), { create, alone });
}

async function openServerLog(url: string, create: boolean, prefix: string | undefined): Promise<EventLog> {
  // Its client takes longer to load than an embedded ledger to answer.
  const { openEventStoreLog } = await import('#event-log/eventstoredb.js');
  const log = await openEventStoreLog(url, prefix === undefined ? {} : { prefix });
  if (create || (await log.head()) > 0) return log;
  await log.close();
  throw new LedgerUnavailable(
    `there is no ledger at ${shownOf(url)} under the prefix ${prefix ?? DEFAULT_PREFIX}: "seatledger do" makes one, "npm start -- --sample" one with a sample history, --prefix names another one`,
  );
}

export function isEventStore(location: string): boolean {
  return /^esdb(\+discover)?:\/\//.test(location);
}

function logFileOf(location: string): string {
  return join(location, 'ledger.db');
}

/** What this machine keeps of a ledger for itself is in there: the directory of an embedded one, and one of this machine beside a server's. */
export function ownDirectoryOf(location: string): string {
  return isEventStore(location) ? (process.env['SEATLEDGER_READ_MODELS'] ?? READ_MODELS) : location;
}

export function readModelOf(location: string, prefix: string = DEFAULT_PREFIX): string {
  if (!isEventStore(location)) return join(location, 'read-model');
  // The name says whose it is to a person; the hash, to this program, whatever a file system makes of the name.
  const name = `${shownOf(location)}-${prefix}`
    .replace(/^.*:\/\//, '')
    .replace(/[^A-Za-z0-9.-]+/g, '_')
    .slice(0, NAME_LENGTH_MAX);
  return join(ownDirectoryOf(location), `${name}-${hash('sha256', `${serverOf(location)} ${prefix}`).slice(0, 8)}`);
}

/** The server of a connection string, whoever connects and how. */
function serverOf(url: string): string {
  return url.replace(/^([^:]+:\/\/)(?:[^@/?]*@)?([^/?]*).*$/, '$1$2');
}

function isInUse(generations: Generations, { number }: Generation): boolean {
  return generations.current()?.number === number;
}

export function openGeneration({ file }: Generation): Store {
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
