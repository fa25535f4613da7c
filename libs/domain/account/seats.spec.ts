import * as fc from 'fast-check';
import type { ProductDefinition } from '#domain/events.js';
import { NOW, day, given } from '../../../test/support/domain/given.js';
import {
  type GivenEvent,
  announced,
  assigned,
  defined,
  opened,
  purchased,
  registered,
  released,
  started,
} from '../../../test/support/reference/given.js';

const JAN = day(1);
const USERS = ['ann', 'bob', 'cy', 'dee'];
const qm = (over: Partial<ProductDefinition> = {}): GivenEvent => defined('qm', { overage: 'block', ...over });
const acme = [opened(JAN), ...USERS.map((user) => registered(JAN, user))];
const seats = (userIds: readonly string[], product = 'qm'): object => ({ product, userIds });
const gains = (user: string, product = 'qm', source = 'manual'): GivenEvent => assigned(NOW, user, product, source);
const loses = (user: string, product = 'qm', source = 'manual'): GivenEvent => released(NOW, user, product, source);
const bought = (quantity: number, product = 'qm'): GivenEvent => purchased(NOW, product, quantity);
const deactivated = (user: string): GivenEvent => [JAN, 'UserDeactivated', { userId: user }];

describe('AssignSeats', () => {
  test('gives a manual seat to each user, in the order given', () => {
    given(qm(), ...acme, purchased(JAN, 'qm', 2))
      .when('AssignSeats', seats(['bob', 'ann']))
      .emits(gains('bob'), gains('ann'));
  });

  test('a user given twice counts once', () => {
    given(qm(), ...acme, purchased(JAN, 'qm', 1))
      .when('AssignSeats', seats(['ann', 'ann']))
      .emits(gains('ann'));
  });

  test('a seat that gains a second source costs nothing more', () => {
    given(qm(), ...acme, purchased(JAN, 'qm', 1), assigned(JAN, 'ann', 'qm', 'role:agent'))
      .when('AssignSeats', seats(['ann']))
      .emits(gains('ann'));
  });

  test('a user who holds a manual seat already is left alone', () => {
    given(qm(), ...acme, purchased(JAN, 'qm', 1), assigned(JAN, 'ann', 'qm'))
      .when('AssignSeats', seats(['ann']))
      .emits();
  });
});

describe('checked in this order', () => {
  const lacking = [
    qm({ requires: [['base']] }),
    opened(JAN, { pricingModel: 'concurrent' }),
    registered(JAN, 'ann'),
    registered(JAN, 'bob'),
    deactivated('bob'),
    announced(JAN, 'spring', ['qm'], ['assignment-open', null, day(1, 12)]),
  ];
  const named: GivenEvent = [JAN, 'PricingModelChanged', { pricingModel: 'named' }];
  const open = started(day(2), 'spring', 'assignment-open', null);

  test.each(['AssignSeats', 'SaveSeats'] as const)(
    '%s: pricing model, opening, users known, active, required, capacity',
    (name) => {
      given(...lacking)
        .when(name, seats(['ann', 'bob', 'zoe']))
        .refuses('pricing-model-unsupported');
      given(...lacking, named)
        .when(name, seats(['ann', 'bob', 'zoe']))
        .refuses('assignment-not-open');
      given(...lacking, named, open)
        .when(name, seats(['ann', 'zoe', 'bob']))
        .refuses('user-not-found');
      given(...lacking, named, open)
        .when(name, seats(['ann', 'bob', 'zoe']))
        .refuses('user-inactive');
      given(...lacking, named, open)
        .when(name, seats(['ann']))
        .refuses('prerequisite-missing');
      given(...lacking, qm(), named, open)
        .when(name, seats(['ann']))
        .refuses('capacity-exceeded');
    },
  );

  test('seats are released whatever the pricing model, and before assignment opens', () => {
    given(...lacking, named, open, assigned(day(3), 'ann', 'qm'), [
      day(4),
      'PricingModelChanged',
      { pricingModel: 'concurrent' },
    ])
      .when('ReleaseSeats', seats(['ann']))
      .emits(loses('ann'));
    given(...lacking, named, assigned(day(3), 'ann', 'qm'))
      .when('ReleaseSeats', seats(['ann']))
      .emits(loses('ann'));
  });

  test("assignment is open where the entry of the account's own region has started, whatever that of every region", () => {
    const program = announced(
      JAN,
      'p',
      ['qm'],
      ['assignment-open', null, day(1, 12)],
      ['assignment-open', 'EU', day(2)],
    );
    const world = [qm({ complimentary: 1 }), ...acme, program];
    given(...world)
      .when('AssignSeats', seats(['ann']))
      .refuses('assignment-not-open');
    given(...world, started(day(2), 'p', 'assignment-open', 'EU'))
      .when('AssignSeats', seats(['ann']))
      .emits(gains('ann'));
    given(...world, started(day(2), 'p', 'assignment-open', null))
      .when('AssignSeats', seats(['ann']))
      .refuses('assignment-not-open');
  });
});

