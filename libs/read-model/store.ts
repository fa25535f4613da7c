/**
 * The read model's file: timelines in pages, command ids and how far the log was read, in one SQLite database.
 * It is a cache of the log: losing the last transactions costs nothing but reading them again, so commits do not wait for the disk.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** What is filed and how; another version is built beside this one. */
export const READ_MODEL_VERSION = 3;

const APPLICATION_ID = 0x53_4c_52_4d;
const BUSY_TIMEOUT_MS = 60_000;
const CACHE_KIB = 64 * 1024;
/** Of the file that is read where the system's cache has it: a page that is not in ours costs no copy then. */
const MAPPED_BYTES_MAX = 2 ** 30;
/** The file name of a read model that lives as long as its process. */
export const IN_MEMORY = ':memory:';
/** Above every position: a page that is not superseded. */
export const STILL_KNOWN = Number.MAX_SAFE_INTEGER;

const SCHEMA = `
  CREATE TABLE checkpoint (id INTEGER PRIMARY KEY CHECK (id = 1), position INTEGER NOT NULL, recorded_at INTEGER,
    event_id TEXT);
  INSERT INTO checkpoint VALUES (1, 0, NULL, NULL);
  CREATE TABLE timeline (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
  CREATE TABLE page (
    id INTEGER PRIMARY KEY,
    timeline INTEGER NOT NULL REFERENCES timeline (id),
    valid_from INTEGER NOT NULL,
    position INTEGER NOT NULL,
    base INTEGER NOT NULL,
    known_from INTEGER NOT NULL,
    known_to INTEGER NOT NULL DEFAULT ${STILL_KNOWN},
    body TEXT NOT NULL
  );
  CREATE INDEX page_by_time ON page (timeline, valid_from, position, base);
  CREATE TABLE stream (
    name TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    valid_to INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE together (first INTEGER PRIMARY KEY, last INTEGER NOT NULL);
  CREATE TABLE completed (name TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE command (
    stream TEXT NOT NULL,
    command_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    events TEXT NOT NULL,
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (stream, command_id)
  ) WITHOUT ROWID;
`;

/** How far the log was read into the read model. */
export interface Checkpoint {
  readonly position: number;
  /** The log's clock there; null at position 0. */
  readonly recordedAt: number | null;
  /** Of the event there, by which the log is known again; null at position 0. */
  readonly eventId: string | null;
}

/** How far a stream was read. */
export interface StreamState {
  readonly revision: number;
  /** The latest `effectiveAt` of its events. */
  readonly lastEffectiveAt: number;
}

/** A command that was remembered: what it answered. */
export interface RememberedCommand {
  readonly fingerprint: string;
  /** Types of its events and how many of each, in order. */
  readonly events: readonly (readonly [type: string, count: number])[];
  /** Of its last event. */
  readonly position: number;
  /** Of its last event, in its stream. */
  readonly revision: number;
}

export interface Store {
  readonly file: string;
  prepare(sql: string): StatementSync;
  /** Runs `work` in a transaction that excludes every other writer. */
  write<T>(work: () => T): T;
  /** Runs `work` in such a transaction, and takes back whatever it wrote. */
  rehearse<T>(work: () => T): T;
  /** Runs `work` on one state of the file, whatever others commit meanwhile. */
  read<T>(work: () => T): T;
  checkpoint(): Checkpoint;
  saveCheckpoint(checkpoint: Checkpoint): void;
  stream(name: string): StreamState | undefined;
  /** Names of the streams that begin with a prefix, in code-unit order. */
  streams(prefix: string): string[];
  saveStream(name: string, state: StreamState): void;
  rememberCommand(stream: string, commandId: string, command: RememberedCommand): void;
  command(stream: string, commandId: string): RememberedCommand | undefined;
  /** Events that were filed as one: the read model has no state between the first and the last. */
  saveTogether(first: number, last: number): void;
  /** Whether a position is among such events, with more of them to come. */
  isBetween(position: number): boolean;
  /** Whether a piece of work that follows from the log was carried out to its end; a note that may be lost. */
  isCompleted(name: string): boolean;
  saveCompleted(name: string): void;
  close(): void;
}

