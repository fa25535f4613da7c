/** One timeline in a store beside a plain list of the same facts, which says what it must answer. */
import { type Pages, writeBatch } from '#read-model/batch.js';
import type { Instant } from '#kernel/instant.js';
import { type Entry, readBackwards, readRange, readSlice } from '#read-model/reading.js';
import { rewriteTimeline } from '#read-model/rewrite.js';
import { type Store, openStore } from '#read-model/store.js';
import { type NewEntry, type Summarize, type Tail, type TimelineWriter, timelineWriter } from '#read-model/timeline.js';

export const KEY = 'account/acme/seats/qm';

interface Fact {
  readonly at: number;
  readonly position: number;
}

/** [effectiveAt, position, how many came before it as known at a position]: a late fact changes what comes after. */
export type Counted = readonly [at: number, position: number, before: number];

export interface Diary {
  readonly store: Store;
  readonly position: number;
  readonly lastAt: number;
  /** Appends a fact, not before the last one. */
  append(at: number): void;
  /** Writes what is appended. */
  flush(): void;
  /** A fact before others; it changes how many came before each of those. */
  late(at: number): void;
  /** A late fact that is another timeline's: this one is rewritten from then on, and turns out the same. */
  lateElsewhere(at: number): void;
  /** Goes on as another process would: with nothing but the store. */
  reopen(): void;
  expected(at: number, position: number): readonly Counted[];
  slice(at: number, position: number): readonly unknown[];
  range(position: number, from: number, to: number): readonly unknown[];
  backwards(at: number, position: number): readonly unknown[];
  /** Rows of the timeline: superseded, still known, bases among the latter. */
  pages(): { readonly superseded: number; readonly known: number; readonly bases: number };
}

/** @param hasBases whether bases are filed, each all that came before it */
export function diary(store: Store = openStore(':memory:'), hasBases = true): Diary {
  const facts: Fact[] = [];
  let position = 0;
  let writer: TimelineWriter = timelineWriter(store);
  writer.reset();
  let tail: Tail = writer.tail(KEY);

  const knownAt = (bound: number): Counted[] =>
    facts
      .filter((fact) => fact.position <= bound)
      .toSorted((a, b) => a.at - b.at || a.position - b.position)
      .map((fact, before) => [fact.at, fact.position, before]);
  const entryOf = (counted: Counted): NewEntry => ({
    effectiveAt: counted[0] as Instant,
    position: counted[1],
    text: JSON.stringify(counted),
  });
  /** Of the state after the entry with so many before it, as known at a position. */
  const summaryOf = (bound: number, before: number): Summarize | undefined =>
    hasBases ? () => ({ size: () => 1, base: () => JSON.stringify(knownAt(bound).slice(0, before + 1)) }) : undefined;
  const write = (pages: Pages): void => {
    const after = store.checkpoint().position;
    writeBatch(store, {
      after,
      checkpoint: { position, recordedAt: position, eventId: null },
      streams: [],
      commands: [],
      ...pages,
    });
  };
  const rewrite = (at: number, knownFrom: number): void => {
    write(writer.take(false));
    const all = knownAt(knownFrom);
    store.write(() => {
      const timeline = rewriteTimeline(store, KEY, at as Instant);
      for (const counted of all) {
        const isKept = counted[0] <= at && counted[1] < knownFrom;
        if (!isKept) timeline.append(entryOf(counted), summaryOf(knownFrom, counted[2]));
      }
      timeline.finish(knownFrom);
    });
    writer.reset();
    tail = writer.tail(KEY);
  };

  return {
    store,
    get position() {
      return position;
    },
    get lastAt() {
      return Math.max(0, ...facts.map(({ at }) => at));
    },
    append(at) {
      facts.push({ at, position: (position += 1) });
      const before = facts.length - 1;
      writer.append(tail, entryOf([at, position, before]), summaryOf(position, before));
    },
    flush: () => write(writer.take(false)),
    late(at) {
      facts.push({ at, position: (position += 1) });
      rewrite(at, position);
    },
    lateElsewhere(at) {
      position += 1;
      rewrite(at, position);
    },
    reopen() {
      write(writer.take(false));
      writer = timelineWriter(store);
      writer.reset();
      tail = writer.tail(KEY);
    },
    expected: (at, bound) => knownAt(bound).filter(([effectiveAt]) => effectiveAt <= at),
    slice(at, bound) {
      const { base, entries } = readSlice(store, KEY, at as Instant, bound);
      return [...((base as Entry[] | undefined) ?? []), ...entries];
    },
    range: (bound, from, to) => readRange(store, KEY, bound, from, to),
    backwards: (at, bound) => [...readBackwards(store, KEY, at as Instant, bound)],
    pages() {
      const count = (where: string): number =>
        (store.prepare(`SELECT count(*) AS count FROM page WHERE ${where}`).get() as { count: number }).count;
      const known = `known_to = ${Number.MAX_SAFE_INTEGER}`;
      return { superseded: count(`NOT ${known}`), known: count(known), bases: count(`${known} AND base = 1`) };
    },
  };
}