describe('requires', () => {
  const needing = (requires: string[][]): GivenEvent => qm({ overage: 'allow', requires });

  test('of each inner list at least one must be there', () => {
    const world = [needing([['a', 'b'], ['c']]), defined('a'), defined('b'), defined('c'), ...acme];
    given(...world, assigned(JAN, 'ann', 'b'), assigned(JAN, 'ann', 'c'))
      .when('AssignSeats', seats(['ann']))
      .emits(gains('ann'));
    given(...world, assigned(JAN, 'ann', 'a'), assigned(JAN, 'ann', 'b'))
      .when('AssignSeats', seats(['ann']))
      .refuses('prerequisite-missing');
    given(...world, assigned(JAN, 'ann', 'b'), assigned(JAN, 'bob', 'c'))
      .when('AssignSeats', seats(['ann']))
      .refuses('prerequisite-missing');
  });

  test('a seat of a product that includes it will do; inclusion is not transitive', () => {
    const world = [
      needing([['base']]),
      defined('base'),
      defined('suite', { includes: ['base'] }),
      defined('all', { includes: ['suite'] }),
      ...acme,
    ];
    given(...world, assigned(JAN, 'ann', 'suite'))
      .when('AssignSeats', seats(['ann']))
      .emits(gains('ann'));
    given(...world, assigned(JAN, 'ann', 'all'))
      .when('AssignSeats', seats(['ann']))
      .refuses('prerequisite-missing');
  });

  test("where it is not seat-managed, the account's subscription to it or a seat of a product that includes it", () => {
    const world = [
      needing([['hall']]),
      defined('hall', { provisioning: 'account-wide' }),
      defined('suite', { includes: ['hall'] }),
      ...acme,
    ];
    given(...world)
      .when('AssignSeats', seats(['ann']))
      .refuses('prerequisite-missing');
    given(...world, [JAN, 'ProductSubscribed', { product: 'hall' }])
      .when('AssignSeats', seats(['ann']))
      .emits(gains('ann'));
    given(...world, assigned(JAN, 'ann', 'suite'))
      .when('AssignSeats', seats(['ann']))
      .emits(gains('ann'));
  });

  test('a product that is not defined yet is not there', () => {
    given(needing([['later']]), ...acme)
      .when('AssignSeats', seats(['ann']))
      .refuses('prerequisite-missing');
  });

  test('is asked of a user who gains a seat, not of one who holds one by role', () => {
    given(needing([['base']]), defined('base'), ...acme, assigned(JAN, 'ann', 'qm', 'role:agent'))
      .when('AssignSeats', seats(['ann']))
      .emits(gains('ann'));
  });
});

