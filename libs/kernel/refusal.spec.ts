import { REFUSAL_CODES, Refusal, invalid } from '#kernel/refusal.js';

test('a refusal tells its code, what is wrong, and the fields that are', () => {
  const refusal = invalid('months', 'a positive multiple of 3');
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({
    name: 'Refusal',
    code: 'invalid-input',
    message: 'months: expected a positive multiple of 3',
    errors: [{ field: 'months', expected: 'a positive multiple of 3' }],
  });
  expect(new Refusal('no-trial', 'none').errors).toEqual([]);
});

test('each code is told once, in words joined by hyphens', () => {
  expect(new Set(REFUSAL_CODES).size).toBe(REFUSAL_CODES.length);
  expect(REFUSAL_CODES.filter((code) => !/^[a-z]+(-[a-z]+)+$/.test(code))).toEqual([]);
});
