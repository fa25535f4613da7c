import { answerDifference, differenceOf } from '#application/copying/difference.js';
import { ordinals } from '#application/copying/ordinals.js';

function at(...positions: number[]) {
  const counted = ordinals();
  for (const position of positions) counted.add(position);
  return counted;
}

test.each([
  [{ a: 1, b: [{ c: null }] }, { a: 1, b: [{ c: null }] }, undefined],
  [
    { a: 1, b: [{ c: 'x' }] },
    { a: 1, b: [{ c: 'y' }] },
    { key: 'b[0].c', source: 'x', target: 'y' },
  ],
  [{ a: [1, 2] }, { a: [1] }, { key: 'a[1]', source: 2, target: undefined }],
  [{ a: 1 }, { a: 1, b: 2 }, { key: 'b', source: undefined, target: 2 }],
  [{ a: [] }, { a: {} }, { key: 'a', source: [], target: {} }],
  [{ a: null }, { a: {} }, { key: 'a', source: null, target: {} }],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
    { key: 'a', source: 1, target: 1 },
  ],
])('of %j and %j the first difference is %j', (source, target, expected) => {
  expect(differenceOf(source, target)).toEqual(expected);
});

test('a position of an answer is that of the same event in the other log, wherever the answer says one', () => {
  const logs = { source: at(1, 2, 3), target: at(10, 25, 70) };
  const answer = (last: number, cited: number) => ({ events: [{ position: cited }], position: last });
  expect(answerDifference(answer(3, 2), answer(70, 25), logs)).toBeUndefined();
  expect(answerDifference(answer(0, 1), answer(0, 10), logs)).toBeUndefined();
  expect(answerDifference(answer(3, 2), answer(70, 10), logs)).toMatchObject({ key: 'events[0].position' });
  expect(answerDifference(answer(3, 2), answer(71, 25), logs)).toMatchObject({
    key: 'position',
    source: 3,
    target: 71,
  });
  expect(answerDifference(answer(9, 2), answer(99, 25), logs)).toMatchObject({ key: 'position' });
});

test("within an event's data nothing is a position", () => {
  const logs = { source: at(1), target: at(10) };
  expect(answerDifference({ data: { position: 4 } }, { data: { position: 4 } }, logs)).toBeUndefined();
  expect(answerDifference({ data: { position: 1 } }, { data: { position: 10 } }, logs)).toMatchObject({
    key: 'data.position',
  });
});

test('events are counted from 1, however many; where none is, nothing is told', () => {
  const counted = ordinals();
  for (let event = 1; event <= 5_000; event += 1) counted.add(event * 3);
  expect([counted.count, counted.of(3), counted.of(15_000), counted.of(0)]).toEqual([5_000, 1, 5_000, 0]);
  expect([counted.of(4), counted.of(15_003), counted.of(-1)]).toEqual([undefined, undefined, undefined]);
  expect([counted.position(0), counted.position(1), counted.position(5_000)]).toEqual([0, 3, 15_000]);
});
