/**
 * The embedded log: one SQLite file that any number of processes of one machine may share.
 * An acknowledged append is on disk; a process that is killed leaves whole appends and no obstacle.
 */
import type { DatabaseSync } from 'node:sqlite';
import { groupCommit } from '#event-log/group-commit.js';
import { listeners } from '#event-log/listeners.js';
import { assertAppendable, type EventLog } from '#event-log/port.js';
import { type FileOptions, explained, openFile } from '#event-log/sqlite/file.js';
import { openHeads, type StreamHead } from '#event-log/sqlite/heads.js';
import { sqliteReader, type Pages } from '#event-log/sqlite/read.js';
import { sqliteCommit } from '#event-log/sqlite/write.js';

/** How soon another process's appends are noticed by subscribers; this process's are told at once. */
export const POLL_MS = 100;

/**
 * @param file its directories are made where `create` is set
 * @throws DamagedLog for a file that is not a log, or not one that this version reads
 * @throws LogInUse where it is wanted alone, and others have it open
 * @throws Error where there is none and `create` is not set, or where it cannot be opened
 */
export function openSqliteLog(file: string, options: FileOptions): EventLog {
  const db = openFile(file, options);
  try {
    return logOn(db, file);
  } catch (error) {
    db.close();
    throw explained(error, file, 'open');
  }
}

function logOn(db: DatabaseSync, file: string): EventLog {
  const heads = openHeads(db, file);
  const read = sqliteReader(db, file);
  const commit = sqliteCommit(db, file, heads);
  const subscribers = listeners();
  let timer: NodeJS.Timeout | undefined;
  let toldUpTo = 0;

  const appends = groupCommit((group) => {
    const outcomes = commit(group);
    if (heads.known.position > toldUpTo) tell();
    return outcomes;
  });

  function assertOpen(): void {
    if (!db.isOpen) throw new Error(`${file} is closed`);
  }

  function asked<Answer>(ask: () => Answer): Answer {
    assertOpen();
    try {
      return ask();
    } catch (error) {
      throw explained(error, file, 'read');
    }
  }

  const head = (): number => asked(() => heads.ofLog().position);

  function headOf(stream: string): StreamHead | undefined {
    return asked(() => {
      heads.catchUp();
      return heads.of(stream);
    });
  }

  function tell(): void {
    toldUpTo = heads.known.position;
    subscribers.tell();
  }

  function poll(): void {
    try {
      if (head() > toldUpTo) tell();
    } catch {
      // Told as an advance: whoever reads meets the failure itself, where it can be reported.
      subscribers.tell();
    }
  }

  async function* streamPages(stream: string, fromRevision: number): Pages {
    const last = headOf(stream);
    if (last) yield* read.stream(stream, fromRevision, last);
  }

  return {
    async append(stream, expectedRevision, events) {
      assertOpen();
      assertAppendable(stream, events);
      return appends.submit({ stream, expectedRevision, events });
    },

    readStream: (stream, fromRevision = 0) => streamPages(stream, fromRevision),

    readAll: ({ position }, until = head()) => read.log(position, until),

    head: async () => head(),

    idAt: async (position) => asked(() => read.idAt(position)),

    subscribe(onAdvance) {
      if (!timer) toldUpTo = head();
      timer ??= setInterval(poll, POLL_MS).unref();
      const leave = subscribers.add(onAdvance);
      return () => {
        leave();
        if (subscribers.count > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },

    checkClock: async () => {},

    async close() {
      if (!db.isOpen) return;
      appends.drain();
      clearInterval(timer);
      db.close();
    },
  };
}
