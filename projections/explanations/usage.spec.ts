import { recorded } from '../../test/support/domain/asked.js';
import { day } from '../../test/support/domain/given.js';
import { type GivenEvent, defined, late, opened, registered } from '../../test/support/reference/given.js';

const JAN = day(1);
const limit = (at: string, value: number | null): GivenEvent => [
  at,
  'UsageLimitSet',
  { product: 'calls', limit: value },
];
const used = (at: string, usageId: string, quantity: number): GivenEvent => [
  at,
  'UsageRecorded',
  { product: 'calls', usageId, quantity },
];

/** Position 4 is the subscription, 5 and on what is given. */
async function explained(at: string, basePack: number, ...events: readonly GivenEvent[]): Promise<unknown> {
  const calls = defined('calls', { provisioning: 'metered', basePack });
  const subscribed: GivenEvent = [JAN, 'ProductSubscribed', { product: 'calls' }];
  const { ask } = await recorded(
    calls,
    opened(JAN, { timeZone: 'America/New_York' }),
    registered(JAN, 'ann'),
    subscribed,
    ...events,
  );
  const { reason, decisive, evidence } = await ask('explain', { userId: 'ann', product: 'calls', at });
  const place = decisive === null ? null : (decisive as { position: number }).position;
  const told = (evidence as { position: number }[]).map(({ position }) => position);
  if (place !== null) expect(told).toContain(place);
  return [reason, place];
}

describe('usage-limit-reached is decided by the event that last took the month from below the limit to at it', () => {
  test('a UsageRecorded that crosses the line', async () => {
    const events = [limit(day(2), 3), used(day(3), 'a', 2), used(day(4), 'b', 4), used(day(5), 'c', 1)];
    expect(await explained(day(3), 0, ...events)).toEqual(['subscription', 4]);
    expect(await explained(day(9), 0, ...events)).toEqual(['usage-limit-reached', 7]);
  });

  test('a UsageLimitSet below what is used', async () => {
    expect(await explained(day(9), 1, used(day(3), 'a', 4), limit(day(5), 3))).toEqual(['usage-limit-reached', 6]);
    expect(await explained(day(9), 2, used(day(3), 'a', 4), limit(day(5), 3))).toEqual(['subscription', 4]);
  });

  test('the last crossing, where the limit was raised between', async () => {
    const events = [limit(day(2), 3), used(day(3), 'a', 3), limit(day(4), 5), used(day(5), 'b', 2), limit(day(6), 4)];
    expect(await explained(day(4), 0, ...events)).toEqual(['subscription', 4]);
    expect(await explained(day(9), 0, ...events)).toEqual(['usage-limit-reached', 8]);
  });

  test('the month begins anew at local midnight on the 1st', async () => {
    const events = [limit(day(2), 3), used(day(3), 'a', 3)];
    expect(await explained('2026-02-01T04:59:59.999Z', 0, ...events)).toEqual(['usage-limit-reached', 6]);
    expect(await explained('2026-02-01T05:00:00Z', 0, ...events)).toEqual(['subscription', 4]);
  });

  test('a known usageId takes nothing across the line', async () => {
    expect(await explained(day(9), 0, limit(day(2), 3), used(day(3), 'a', 2), used(day(4), 'a', 9))).toEqual([
      'subscription',
      4,
    ]);
  });
});

describe('limit 0', () => {
  test('with no base pack is reached from the moment it is set, in every month after too', async () => {
    expect(await explained(day(1, 3), 0, limit(day(2), 0))).toEqual(['usage-limit-reached', 5]);
    expect(await explained(day(2), 0, limit(day(2), 0))).toEqual(['usage-limit-reached', 5]);
  });

  test('with a base pack is reached where that is used up', async () => {
    const events = [limit(day(2), 0), used(day(3), 'a', 10)];
    expect(await explained(day(2), 10, ...events)).toEqual(['subscription', 4]);
    expect(await explained(day(3), 10, ...events)).toEqual(['usage-limit-reached', 6]);
    expect(await explained(day(2, 2), 10, ...events)).toEqual(['subscription', 4]);
  });

  test('raised and set again: the last one that set it', async () => {
    const events = [limit(day(2), 0), limit(day(3), 5), limit(day(4), 0)];
    expect(await explained(day(1, 3), 0, ...events)).toEqual(['usage-limit-reached', 7]);
  });

  test("set in an earlier month whose own use had reached a higher limit: the limit set, not that month's use", async () => {
    const events = [limit(day(2), 5), used(day(3), 'a', 5), limit(day(4), 0)];
    expect(await explained(day(9), 0, ...events)).toEqual(['usage-limit-reached', 6]);
    expect(await explained(day(9, 2), 0, ...events)).toEqual(['usage-limit-reached', 7]);
  });

  test('set late, it is decided by that late event', async () => {
    const events = [used(day(3), 'a', 5), late(limit(day(2), 0), day(5))];
    expect(await explained(day(9), 0, ...events)).toEqual(['usage-limit-reached', 6]);
  });
});

test('a limit lifted leaves the subscription', async () => {
  expect(await explained(day(9), 0, limit(day(2), 0), used(day(3), 'a', 5), limit(day(4), null))).toEqual([
    'subscription',
    4,
  ]);
});
