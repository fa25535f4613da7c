import * as fc from 'fast-check';
import { type Charge, linesOf, priceFor, sortLines, subtotalOf } from '#domain/billing/lines.js';
import type { PriceVersion } from '#domain/catalog/catalog.js';
import type { InvoiceLine, Price } from '#domain/events.js';
import { minorUnits } from '#kernel/currency.js';
import {
  type Decimal,
  compareDecimals,
  formatDecimal,
  parseDecimal,
  roundHalfEven,
  sum,
  times,
} from '#kernel/decimal.js';
import { instantOf } from '#kernel/instant.js';
import { type Month, monthInterval } from '#kernel/month.js';

const MARCH = '2026-03' as Month;
const price = (committed: string, over: Partial<Price> = {}): Price => ({
  product: 'qm',
  accountId: null,
  currency: 'EUR',
  committed,
  uncommitted: committed,
  breakdown: [],
  ...over,
});
const charge = (quantity: number, kind: Charge['kind'] = 'licences'): Charge => ({
  month: MARCH,
  product: 'qm',
  kind,
  quantity,
});

describe('price in force', () => {
  const listed = (...prices: readonly (readonly [validFrom: string, committed: string])[]): PriceVersion[] =>
    prices.map(([validFrom, committed], index) => ({
      effectiveAt: instantOf(`${validFrom}T00:00:00Z`),
      position: index + 1,
      price: price(committed),
    }));
  const chosen = (contract: PriceVersion[], list: PriceVersion[]): string | undefined =>
    priceFor(monthInterval(MARCH, 'UTC'), contract, list)?.committed;

  test.each<[string, PriceVersion[], PriceVersion[], string | undefined]>([
    ['none is known', [], [], undefined],
    [
      "the contract's in force at the month's first instant comes first",
      listed(['2026-03-01', 'own']),
      listed(['2026-01-01', 'list']),
      'own',
    ],
    ['of a contract the last to come into force', listed(['2025-01-01', 'old'], ['2026-02-01', 'own']), [], 'own'],
    [
      "else the list's in force then, though a contract begins in the month",
      listed(['2026-03-02', 'own']),
      listed(['2026-03-01', 'list']),
      'list',
    ],
    [
      "else the first of either to come into force in that month: the contract's",
      listed(['2026-03-10', 'own']),
      listed(['2026-03-11', 'list']),
      'own',
    ],
    [
      "else the first of either to come into force in that month: the list's",
      listed(['2026-03-11', 'own']),
      listed(['2026-03-10', 'list']),
      'list',
    ],
    ['contract first in a tie', listed(['2026-03-10', 'own']), listed(['2026-03-10', 'list']), 'own'],
    [
      'of one kind with equal validFrom the last recorded',
      [],
      listed(['2026-01-01', 'first'], ['2026-01-01', 'last']),
      'last',
    ],
    [
      'of one kind with equal validFrom within the month the last recorded',
      [],
      listed(['2026-03-10', 'first'], ['2026-03-10', 'last'], ['2026-03-11', 'later']),
      'last',
    ],
    ["one that comes into force at the month's end is the next month's", [], listed(['2026-04-01', 'next']), undefined],
    [
      'a later change in the month does not count',
      [],
      listed(['2026-02-01', 'stands'], ['2026-03-02', 'changed']),
      'stands',
    ],
  ])('%s', (_, contract, list, expected) => {
    expect(chosen(contract, list)).toBe(expected);
  });
});

