import * as fc from 'fast-check';
import { differences } from '#domain/billing/adjustment.js';
import { subtotalOf } from '#domain/billing/lines.js';
import type { InvoiceLine } from '#domain/events.js';
import { add, formatDecimal, parseDecimal, subtract } from '#kernel/decimal.js';
import type { Month } from '#kernel/month.js';

const line = (quantity: number, amount: string, over: Partial<InvoiceLine> = {}): InvoiceLine => ({
  month: '2026-01' as Month,
  product: 'qm',
  kind: 'licences',
  quantity,
  unitPrice: '10.00',
  amount,
  ...over,
});

const anyLine: fc.Arbitrary<InvoiceLine> = fc
  .record({
    month: fc.constantFrom('2026-01', '2026-02'),
    product: fc.constantFrom('qm', 'cr'),
    kind: fc.constantFrom('licences', 'licences-part', 'overage'),
    unitPrice: fc.constantFrom('10', '10.00', '0.125'),
    quantity: fc.integer({ min: -3, max: 3 }),
    cents: fc.integer({ min: -300, max: 300 }),
  })
  .map(({ cents, ...rest }) => ({ ...rest, amount: formatDecimal({ units: BigInt(cents), scale: 2 }) }) as InvoiceLine);

/** What lines come to, by what is told apart. */
function totals(lines: readonly InvoiceLine[]): Map<string, string> {
  const sums = new Map<string, { quantity: number; amount: string }>();
  for (const { month, product, kind, unitPrice, quantity, amount } of lines) {
    const key = [month, product, kind, unitPrice].join(' ');
    const before = sums.get(key) ?? { quantity: 0, amount: '0.00' };
    sums.set(key, {
      quantity: before.quantity + quantity,
      amount: formatDecimal(add(parseDecimal(before.amount), parseDecimal(amount))),
    });
  }
  const told = [...sums].filter(([, { quantity, amount }]) => quantity !== 0 || amount !== '0.00');
  return new Map(
    told.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { quantity, amount }]) => [key, `${quantity} ${amount}`]),
  );
}

test('issued and differences equal what is due, for any lines', () => {
  const anyLines = fc.array(anyLine, { maxLength: 12 });
  fc.assert(
    fc.property(anyLines, anyLines, (issued, due) => {
      const changed = differences(issued, due);
      expect(totals([...issued, ...changed])).toEqual(totals(due));
      expect(differences([...issued, ...changed], due)).toEqual([]);
      expect(
        formatDecimal(subtract(parseDecimal(subtotalOf(due, 'EUR')), parseDecimal(subtotalOf(issued, 'EUR')))),
      ).toBe(subtotalOf(changed, 'EUR'));
      const keys = changed.map(({ month, product, kind, unitPrice }) => [month, product, kind, unitPrice]);
      expect(keys).toEqual(keys.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)));
      expect(new Set(keys.map((key) => key.join(' '))).size).toBe(keys.length);
    }),
    { numRuns: 300 },
  );
});

test('a price that changed takes back the old line and adds the new one', () => {
  expect(differences([line(3, '30.00')], [line(3, '33.00', { unitPrice: '11.00' })])).toEqual([
    line(-3, '-30.00'),
    line(3, '33.00', { unitPrice: '11.00' }),
  ]);
});

test('unit prices are told apart as they were given', () => {
  expect(differences([line(1, '10.00')], [line(1, '10.00', { unitPrice: '10' })])).toEqual([
    line(1, '10.00', { unitPrice: '10' }),
    line(-1, '-10.00'),
  ]);
});

test('equal lines are summed first, zero differences left out', () => {
  expect(differences([line(1, '10.00'), line(2, '20.00')], [line(3, '30.00')])).toEqual([]);
  expect(differences([], [line(1, '10.00'), line(2, '20.00')])).toEqual([line(3, '30.00')]);
});

test('a rest whose amount alone moved is a difference of quantity zero', () => {
  expect(differences([line(3, '15.50')], [line(3, '15.49')])).toEqual([line(0, '-0.01')]);
});
