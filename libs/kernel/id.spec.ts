import * as fc from 'fast-check';
import { ID_LENGTH_MAX, compareIds, derivedId, isId } from '#kernel/id.js';
import { anyText } from '../../test/support/domain/texts.js';

test('an id is 1 to 128 of letters, digits, ".", "_" and "-"', () => {
  const anyId = fc.string({
    unit: fc.constantFrom(...'abzABZ019._-'.split('')),
    minLength: 1,
    maxLength: ID_LENGTH_MAX,
  });
  fc.assert(fc.property(anyId, (id) => expect(isId(id)).toBe(id !== '.' && id !== '..')));
  expect([isId('x'.repeat(128)), isId('x'.repeat(129))]).toEqual([true, false]);
});

test.each(['', ' ', '.', '..', 'a b', 'a:b', 'a/b', 'é', 'ａ', 'a\n', '\u0000', 'a*', '👍', '\ud800', 'a,b', '%61'])(
  '%p is no id',
  (text) => {
    expect(isId(text)).toBe(false);
  },
);

test('any text is an id only where each of its characters may be in one', () => {
  fc.assert(
    fc.property(anyText(140), (text) => {
      const may =
        text.length > 0 &&
        !['.', '..'].includes(text) &&
        text.length <= ID_LENGTH_MAX &&
        text.split('').every((character) => /[A-Za-z0-9._-]/.test(character));
      expect(isId(text)).toBe(may);
    }),
  );
});

test('a derived id is the same for the same parts, on every machine and in every run', () => {
  expect(derivedId('invoice', 'acme', '2026-01', 1)).toBe('7a2e47fe-b964-5933-9165-26f345063056');
  expect(derivedId('a', 'bc')).not.toBe(derivedId('ab', 'c'));
  expect(derivedId('a', 1)).not.toBe(derivedId('a', '1'));
});

test('ids are ordered by code unit, whatever the locale', () => {
  expect(['b', 'a', 'B', '_', '10', '9'].sort(compareIds)).toEqual(['10', '9', 'B', '_', 'a', 'b']);
  expect(compareIds('a', 'a')).toBe(0);
});
