import { isWieldy } from './bodies.js';

test('a body with 10,000 users is wieldy', () => {
  expect(isWieldy({ userIds: Array.from({ length: 10_000 }, (_, number) => `user-${number}`) })).toBe(true);
});

test.each([
  ['lists within lists', JSON.parse(`${'['.repeat(17)}${']'.repeat(17)}`)],
  ['objects within objects', JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)],
  ['an object of many fields', Object.fromEntries(Array.from({ length: 51 }, (_, number) => [`field-${number}`, 1]))],
  ['a list of many empty lists', { userIds: Array.from({ length: 20_001 }, () => []) }],
])('%s are not', (_, body) => {
  expect(isWieldy(body)).toBe(false);
});
