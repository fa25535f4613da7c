import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Instant } from '#kernel/instant.js';
import { readSlice, timelineKeys } from '#read-model/reading.js';
import { writeBatch } from '#read-model/batch.js';
import { openStore } from '#read-model/store.js';
import { PAGE_ENTRIES_MAX, timelineWriter } from '#read-model/timeline.js';
import { KEY, type Diary, diary } from '../../test/support/domain/timelines.js';

type Step = readonly [kind: 'append' | 'flush' | 'late' | 'elsewhere' | 'reopen', value: number];

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 60, arbitrary: fc.tuple(fc.constant('append' as const), fc.constantFrom(0, 0, 1, 3)) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('flush' as const), fc.constant(0)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('late' as const), fc.nat(1_000)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('elsewhere' as const), fc.nat(1_000)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('reopen' as const), fc.constant(0)) },
);
const anyLife = fc.array(anyStep, { minLength: 1, maxLength: 300, size: 'max' });
const anyBounds = fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000)), { minLength: 10, maxLength: 10 });

function live(book: Diary, steps: readonly Step[]): void {
  for (const [kind, value] of steps) {
    const part = Math.floor((value / 1_000) * (book.lastAt - 1));
    if (kind === 'append') book.append(book.lastAt + value);
    else if (kind === 'flush') book.flush();
    else if (kind === 'reopen') book.reopen();
    else if (book.lastAt > 1 && kind === 'late') book.late(Math.max(0, part));
    else if (book.lastAt > 1) book.lateElsewhere(Math.max(0, part));
  }
  book.flush();
}

describe('a timeline is the plain list of its facts, whatever was appended, late or reopened, over pages and bases', () => {
  test.each([true, false])(
    'a slice at any instant, as known at any position, is the prefix; a range its part (bases: %p)',
    (hasBases) => {
      fc.assert(
        fc.property(anyLife, anyBounds, (steps, bounds) => {
          const book = diary(undefined, hasBases);
          live(book, steps);
          for (const [atPart, positionPart, fromPart] of [...bounds, [1_000, 1_000, 0] as const]) {
            const at = Math.floor((atPart / 1_000) * (book.lastAt + 1));
            const position = Math.ceil((positionPart / 1_000) * book.position);
            const from = Math.floor((fromPart / 1_000) * (book.lastAt + 1));
            const expected = book.expected(at, position);
            expect(book.slice(at, position)).toEqual(expected);
            expect(book.backwards(at, position)).toEqual(expected.toReversed());
            expect(book.range(position, from, at + 1)).toEqual(expected.filter(([effectiveAt]) => effectiveAt >= from));
          }
          book.store.close();
        }),
        { numRuns: 60 },
      );
    },
  );
});

test('a page holds so many entries at most; bases come between, so that a slice reads one and few entries', () => {
  const book = diary();
  for (let count = 0; count < 1_000; count += 1) book.append(count);
  book.flush();
  const { known, bases, superseded } = book.pages();
  expect([known - bases, superseded]).toEqual([Math.ceil(1_000 / PAGE_ENTRIES_MAX), 0]);
  expect(bases).toBeGreaterThan(10);
  for (const at of [0, 31, 32, 500, 999]) {
    const { entries } = readSlice(book.store, KEY, at as Instant, book.position);
    expect(entries.length).toBeLessThanOrEqual(64 + PAGE_ENTRIES_MAX);
    expect(book.slice(at, book.position)).toHaveLength(at + 1);
  }
});

test('a base comes later where it is itself larger, so that bases never outweigh entries', () => {
  const store = openStore(':memory:');
  const writer = timelineWriter(store);
  writer.reset();
  const tail = writer.tail('large');
  let bases = 0;
  const base = (): string => {
    bases += 1;
    return '"large"';
  };
  for (let position = 1; position <= 1_000; position += 1) {
    const entry = { effectiveAt: position as Instant, position, text: `[${position},${position}]` };
    writer.append(tail, entry, () => ({ size: () => 500, base }));
  }
  expect(bases).toBe(1);
});

test('nothing is filed for good until it is taken; what is forgotten was never there', () => {
  const book = diary();
  book.append(1);
  expect(book.slice(9, 9)).toEqual([]);
  book.flush();
  expect(book.slice(9, 9)).toEqual([[1, 1, 0]]);
  const writer = timelineWriter(book.store);
  writer.reset();
  writer.append(writer.tail(KEY), { effectiveAt: 2 as Instant, position: 2, text: '[2,2]' });
  expect(writer.pendingBytes).toBeGreaterThan(0);
  writer.reset();
  expect(writer.pendingBytes).toBe(0);
  expect(writer.take(false)).toMatchObject({ timelines: [], added: [], extended: [] });
});

test('entries of any text come back as they were', () => {
  const texts = ['日本', '\u0000', '"quoted" \\ \n new line', '👍', '\ud800 alone', 'x'.repeat(100_000)];
  const store = openStore(':memory:');
  const writer = timelineWriter(store);
  writer.reset();
  const tail = writer.tail('texts');
  for (const [index, text] of texts.entries()) {
    const entry = [index, index + 1, text] as const;
    writer.append(tail, { effectiveAt: index as Instant, position: index + 1, text: JSON.stringify(entry) });
  }
  const checkpoint = { position: texts.length, recordedAt: 0, eventId: null };
  writeBatch(store, { after: 0, checkpoint, streams: [], commands: [], ...writer.take(false) });
  const { entries } = readSlice(store, 'texts', 9 as Instant, texts.length);
  expect(entries.map(([, , text]) => text)).toEqual(texts);
});

test('the tail resumes after reopen, in a file that another process wrote', () => {
  const directory = mkdtempSync(join(tmpdir(), 'seatledger-timeline-'));
  try {
    const store = openStore(join(directory, 'read.db'));
    const book = diary(store);
    for (let count = 0; count < 75; count += 1) book.append(count);
    book.flush();
    store.close();
    const reopened = openStore(join(directory, 'read.db'));
    const writer = timelineWriter(reopened);
    writer.reset();
    expect(writer.tail(KEY)).toMatchObject({ entries: 11, sinceBase: 11, position: 65 });
    expect(writer.tail('another')).toMatchObject({ entries: 0, timeline: undefined, page: undefined });
    expect(timelineKeys(reopened, 'account/acme/')).toEqual([KEY]);
    expect(timelineKeys(reopened, 'account/acm/')).toEqual([]);
    reopened.close();
  } finally {
    rmSync(directory, { recursive: true });
  }
});