describe('lines', () => {
  const shown = (lines: readonly InvoiceLine[]): unknown[] =>
    lines.map(({ product, kind, unitPrice, amount }) => [product, kind, unitPrice, amount]);

  test("amount = quantity x unitPrice rounded half-even to the currency's minor units", () => {
    const amount = (unit: string, quantity: number, currency: string): string =>
      linesOf(charge(quantity), price(unit, { currency }))[0]!.amount;
    expect(amount('0.125', 1, 'EUR')).toBe('0.12');
    expect(amount('0.135', 1, 'EUR')).toBe('0.14');
    expect(amount('411.5', 3, 'JPY')).toBe('1234');
    expect(amount('1.2345', 1, 'KWD')).toBe('1.234');
    expect(amount('10', 3, 'EUR')).toBe('30.00');
  });

  test('unitPrice as it was given', () => {
    expect(linesOf(charge(1), price('10'))[0]!.unitPrice).toBe('10');
    expect(linesOf(charge(1), price('10.5000'))[0]!.unitPrice).toBe('10.5000');
  });

  test.each([
    ['licences', '10.00'],
    ['account-wide', '10.00'],
    ['subscription', '10.00'],
    ['overage', '12.00'],
    ['usage', '12.00'],
  ] as const)('%s is billed at %s of committed 10.00 and uncommitted 12.00', (kind, unitPrice) => {
    expect(linesOf(charge(2, kind), price('10.00', { uncommitted: '12.00' }))[0]!.unitPrice).toBe(unitPrice);
  });

  const split = {
    breakdown: [
      { product: 'cr', amount: '3.335' },
      { product: 'qm', amount: '1' },
      { product: 'cr', amount: '0.5' },
    ],
  };

  test('with breakdown a line for each part and the rest under the product itself, with the most decimals of those it came from', () => {
    expect(shown(linesOf(charge(3), price('10.00', split)))).toEqual([
      ['qm', 'licences', '5.165', '15.50'],
      ['cr', 'licences-part', '3.335', '10.00'],
      ['qm', 'licences-part', '1', '3.00'],
      ['cr', 'licences-part', '0.5', '1.50'],
    ]);
  });

  test('the rest is left out where nothing is left', () => {
    expect(shown(linesOf(charge(3), price('4.835', split)))).toEqual([
      ['cr', 'licences-part', '3.335', '10.00'],
      ['qm', 'licences-part', '1', '3.00'],
      ['cr', 'licences-part', '0.5', '1.50'],
    ]);
  });

  test('only licences are broken down', () => {
    for (const kind of ['overage', 'account-wide', 'subscription', 'usage'] as const) {
      expect(linesOf(charge(3, kind), price('10.00', split))).toHaveLength(1);
    }
  });

  test('with a breakdown the lines come to the rounded whole, always', () => {
    const units = fc.integer({ min: 0, max: 99_999 });
    const decimal = fc
      .tuple(units, fc.integer({ min: 0, max: 4 }))
      .map(([value, scale]): Decimal => ({ units: BigInt(value), scale }));
    const currencies = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF');
    fc.assert(
      fc.property(
        fc.array(decimal, { minLength: 1, maxLength: 5 }),
        decimal,
        fc.integer({ min: 1, max: 1_000_000 }),
        currencies,
        (parts, rest, quantity, currency) => {
          const committed = sum([...parts, rest]);
          const breakdown = parts.map((part, index) => ({ product: `p${index}`, amount: formatDecimal(part) }));
          const lines = linesOf(charge(quantity), price(formatDecimal(committed), { currency, breakdown }));
          const whole = roundHalfEven(times(committed, quantity), minorUnits(currency));
          expect(subtotalOf(lines, currency)).toBe(formatDecimal(whole));
          expect(lines.filter(({ kind }) => kind === 'licences-part')).toHaveLength(parts.length);
          expect(compareDecimals(sum(lines.map(({ unitPrice }) => parseDecimal(unitPrice))), committed)).toBe(0);
          for (const { amount } of lines) expect(parseDecimal(amount).scale).toBe(minorUnits(currency));
        },
      ),
    );
  });
});

test('lines by (month, product, kind), equal ones in the order they have', () => {
  const line = (month: string, product: string, kind: InvoiceLine['kind'], unitPrice: string): InvoiceLine => ({
    month: month as Month,
    product,
    kind,
    quantity: 1,
    unitPrice,
    amount: unitPrice,
  });
  const sorted = [
    line('2026-01', 'qm', 'overage', '1'),
    line('2026-02', 'a', 'usage', '2'),
    line('2026-02', 'b', 'licences', '3'),
    line('2026-02', 'b', 'licences-part', '5'),
    line('2026-02', 'b', 'licences-part', '4'),
    line('2026-02', 'b', 'overage', '0'),
  ];
  const mixed = [sorted[3]!, sorted[5]!, sorted[1]!, sorted[4]!, sorted[2]!, sorted[0]!];
  expect(sortLines(mixed)).toEqual(sorted);
});

test("a subtotal of nothing has the currency's minor units", () => {
  expect(['EUR', 'JPY', 'KWD'].map((currency) => subtotalOf([], currency))).toEqual(['0.00', '0', '0.000']);
});
