/** What is filed of a stretch of the log, to be written in one transaction with how far the log was read: all of it, or none. */
import { ENTRY_SEPARATOR, textOf } from '#read-model/arena.js';
import { type Checkpoint, type RememberedCommand, type Store, type StreamState } from '#read-model/store.js';

export interface NewPage {
  readonly id: number;
  readonly timeline: number;
  readonly validFrom: number;
  readonly position: number;
  /** Where its lines are among the batch's; of a base, its text. */
  readonly body: readonly number[] | string;
}

export interface Pages {
  /** The text of the entries, as UTF-8. */
  readonly lines: Uint8Array;
  readonly timelines: readonly (readonly [id: number, key: string])[];
  readonly added: readonly NewPage[];
  /** Entries for pages that there are. */
  readonly extended: readonly (readonly [page: number, entries: readonly number[]])[];
}

export interface Batch extends Pages {
  /** The position that the read model must be at; where another process was faster, nothing is written. */
  readonly after: number;
  readonly checkpoint: Checkpoint;
  readonly streams: readonly (readonly [name: string, state: StreamState])[];
  readonly commands: readonly (readonly [stream: string, commandId: string, command: RememberedCommand])[];
}

/** @returns false where the read model is not at the batch's `after` */
export function writeBatch(store: Store, batch: Batch): boolean {
  return store.write(() => {
    if (store.checkpoint().position !== batch.after) return false;
    writePages(store, batch);
    for (const [name, state] of batch.streams) store.saveStream(name, state);
    for (const [stream, commandId, command] of batch.commands) store.rememberCommand(stream, commandId, command);
    store.saveCheckpoint(batch.checkpoint);
    return true;
  });
}

function writePages(store: Store, { lines, timelines, added, extended }: Pages): void {
  const insertTimeline = store.prepare('INSERT INTO timeline (id, key) VALUES (?, ?)');
  for (const [id, key] of timelines) insertTimeline.run(id, key);
  const extend = store.prepare(`UPDATE page SET body = body || '${ENTRY_SEPARATOR}' || ? WHERE id = ?`);
  for (const [page, entries] of extended) extend.run(textOf(lines, entries), page);
  const insertPage = store.prepare(
    'INSERT INTO page (id, timeline, valid_from, position, base, known_from, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { id, timeline, validFrom, position, body } of added) {
    const isBase = typeof body === 'string';
    insertPage.run(id, timeline, validFrom, position, Number(isBase), position, isBase ? body : textOf(lines, body));
  }
}
