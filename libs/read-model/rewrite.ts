/**
 * Rewriting a timeline from an instant on, when a late fact changed what came after: pages that turn out the same stay,
 * the others are superseded from the late fact's position on.
 */
import type { Instant } from '#kernel/instant.js';
import { STILL_KNOWN, type Store } from '#read-model/store.js';
import {
  ENTRY_SEPARATOR,
  type NewEntry,
  PAGE_ENTRIES_MAX,
  type Page,
  type Summary,
  type Tail,
  emptyTail,
  extend,
  isBaseDue,
} from '#read-model/timeline.js';

interface StoredPage extends Page {
  readonly row: number;
}

export interface TimelineRewrite {
  /** Files the next entry after the instant, in the fold's order. */
  append(entry: NewEntry, summary?: Summary): void;
  /** Supersedes what differs, from `knownFrom` on; within `store.write`. @returns where the timeline now goes on */
  finish(knownFrom: number): Tail;
}

/** Entries up to and at `after` stay; all that follow are given anew. */
export function rewriteTimeline(store: Store, key: string, after: Instant): TimelineRewrite {
  const known = store.prepare('SELECT id FROM timeline WHERE key = ?').get(key) as { id: number } | undefined;
  const tail = emptyTail(key, known?.id);
  const before = known ? visiblePages(store, known.id, 'valid_from <= ?', after) : [];
  const old = known ? visiblePages(store, known.id, 'valid_from > ?', after) : [];
  resume(tail, before, old, after);
  const fresh: Page[] = [];

  return {
    append(entry, summary) {
      extend(tail, entry);
      if (tail.entries < PAGE_ENTRIES_MAX) return;
      fresh.push(pageOf(tail));
      Object.assign(tail, { entries: 0, pending: [] });
      if (!isBaseDue(tail, summary)) return;
      fresh.push({ validFrom: entry.effectiveAt, position: entry.position, isBase: true, body: summary.base() });
      tail.sinceBase = 0;
    },

    finish(knownFrom) {
      if (tail.entries > 0) fresh.push(pageOf(tail));
      let same = 0;
      while (same < fresh.length && same < old.length && isSame(fresh[same]!, old[same]!)) same += 1;
      for (const { row } of old.slice(same)) {
        store.prepare('UPDATE page SET known_to = ? WHERE id = ?').run(knownFrom, row);
      }
      const added = fresh.slice(same).map((page) => insertPage(store, tail, page, knownFrom));
      if (tail.entries > 0) tail.row = added.at(-1) ?? old[same - 1]?.row;
      tail.pending = [];
      return tail;
    },
  };
}

/** Takes the tail up where `after` cuts the timeline; a page that is cut goes from `before` to `old`. */
function resume(tail: Tail, before: StoredPage[], old: StoredPage[], after: Instant): void {
  const last = before.at(-1);
  if (last && !last.isBase) {
    const lines = last.body.split(ENTRY_SEPARATOR);
    const kept = lines.filter((line) => (JSON.parse(line) as [number])[0] <= after);
    if (kept.length < PAGE_ENTRIES_MAX) {
      old.unshift(before.pop()!);
      const { validFrom, position } = last;
      Object.assign(tail, { validFrom, position, entries: kept.length, sinceBase: kept.length, pending: kept });
    }
  }
  for (const page of before.toReversed()) {
    if (page.isBase) break;
    tail.sinceBase += PAGE_ENTRIES_MAX;
  }
}

/** Pages that are not superseded, in order; of those before an instant only the last base and what follows it. */
function visiblePages(
  store: Store,
  timeline: number,
  where: 'valid_from <= ?' | 'valid_from > ?',
  at: Instant,
): StoredPage[] {
  const pages: StoredPage[] = [];
  const rows = store
    .prepare(
      `SELECT id, valid_from, position, base, body FROM page WHERE timeline = ? AND ${where} AND known_to = ${STILL_KNOWN}
       ORDER BY valid_from DESC, position DESC, base DESC`,
    )
    .iterate(timeline, at) as Iterable<{
    id: number;
    valid_from: Instant;
    position: number;
    base: number;
    body: string;
  }>;
  for (const { id: row, valid_from: validFrom, position, base, body } of rows) {
    pages.push({ row, validFrom, position, isBase: base === 1, body });
    if (base === 1 && where === 'valid_from <= ?') break;
  }
  return pages.toReversed();
}

function pageOf({ validFrom, position, pending }: Tail): Page {
  return { validFrom, position, isBase: false, body: pending.join(ENTRY_SEPARATOR) };
}

function isSame(a: Page, b: Page): boolean {
  return a.validFrom === b.validFrom && a.position === b.position && a.isBase === b.isBase && a.body === b.body;
}

function insertPage(store: Store, tail: Tail, { validFrom, position, isBase, body }: Page, knownFrom: number): number {
  tail.timeline ??= Number(store.prepare('INSERT INTO timeline (key) VALUES (?)').run(tail.key).lastInsertRowid);
  const { lastInsertRowid } = store
    .prepare('INSERT INTO page (timeline, valid_from, position, base, known_from, body) VALUES (?, ?, ?, ?, ?, ?)')
    .run(tail.timeline, validFrom, position, Number(isBase), knownFrom, body);
  return Number(lastInsertRowid);
}
