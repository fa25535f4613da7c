import * as fc from 'fast-check';
import { type Account, holdingOf, multiplierOf, trialAt } from '#domain/account/state.js';
import { instantOf } from '#kernel/instant.js';
import { NOW, day, factsOf, fold, given } from '../../../test/support/domain/given.js';
import {
  type GivenEvent,
  assigned,
  defined,
  late,
  opened,
  purchased,
  registered,
  released,
} from '../../../test/support/reference/given.js';

const JAN = day(1);
const acme = [opened(JAN), registered(JAN, 'ann')];
const happened = (at: string, type: GivenEvent[1], data: object = {}): GivenEvent => [
  at,
  type,
  { product: 'qm', userId: 'ann', ...data },
];
const seatOf = (account: Account, userId = 'ann') => account.users.get(userId)!.seats.get('qm')!;
const fit = (...events: readonly GivenEvent[]): string => shown(given(...events).account());

/** Everything that a fold made, to be compared. */
function shown(account: Account): string {
  return JSON.stringify(account, (_, value: unknown) => {
    if (value instanceof Set) return [...value];
    return value instanceof Map ? [...value] : value;
  });
}

describe('the fold is total: ignored where they do not fit', () => {
  test.each<[string, readonly GivenEvent[], GivenEvent]>([
    ['a seat assigned to an unknown user', [], assigned(day(2), 'zoe', 'qm')],
    ['a seat assigned to an inactive user', [happened(JAN, 'UserDeactivated')], assigned(day(2), 'ann', 'qm')],
    ['a source released that is not held', [assigned(JAN, 'ann', 'qm')], released(day(2), 'ann', 'qm', 'role:agent')],
    ['a source released of a user who is unknown', [], released(day(2), 'zoe', 'qm')],
    [
      'a known usageId',
      [happened(JAN, 'UsageRecorded', { usageId: 'u', quantity: 1 })],
      happened(day(2), 'UsageRecorded', { usageId: 'u', quantity: 9 }),
    ],
    ['a deactivation of who is inactive', [happened(JAN, 'UserDeactivated')], happened(day(2), 'UserDeactivated')],
    ['a reactivation of who is active', [], happened(day(2), 'UserReactivated')],
    ['a subscription that stands', [happened(JAN, 'ProductSubscribed')], happened(day(2), 'ProductSubscribed')],
    ['roles of a user who is unknown', [], happened(day(2), 'UserRolesChanged', { userId: 'zoe', roles: ['x'] })],
    ['a second registration', [], registered(day(2), 'ann', ['agent'])],
    ['a second opening', [], opened(day(2), { region: 'US' })],
  ])('%s', (_, before, event) => {
    expect(fit(...acme, ...before, event)).toBe(fit(...acme, ...before));
  });

  test('an unsubscription of what is not subscribed', () => {
    const holdings = given(...acme, happened(day(2), 'ProductUnsubscribed'))
      .account()
      .holdings.get('qm');
    expect(holdings).toMatchObject({ subscribed: null, unsubscribed: null });
  });

  test('a trial started while one runs or ended while none does', () => {
    const first = happened(JAN, 'TrialStarted', { endsAt: day(10) });
    const trial = (...events: readonly GivenEvent[]) =>
      given(...acme, ...events)
        .account()
        .holdings.get('qm')!.trial;
    expect(trial(first, happened(day(9), 'TrialStarted', { endsAt: day(20) }))!.endsAt).toBe(instantOf(day(10)));
    expect(trial(first, happened(day(10), 'TrialStarted', { endsAt: day(20) }))!.endsAt).toBe(instantOf(day(20)));
    expect(trial(first, happened(day(10), 'TrialEnded'))!.endsAt).toBe(instantOf(day(10)));
    expect(trial(first, happened(day(9), 'TrialEnded'))).toBeNull();
  });

  test('a trial runs [start, endsAt)', () => {
    const holdings = given(...acme, happened(JAN, 'TrialStarted', { endsAt: day(10) }))
      .account()
      .holdings.get('qm')!;
    expect(trialAt(holdings, instantOf('2026-01-09T23:59:59.999Z'))).not.toBeNull();
    expect(trialAt(holdings, instantOf(day(10)))).toBeNull();
  });

  test('LicenseReduced stops at 0', () => {
    const world = [...acme, purchased(JAN, 'qm', 2), happened(day(2), 'LicenseReduced', { quantity: 5 })];
    expect(
      given(...world)
        .account()
        .holdings.get('qm')!.purchased,
    ).toBe(0);
    expect(
      given(...world, purchased(day(3), 'qm', 1))
        .account()
        .holdings.get('qm')!.purchased,
    ).toBe(1);
  });

  test('all else applies; capacity, requires and subscription are never judged again', () => {
    const world = [defined('qm', { overage: 'block', requires: [['gone']] }), ...acme];
    const account = given(
      ...world,
      assigned(JAN, 'ann', 'qm'),
      happened(JAN, 'UsageRecorded', { usageId: 'u', quantity: 3 }),
    ).account();
    expect(account.holders.get('qm')).toEqual(new Set(['ann']));
    expect([...account.usage.get('qm')!.used.values()]).toEqual([3]);
  });

  test('the fold derives no seat from roles: the commands emit them', () => {
    const world = [opened(JAN), registered(JAN, 'ann', ['agent']), happened(JAN, 'RoleLinked', { role: 'agent' })];
    expect(given(...world).account().holders.size).toBe(0);
    const changed = [
      assigned(JAN, 'ann', 'qm', 'role:agent'),
      happened(day(2), 'UserRolesChanged', { roles: [] }),
      happened(day(3), 'RoleUnlinked', { role: 'agent' }),
    ];
    expect(seatOf(given(...world, ...changed).account()).sources).toEqual(['role:agent']);
  });
});

