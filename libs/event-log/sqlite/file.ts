/** The file of an embedded log: how it is made, recognised and opened, and what its failures mean. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DamagedLog, LogInUse, type Place } from '#event-log/port.js';

/** In the file's header, so that no other application's database is taken for a log. */
const APPLICATION_ID = 0x5ea71ed6;
/** Of the tables below; a file with a higher one was written by a newer Seatledger. */
const SCHEMA_VERSION = 1;
/** How long a commit waits for another process's: far beyond any commit, so that it ends only where one hangs. */
const BUSY_MS_MAX = 30_000;
/** How long others that have the file open are waited for by who wants it alone: for a command that is about to end. */
const IN_USE_MS_MAX = 500;
/** Pages kept in memory: filing heads touches pages all over the table `stream`, and should write each once. */
const CACHE_KIB_MAX = 32_000;

// No index by stream: keeping one in every commit writes a page for each stream that appends, which costs more than the
// events. Instead each event points to its stream's previous one, and `stream` is brought up to date now and then (heads.ts).
const SCHEMA = `
  CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    previous INTEGER NOT NULL, -- position of the stream's event before, 0 for none
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    actor TEXT NOT NULL,
    command_id TEXT NOT NULL,
    correlation_id TEXT NOT NULL,
    causation_id TEXT NOT NULL,
    effective_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    clock INTEGER NOT NULL, -- the latest recorded_at up to here
    reason TEXT,
    fingerprint TEXT,
    data TEXT NOT NULL,
    checksum INTEGER NOT NULL -- crc32 of all of the above
  ) STRICT;
  CREATE TABLE stream (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE filed (position INTEGER NOT NULL) STRICT; -- "stream" is right up to here
  INSERT INTO filed VALUES (0);
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

export interface FileOptions {
  /** Makes the file and its directories where it is missing. */
  readonly create: boolean;
  /** Keeps every other connection of any process out until the file is closed. */
  readonly alone?: boolean;
}

/**
 * @throws DamagedLog for a file that is not a log or not one that this version reads; it is left as it is
 * @throws LogInUse where it is wanted alone, and others have it open
 * @throws Error where it is missing and not to be made, or cannot be opened
 */
export function openFile(file: string, { create, alone = false }: FileOptions): DatabaseSync {
  if (!create && !existsSync(file)) throw new Error(`there is no ledger at ${file}`);
  let db: DatabaseSync | undefined;
  try {
    if (create) mkdirSync(dirname(resolve(file)), { recursive: true });
    db = new DatabaseSync(file, { timeout: alone ? IN_USE_MS_MAX : BUSY_MS_MAX });
    // Before the first read: a write-ahead log is then opened under the exclusive lock, which an idle connection denies.
    if (alone) db.exec('PRAGMA locking_mode = EXCLUSIVE');
    if (isFoundBlank(db, file)) {
      if (!create) throw new Error(`there is no ledger at ${file}: the file is empty`);
      initialise(db, file);
    }
    // fullfsync is what macOS needs for a flush that reaches the disk; elsewhere it means nothing.
    db.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
    db.exec(`PRAGMA cache_size = -${CACHE_KIB_MAX}`);
    return db;
  } catch (error) {
    db?.close();
    if (alone && sqliteCode(error) === BUSY) {
      throw new LogInUse(`${file} is in use by another process`, { cause: error });
    }
    throw explained(error, file, 'open');
  }
}

/** `isBlank`, of one state of the file: between two reads another process may make the log. */
function isFoundBlank(db: DatabaseSync, file: string): boolean {
  db.exec('BEGIN');
  try {
    return isBlank(db, file);
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK');
  }
}

/** True for a database that nobody has written to; false for a log of ours. Within a transaction. */
function isBlank(db: DatabaseSync, file: string): boolean {
  const number = (sql: string): number => Object.values(db.prepare(sql).get()!)[0] as number;
  const application = number('PRAGMA application_id');
  const version = number('PRAGMA user_version');
  if (application === 0 && version === 0 && number('SELECT count(*) FROM sqlite_schema') === 0) return true;
  if (application !== APPLICATION_ID)
    throw new DamagedLog(`${file} is not a Seatledger log but another application's database`);
  if (version > SCHEMA_VERSION) {
    throw new DamagedLog(
      `${file} was written by a newer Seatledger (schema ${version}, this one reads ${SCHEMA_VERSION})`,
    );
  }
  if (version < SCHEMA_VERSION) throw new DamagedLog(`${file} has schema ${version}, which no Seatledger ever wrote`);
  return false;
}

function initialise(db: DatabaseSync, file: string): void {
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have made it since; it cannot any more.
    if (isBlank(db, file)) db.exec(SCHEMA);
    db.exec('COMMIT');
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK');
  }
}

const NO_SUCH_TABLE_OR_COLUMN = 1;
const BUSY = 5;
const READONLY = 8;
const CORRUPT = 11;
const FULL = 13;
const NOT_A_DATABASE = 26;

/** What a failure of SQLite means for the log, naming the file; anything else is passed on as it is. */
export function explained(error: unknown, file: string, doing: string, place: Place = {}): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  const { message } = error as Error;
  const where = place.position === undefined ? file : `${file} at position ${place.position}`;
  switch (code) {
    case NOT_A_DATABASE:
      return new DamagedLog(`${file} is not a Seatledger log: ${message}`, place, { cause: error });
    case CORRUPT:
    case NO_SUCH_TABLE_OR_COLUMN:
      return new DamagedLog(`${where} is damaged (cannot ${doing}): ${message}`, place, { cause: error });
    case BUSY:
      return new Error(`cannot ${doing} ${file}: another process has held it for ${BUSY_MS_MAX} ms`, { cause: error });
    case READONLY:
      return new Error(`cannot ${doing} ${file}: it may not be written to`, { cause: error });
    case FULL:
      return new Error(`cannot ${doing} ${file}: the disk is full`, { cause: error });
    default:
      return new Error(`cannot ${doing} ${file}: ${message}`, { cause: error });
  }
}

/** SQLite's primary result code, or undefined for an error that is not about the file. */
function sqliteCode(error: unknown): number | undefined {
  const PRIMARY = 0xff;
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  // An integer that JavaScript cannot hold: none was written so.
  if (code === 'ERR_OUT_OF_RANGE') return CORRUPT;
  return typeof errcode === 'number' ? errcode & PRIMARY : undefined;
}
