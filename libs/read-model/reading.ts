/** Asking a timeline: how it stood at an instant, or what it has between two, as known at a position. */
import type { Instant } from '#kernel/instant.js';
import type { Store } from '#read-model/store.js';
import { ENTRY_SEPARATOR } from '#read-model/arena.js';

/** An entry as it was filed: [effectiveAt, position, ...]. */
export type Entry = readonly [effectiveAt: Instant, position: number, ...rest: unknown[]];

/** The fold's order. */
export function compareEntries(a: Entry, b: Entry): number {
  return a[0] - b[0] || a[1] - b[1];
}

export interface Slice {
  /** What the entries before amount to; undefined where the slice begins with the timeline. */
  readonly base: unknown;
  readonly entries: readonly Entry[];
}

interface Row {
  readonly base: number;
  readonly body: string;
}

const VISIBLE = `timeline = (SELECT id FROM timeline WHERE key = ?) AND known_from <= ? AND known_to > ?`;
const BACKWARDS = 'ORDER BY valid_from DESC, position DESC, base DESC';

/** The last base and the entries after it, up to and at an instant, as known at a position. */
export function readSlice(store: Store, key: string, at: Instant, position: number): Slice {
  const pages: string[] = [];
  let base: unknown;
  const sql = `SELECT base, body FROM page WHERE ${VISIBLE} AND valid_from <= ? ${BACKWARDS}`;
  for (const row of store.prepare(sql).iterate(key, position, position, at) as unknown as Iterable<Row>) {
    if (row.base === 1) {
      base = JSON.parse(row.body);
      break;
    }
    pages.push(row.body);
  }
  return { base, entries: pages.toReversed().flatMap(parsePage).filter(isKnown(at, position)) };
}

/** The entries effective in [from, to), as known at a position; without bounds, all of them. */
export function readRange(
  store: Store,
  key: string,
  position: number,
  from = Number.MIN_SAFE_INTEGER,
  to = Number.MAX_SAFE_INTEGER,
): Entry[] {
  const sql = `SELECT body FROM page WHERE ${VISIBLE} AND base = 0 AND valid_from >= ? AND valid_from < ?
    ORDER BY valid_from, position`;
  const rows = store.prepare(sql).all(key, position, position, from, to) as unknown as Row[];
  const cut = from === Number.MIN_SAFE_INTEGER ? [] : lastPage(store, key, from, position);
  return [...cut, ...rows.flatMap(({ body }) => parsePage(body))].filter(
    (entry) => entry[0] >= from && entry[0] < to && entry[1] <= position,
  );
}

/** The entries up to and at an instant, latest first; read as far back as the caller goes on. */
export function* readBackwards(store: Store, key: string, at: Instant, position: number): Generator<Entry> {
  const sql = `SELECT body FROM page WHERE ${VISIBLE} AND base = 0 AND valid_from <= ? ${BACKWARDS} LIMIT 1 OFFSET ?`;
  for (let page = 0; ; page += 1) {
    const row = store.prepare(sql).get(key, position, position, at, page) as unknown as Row | undefined;
    if (!row) return;
    yield* parsePage(row.body).filter(isKnown(at, position)).toReversed();
  }
}

/**
 * The page that has an entry's place, in a timeline whose entries are filed in the order of their positions and never anew.
 * @param from an instant that is not after the entry's, near which it is looked for
 */
export function readPlace(store: Store, key: string, from: Instant, position: number): readonly Entry[] {
  const place = 'timeline = (SELECT id FROM timeline WHERE key = ?) AND (valid_from, position)';
  const before = `SELECT id FROM page WHERE ${place} <= (?, ?) ${BACKWARDS} LIMIT 1`;
  const beyond = `SELECT id, position FROM page WHERE ${place} > (?, ?) ORDER BY valid_from, position`;
  let { id } = (store.prepare(before).get(key, from, position) ?? {}) as { readonly id?: number };
  const pages = store.prepare(beyond).iterate(key, from, position) as Iterable<{ id: number; position: number }>;
  for (const page of pages) {
    if (page.position > position) break;
    id = page.id;
  }
  if (id === undefined) return [];
  return parsePage((store.prepare('SELECT body FROM page WHERE id = ?').get(id) as unknown as Row).body);
}

/** Keys of timelines that begin with a prefix, in code-unit order; those that have nothing within the bounds too. */
export function timelineKeys(store: Store, prefix: string): string[] {
  const sql = `SELECT key FROM timeline WHERE key >= ? AND key < ? ORDER BY key`;
  const rows = store.prepare(sql).all(prefix, `${prefix}\uFFFF`) as unknown as { readonly key: string }[];
  return rows.map(({ key }) => key);
}

function lastPage(store: Store, key: string, before: number, position: number): Entry[] {
  const sql = `SELECT body FROM page WHERE ${VISIBLE} AND base = 0 AND valid_from < ? ${BACKWARDS} LIMIT 1`;
  const row = store.prepare(sql).get(key, position, position, before) as unknown as Row | undefined;
  return row ? parsePage(row.body) : [];
}

function isKnown(at: Instant, position: number): (entry: Entry) => boolean {
  return (entry) => entry[0] <= at && entry[1] <= position;
}

function parsePage(body: string): Entry[] {
  return JSON.parse(`[${body.replaceAll(ENTRY_SEPARATOR, ',')}]`) as Entry[];
}
