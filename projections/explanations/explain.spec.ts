import { recorded } from '../../test/support/domain/asked.js';
import { NOW, day } from '../../test/support/domain/given.js';
import {
  type GivenEvent,
  announced,
  assigned,
  defined,
  late,
  opened,
  purchased,
  registered,
  released,
  started,
} from '../../test/support/reference/given.js';

const JAN = day(1);
const ann = { userId: 'ann', product: 'qm' };
const happened = (at: string, type: GivenEvent[1], data: object = {}): GivenEvent => [
  at,
  type,
  { product: 'qm', ...data },
];
const deactivated = (at: string): GivenEvent => [at, 'UserDeactivated', { userId: 'ann' }];

interface Told {
  readonly licensed: boolean;
  readonly access: boolean;
  readonly reason: string;
  readonly decisive: { readonly type: string; readonly position: number } | null;
  readonly evidence: readonly {
    readonly type: string;
    readonly position: number;
    readonly effectiveAt: string;
    readonly data: object;
  }[];
}

async function explained(events: readonly GivenEvent[], at: string = NOW, of: object = {}): Promise<Told> {
  const { ask } = await recorded(...events);
  return (await ask('explain', { ...ann, at, ...of })) as unknown as Told;
}

async function row(events: readonly GivenEvent[], at: string = NOW): Promise<unknown> {
  const { licensed, access, reason, decisive } = await explained(events, at);
  return [licensed, access, reason, decisive?.position ?? null];
}

const acme = [opened(JAN), registered(JAN, 'ann')];
const seat = [defined('qm'), ...acme, assigned(day(5), 'ann', 'qm')];

