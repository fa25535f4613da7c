import { ZONED_MONTHS } from '../zoned-months.js';
import { instantOf, isoOf, monthSpan, monthSpanAt, monthsOf } from './time.js';

test.each(ZONED_MONTHS)('%s %s is from %s to %s', (timeZone, month, from, to) => {
  const span = monthSpan(month, timeZone);
  expect([isoOf(span.from), isoOf(span.to)]).toEqual([from, to]);
  expect(monthSpanAt(span.from, timeZone)).toEqual(span);
  expect(monthSpanAt(span.to - 1, timeZone)).toEqual(span);
  expect(monthSpanAt(span.from - 1, timeZone).to).toBe(span.from);
});

test('an instant belongs to the month whose span holds it, whatever the wall calendar shows', () => {
  const wallOctober = instantOf('2009-11-01T03:00:00Z');
  expect(monthSpanAt(wallOctober, 'America/St_Johns')).toEqual(monthSpan('2009-11', 'America/St_Johns'));
  const secondElevenPm = instantOf('2024-10-31T21:30:00Z');
  expect(monthSpanAt(secondElevenPm, 'Africa/Cairo')).toEqual(monthSpan('2024-10', 'Africa/Cairo'));
});

test('a period lists its months where it fits the billing', () => {
  expect(monthsOf('2026-03', 'monthly')).toEqual(['2026-03']);
  expect(monthsOf('2026-Q4', 'quarterly')).toEqual(['2026-10', '2026-11', '2026-12']);
  expect(monthsOf('2026', 'annual')?.slice(0, 2)).toEqual(['2026-01', '2026-02']);
  expect(monthsOf('2026', 'annual')).toHaveLength(12);
  expect([monthsOf('2026-13', 'monthly'), monthsOf('2026-Q5', 'quarterly'), monthsOf('2026-01', 'annual')]).toEqual([
    null,
    null,
    null,
  ]);
});
