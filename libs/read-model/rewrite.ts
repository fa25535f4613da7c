/**
 * Rewriting a timeline from an instant on, when a late fact changed what came after: pages that turn out the same stay,
 * the others are superseded from the late fact's position on.
 */
import type { Instant } from '#kernel/instant.js';
import { ENTRY_SEPARATOR } from '#read-model/arena.js';
import { STILL_KNOWN, type Store } from '#read-model/store.js';
import {
  type NewEntry,
  PAGE_ENTRIES_MAX,
  type Summarize,
  type Tail,
  emptyTail,
  extend,
  isBaseDue,
  timelineOf,
} from '#read-model/timeline.js';

interface Page {
  readonly validFrom: Instant;
  readonly position: number;
  readonly isBase: boolean;
  readonly body: string;
}

interface StoredPage extends Page {
  readonly row: number;
}

export interface TimelineRewrite {
  /** Files the next entry after the instant, in the fold's order. */
  append(entry: NewEntry, summarize?: Summarize): void;
  /** Supersedes what differs, from `knownFrom` on; within `store.write`. Tails of the timeline are out of date then. */
  finish(knownFrom: number): void;
}

/** Entries up to and at `after` stay; all that follow are given anew. */
export function rewriteTimeline(store: Store, key: string, after: Instant): TimelineRewrite {
  const timeline = timelineOf(store, key);
  const tail = emptyTail(key, timeline);
  const before = timeline === undefined ? [] : visiblePages(store, timeline, 'valid_from <= ?', after);
  const old = timeline === undefined ? [] : visiblePages(store, timeline, 'valid_from > ?', after);
  const lines = resume(tail, before, old, after);
  const fresh: Page[] = [];

  const close = (): void => {
    const { validFrom, position } = tail;
    fresh.push({ validFrom, position, isBase: false, body: lines.splice(0).join(ENTRY_SEPARATOR) });
  };

  return {
    append(entry, summarize) {
      extend(tail, entry);
      lines.push(entry.text);
      if (tail.entries < PAGE_ENTRIES_MAX) return;
      close();
      tail.entries = 0;
      const summary = summarize?.();
      if (!isBaseDue(tail, summary)) return;
      fresh.push({ validFrom: entry.effectiveAt, position: entry.position, isBase: true, body: summary.base() });
      tail.sinceBase = 0;
    },

    finish(knownFrom) {
      if (tail.entries > 0) close();
      let same = 0;
      while (same < fresh.length && same < old.length && isSame(fresh[same]!, old[same]!)) same += 1;
      for (const { row } of old.slice(same)) {
        store.prepare('UPDATE page SET known_to = ? WHERE id = ?').run(knownFrom, row);
      }
      for (const page of fresh.slice(same)) insertPage(store, tail, page, knownFrom);
    },
  };
}

/** Takes the tail up where `after` cuts the timeline; a page that is cut goes from `before` to `old`. @returns its lines that stay */
function resume(tail: Tail, before: StoredPage[], old: StoredPage[], after: Instant): string[] {
  let lines: string[] = [];
  const last = before.at(-1);
  if (last && !last.isBase) {
    const kept = last.body.split(ENTRY_SEPARATOR).filter((line) => (JSON.parse(line) as [number])[0] <= after);
    if (kept.length < PAGE_ENTRIES_MAX) {
      old.unshift(before.pop()!);
      const { validFrom, position } = last;
      Object.assign(tail, { validFrom, position, entries: kept.length, sinceBase: kept.length });
      lines = kept;
    }
  }
  for (const page of before.toReversed()) {
    if (page.isBase) break;
    tail.sinceBase += PAGE_ENTRIES_MAX;
  }
  return lines;
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

function isSame(a: Page, b: Page): boolean {
  return a.validFrom === b.validFrom && a.position === b.position && a.isBase === b.isBase && a.body === b.body;
}

function insertPage(store: Store, tail: Tail, { validFrom, position, isBase, body }: Page, knownFrom: number): void {
  tail.timeline ??= Number(store.prepare('INSERT INTO timeline (key) VALUES (?)').run(tail.key).lastInsertRowid);
  store
    .prepare('INSERT INTO page (timeline, valid_from, position, base, known_from, body) VALUES (?, ?, ?, ?, ?, ?)')
    .run(tail.timeline, validFrom, position, Number(isBase), knownFrom, body);
}