/** Opens a read model, made where it is missing. `:memory:` keeps it in the process. */
export function openStore(file: string): Store {
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  db.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${CACHE_KIB}; PRAGMA mmap_size = ${MAPPED_BYTES_MAX}`,
  );
  create(db, file);

  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = db.prepare(sql)));
    return statement;
  };
  const transaction = <T>(begin: string, work: () => T): T => {
    if (db.isTransaction) return work();
    prepare(begin).run();
    try {
      const result = work();
      prepare('COMMIT').run();
      return result;
    } catch (error) {
      if (db.isTransaction) prepare('ROLLBACK').run();
      throw error;
    }
  };

  return {
    file,
    prepare,
    write: (work) => transaction('BEGIN IMMEDIATE', work),
    rehearse(work) {
      prepare('BEGIN IMMEDIATE').run();
      try {
        return work();
      } finally {
        if (db.isTransaction) prepare('ROLLBACK').run();
      }
    },
    read: (work) => transaction('BEGIN', work),
    checkpoint() {
      const row = prepare('SELECT position, recorded_at AS recordedAt, event_id AS eventId FROM checkpoint').get();
      return row as unknown as Checkpoint;
    },
    saveCheckpoint({ position, recordedAt, eventId }) {
      prepare('UPDATE checkpoint SET position = ?, recorded_at = ?, event_id = ?').run(position, recordedAt, eventId);
    },
    stream(name) {
      const row = prepare('SELECT revision, valid_to AS lastEffectiveAt FROM stream WHERE name = ?').get(name);
      return row as unknown as StreamState | undefined;
    },
    streams(prefix) {
      const sql = 'SELECT name FROM stream WHERE name >= ? AND name < ? ORDER BY name';
      const rows = prepare(sql).all(prefix, `${prefix}\uFFFF`) as unknown as { readonly name: string }[];
      return rows.map(({ name }) => name);
    },
    saveStream(name, { revision, lastEffectiveAt }) {
      prepare('INSERT OR REPLACE INTO stream (name, revision, valid_to) VALUES (?, ?, ?)').run(
        name,
        revision,
        lastEffectiveAt,
      );
    },
    rememberCommand(stream, commandId, { fingerprint, events, position, revision }) {
      const sql =
        'INSERT OR REPLACE INTO command (stream, command_id, fingerprint, events, position, revision) VALUES (?, ?, ?, ?, ?, ?)';
      prepare(sql).run(stream, commandId, fingerprint, JSON.stringify(events), position, revision);
    },
    command(stream, commandId) {
      const sql = 'SELECT fingerprint, events, position, revision FROM command WHERE stream = ? AND command_id = ?';
      const row = prepare(sql).get(stream, commandId) as
        { fingerprint: string; events: string; position: number; revision: number } | undefined;
      return row && { ...row, events: JSON.parse(row.events) as RememberedCommand['events'] };
    },
    saveTogether(first, last) {
      prepare('INSERT INTO together (first, last) VALUES (?, ?)').run(first, last);
    },
    isBetween(position) {
      const sql = 'SELECT last FROM together WHERE first <= ? ORDER BY first DESC LIMIT 1';
      const row = prepare(sql).get(position) as { readonly last: number } | undefined;
      return row !== undefined && position < row.last;
    },
    isCompleted: (name) => prepare('SELECT 1 FROM completed WHERE name = ?').get(name) !== undefined,
    saveCompleted(name) {
      prepare('INSERT OR IGNORE INTO completed (name) VALUES (?)').run(name);
    },
    close: () => db.close(),
  };
}

function create(db: DatabaseSync, file: string): void {
  const pragma = (name: string): unknown => Object.values(db.prepare(`PRAGMA ${name}`).get()!)[0];
  if (pragma('application_id') === APPLICATION_ID && pragma('user_version') === READ_MODEL_VERSION) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    const tables = db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
    if (tables.tables === 0) {
      db.exec(`${SCHEMA}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${READ_MODEL_VERSION}`);
    } else if (pragma('application_id') !== APPLICATION_ID || pragma('user_version') !== READ_MODEL_VERSION) {
      throw new Error(`${file} is not a read model of this version; delete it and run "seatledger rebuild"`);
    }
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
