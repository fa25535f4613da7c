/**
 * Timelines: entries in the fold's order, filed in pages, every so often with a base (what the entries so far amount to), so that
 * how things stood at any instant, as known at any position, is one base and a few entries, however long the history.
 * A late fact never changes a page: it supersedes the pages that now differ, from its position on.
 */
import type { Instant } from '#kernel/instant.js';
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
  /** Entries of the open page that are not written yet; joined only when written, so that no long strings are copied. */
  pending: string[];
}

export interface Page {
  readonly validFrom: Instant;
  readonly position: number;
  readonly isBase: boolean;
  readonly body: string;
}

interface SealedPage extends Page {
  readonly tail: Tail;
  readonly row: number | undefined;
  readonly knownFrom: number;
}

export interface TimelineWriter {
  /** Where the timeline goes on, as of the last flush. */
  tail(key: string): Tail;
  /** Files an entry behind all others of its timeline; `summary` is of the state after it. Written at the next flush. */
  append(tail: Tail, entry: NewEntry, summary?: Summary): void;
  /** Characters that wait for the next flush. */
  readonly pendingCharacters: number;
  /** Writes what is pending; within `store.write`. */
  flush(): void;
  /** Forgets what is pending. */
  discard(): void;
}

export function timelineWriter(store: Store): TimelineWriter {
  const sealed: SealedPage[] = [];
  const open = new Set<Tail>();
  let pendingCharacters = 0;

  const seal = (tail: Tail): void => {
    const { row, validFrom, position, pending } = tail;
    sealed.push({
      tail,
      row,
      validFrom,
      position,
      isBase: false,
      knownFrom: position,
      body: pending.join(ENTRY_SEPARATOR),
    });
    Object.assign(tail, { row: undefined, entries: 0, pending: [] });
    open.delete(tail);
  };

  const writePage = ({ tail, row, validFrom, position, isBase, knownFrom, body }: SealedPage): number => {
    if (row !== undefined) {
      store.prepare(`UPDATE page SET body = body || '${ENTRY_SEPARATOR}' || ? WHERE id = ?`).run(body, row);
      return row;
    }
    tail.timeline ??= timelineId(store, tail.key);
    const { lastInsertRowid } = store
      .prepare('INSERT INTO page (timeline, valid_from, position, base, known_from, body) VALUES (?, ?, ?, ?, ?, ?)')
      .run(tail.timeline, validFrom, position, Number(isBase), knownFrom, body);
    return Number(lastInsertRowid);
  };

  return {
    tail: (key) => loadTail(store, key),

    append(tail, entry, summary) {
      extend(tail, entry);
      open.add(tail);
      pendingCharacters += entry.text.length;
      if (tail.entries < PAGE_ENTRIES_MAX) return;
      seal(tail);
      if (!isBaseDue(tail, summary)) return;
      const { effectiveAt: validFrom, position } = entry;
      const body = summary.base();
      sealed.push({ tail, row: undefined, validFrom, position, isBase: true, knownFrom: position, body });
      pendingCharacters += body.length;
      tail.sinceBase = 0;
    },

    get pendingCharacters() {
      return pendingCharacters;
    },

    flush() {
      for (const page of sealed) writePage(page);
      for (const tail of open) {
        const { row, validFrom, position, pending } = tail;
        tail.row = writePage({
          tail,
          row,
          validFrom,
          position,
          isBase: false,
          knownFrom: position,
          body: pending.join(ENTRY_SEPARATOR),
        });
        tail.pending = [];
      }
      this.discard();
    },

    discard() {
      sealed.length = 0;
      open.clear();
      pendingCharacters = 0;
    },
  };
}

/** Adds an entry to the open page, or opens one with it. */
export function extend(tail: Tail, entry: NewEntry): void {
  if (tail.entries === 0) {
    tail.validFrom = entry.effectiveAt;
    tail.position = entry.position;
  }
  tail.pending.push(entry.text);
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
