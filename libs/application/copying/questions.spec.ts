import { ANSWERS } from '#projections/answers.js';
import type { Month } from '#kernel/month.js';
import { type Most, someQuestions } from '#application/copying/drawing.js';
import { type Asked, type Scope, countQuestions, everyQuestion } from '#application/copying/questions.js';
import { randomFrom, sampleOf } from '#application/copying/random.js';

const account = (accountId: string, users: readonly string[]) => ({
  accountId,
  users,
  months: ['2025-01', '2025-02'] as Month[],
  periods: ['2025-Q1'],
});

const SCOPE: Scope = {
  accounts: [account('a', ['u', 'v']), account('b', [])],
  products: ['p', 'q', 'r'],
  programs: ['x'],
};
const NOTHING: Scope = { accounts: [], products: [], programs: [] };
const text = ({ name, of }: Asked): string => `${name} ${JSON.stringify(of)}`;

function some(scope: Scope, most: Most, seed = 1): readonly Asked[] {
  return [...someQuestions(scope, randomFrom(seed), most)];
}

test('every answer is asked of each account, product, user, month, period and program, with and without what may be left out', () => {
  const questions = [...everyQuestion(SCOPE)];
  expect(new Set(questions.map(({ name }) => name))).toEqual(new Set(Object.keys(ANSWERS)));
  expect(new Set(questions.map(text)).size).toBe(questions.length);
  expect(countQuestions(SCOPE)).toBe(questions.length);
  expect(questions.map(text)).toEqual(
    expect.arrayContaining([
      'accounts {}',
      'phases {"programId":"x"}',
      'peak {"accountId":"b","product":"r","month":"2025-02"}',
      'invoice {"accountId":"a","period":"2025-Q1"}',
      'holdings {"accountId":"a","product":"p"}',
      'holdings {"accountId":"a","product":"p","userId":"v"}',
      'history {"accountId":"a"}',
      'history {"accountId":"a","userId":"u","product":"q"}',
      'explain {"accountId":"a","userId":"v","product":"r"}',
    ]),
  );
});

test('of a ledger with nothing in it there are still the answers that take nothing', () => {
  const names = ['accounts', 'products', 'programs'];
  expect([...everyQuestion(NOTHING)].map(({ name }) => name)).toEqual(names);
  expect(some(NOTHING, { generalMax: 3, generalDrawn: 1, personalDrawn: 5 }).map(({ name }) => name)).toEqual(names);
});

test('at a random bound a small ledger is asked everything that names no user, and something that does', () => {
  const questions = some(SCOPE, { generalMax: 100, generalDrawn: 1, personalDrawn: 7 }).map(text);
  const general = [...everyQuestion(SCOPE)].map(text).filter((each) => !each.includes('userId'));
  expect(questions.slice(0, general.length).toSorted()).toEqual(general.toSorted());
  expect(questions.slice(general.length).some((each) => each.includes('userId'))).toBe(true);
});

test('of a large one no more is drawn than was said, of every answer something, and the same from the same seed', () => {
  const most = { generalMax: 20, generalDrawn: 18, personalDrawn: 8 };
  const drawn = some(SCOPE, most);
  expect(drawn.length).toBeLessThanOrEqual(26);
  expect(new Set(drawn.map(({ name }) => name))).toEqual(new Set(Object.keys(ANSWERS)));
  const all = new Set([...everyQuestion(SCOPE)].map(text));
  expect(drawn.every((each) => all.has(text(each)))).toBe(true);
  expect(some(SCOPE, most)).toEqual(drawn);
  expect(some(SCOPE, most, 2)).not.toEqual(drawn);
});

test('a sample is so many of what was offered, each equally likely', () => {
  const kept = Array.from({ length: 10 }, () => 0);
  const random = randomFrom(7);
  for (let run = 0; run < 2_000; run += 1) {
    const sample = sampleOf<number>(random, 3);
    for (let item = 0; item < 10; item += 1) sample.offer(item);
    expect(new Set(sample.kept).size).toBe(3);
    for (const item of sample.kept) kept[item]! += 1;
  }
  for (const times of kept) expect(Math.abs(times - 600)).toBeLessThan(100);
});
