import type { Facts } from '#domain/account/state.js';
import { endOf, requirePeriod } from '#domain/billing/period.js';
import { formatInstant } from '#kernel/instant.js';
import type { Billing } from '#kernel/month.js';

const facts = (billing: Billing, timeZone = 'UTC'): Facts =>
  ({ accountId: 'acme', billing, timeZone }) as unknown as Facts;

test.each<[Billing, string, number]>([
  ['monthly', '2026-03', 1],
  ['quarterly', '2026-Q1', 3],
  ['annual', '2026', 12],
])('a period that fits %s billing is such as %s', (billing, period, months) => {
  expect(requirePeriod(facts(billing), period)).toHaveLength(months);
  for (const other of ['2026-03', '2026-Q1', '2026', '2026-13', '2026-Q5', '26', '', '2026-3']) {
    if (other === period) continue;
    expect(() => requirePeriod(facts(billing), other)).toThrow(
      expect.objectContaining({ code: 'invalid-period', message: expect.stringContaining(period) as string }) as Error,
    );
  }
});

test('a period ends at local midnight on the 1st after its last month', () => {
  const end = (billing: Billing, period: string, timeZone: string): string =>
    formatInstant(endOf(requirePeriod(facts(billing), period), facts(billing, timeZone)));
  expect(end('quarterly', '2026-Q1', 'Europe/Berlin')).toBe('2026-03-31T22:00:00.000Z');
  expect(end('annual', '2026', 'America/New_York')).toBe('2027-01-01T05:00:00.000Z');
  expect(end('monthly', '2017-09', 'America/Asuncion')).toBe('2017-10-01T04:00:00.000Z');
});