describe('a seat', () => {
  test('is held while it has one source', () => {
    const seat = (...events: readonly GivenEvent[]) => seatOf(given(...acme, ...events).account());
    const both = [assigned(day(2), 'ann', 'qm'), assigned(day(3), 'ann', 'qm', 'role:agent')];
    expect(seat(...both).sources).toEqual(['manual', 'role:agent']);
    expect(seat(...both, released(day(4), 'ann', 'qm'))).toMatchObject({
      sources: ['role:agent'],
      current: { from: instantOf(day(2)) },
    });
    expect(seat(...both, released(day(4), 'ann', 'qm'), released(day(5), 'ann', 'qm', 'role:agent'))).toMatchObject({
      sources: [],
      current: null,
      last: { from: instantOf(day(2)), to: instantOf(day(5)), began: { position: 3 }, ended: { position: 6 } },
    });
  });

  test('a holding of no length never was', () => {
    const { current, last } = seatOf(
      given(...acme, assigned(day(2), 'ann', 'qm'), released(day(2), 'ann', 'qm')).account(),
    );
    expect({ current, last }).toEqual({ current: null, last: null });
  });

  test('a holding of no length in a touching place changes neither what was nor what ended it', () => {
    const world = [...acme, assigned(day(2), 'ann', 'qm'), released(day(5), 'ann', 'qm')];
    const blink = [assigned(day(5), 'ann', 'qm'), released(day(5), 'ann', 'qm')];
    expect(seatOf(given(...world, ...blink).account()).last).toEqual(seatOf(given(...world).account()).last);
    expect(seatOf(given(...world, ...blink, assigned(day(5), 'ann', 'qm')).account())).toMatchObject({
      current: { from: instantOf(day(5)) },
    });
  });

  test('touching intervals are one unbroken holding', () => {
    const touching = [
      assigned(day(2), 'ann', 'qm'),
      released(day(5), 'ann', 'qm'),
      assigned(day(5), 'ann', 'qm', 'role:agent'),
    ];
    expect(holdingOf(seatOf(given(...acme, ...touching).account()))).toMatchObject({
      from: instantOf(day(2)),
      began: { position: 3 },
    });
    expect(seatOf(given(...acme, ...touching, happened(day(9), 'UserDeactivated')).account()).last).toMatchObject({
      from: instantOf(day(2)),
      to: instantOf(day(9)),
      ended: { type: 'UserDeactivated' },
    });
  });

  test('deactivated and back at one instant, the holding that begins then is the one that was', () => {
    const blink = [
      assigned(day(2), 'ann', 'qm'),
      happened(day(5), 'UserDeactivated'),
      happened(day(5), 'UserReactivated'),
      assigned(day(5), 'ann', 'qm'),
    ];
    expect(holdingOf(seatOf(given(...acme, ...blink).account()))).toMatchObject({ from: instantOf(day(2)) });
  });
});

test('a licence counts once per 3 months of retention; days are free; never set: multiplier 1', () => {
  const multiplier = (retention: { days: number | null; months: number | null } | null): number =>
    multiplierOf({
      ...given(...acme, purchased(JAN, 'qm', 1))
        .account()
        .holdings.get('qm')!,
      retention,
    });
  expect(
    [null, { days: 14, months: null }, { days: null, months: 3 }, { days: null, months: 12 }].map(multiplier),
  ).toEqual([1, 0, 1, 4]);
});

test('the fold is ordered by (effectiveAt, position): a late fact takes its place', () => {
  const world = [...acme, assigned(day(5), 'ann', 'qm'), late(happened(day(3), 'UserDeactivated'), day(9))];
  expect(fold(factsOf(world), instantOf(NOW)).holders.size).toBe(0);
  const back = late(happened(day(4), 'UserReactivated'), day(10));
  expect(seatOf(fold(factsOf([...world, back]), instantOf(NOW))).current).toMatchObject({ from: instantOf(day(5)) });
});

test('counts that the fold keeps are those that its parts show, for any events', () => {
  const users = ['ann', 'bob', 'zoe'];
  const anyEvent = fc.oneof(
    fc.record({
      type: fc.constantFrom('SeatAssigned', 'SeatReleased'),
      user: fc.constantFrom(...users),
      product: fc.constantFrom('qm', 'cr'),
      source: fc.constantFrom('manual', 'role:agent'),
    }),
    fc.record({
      type: fc.constantFrom('UserDeactivated', 'UserReactivated', 'UserRegistered'),
      user: fc.constantFrom(...users),
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), anyEvent), { maxLength: 40 }), (events) => {
      const account = given(
        ...acme,
        registered(JAN, 'bob'),
        ...events.map(([date, { type, user, ...rest }]): GivenEvent => [
          day(date),
          type as GivenEvent[1],
          { userId: user, name: user, roles: [], ...rest },
        ]),
      ).account();
      const held = [...account.users.values()].flatMap(({ userId, seats }) =>
        [...seats].filter(([, seat]) => seat.current).map(([product]) => `${userId} ${product}`),
      );
      const holders = [...account.holders].flatMap(([product, ids]) =>
        [...ids].map((userId) => `${userId} ${product}`),
      );
      expect(holders.sort()).toEqual(held.sort());
      expect(account.activeUsers).toBe([...account.users.values()].filter(({ active }) => active).length);
      for (const { active, seats } of account.users.values()) {
        for (const { sources, current, last } of seats.values()) {
          expect(sources.length > 0).toBe(current !== null);
          expect(active || current === null).toBe(true);
          expect(last === null || last.from < last.to).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
});
