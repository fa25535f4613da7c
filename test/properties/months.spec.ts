/** Months of accounts all over the world, to the millisecond: what is in one, and what is in the next. */
import * as fc from 'fast-check';
import { BROAD, corrections } from '../support/histories.js';
import { instant, iso, newLedger } from '../support/ledger.js';
import { live } from '../support/living.js';
import { LOGS, logsForTests } from '../support/logs.js';
import { monthAt } from '../support/questions.js';
import { runs } from '../support/runs.js';
import { ZONED_MONTHS } from '../support/zoned-months.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const POOL = { ...BROAD, accounts: ['acme'], users: ['ann', 'bob', 'cyd'], currencies: ['EUR'], leaving: ['ann'] };
const SIZE = { pool: POOL, least: 20, most: 60, questions: 40 };

const newLog = logsForTests();

test.each(ZONED_MONTHS)('%s %s: a millisecond before it is the month before, its end is the next', async (...row) => {
  const [timeZone, month, from, to] = [row[0], row[1], instant(row[2]), instant(row[3])];
  const { engine, clock } = await newLedger({ start: iso(from - 100 * DAY) });
  const ofAccount = { accountId: 'acme' };
  const opened = { ...ofAccount, name: 'acme', region: 'EU', timeZone, currency: 'EUR' };
  await engine.do('DefineProduct', { product: 'qm', name: 'qm', provisioning: 'assigned', overage: 'allow' });
  await engine.do('DefineProduct', { product: 'api', name: 'api', provisioning: 'metered' });
  for (const product of ['qm', 'api']) {
    await engine.do('SetPrice', { product, currency: 'EUR', committed: '1', validFrom: iso(clock.now()) });
    await engine.do('SetPrice', { product, currency: 'EUR', committed: '2', validFrom: iso(from) });
    await engine.do('SetPrice', { product, currency: 'EUR', committed: '3', validFrom: iso(to - 1) });
  }
  await engine.do('OpenAccount', { ...opened, pricingModel: 'named', billing: 'monthly' });
  await engine.do('RegisterUser', { ...ofAccount, userId: 'ann', name: 'Ann' });
  await engine.do('Subscribe', { ...ofAccount, product: 'api' });
  await engine.do('SetUsageLimit', { ...ofAccount, product: 'api', limit: 11 });
  clock.moveTo(instant(iso(to + 50 * DAY)));
  const at = (effectiveAt: number, command: string, body: object): Promise<unknown> =>
    engine.do(command, { ...ofAccount, ...body, effectiveAt: iso(effectiveAt), reason: 'late' });

  const used = [1, 10, 100, 1000];
  for (const [index, effectiveAt] of [from - 1, from, to - 1, to].entries()) {
    await at(effectiveAt, 'RecordUsage', { product: 'api', usageId: `u${index}`, quantity: used[index]! });
    await at(effectiveAt, 'PurchaseLicenses', { product: 'qm', quantity: used[index]! });
  }
  await at(from - 1, 'AssignSeats', { product: 'qm', userIds: ['ann'] });
  await at(from, 'ReleaseSeats', { product: 'qm', userIds: ['ann'] });

  const lines = async (of: string): Promise<unknown> => {
    const invoice = await engine.ask('invoice', { ...ofAccount, period: of });
    const { lines } = invoice as { lines: { product: string; kind: string; quantity: number; unitPrice: string }[] };
    return lines.map(({ product, kind, quantity, unitPrice }) => [product, kind, quantity, unitPrice]);
  };
  const peak = (of: string): Promise<unknown> => engine.ask('peak', { ...ofAccount, product: 'qm', month: of });
  const [before, after] = [-1, 1].map((months) => Temporal.PlainYearMonth.from(month).add({ months }).toString());
  expect(await lines(before!)).toEqual([
    ['api', 'subscription', 1, '1'],
    ['api', 'usage', 1, '1'],
    ['qm', 'licences', 1, '1'],
  ]);
  expect(await lines(month)).toEqual([
    ['api', 'subscription', 1, '2'],
    ['api', 'usage', 110, '2'],
    ['qm', 'licences', 111, '2'],
  ]);
  expect(await lines(after!)).toEqual([
    ['api', 'subscription', 1, '3'],
    ['api', 'usage', 1000, '3'],
    ['qm', 'licences', 1111, '3'],
  ]);
  expect(await peak(before!)).toMatchObject({ assigned: { quantity: 1, at: iso(from - 1) } });
  expect(await peak(month)).toMatchObject({
    assigned: { quantity: 0, at: null },
    licences: { quantity: 111, at: iso(to - 1) },
  });

  const reasons = [from - 1, from, from + HOUR / 2, to - 1, to, to + HOUR / 2].map(async (instant) => {
    const of = { ...ofAccount, userId: 'ann', product: 'api', at: iso(instant) };
    return ((await engine.ask('explain', of)) as { reason: string }).reason;
  });
  // 1 of 11 is used before, 10 from its first instant, 110 from its last, 1000 from the next one's first.
  const [open, reached] = ['subscription', 'usage-limit-reached'];
  expect(await Promise.all(reasons)).toEqual([open, open, open, reached, reached, reached]);
  await engine.close();
});

test.each(LOGS)(
  '%s, corrections at the edges of a month and where its clocks change are counted where the fold counts them',
  async (place) => {
    const histories = fc.constantFrom(...ZONED_MONTHS).chain(([timeZone, , from, to]) => {
      const [first, end] = [Date.parse(from), Date.parse(to)];
      const near = [
        first,
        end,
        first + HOUR,
        end - HOUR,
        first - HOUR / 2,
        first + HOUR / 2,
        end + HOUR / 2,
        ...changes(timeZone, first, end),
      ];
      return corrections(SIZE, { start: first - 40 * DAY, end: end + 35 * DAY, near, timeZone });
    });
    const property = fc.asyncProperty(histories, async (history) => {
      const ledger = await newLedger({ ...history, log: await newLog(place) });
      try {
        await live(ledger, history);
      } finally {
        await ledger.engine.close();
      }
    });
    await fc.assert(property, runs(40, place));
  },
  3_600_000,
);

/** When the zone's clocks change between two instants, and the local midnights of those days. */
function changes(timeZone: string, from: number, to: number): number[] {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  const change = start.getTimeZoneTransition('next');
  if (!change || change.epochMilliseconds >= to) return [];
  const day = change.toPlainDate();
  const midnights = [day, day.add({ days: 1 })].map((date) => date.toZonedDateTime(timeZone).epochMilliseconds);
  return [change.epochMilliseconds, ...midnights];
}

test('the months of the table have what months may have: hours lost and gained, halves of hours, no midnight', () => {
  const hours = ZONED_MONTHS.map(([, month, from, to]) => {
    const days = Temporal.PlainYearMonth.from(month).daysInMonth;
    return (Date.parse(to) - Date.parse(from)) / HOUR - 24 * days;
  });
  expect(new Set(hours)).toEqual(new Set([0, -1, 1, -0.5, 0.5, -24]));
  const zones = new Set(ZONED_MONTHS.map(([zone]) => zone));
  expect(zones.size).toBeGreaterThanOrEqual(10);
  const atMidnight = ZONED_MONTHS.filter(
    ([zone, , from]) => Temporal.Instant.from(from).toZonedDateTimeISO(zone).hour === 0,
  );
  expect(atMidnight.length).toBeLessThan(ZONED_MONTHS.length);
  expect(ZONED_MONTHS.every(([zone, month, from]) => monthAt(Date.parse(from), zone, 0) === month)).toBe(true);
});
