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
  started,
} from '../../../test/support/reference/given.js';

const JAN = day(1);
const qm = (over: Partial<ProductDefinition> = {}): GivenEvent => defined('qm', { overage: 'block', ...over });
const acme = [opened(JAN), registered(JAN, 'ann'), registered(JAN, 'bob')];
const bought = (quantity: number, product = 'qm'): GivenEvent => purchased(NOW, product, quantity);
const reduced = (quantity: number, product = 'qm'): GivenEvent => [NOW, 'LicenseReduced', { product, quantity }];
const committed = (quantity: number, at = NOW): GivenEvent => [at, 'CommitmentSet', { product: 'qm', quantity }];
const oneSeat = [purchased(JAN, 'qm', 2), assigned(JAN, 'ann', 'qm')];

describe('PurchaseLicenses', () => {
  test('adds to what is purchased', () => {
    given(qm(), ...acme)
      .when('PurchaseLicenses', { product: 'qm', quantity: 3 })
      .emits(bought(3));
    expect(
      given(qm(), ...acme, bought(3), bought(4))
        .account(NOW)
        .holdings.get('qm'),
    ).toMatchObject({ purchased: 7 });
  });

  test('of a product that is not on-sale: not-for-sale', () => {
    given(qm({ sale: 'not-on-sale' }), ...acme)
      .when('PurchaseLicenses', { product: 'qm', quantity: 3 })
      .refuses('not-for-sale');
    given(qm(), ...acme, [day(2), 'ProductSaleChanged', { product: 'qm', sale: 'not-on-sale' }])
      .when('PurchaseLicenses', { product: 'qm', quantity: 3 })
      .refuses('not-for-sale');
  });
});

describe('ReduceLicenses', () => {
  test('reducing below zero: below-zero, before licences-in-use', () => {
    given(qm(), ...acme, ...oneSeat)
      .when('ReduceLicenses', { product: 'qm', quantity: 3 })
      .refuses('below-zero');
  });

  test('a commitment is no purchase: it cannot be given back', () => {
    given(qm(), ...acme, committed(5, JAN))
      .when('ReduceLicenses', { product: 'qm', quantity: 1 })
      .refuses('below-zero');
  });

  test.each(['block', 'auto-purchase'] as const)(
    'under %s a reduction that would leave assigned > capacity: licences-in-use',
    (overage) => {
      const world = given(qm({ overage }), ...acme, ...oneSeat);
      world.when('ReduceLicenses', { product: 'qm', quantity: 1 }).emits(reduced(1));
      world.when('ReduceLicenses', { product: 'qm', quantity: 2 }).refuses('licences-in-use');
    },
  );

  test('under allow it is accepted and becomes overage', () => {
    given(qm({ overage: 'allow' }), ...acme, ...oneSeat)
      .when('ReduceLicenses', { product: 'qm', quantity: 2 })
      .emits(reduced(2));
  });

  test('the policy in force judges: block is allow until the restricted phase has started', () => {
    const world = [qm(), ...acme, ...oneSeat, announced(JAN, 'p', ['qm'], ['restricted', null, day(1, 12)])];
    given(...world)
      .when('ReduceLicenses', { product: 'qm', quantity: 2 })
      .emits(reduced(2));
    given(...world, started(day(2), 'p', 'restricted', null))
      .when('ReduceLicenses', { product: 'qm', quantity: 2 })
      .refuses('licences-in-use');
  });

  test('complimentary seats and a commitment are capacity that stays', () => {
    given(qm({ complimentary: 1 }), ...acme, ...oneSeat)
      .when('ReduceLicenses', { product: 'qm', quantity: 2 })
      .emits(reduced(2));
    given(qm(), ...acme, ...oneSeat, committed(1, JAN))
      .when('ReduceLicenses', { product: 'qm', quantity: 2 })
      .emits(reduced(2));
  });

  test('of a product that is not on sale any more is possible', () => {
    given(qm({ sale: 'not-on-sale' }), ...acme, ...oneSeat)
      .when('ReduceLicenses', { product: 'qm', quantity: 1 })
      .emits(reduced(1));
  });
});

describe('SetCommitment', () => {
  test('is a level, not a step; the level that stands already changes nothing', () => {
    given(qm(), ...acme, committed(2, JAN))
      .when('SetCommitment', { product: 'qm', quantity: 3 })
      .emits(committed(3));
    given(qm(), ...acme, committed(2, JAN))
      .when('SetCommitment', { product: 'qm', quantity: 2 })
      .emits();
    given(qm(), ...acme)
      .when('SetCommitment', { product: 'qm', quantity: 0 })
      .emits();
  });

  test('a reduction of a commitment too: licences-in-use', () => {
    const world = given(qm(), ...acme, committed(2, JAN), assigned(JAN, 'ann', 'qm'));
    world.when('SetCommitment', { product: 'qm', quantity: 1 }).emits(committed(1));
    world.when('SetCommitment', { product: 'qm', quantity: 0 }).refuses('licences-in-use');
  });

  test('raising a commitment is no reduction, even where more is assigned than it holds', () => {
    given(qm(), ...acme, assigned(JAN, 'ann', 'qm'), assigned(JAN, 'bob', 'qm'))
      .when('SetCommitment', { product: 'qm', quantity: 1 })
      .emits(committed(1));
  });

  test('needs no product on sale', () => {
    given(qm({ sale: 'not-on-sale' }), ...acme)
      .when('SetCommitment', { product: 'qm', quantity: 1 })
      .emits(committed(1));
  });
});

describe('ChangeLicenses', () => {
  const cart = (...changes: readonly (readonly [product: string, quantity: number])[]): object => ({
    changes: changes.map(([product, quantity]) => ({ product, quantity })),
  });
  const world = [
    qm(),
    defined('cr', { overage: 'block', sale: 'not-on-sale' }),
    defined('hall', { provisioning: 'account-wide' }),
    ...acme,
  ];

  test('quantities are the new totals purchased, its changes in the order given', () => {
    given(...world, purchased(JAN, 'qm', 2), purchased(JAN, 'cr', 5))
      .when('ChangeLicenses', cart(['qm', 3], ['cr', 1]))
      .emits(bought(1), reduced(4, 'cr'));
    given(...world, purchased(JAN, 'qm', 2), purchased(JAN, 'cr', 5))
      .when('ChangeLicenses', cart(['cr', 1], ['qm', 0]))
      .emits(reduced(4, 'cr'), reduced(2));
  });

  test('totals that stand already change nothing, on sale or not', () => {
    given(...world, purchased(JAN, 'cr', 5))
      .when('ChangeLicenses', cart(['cr', 5], ['qm', 0]))
      .emits();
  });

  test('checked in the order given, all or nothing', () => {
    const seats = [...oneSeat, purchased(JAN, 'cr', 1)];
    given(...world, ...seats)
      .when('ChangeLicenses', cart(['qm', 0], ['cr', 2]))
      .refuses('licences-in-use');
    given(...world, ...seats)
      .when('ChangeLicenses', cart(['cr', 2], ['qm', 0]))
      .refuses('not-for-sale');
  });

  test('an unknown product is refused before one of another kind, wherever it stands', () => {
    given(...world)
      .when('ChangeLicenses', cart(['hall', 1], ['nope', 1]))
      .refuses('product-not-found');
    given(...world)
      .when('ChangeLicenses', cart(['qm', 1], ['hall', 1]))
      .refuses('wrong-product-kind');
  });
});
