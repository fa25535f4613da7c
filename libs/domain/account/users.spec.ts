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
} from '../../../test/support/reference/given.js';

const JAN = day(1);
const qm = (over: Partial<ProductDefinition> = {}): GivenEvent => defined('qm', { overage: 'block', ...over });
const linked = (role: string, product = 'qm', at = JAN): GivenEvent => [at, 'RoleLinked', { role, product }];
const unlinked = (role: string, product = 'qm', at = NOW): GivenEvent => [at, 'RoleUnlinked', { role, product }];
const gains = (user: string, source: string, product = 'qm'): GivenEvent => assigned(NOW, user, product, source);
const loses = (user: string, source: string, product = 'qm'): GivenEvent => released(NOW, user, product, source);
const roles = (userId: string, names: readonly string[]): GivenEvent => [
  NOW,
  'UserRolesChanged',
  { userId, roles: names },
];
const deactivated = (userId: string, at = day(2)): GivenEvent => [at, 'UserDeactivated', { userId }];
const agent = 'role:agent';
const lead = 'role:lead';

describe('RegisterUser', () => {
  const ann = { userId: 'ann', name: 'Ann' };

  test('registers the user, then gives the seats that its roles are linked to, by product id', () => {
    given(defined('z'), qm({ overage: 'allow' }), opened(JAN), linked('agent', 'z'), linked('agent'), linked('lead'))
      .when('RegisterUser', { ...ann, roles: ['lead', 'agent'] })
      .emits(
        [NOW, 'UserRegistered', { ...ann, roles: ['lead', 'agent'] }],
        gains('ann', agent),
        gains('ann', lead),
        gains('ann', agent, 'z'),
      );
  });

  test('whether a user exists already is judged on all that is known now, whatever the instant', () => {
    const late = { effectiveAt: day(1, 2), reason: 'forgotten' };
    given(opened(JAN), registered(day(1, 3), 'ann'))
      .when('RegisterUser', { ...ann, ...late })
      .refuses('user-exists');
    given(opened(JAN), registered(JAN, 'ann')).when('RegisterUser', ann).refuses('user-exists');
    given(opened(JAN), registered(JAN, 'bob'))
      .when('RegisterUser', { ...ann, ...late })
      .emits([NOW, 'UserRegistered', { ...ann, roles: [] }]);
  });

  test('role seats obey capacity and the policy in force like others', () => {
    const world = [opened(JAN), linked('agent')];
    const register = { ...ann, roles: ['agent'] };
    given(qm(), ...world)
      .when('RegisterUser', register)
      .refuses('capacity-exceeded');
    given(qm({ overage: 'allow' }), ...world)
      .when('RegisterUser', register)
      .emitsTypes('UserRegistered', 'SeatAssigned');
    given(qm({ overage: 'auto-purchase' }), ...world)
      .when('RegisterUser', register)
      .emits([NOW, 'UserRegistered', register], purchased(NOW, 'qm', 1), gains('ann', agent));
    given(qm({ overage: 'auto-purchase', sale: 'not-on-sale' }), ...world)
      .when('RegisterUser', register)
      .refuses('not-for-sale');
  });

  test('requires, assignment-not-open and the pricing model are not checked for role seats', () => {
    const program = announced(JAN, 'p', ['qm'], ['assignment-open', null, day(1, 12)]);
    given(
      qm({ requires: [['gone']], complimentary: 1 }),
      opened(JAN, { pricingModel: 'concurrent' }),
      program,
      linked('agent'),
    )
      .when('RegisterUser', { ...ann, roles: ['agent'] })
      .emitsTypes('UserRegistered', 'SeatAssigned');
  });
});

