/**
 * The last event of the log and of each stream, as an append and a read need them.
 * The table `stream` holds the streams' heads up to the position in `filed`; those after it are known from the events
 * themselves, held in memory and filed together, in order of name, so that a busy stream is not rewritten in every commit.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel/instant.js';
import { DamagedLog } from '#event-log/port.js';
import { COLUMNS, fromRow, type Row } from '#event-log/sqlite/rows.js';

/** Streams whose heads are filed together: the more, the fewer pages are written for each. */
const STREAMS_UNFILED_MAX = 8_192;
/** Events after `filed`: what a process reads when it opens the log. */
const EVENTS_UNFILED_MAX = 16_384;
/** Filed heads kept in memory. */
const STREAMS_CACHED_MAX = 50_000;

export interface StreamHead {
  readonly position: number;
  readonly revision: number;
}

/** The last event of the log. */
export interface Head {
  /** 0 for an empty log. */
  readonly position: number;
  /** The latest `recordedAt` in the log; undefined for an empty one. */
  readonly recordedAt: Instant | undefined;
}

export interface Heads {
  /** Of the log, with what other processes have appended. */
  ofLog(): Head;
  /** Of the log, as it was last read or advanced. */
  readonly known: Head;
  /** Makes `of` know what other processes have appended. */
  catchUp(): void;
  /** @throws DamagedLog where what is filed does not fit the events */
  of(stream: string): StreamHead | undefined;
  /** Own events were inserted, up to this one. */
  advance(stream: string, head: StreamHead, clock: Instant): void;
  /** Inside a transaction: files the heads where it is time to. */
  fileIfDue(): void;
  /** After a rollback: what is in memory may not be in the log. */
  forget(): void;
}

const EMPTY: Head = { position: 0, recordedAt: undefined };

export function openHeads(db: DatabaseSync, file: string): Heads {
  const selectLast = db.prepare('SELECT max(position) FROM event');
  const selectEvent = db.prepare(`SELECT ${COLUMNS} FROM event WHERE position = ?`);
  const selectFiled = db.prepare('SELECT position FROM filed');
  const selectAfter = db.prepare('SELECT position, stream, revision FROM event WHERE position > ? ORDER BY position');
  const selectHead = db.prepare(
    `SELECT s.position, e.revision FROM stream s LEFT JOIN event e ON e.position = s.position AND e.stream = s.name
     WHERE s.name = ?`,
  );
  const fileHead = db.prepare(
    'INSERT INTO stream VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET position = excluded.position',
  );
  const fileUpTo = db.prepare('UPDATE filed SET position = ?');
  for (const select of [selectLast, selectEvent, selectFiled, selectAfter, selectHead]) select.setReturnArrays(true);

  let known = EMPTY;
  /** `unfiled` and `filed` are right up to here. */
  let caughtUpTo = 0;
  let filedUpTo = 0;
  let unfiled = new Map<string, StreamHead>();
  const filed = new Map<string, StreamHead>();

  function ofLog(): Head {
    const [last] = selectLast.get() as unknown as [number | null];
    const position = last ?? 0;
    if (position < known.position) throw missing(file, position + 1);
    if (position === known.position) return known;
    const { recordedAt } = fromRow(selectEvent.get(position) as unknown as Row, file);
    return (known = { position, recordedAt });
  }

  /** Inside a transaction, so that what is filed and what is read after it are of one moment. */
  function catchUpTo(last: number): void {
    [filedUpTo] = selectFiled.get() as unknown as [number];
    if (last < filedUpTo) throw missing(file, last + 1);
    if (filedUpTo > caughtUpTo) {
      // Another process has filed what is not known here yet: begin again from there.
      unfiled.clear();
      filed.clear();
      caughtUpTo = filedUpTo;
    }
    for (const row of selectAfter.iterate(caughtUpTo)) {
      const [position, stream, revision] = row as unknown as [number, string, number];
      if (position !== caughtUpTo + 1) throw missing(file, caughtUpTo + 1);
      unfiled.set(stream, { position, revision });
      caughtUpTo = position;
    }
  }

  function lookUp(stream: string): StreamHead | undefined {
    const row = selectHead.get(stream) as unknown as [number, number | null] | undefined;
    if (!row) return undefined;
    const [position, revision] = row;
    if (revision === null) {
      throw new DamagedLog(`${file} is damaged: the last event of ${stream} is not at position ${position}`, {
        stream,
        position,
      });
    }
    remember(stream, { position, revision });
    return { position, revision };
  }

  function remember(stream: string, head: StreamHead): void {
    filed.set(stream, head);
    if (filed.size > STREAMS_CACHED_MAX) filed.delete(filed.keys().next().value!);
  }

  return {
    ofLog,

    get known() {
      return known;
    },

    catchUp() {
      if (ofLog().position === caughtUpTo) return;
      if (db.isTransaction) return catchUpTo(ofLog().position);
      db.exec('BEGIN');
      try {
        catchUpTo(ofLog().position);
      } finally {
        db.exec('COMMIT');
      }
    },

    of: (stream) => unfiled.get(stream) ?? filed.get(stream) ?? lookUp(stream),

    advance(stream, head, clock) {
      unfiled.set(stream, head);
      known = { position: head.position, recordedAt: clock };
      caughtUpTo = head.position;
    },

    fileIfDue() {
      if (unfiled.size < STREAMS_UNFILED_MAX && known.position - filedUpTo < EVENTS_UNFILED_MAX) return;
      const names = [...unfiled.keys()].sort();
      for (const name of names) fileHead.run(name, unfiled.get(name)!.position);
      fileUpTo.run(known.position);
      for (const [stream, head] of unfiled) remember(stream, head);
      unfiled = new Map();
      filedUpTo = known.position;
    },

    forget() {
      known = EMPTY;
      caughtUpTo = 0;
      unfiled.clear();
      filed.clear();
    },
  };
}

function missing(file: string, position: number): DamagedLog {
  return new DamagedLog(`${file} is damaged: the event at position ${position} is missing`, { position });
}
