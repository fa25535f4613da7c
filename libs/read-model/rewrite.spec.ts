import { PAGE_ENTRIES_MAX } from '#read-model/timeline.js';
import { type Diary, diary } from '../../test/support/domain/timelines.js';

function filed(count: number, hasBases = true): Diary {
  const book = diary(undefined, hasBases);
  for (let at = 0; at < count; at += 1) book.append(at * 10);
  book.flush();
  return book;
}

test('a late fact supersedes only pages that differ: those before it stay', () => {
  const book = filed(10 * PAGE_ENTRIES_MAX, false);
  expect(book.pages()).toMatchObject({ known: 10, superseded: 0 });
  book.late(8 * PAGE_ENTRIES_MAX * 10 + 5);
  expect(book.pages()).toMatchObject({ known: 11, superseded: 2 });
  book.late(book.lastAt - 5);
  expect(book.pages()).toMatchObject({ known: 11, superseded: 3 });
});

test('a rewrite that turns out the same supersedes nothing', () => {
  const book = filed(5 * PAGE_ENTRIES_MAX + 7);
  const before = book.pages();
  for (const at of [0, 5, 315, 640, book.lastAt - 1, book.lastAt]) book.lateElsewhere(at);
  expect(book.pages()).toEqual(before);
});

test('old positions still see the old pages, for ever', () => {
  const book = filed(200);
  const seen = [0, 5, 315, 1_200, 1_990].map((at) => ({ at, slice: book.slice(at, 200) }));
  for (let late = 0; late < 40; late += 1) book.late((late * 397) % 1_990);
  for (const { at, slice } of seen) expect(book.slice(at, 200)).toEqual(slice);
  for (let position = 200; position <= 240; position += 1) {
    expect(book.slice(1_990, position)).toEqual(book.expected(1_990, position));
  }
});

test('a late fact comes after those that are effective at the same instant', () => {
  const book = filed(3);
  book.late(10);
  expect(book.slice(20, 4)).toEqual([
    [0, 1, 0],
    [10, 2, 1],
    [10, 4, 2],
    [20, 3, 3],
  ]);
});

test('a fact late of all, before the first, and one into an empty timeline', () => {
  const book = filed(70);
  book.late(0);
  book.append(700);
  book.flush();
  expect(book.slice(700, book.position)).toEqual(book.expected(700, book.position));
  const empty = diary();
  empty.late(5);
  expect(empty.slice(9, 1)).toEqual([[5, 1, 0]]);
  expect(empty.slice(9, 0)).toEqual([]);
});