describe('ChangeRoles', () => {
  const world = [
    qm({ overage: 'allow' }),
    defined('cr'),
    opened(JAN),
    registered(JAN, 'ann', ['agent']),
    linked('agent'),
    linked('lead', 'cr'),
  ];

  test('makes the role sources equal what links and roles say at that instant', () => {
    given(...world, assigned(JAN, 'ann', 'qm', agent), assigned(JAN, 'ann', 'qm'))
      .when('ChangeRoles', { userId: 'ann', roles: ['lead'] })
      .emits(roles('ann', ['lead']), gains('ann', lead, 'cr'), loses('ann', agent));
  });

  test('also where the roles stood already', () => {
    given(...world)
      .when('ChangeRoles', { userId: 'ann', roles: ['agent'] })
      .emits(gains('ann', agent));
    given(...world, assigned(JAN, 'ann', 'qm', agent))
      .when('ChangeRoles', { userId: 'ann', roles: ['agent', 'agent'] })
      .emits();
  });

  test('of an inactive user moves no seat', () => {
    given(...world, deactivated('ann'))
      .when('ChangeRoles', { userId: 'ann', roles: ['lead'] })
      .emits(roles('ann', ['lead']));
  });

  test('of a user who is unknown, at that instant: user-not-found', () => {
    given(...world)
      .when('ChangeRoles', { userId: 'zoe', roles: [] })
      .refuses('user-not-found');
    given(opened(JAN), registered(day(1, 3), 'ann'))
      .when('ChangeRoles', { userId: 'ann', roles: [], effectiveAt: day(1, 2), reason: 'late' })
      .refuses('user-not-found');
  });
});

describe('DeactivateUser and ReactivateUser', () => {
  const world = [qm(), opened(JAN), registered(JAN, 'ann', ['agent']), linked('agent'), purchased(JAN, 'qm', 1)];

  test('UserDeactivated alone says so, no SeatReleased beside it', () => {
    given(...world, assigned(JAN, 'ann', 'qm', agent), assigned(JAN, 'ann', 'qm'))
      .when('DeactivateUser', { userId: 'ann' })
      .emits(deactivated('ann', NOW));
  });

  test('deactivation releases every seat of the user at that instant', () => {
    const after = given(
      ...world,
      defined('cr'),
      assigned(JAN, 'ann', 'qm', agent),
      assigned(JAN, 'ann', 'qm'),
      assigned(JAN, 'ann', 'cr'),
      deactivated('ann'),
    ).account();
    expect([...after.users.get('ann')!.seats.values()].map(({ sources, last }) => [sources, last?.ended.type])).toEqual(
      [
        [[], 'UserDeactivated'],
        [[], 'UserDeactivated'],
      ],
    );
    expect([...after.holders.values()].map((holders) => holders.size)).toEqual([0, 0]);
  });

  test('a user who is so already changes nothing', () => {
    given(...world, deactivated('ann'))
      .when('DeactivateUser', { userId: 'ann' })
      .emits();
    given(qm(), opened(JAN), registered(JAN, 'ann')).when('ReactivateUser', { userId: 'ann' }).emits();
  });

  test('reactivation gives back what roles give, not what was manual', () => {
    given(...world, assigned(JAN, 'ann', 'qm'), deactivated('ann'))
      .when('ReactivateUser', { userId: 'ann' })
      .emits([NOW, 'UserReactivated', { userId: 'ann' }], gains('ann', agent));
  });

  test('reactivation of an active user brings its role seats up to date all the same', () => {
    given(...world, assigned(JAN, 'ann', 'qm', lead))
      .when('ReactivateUser', { userId: 'ann' })
      .emits(loses('ann', lead), gains('ann', agent));
  });

  test('unknown: user-not-found', () => {
    given(...world)
      .when('DeactivateUser', { userId: 'zoe' })
      .refuses('user-not-found');
    given(...world)
      .when('ReactivateUser', { userId: 'zoe' })
      .refuses('user-not-found');
  });
});