describe('SaveSeats', () => {
  const held = [purchased(JAN, 'qm', 2), assigned(JAN, 'cy', 'qm'), assigned(JAN, 'bob', 'qm')];

  test('the whole selection: exactly these hold a manual seat afterwards', () => {
    const anyUsers = fc.uniqueArray(fc.constantFrom(...USERS));
    fc.assert(
      fc.property(anyUsers, anyUsers, anyUsers, (before, byRole, selected) => {
        const world = [
          qm({ overage: 'allow' }),
          ...acme,
          ...before.map((user) => assigned(JAN, user, 'qm')),
          ...byRole.map((user) => assigned(JAN, user, 'qm', 'role:agent')),
        ];
        const { recorded } = given(...world).when('SaveSeats', seats(selected));
        const after = given(...world, ...recorded).account();
        const holding = (source: string): string[] =>
          [...after.users.values()]
            .filter((user) => user.seats.get('qm')?.sources.includes(source))
            .map(({ userId }) => userId);
        expect(holding('manual').sort()).toEqual([...selected].sort());
        expect(holding('role:agent').sort()).toEqual([...byRole].sort());
      }),
      { numRuns: 100 },
    );
  });

  test('releases by userId, then assigns in the order given; a swap needs no more capacity', () => {
    given(qm(), ...acme, ...held)
      .when('SaveSeats', seats(['dee', 'ann']))
      .emits(loses('bob'), loses('cy'), gains('dee'), gains('ann'));
    given(qm(), ...acme, ...held)
      .when('SaveSeats', seats(['bob', 'dee', 'ann']))
      .refuses('capacity-exceeded');
  });

  test('leaves a seat that only roles hold alone', () => {
    given(qm(), ...acme, assigned(JAN, 'ann', 'qm', 'role:agent'))
      .when('SaveSeats', seats([]))
      .emits();
  });

  test('SaveSeats never cascades', () => {
    const world = [qm(), defined('ext', { requires: [['qm']] }), ...acme, ...held, assigned(JAN, 'bob', 'ext')];
    given(...world)
      .when('SaveSeats', seats(['cy']))
      .refuses('seat-required');
    given(...world)
      .when('ReleaseSeats', { ...seats(['bob']), cascade: true })
      .emits(loses('bob', 'ext'), loses('bob'));
  });
});

describe('ReleaseSeats', () => {
  test('only the manual source is released; a seat with role sources beside it stays', () => {
    const world = [
      qm(),
      defined('ext', { requires: [['qm']] }),
      ...acme,
      assigned(JAN, 'ann', 'qm'),
      assigned(JAN, 'ann', 'qm', 'role:agent'),
      assigned(JAN, 'ann', 'ext'),
    ];
    given(...world)
      .when('ReleaseSeats', seats(['ann']))
      .emits(loses('ann'));
  });

  test('of a seat that only roles hold: seat-held-by-role', () => {
    given(qm(), ...acme, assigned(JAN, 'ann', 'qm', 'role:agent'))
      .when('ReleaseSeats', seats(['ann']))
      .refuses('seat-held-by-role');
  });

  test('of a user without a seat changes nothing; of one who is unknown is refused', () => {
    given(qm(), ...acme)
      .when('ReleaseSeats', seats(['ann']))
      .emits();
    given(qm(), ...acme)
      .when('ReleaseSeats', seats(['zoe']))
      .refuses('user-not-found');
  });

  test('a seat that lacked what it requires before strands nobody', () => {
    const world = [
      qm(),
      defined('ext', { requires: [['qm'], ['gone']] }),
      ...acme,
      assigned(JAN, 'ann', 'qm'),
      assigned(JAN, 'ann', 'ext'),
    ];
    given(...world)
      .when('ReleaseSeats', seats(['ann']))
      .emits(loses('ann'));
  });

  test('cascade releases the seats that lean on it, and theirs, by product id', () => {
    const world = [
      qm(),
      defined('z-first', { requires: [['qm']] }),
      defined('a-second', { requires: [['z-first']] }),
      defined('m-other', { requires: [['qm', 'a-second']] }),
      ...acme,
      ...['qm', 'z-first', 'a-second', 'm-other'].map((product) => assigned(JAN, 'ann', product)),
    ];
    given(...world)
      .when('ReleaseSeats', seats(['ann']))
      .refuses('seat-required');
    given(...world)
      .when('ReleaseSeats', { ...seats(['ann']), cascade: true })
      .emits(loses('ann', 'a-second'), loses('ann', 'm-other'), loses('ann', 'qm'), loses('ann', 'z-first'));
  });

  test('cascade stops at a seat that a role holds: seat-held-by-role', () => {
    const world = [
      qm(),
      defined('ext', { requires: [['qm']] }),
      ...acme,
      assigned(JAN, 'ann', 'qm'),
      assigned(JAN, 'ann', 'ext', 'role:agent'),
    ];
    given(...world)
      .when('ReleaseSeats', { ...seats(['ann']), cascade: true })
      .refuses('seat-held-by-role');
    given(...world, assigned(JAN, 'ann', 'ext'))
      .when('ReleaseSeats', { ...seats(['ann']), cascade: true })
      .refuses('seat-held-by-role');
  });

  test('a product that includes the required one keeps the seats that lean on it', () => {
    const world = [qm(), defined('suite', { includes: ['qm'] }), defined('ext', { requires: [['qm']] }), ...acme];
    const seatsHeld = ['qm', 'suite', 'ext'].map((product) => assigned(JAN, 'ann', product));
    given(...world, ...seatsHeld)
      .when('ReleaseSeats', seats(['ann']))
      .emits(loses('ann'));
  });
});

