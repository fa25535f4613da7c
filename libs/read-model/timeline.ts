/**
 * Timelines: entries in the fold's order, filed in pages, every so often with a base (what the entries so far amount to), so that
 * how things stood at any instant, as known at any position, is one base and a few entries, however long the history.
 * A late fact never changes a page: it supersedes the pages that now differ, from its position on.
 */
import type { Instant } from '#kernel/instant.js';
import { ENTRY_SEPARATOR, openArena } from '#read-model/arena.js';
import type { NewPage, Pages } from '#read-model/batch.js';
import { STILL_KNOWN, type Store } from '#read-model/store.js';

/** Entries a page holds at most. */
export const PAGE_ENTRIES_MAX = 32;
/** Entries between two bases at least; more where the base itself is larger, so that bases never outweigh entries. */
const BASE_ENTRIES_MIN = 64;

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

/** Asked of the state after an entry, and only where a base may be due. */
export type Summarize = () => Summary | undefined;

/** Where a timeline goes on: its open page and how far the last base is behind. */
export interface Tail {
  readonly key: string;
  timeline: number | undefined;
  /** The id of the open page; undefined while all of it is pending. */
  page: number | undefined;
  validFrom: Instant;
  position: number;
  entries: number;
  sinceBase: number;
  /** Where in the writer's arena the entries of the open page are that are not written yet. */
  pending: number[];
}

/** A page, or entries for one that there is. */
interface PendingPage extends NewPage {
  readonly isNew: boolean;
}

export interface TimelineWriter {
  /** Where the timeline goes on, as of what is written. */
  tail(key: string): Tail;
  /** Files an entry behind all others of its timeline. */
  append(tail: Tail, entry: NewEntry, summarize?: Summarize): void;
  /** Bytes that wait to be taken. */
  readonly pendingBytes: number;
  /** What is to be written, at once or, where it is given away, whenever; the tails count it as written. */
  take(given: boolean): Pages;
  /** Forgets what is pending, and what it knew of what is written. */
  reset(): void;
}

export function timelineWriter(store: Store): TimelineWriter {
  const arena = openArena();
  /** Tails that something was pending of since the last take; of some, it may have been handed over. */
  const open: Tail[] = [];
  const timelines: [number, string][] = [];
  const sealed: PendingPage[] = [];
  let timelineIds = 0;
  let pageIds = 0;

  const idOf = (tail: Tail): number => {
    if (tail.timeline === undefined) {
      tail.timeline = timelineIds += 1;
      timelines.push([tail.timeline, tail.key]);
    }
    return tail.timeline;
  };

  /** What is pending of the open page, which counts as written from now on. */
  const hand = (tail: Tail): PendingPage => {
    const { page, validFrom, position, pending } = tail;
    tail.pending = [];
    if (page !== undefined) return { id: page, isNew: false, timeline: idOf(tail), validFrom, position, body: pending };
    tail.page = pageIds += 1;
    return { id: tail.page, isNew: true, timeline: idOf(tail), validFrom, position, body: pending };
  };

  return {
    tail: (key) => loadTail(store, key),

    append(tail, entry, summarize) {
      if (tail.pending.length === 0) open.push(tail);
      extend(tail, entry);
      arena.add(tail.pending, entry.text);
      if (tail.entries < PAGE_ENTRIES_MAX) return;
      sealed.push(hand(tail));
      tail.page = undefined;
      tail.entries = 0;
      const summary = summarize?.();
      if (!isBaseDue(tail, summary)) return;
      const { effectiveAt: validFrom, position } = entry;
      const body = summary.base();
      sealed.push({ id: (pageIds += 1), isNew: true, timeline: idOf(tail), validFrom, position, body });
      tail.sinceBase = 0;
    },

    get pendingBytes() {
      return arena.used;
    },

    take(given) {
      const pages = [...sealed, ...open.filter(({ pending }) => pending.length > 0).map(hand)];
      const taken = {
        lines: arena.lines,
        timelines: timelines.splice(0),
        added: pages.filter(({ isNew }) => isNew).map(({ isNew: _isNew, ...page }) => page),
        extended: pages.filter(({ isNew }) => !isNew).map(({ id, body }) => [id, body as number[]] as const),
      };
      open.length = 0;
      sealed.length = 0;
      arena.clear(given);
      return taken;
    },

    reset() {
      open.length = 0;
      arena.clear(false);
      timelines.length = 0;
      sealed.length = 0;
      timelineIds = largestId(store, 'timeline');
      pageIds = largestId(store, 'page');
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

function largestId(store: Store, table: 'timeline' | 'page'): number {
  return (store.prepare(`SELECT max(id) AS id FROM ${table}`).get() as { id: number | null }).id ?? 0;
}

/** The id of a timeline; undefined while nothing of it is written. */
export function timelineOf(store: Store, key: string): number | undefined {
  return (store.prepare('SELECT id FROM timeline WHERE key = ?').get(key) as { id: number } | undefined)?.id;
}

/** An empty timeline's tail. */
export function emptyTail(key: string, timeline?: number): Tail {
  return {
    key,
    timeline,
    page: undefined,
    validFrom: 0 as Instant,
    position: 0,
    entries: 0,
    sinceBase: 0,
    pending: [],
  };
}

function loadTail(store: Store, key: string): Tail {
  const timeline = timelineOf(store, key);
  const tail = emptyTail(key, timeline);
  if (timeline === undefined) return tail;
  const rows = store
    .prepare(
      `SELECT id, valid_from, position, base, body FROM page WHERE timeline = ? AND known_to = ${STILL_KNOWN}
       ORDER BY valid_from DESC, position DESC, base DESC`,
    )
    .iterate(timeline);
  let isLast = true;
  for (const row of rows) {
    if (row['base'] === 1) break;
    const entries = String(row['body']).split(ENTRY_SEPARATOR).length;
    if (isLast && entries < PAGE_ENTRIES_MAX) {
      Object.assign(tail, { page: row['id'], validFrom: row['valid_from'], position: row['position'], entries });
    }
    tail.sinceBase += entries;
    isLast = false;
  }
  return tail;
}