describe('LinkRole and UnlinkRole', () => {
  const world = [
    qm({ overage: 'allow' }),
    opened(JAN),
    registered(JAN, 'cy', ['agent', 'lead']),
    registered(JAN, 'bob', ['agent']),
    registered(JAN, 'ann'),
    registered(JAN, 'dee', ['agent']),
    deactivated('dee'),
  ];

  test('a link gives its source to every active user with the role that lacks it', () => {
    given(...world, assigned(JAN, 'cy', 'qm'))
      .when('LinkRole', { role: 'agent', product: 'qm' })
      .emits(linked('agent', 'qm', NOW), gains('bob', agent), gains('cy', agent));
  });

  test('also where the link stood already', () => {
    given(...world, linked('agent'), assigned(JAN, 'bob', 'qm', agent))
      .when('LinkRole', { role: 'agent', product: 'qm' })
      .emits(gains('cy', agent));
  });

  test('an unlink takes its source from every holder, and only that', () => {
    const held = [
      assigned(JAN, 'cy', 'qm', agent),
      assigned(JAN, 'cy', 'qm', lead),
      assigned(JAN, 'bob', 'qm', agent),
      assigned(JAN, 'ann', 'qm'),
    ];
    given(...world, linked('agent'), ...held)
      .when('UnlinkRole', { role: 'agent', product: 'qm' })
      .emits(unlinked('agent'), loses('bob', agent), loses('cy', agent));
  });

  test('an unlink takes the source too where the link was gone already', () => {
    given(...world, assigned(JAN, 'bob', 'qm', agent))
      .when('UnlinkRole', { role: 'agent', product: 'qm' })
      .emits(loses('bob', agent));
    given(...world)
      .when('UnlinkRole', { role: 'agent', product: 'qm' })
      .emits();
  });

  test('exclusiveGroup: a role may be linked to at most one product of a group', () => {
    const group = [
      qm({ exclusiveGroup: 'g' }),
      defined('cr', { exclusiveGroup: 'g' }),
      defined('other', { exclusiveGroup: 'h' }),
      opened(JAN),
    ];
    given(...group, linked('agent'))
      .when('LinkRole', { role: 'agent', product: 'cr' })
      .refuses('role-conflict');
    given(...group, linked('agent'))
      .when('LinkRole', { role: 'agent', product: 'qm' })
      .emits();
    given(...group, linked('agent'))
      .when('LinkRole', { role: 'agent', product: 'other' })
      .emitsTypes('RoleLinked');
    given(...group, linked('agent'))
      .when('LinkRole', { role: 'lead', product: 'cr' })
      .emitsTypes('RoleLinked');
    given(...group, linked('agent'), unlinked('agent', 'qm', day(2)))
      .when('LinkRole', { role: 'agent', product: 'cr' })
      .emitsTypes('RoleLinked');
  });

  test('a link beyond capacity is refused whole', () => {
    given(qm({ complimentary: 1 }), ...world.slice(1))
      .when('LinkRole', { role: 'agent', product: 'qm' })
      .refuses('capacity-exceeded');
    given(qm({ complimentary: 2 }), ...world.slice(1))
      .when('LinkRole', { role: 'agent', product: 'qm' })
      .emitsTypes('RoleLinked', 'SeatAssigned', 'SeatAssigned');
  });
});

test('by product id LicensePurchased, SeatReleased, SeatAssigned, after the fact itself', () => {
  const products = ['a', 'b'].map((product) => defined(product, { overage: 'auto-purchase' }));
  const world = [
    ...products,
    opened(JAN),
    registered(JAN, 'ann', ['old']),
    ...['a', 'b'].flatMap((product) => [linked('new', product), linked('other', product)]),
  ];
  given(...world, assigned(JAN, 'ann', 'b', 'role:old'))
    .when('ChangeRoles', { userId: 'ann', roles: ['other', 'new'] })
    .emits(
      roles('ann', ['other', 'new']),
      purchased(NOW, 'a', 1),
      gains('ann', 'role:new', 'a'),
      gains('ann', 'role:other', 'a'),
      loses('ann', 'role:old', 'b'),
      gains('ann', 'role:new', 'b'),
      gains('ann', 'role:other', 'b'),
    );
});
