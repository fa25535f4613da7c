/** What is filed of a stretch of the log, to be written in one transaction with how far the log was read: all of it, or none. */
import { type Checkpoint, type RememberedCommand, type Store, type StreamState } from '#read-model/store.js';

/** Separates the entries of a page's body; no entry has one inside. */
export const ENTRY_SEPARATOR = '\n';

export interface NewPage {
  readonly id: number;
  readonly timeline: number;
  readonly validFrom: number;
  readonly position: number;
  readonly isBase: boolean;
  readonly body: string;
}

export interface Pages {
  readonly timelines: readonly (readonly [id: number, key: string])[];
  readonly added: readonly NewPage[];
  /** Entries for pages that there are. */
  readonly extended: readonly (readonly [page: number, entries: string])[];
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

function writePages(store: Store, { timelines, added, extended }: Pages): void {
  const insertTimeline = store.prepare('INSERT INTO timeline (id, key) VALUES (?, ?)');
  for (const [id, key] of timelines) insertTimeline.run(id, key);
  const extend = store.prepare(`UPDATE page SET body = body || '${ENTRY_SEPARATOR}' || ? WHERE id = ?`);
  for (const [page, entries] of extended) extend.run(entries, page);
  const insertPage = store.prepare(
    'INSERT INTO page (id, timeline, valid_from, position, base, known_from, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { id, timeline, validFrom, position, isBase, body } of added) {
    insertPage.run(id, timeline, validFrom, position, Number(isBase), position, body);
  }
}