describe('the first row that applies', () => {
  const hall = (provisioning: 'account-wide' | 'unmanaged' | 'metered', ...more: readonly GivenEvent[]) => [
    defined('qm', { provisioning }),
    ...acme,
    ...more,
  ];
  const subscribed = happened(day(3), 'ProductSubscribed');
  const concurrent = happened(day(3), 'PricingModelChanged', { pricingModel: 'concurrent' });
  const suite = (product: string) => defined(product, { includes: ['qm'] });
  const program = (at = day(2), programId = 'p') => announced(at, programId, ['qm'], ['restricted', 'EU', day(1, 12)]);

  test.each<[string, readonly GivenEvent[], readonly [boolean, boolean, string, number | null]]>([
    ['nobody opened the account', [defined('qm')], [false, false, 'account-not-open', null]],
    ['nobody registered the user', [defined('qm'), opened(JAN)], [false, false, 'user-not-registered', null]],
    ['nobody defined the product', acme, [false, false, 'product-unknown', null]],
    ['the user is inactive', [...seat, deactivated(day(6))], [false, false, 'user-inactive', 5]],
    ['never subscribed', hall('account-wide'), [false, false, 'not-subscribed', null]],
    [
      'unsubscribed',
      hall('unmanaged', subscribed, happened(day(4), 'ProductUnsubscribed')),
      [false, false, 'not-subscribed', 5],
    ],
    ['account-wide', hall('account-wide', subscribed), [true, true, 'account-wide', 4]],
    ['unmanaged', hall('unmanaged', subscribed), [true, true, 'subscription', 4]],
    ['metered', hall('metered', subscribed), [true, true, 'subscription', 4]],
    [
      'a trial comes before a seat',
      [...seat, happened(day(6), 'TrialStarted', { endsAt: day(1, 12) })],
      [true, true, 'trial', 5],
    ],
    [
      'a trial that is over is none',
      [...seat, happened(day(6), 'TrialStarted', { endsAt: NOW })],
      [true, true, 'seat', 4],
    ],
    [
      'concurrent pricing comes before a seat',
      [...seat, concurrent, purchased(day(4), 'qm', 1)],
      [true, true, 'concurrent-pricing', 5],
    ],
    ['concurrent pricing without capacity', [...seat, concurrent], [false, false, 'concurrent-pricing', 5]],
    [
      'concurrent pricing from the opening',
      [defined('qm', { complimentary: 1 }), opened(JAN, { pricingModel: 'concurrent' }), registered(JAN, 'ann')],
      [true, true, 'concurrent-pricing', 2],
    ],
    [
      'a seat that lacks what it requires',
      [defined('qm', { requires: [['gone']] }), ...seat.slice(1)],
      [false, false, 'prerequisite-missing', null],
    ],
    ['a seat', seat, [true, true, 'seat', 4]],
    [
      'a seat that includes it',
      [defined('qm'), suite('s'), ...acme, assigned(day(5), 'ann', 's')],
      [true, true, 'included', 5],
    ],
    [
      'of several the earliest held',
      [defined('qm'), suite('a'), suite('b'), ...acme, assigned(day(5), 'ann', 'b'), assigned(day(6), 'ann', 'a')],
      [true, true, 'included', 6],
    ],
    [
      'of several held since one instant the first by id',
      [defined('qm'), suite('a'), suite('b'), ...acme, assigned(day(5), 'ann', 'b'), assigned(day(5), 'ann', 'a')],
      [true, true, 'included', 7],
    ],
    ['a transition', [defined('qm'), program(), ...acme], [false, true, 'transition', 2]],
    [
      'of several programs the first announced',
      [defined('qm'), program(day(2), 'z'), program(day(3), 'a'), ...acme],
      [false, true, 'transition', 2],
    ],
    [
      'a transition that is over',
      [defined('qm'), program(), ...acme, started(day(4), 'p', 'restricted', 'EU')],
      [false, false, 'never-assigned', null],
    ],
    [
      'a seat comes before a transition, and that before a released one',
      [defined('qm'), program(), ...acme, assigned(day(5), 'ann', 'qm'), released(day(6), 'ann', 'qm')],
      [false, true, 'transition', 2],
    ],
    ['a released seat', [...seat, released(day(6), 'ann', 'qm')], [false, false, 'seat-released', 5]],
    [
      'a seat that a deactivation ended',
      [...seat, deactivated(day(6)), [day(7), 'UserReactivated', { userId: 'ann' }]],
      [false, false, 'seat-released', 5],
    ],
    ['never a seat', [defined('qm'), ...acme], [false, false, 'never-assigned', null]],
  ])('%s', async (_, events, expected) => {
    expect(await row(events)).toEqual(expected);
  });

  test('account-wide: every active user, once subscribed', async () => {
    const events = [
      defined('qm', { provisioning: 'account-wide' }),
      ...acme,
      registered(JAN, 'bob'),
      happened(day(3), 'ProductSubscribed'),
      [day(5), 'UserDeactivated', { userId: 'bob' }] as const,
    ];
    const licensed = async (userId: string, at: string): Promise<boolean> =>
      (await explained(events, at, { userId })).licensed;
    expect(await Promise.all(['ann', 'bob'].map((userId) => licensed(userId, day(2))))).toEqual([false, false]);
    expect(await Promise.all(['ann', 'bob'].map((userId) => licensed(userId, day(3))))).toEqual([true, true]);
    expect(await Promise.all(['ann', 'bob'].map((userId) => licensed(userId, day(5))))).toEqual([true, false]);
  });

  test('is refused only as invalid-input, known-in-future or position-not-reached: whoever is unknown is explained', async () => {
    const { ask } = await recorded();
    expect(await ask('explain', { accountId: 'nobody', userId: 'no', product: 'no' })).toMatchObject({
      reason: 'account-not-open',
      evidence: [],
    });
    await expect(ask('explain', { userId: 'a b', product: 'qm' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(ask('explain', { ...ann, knownAt: '2026-06-15T12:00:00.001Z' })).rejects.toMatchObject({
      code: 'known-in-future',
    });
  });
});

describe('decisive', () => {
  test('tells type, effectiveAt, recordedAt, actor, position', async () => {
    const { decisive } = await explained([...seat.slice(0, 3), late(assigned(day(5), 'ann', 'qm'), day(9))]);
    expect(decisive).toEqual({
      type: 'SeatAssigned',
      effectiveAt: '2026-01-05T00:00:00.000Z',
      recordedAt: '2026-01-09T00:00:00.000Z',
      actor: 'given',
      position: 4,
    });
  });

  test('of a seat is the SeatAssigned that began the holding, over sources that come and go and touching ones', async () => {
    const moves = [
      assigned(day(6), 'ann', 'qm', 'role:agent'),
      released(day(7), 'ann', 'qm'),
      released(day(8), 'ann', 'qm', 'role:agent'),
      assigned(day(8), 'ann', 'qm'),
    ];
    expect(await row([...seat, ...moves])).toEqual([true, true, 'seat', 4]);
    expect(await row([...seat, ...moves, released(day(9), 'ann', 'qm'), assigned(day(10), 'ann', 'qm')])).toEqual([
      true,
      true,
      'seat',
      10,
    ]);
  });

  test('of a released seat is what ended the last holding that had a length', async () => {
    const blink = [assigned(day(9), 'ann', 'qm'), released(day(9), 'ann', 'qm')];
    expect(await row([...seat, released(day(6), 'ann', 'qm'), ...blink])).toEqual([false, false, 'seat-released', 5]);
  });
});

describe('evidence is all events that bear on the answer, by (effectiveAt, position)', () => {
  const shown = ({ evidence }: Told): string[] => evidence.map(({ position, type }) => `${position} ${type}`);

  test('a story that a support person can read: assignment, release, deactivation, phases, trial', async () => {
    const story: readonly GivenEvent[] = [
      defined('qm'),
      defined('other'),
      opened(JAN),
      registered(JAN, 'ann'),
      registered(JAN, 'bob'),
      announced(day(2), 'p', ['qm'], ['restricted', null, day(1, 2)]),
      announced(day(2), 'elsewhere', ['other'], ['restricted', null, day(1, 2)]),
      assigned(day(3), 'ann', 'qm'),
      assigned(day(3), 'bob', 'qm'),
      assigned(day(3), 'ann', 'other'),
      happened(day(4), 'TrialStarted', { endsAt: day(8) }),
      [day(5), 'TrialStarted', { product: 'other', endsAt: day(8) }],
      deactivated(day(6)),
      [day(7), 'UserReactivated', { userId: 'ann' }],
      [
        day(20),
        'EnforcementPhaseRescheduled',
        { programId: 'p', phase: 'restricted', region: null, startsAt: day(1, 3) },
      ],
      purchased(day(21), 'qm', 5),
      started(day(1, 3), 'p', 'restricted', null),
      assigned(day(2, 3), 'ann', 'qm'),
      late(released(day(5), 'ann', 'qm'), day(1, 4)),
      released(day(1, 5), 'ann', 'qm'),
    ];
    const told = await explained(story);
    expect(told).toMatchObject({ reason: 'seat-released', decisive: { position: 20 } });
    expect(shown(told)).toEqual([
      '4 UserRegistered',
      '6 EnforcementProgramAnnounced',
      '8 SeatAssigned',
      '11 TrialStarted',
      '19 SeatReleased',
      '13 UserDeactivated',
      '14 UserReactivated',
      '15 EnforcementPhaseRescheduled',
      '17 EnforcementPhaseStarted',
      '18 SeatAssigned',
      '20 SeatReleased',
    ]);
    expect(told.evidence[2]).toEqual({
      position: 8,
      type: 'SeatAssigned',
      effectiveAt: '2026-01-03T00:00:00.000Z',
      recordedAt: '2026-01-03T00:00:00.000Z',
      actor: 'given',
      reason: null,
      data: { product: 'qm', userId: 'ann', source: 'manual' },
    });
    expect(shown(await explained(story, day(1, 4), { knownAt: day(10) }))).not.toContain('19 SeatReleased');
    expect(shown(await explained(story, day(4)))).toEqual([
      '4 UserRegistered',
      '6 EnforcementProgramAnnounced',
      '8 SeatAssigned',
      '11 TrialStarted',
    ]);
  });

  test('seats of what it requires and of what includes it are in the story', async () => {
    const world = [
      defined('qm', { requires: [['base']] }),
      defined('base'),
      defined('suite', { includes: ['qm'] }),
      defined('bundle', { includes: ['base'] }),
      defined('other'),
      ...acme,
    ];
    const seats = ['base', 'suite', 'bundle', 'other', 'qm'].map((product, index) =>
      assigned(day(2 + index), 'ann', product),
    );
    expect(shown(await explained([...world, ...seats]))).toEqual([
      '7 UserRegistered',
      '8 SeatAssigned',
      '9 SeatAssigned',
      '10 SeatAssigned',
      '12 SeatAssigned',
    ]);
  });

  test("subscription, limits and this month's use are in the story of a metered product", async () => {
    const used = (at: string, usageId: string): GivenEvent => happened(at, 'UsageRecorded', { usageId, quantity: 1 });
    const world = [
      defined('qm', { provisioning: 'metered' }),
      ...acme,
      happened(day(2), 'ProductSubscribed'),
      happened(day(3), 'UsageLimitSet', { limit: 9 }),
    ];
    expect(shown(await explained([...world, used(day(4), 'a'), used(day(2, 6), 'b')]))).toEqual([
      '3 UserRegistered',
      '4 ProductSubscribed',
      '5 UsageLimitSet',
      '7 UsageRecorded',
    ]);
  });

  test('pricing and licences are in the story under concurrent pricing only', async () => {
    const world = [defined('qm'), ...acme, purchased(day(2), 'qm', 1)];
    const concurrent = happened(day(3), 'PricingModelChanged', { pricingModel: 'concurrent' });
    expect(shown(await explained([...world, concurrent]))).toEqual([
      '2 AccountOpened',
      '3 UserRegistered',
      '4 LicensePurchased',
      '5 PricingModelChanged',
    ]);
    expect(shown(await explained(world))).toEqual(['3 UserRegistered']);
  });

  test('the decisive event is among them, whatever the reason', async () => {
    const concurrent = opened(JAN, { pricingModel: 'concurrent' });
    const stories: readonly (readonly GivenEvent[])[] = [
      seat,
      [...seat, deactivated(day(6))],
      [...seat, released(day(6), 'ann', 'qm')],
      [defined('qm'), concurrent, registered(JAN, 'ann')],
      [defined('qm'), announced(day(2), 'p', ['qm'], ['restricted', null, day(1, 12)]), ...acme],
      [defined('qm'), defined('s', { includes: ['qm'] }), ...acme, assigned(day(5), 'ann', 's')],
      [...seat, happened(day(6), 'TrialStarted', { endsAt: day(1, 12) })],
      [
        defined('qm', { provisioning: 'unmanaged' }),
        ...acme,
        happened(day(3), 'ProductSubscribed'),
        happened(day(4), 'ProductUnsubscribed'),
      ],
    ];
    for (const events of stories) {
      const { decisive, evidence } = await explained(events);
      expect(evidence.map(({ position }) => position)).toContain(decisive?.position);
    }
  });
});
