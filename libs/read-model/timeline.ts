/**
 * Timelines: entries in the fold's order, filed in pages, every so often with a base (what the entries so far amount to), so that
 * how things stood at any instant, as known at any position, is one base and a few entries, however long the history.
 * A late fact never changes a page: it supersedes the pages that now differ, from its position on.
 */
import type { Instant } from '#kernel/instant.js';
import { openArena } from '#read-model/arena.js';
import { STILL_KNOWN, type Store } from '#read-model/store.js';

/** Entries a page holds at most. */
export const PAGE_ENTRIES_MAX = 32;
/** Entries between two bases at least; more where the base itself is larger, so that bases never outweigh entries. */
const BASE_ENTRIES_MIN = 64;

/** Separates the entries of a page's body; no entry has one inside. */
export const ENTRY_SEPARATOR = '\n';

/** A line: the JSON text of an array that begins with [effectiveAt, position]. */
export interface NewEntry {
  readonly effectiveAt: Instant;
  readonly position: number;
  readonly text: string;
}

/** What a timeline's entries amount to, for its bases. */
export interface Summary {
  /** About how many entries the base is as large as. */
  readonly size: () => number;
  /** JSON text. */
  readonly base: () => string;
}

/** Where a timeline goes on: its open page and how far the last base is behind. */
export interface Tail {
  readonly key: string;
  timeline: number | undefined;
  /** The row of the open page; undefined while that is only pending. */
  row: number | undefined;
  validFrom: Instant;
  position: number;
  entries: number;
  sinceBase: number;
  /** Where in the writer's arena the entries of the open page are that are not written yet. */
  pending: number[];
}

export interface Page {
  readonly validFrom: Instant;
  readonly position: number;
  readonly isBase: boolean;
  readonly body: string;
}

/** A page to be added, or entries to be added to one: where its body is in the arena, or for a base the body itself. */
interface PendingPage {
  readonly tail: Tail;
  readonly row: number | undefined;
  readonly validFrom: Instant;
  readonly position: number;
  readonly body: readonly number[] | string;
}

export interface TimelineWriter {
  /** Where the timeline goes on, as of the last flush. */
  tail(key: string): Tail;
  /** Files an entry behind all others of its timeline; `summary` is of the state after it. Written at the next flush. */
  append(tail: Tail, entry: NewEntry, summary?: Summary): void;
  /** Bytes that wait for the next flush. */
  readonly pendingBytes: number;
  /** Writes what is pending; within `store.write`. */
  flush(): void;
  /** Forgets what is pending. */
  discard(): void;
}

export function timelineWriter(store: Store): TimelineWriter {
  const arena = openArena();
  const open = new Set<Tail>();
  const sealed: PendingPage[] = [];

  const seal = (tail: Tail): void => {
    const { row, validFrom, position, pending } = tail;
    sealed.push({ tail, row, validFrom, position, body: pending });
    tail.row = undefined;
    tail.entries = 0;
    tail.pending = [];
    open.delete(tail);
  };

  const write = ({ tail, row, validFrom, position, body }: PendingPage): number => {
    const isBase = typeof body === 'string';
    const text = isBase ? body : arena.text(body);
    if (row !== undefined) {
      store.prepare(`UPDATE page SET body = body || '${ENTRY_SEPARATOR}' || ? WHERE id = ?`).run(text, row);
      return row;
    }
    tail.timeline ??= timelineId(store, tail.key);
    const { lastInsertRowid } = store
      .prepare('INSERT INTO page (timeline, valid_from, position, base, known_from, body) VALUES (?, ?, ?, ?, ?, ?)')
      .run(tail.timeline, validFrom, position, Number(isBase), position, text);
    return Number(lastInsertRowid);
  };

  return {
    tail: (key) => loadTail(store, key),

    append(tail, entry, summary) {
      open.add(tail);
      extend(tail, entry);
      arena.add(tail.pending, entry.text);
      if (tail.entries < PAGE_ENTRIES_MAX) return;
      seal(tail);
      if (!isBaseDue(tail, summary)) return;
      sealed.push({
        tail,
        row: undefined,
        validFrom: entry.effectiveAt,
        position: entry.position,
        body: summary.base(),
      });
      tail.sinceBase = 0;
    },

    get pendingBytes() {
      return arena.used;
    },

    flush() {
      for (const page of sealed) write(page);
      for (const tail of open) {
        tail.row = write({ ...tail, tail, body: tail.pending });
        tail.pending = [];
      }
      this.discard();
    },

    discard() {
      sealed.length = 0;
      open.clear();
      arena.clear();
    },
  };
}

/** Counts an entry into the open page, or opens one with it. */
export function extend(tail: Tail, entry: NewEntry): void {
  if (tail.entries === 0) {
    tail.validFrom = entry.effectiveAt;
    tail.position = entry.position;
  }
  tail.entries += 1;
  tail.sinceBase += 1;
}

export function isBaseDue(tail: Tail, summary: Summary | undefined): summary is Summary {
  return summary !== undefined && tail.sinceBase >= Math.max(BASE_ENTRIES_MIN, summary.size());
}

function timelineId(store: Store, key: string): number {
  const known = store.prepare('SELECT id FROM timeline WHERE key = ?').get(key) as { id: number } | undefined;
  return known?.id ?? Number(store.prepare('INSERT INTO timeline (key) VALUES (?)').run(key).lastInsertRowid);
}

/** An empty timeline's tail. */
export function emptyTail(key: string, timeline?: number): Tail {
  return { key, timeline, row: undefined, validFrom: 0 as Instant, position: 0, entries: 0, sinceBase: 0, pending: [] };
}

function loadTail(store: Store, key: string): Tail {
  const known = store.prepare('SELECT id FROM timeline WHERE key = ?').get(key) as { id: number } | undefined;
  const tail = emptyTail(key, known?.id);
  if (!known) return tail;
  const rows = store
    .prepare(
      `SELECT id, valid_from, position, base, body FROM page WHERE timeline = ? AND known_to = ${STILL_KNOWN}
       ORDER BY valid_from DESC, position DESC, base DESC`,
    )
    .iterate(known.id);
  let isLast = true;
  for (const row of rows) {
    if (row['base'] === 1) break;
    const entries = String(row['body']).split(ENTRY_SEPARATOR).length;
    if (isLast && entries < PAGE_ENTRIES_MAX) {
      Object.assign(tail, { row: row['id'], validFrom: row['valid_from'], position: row['position'], entries });
    }
    tail.sinceBase += entries;
    isLast = false;
  }
  return tail;
}
