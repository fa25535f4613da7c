import * as fc from 'fast-check';
import {
  type Decimal,
  add,
  compareDecimals,
  formatDecimal,
  isPrice,
  negate,
  parseDecimal,
  roundHalfEven,
  subtract,
  sum,
  times,
  widen,
} from '#kernel/decimal.js';

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 8 }))
  .map(([units, scale]): Decimal => ({ units, scale }));

/** Half-even, digit by digit on the text: no division. */
function slowHalfEven(text: string, scale: number): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const kept = fraction.slice(0, scale).padEnd(scale, '0');
  const rest = fraction.slice(scale);
  const last = Number(`${whole}${kept}`.at(-1));
  const half = `5${'0'.repeat(Math.max(0, rest.length - 1))}`;
  const up = rest > half || (rest === half && last % 2 === 1);
  const digits = `0${whole}${kept}`.split('').map(Number);
  for (let index = digits.length - 1, carry = up; carry; index -= 1) {
    carry = digits[index] === 9;
    digits[index] = carry ? 0 : digits[index]! + 1;
  }
  const joined = digits.join('');
  const cut = joined.length - scale;
  const integer = joined.slice(0, cut).replace(/^0+(?=\d)/, '');
  const result = scale === 0 ? integer : `${integer}.${joined.slice(cut)}`;
  return negative && /[1-9]/.test(result) ? `-${result}` : result;
}

test('rounding is half-even, as digits on paper, for any decimal', () => {
  fc.assert(
    fc.property(anyDecimal, fc.integer({ min: 0, max: 4 }), (value, scale) => {
      expect(formatDecimal(roundHalfEven(value, scale))).toBe(slowHalfEven(formatDecimal(value), scale));
    }),
    { numRuns: 2_000 },
  );
});

test('ties go to the even neighbour', () => {
  const anyTie = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(anyTie, ([cents, finer]) => {
      const tie: Decimal = { units: cents * 10n ** BigInt(finer) + 5n * 10n ** BigInt(finer - 1), scale: 2 + finer };
      const { units, scale } = roundHalfEven(tie, 2);
      expect(scale).toBe(2);
      expect(units % 2n).toBe(0n);
      expect(units === cents || units === cents + 1n).toBe(true);
    }),
  );
});

test.each([
  ['0.005', '0.00'],
  ['0.015', '0.02'],
  ['0.025', '0.02'],
  ['0.0250001', '0.03'],
  ['-0.005', '0.00'],
  ['-0.015', '-0.02'],
  ['-0.025', '-0.02'],
  ['9.995', '10.00'],
  ['2', '2.00'],
])('%s to cents is %s', (text, cents) => {
  expect(formatDecimal(roundHalfEven(parseDecimal(text), 2))).toBe(cents);
});

test('what is written is read as the same decimal', () => {
  fc.assert(fc.property(anyDecimal, (value) => expect(parseDecimal(formatDecimal(value))).toEqual(value)));
  expect(['1234', '-0.05', '0.0000', '0'].map((text) => formatDecimal(parseDecimal(text)))).toEqual([
    '1234',
    '-0.05',
    '0.0000',
    '0',
  ]);
});

test('arithmetic is exact: what is added can be taken away, and a product is the sum of its addends', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, fc.integer({ min: 0, max: 50 }), (a, b, quantity) => {
      expect(compareDecimals(subtract(add(a, b), b), a)).toBe(0);
      expect(compareDecimals(times(a, quantity), sum(Array.from({ length: quantity }, () => a)))).toBe(0);
      expect(add(a, b).scale).toBe(Math.max(a.scale, b.scale));
      expect(compareDecimals(a, b)).toBe(-compareDecimals(b, a) + 0);
      expect(compareDecimals(widen(a, 9), a)).toBe(0);
      expect(compareDecimals(add(a, negate(a)), { units: 0n, scale: 0 })).toBe(0);
    }),
  );
});

test('0.1 and 0.2 make 0.3', () => {
  expect(formatDecimal(sum(['0.1', '0.2'].map(parseDecimal)))).toBe('0.3');
});

test.each(['0', '0.1', '10.00', '49.99', '0.0001', '999999999999.9999'])('%s is a price', (text) => {
  expect(isPrice(text)).toBe(true);
});

test.each([
  '',
  '-1',
  '+1',
  '1.',
  '.5',
  '01',
  '1.00001',
  '1e3',
  '1,5',
  ' 1',
  '1 ',
  '1\n',
  'NaN',
  'Infinity',
  '0x10',
  '1_000',
  '１',
  '1000000000000',
])('%p is no price', (text) => {
  expect(isPrice(text)).toBe(false);
});

test.each(['', 'x', '1.', '.1', '1e3', '--1'])('%p is no decimal: a defect', (text) => {
  expect(() => parseDecimal(text)).toThrow(`not a decimal: ${text}`);
});
