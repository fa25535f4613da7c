/** One transaction for a group of appends: each is judged on its own, all become durable together. */
import type { DatabaseSync } from 'node:sqlite';
import { later } from '#kernel/instant.js';
import type { AppendRequest, Outcome } from '#event-log/group-commit.js';
import { NO_STREAM, RevisionConflict } from '#event-log/port.js';
import { explained } from '#event-log/sqlite/file.js';
import type { Heads } from '#event-log/sqlite/heads.js';
import { COLUMNS, toRow } from '#event-log/sqlite/rows.js';

export type Commit = (group: readonly AppendRequest[]) => readonly Outcome[];

export function sqliteCommit(db: DatabaseSync, file: string, heads: Heads): Commit {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const insert = db.prepare(`INSERT INTO event (${COLUMNS}) VALUES (${COLUMNS.replace(/\w+/g, '?')})`);

  function append({ stream, expectedRevision, events }: AppendRequest): Outcome {
    const head = heads.of(stream);
    let revision = head?.revision ?? NO_STREAM;
    if (revision !== expectedRevision) return { error: new RevisionConflict(stream, expectedRevision, revision) };
    let previous = head?.position ?? 0;
    let { position, recordedAt: clock = events[0]!.metadata.recordedAt } = heads.known;
    for (const event of events) {
      position++;
      revision++;
      clock = later(clock, event.metadata.recordedAt);
      insert.run(...toRow(event, { position, stream, revision, previous, clock }));
      previous = position;
    }
    heads.advance(stream, { position, revision }, clock);
    return { revision, position };
  }

  function inTransaction(group: readonly AppendRequest[]): readonly Outcome[] {
    try {
      heads.catchUp();
      const outcomes = group.map(append);
      heads.fileIfDue();
      commit.run();
      return outcomes;
    } catch (error) {
      if (db.isTransaction) rollback.run();
      heads.forget();
      throw error;
    }
  }

  function begun(): void {
    try {
      begin.run();
    } catch (error) {
      throw explained(error, file, 'append to');
    }
  }

  function alone(request: AppendRequest): Outcome {
    try {
      begun();
      return inTransaction([request])[0]!;
    } catch (error) {
      return { error: explained(error, file, 'append to') };
    }
  }

  return (group) => {
    begun();
    try {
      return inTransaction(group);
    } catch (error) {
      if (group.length === 1) throw explained(error, file, 'append to');
      // One append that does not fit on the disk, or whose stream is damaged, must not fail the others.
      return group.map(alone);
    }
  };
}