describe('capacity', () => {
  test('capacity = max(purchased, commitment) + complimentary', () => {
    const world = [
      qm({ complimentary: 1 }),
      ...acme,
      purchased(JAN, 'qm', 1),
      [JAN, 'CommitmentSet', { product: 'qm', quantity: 2 }] as const,
    ];
    given(...world)
      .when('AssignSeats', seats(['ann', 'bob', 'cy']))
      .emitsTypes('SeatAssigned', 'SeatAssigned', 'SeatAssigned');
    given(...world)
      .when('AssignSeats', seats(USERS))
      .refuses('capacity-exceeded');
  });

  test('assigned afterwards > max(capacity, assigned before): who is in overage already may swap, not grow', () => {
    const world = [qm(), ...acme, assigned(JAN, 'ann', 'qm'), assigned(JAN, 'bob', 'qm')];
    given(...world)
      .when('SaveSeats', seats(['cy', 'dee']))
      .emitsTypes('SeatReleased', 'SeatReleased', 'SeatAssigned', 'SeatAssigned');
    given(...world)
      .when('AssignSeats', seats(['cy']))
      .refuses('capacity-exceeded');
  });

  test('allow: accepted, overage', () => {
    given(qm({ overage: 'allow' }), ...acme)
      .when('AssignSeats', seats(['ann']))
      .emits(gains('ann'));
  });

  test('auto-purchase: a LicensePurchased of exactly what brings capacity to assigned', () => {
    const auto = qm({ overage: 'auto-purchase', complimentary: 1 });
    given(auto, ...acme, purchased(JAN, 'qm', 1))
      .when('AssignSeats', seats(['ann', 'bob']))
      .emits(gains('ann'), gains('bob'));
    given(auto, ...acme, purchased(JAN, 'qm', 1))
      .when('AssignSeats', seats(USERS))
      .emits(bought(2), ...USERS.map((user) => gains(user)));
    given(auto, ...acme, purchased(JAN, 'qm', 1), [JAN, 'CommitmentSet', { product: 'qm', quantity: 2 }])
      .when('AssignSeats', seats(USERS))
      .emits(bought(2), ...USERS.map((user) => gains(user)));
  });

  test('auto-purchase of a product that is not on sale: not-for-sale', () => {
    const auto = qm({ overage: 'auto-purchase', sale: 'not-on-sale', complimentary: 1 });
    given(auto, ...acme)
      .when('AssignSeats', seats(['ann']))
      .emits(gains('ann'));
    given(auto, ...acme)
      .when('AssignSeats', seats(['ann', 'bob']))
      .refuses('not-for-sale');
  });

  test('block is relaxed to allow while a program covers the product whose restricted entry has not started', () => {
    const world = [qm(), ...acme, announced(JAN, 'p', ['qm'], ['restricted', null, day(1, 12)])];
    given(...world)
      .when('AssignSeats', seats(['ann']))
      .emits(gains('ann'));
    given(...world, started(day(2), 'p', 'restricted', null))
      .when('AssignSeats', seats(['ann']))
      .refuses('capacity-exceeded');
    given(qm(), ...acme, announced(JAN, 'p', ['qm'], ['restricted', 'US', day(1, 12)]))
      .when('AssignSeats', seats(['ann']))
      .refuses('capacity-exceeded');
  });

  test('auto-purchase is not relaxed', () => {
    given(qm({ overage: 'auto-purchase' }), ...acme, announced(JAN, 'p', ['qm'], ['restricted', null, day(1, 12)]))
      .when('AssignSeats', seats(['ann']))
      .emits(bought(1), gains('ann'));
  });
});

test('a correction is checked against state(effectiveAt, now), not against what came after', () => {
  const world = [qm(), ...acme, purchased(JAN, 'qm', 1), assigned(day(1, 3), 'ann', 'qm')];
  const late = { effectiveAt: day(1, 2), reason: 'found later' };
  given(...world)
    .when('AssignSeats', { ...seats(['bob']), ...late })
    .emits(gains('bob'));
  given(...world)
    .when('AssignSeats', seats(['bob']))
    .refuses('capacity-exceeded');
});
