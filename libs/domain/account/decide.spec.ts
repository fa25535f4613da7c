import { EVENTS_PER_COMMAND_MAX } from '#domain/account/decide.js';
import { COMMANDS, type CommandName } from '#domain/commands.js';
import { EVENT_VERSIONS, type EventType } from '#domain/events.js';
import { NOW, day, given } from '../../../test/support/domain/given.js';
import { type GivenEvent, assigned, defined, opened, registered } from '../../../test/support/reference/given.js';

const JAN = day(1);
const acme = [opened(JAN), registered(JAN, 'ann')];

test('account streams hold exactly these, the others at least', () => {
  const types: EventType[] = [
    ...(['ProductDefined', 'ProductSaleChanged', 'PriceSet'] as const),
    ...(['EnforcementProgramAnnounced', 'EnforcementPhaseRescheduled', 'EnforcementPhaseStarted'] as const),
    ...(['AccountOpened', 'PricingModelChanged', 'UserRegistered', 'UserRolesChanged', 'UserDeactivated'] as const),
    ...(['UserReactivated', 'RoleLinked', 'RoleUnlinked', 'LicensePurchased', 'LicenseReduced'] as const),
    ...(['CommitmentSet', 'SeatAssigned', 'SeatReleased', 'ProductSubscribed', 'ProductUnsubscribed'] as const),
    ...(['UsageLimitSet', 'UsageRecorded', 'RetentionSet', 'TrialStarted', 'TrialEnded'] as const),
    ...(['InvoiceIssued', 'InvoiceAdjusted'] as const),
  ];
  expect(Object.keys(EVENT_VERSIONS)).toEqual(types);
});

test('an account opens as it was told', () => {
  const body = {
    name: 'Acme',
    region: 'EU',
    timeZone: 'UTC',
    currency: 'EUR',
    pricingModel: 'named',
    billing: 'annual',
  };
  given().when('OpenAccount', body).emits(opened(NOW, body));
});

test('seats that are held stay held where the pricing model changes', () => {
  const changed: GivenEvent = [NOW, 'PricingModelChanged', { pricingModel: 'concurrent' }];
  const world = [defined('qm'), ...acme, assigned(JAN, 'ann', 'qm')];
  given(...world)
    .when('ChangePricingModel', { pricingModel: 'concurrent' })
    .emits(changed);
  given(...world)
    .when('ChangePricingModel', { pricingModel: 'named' })
    .emits();
  expect(
    given(...world, changed)
      .account()
      .holders.get('qm'),
  ).toEqual(new Set(['ann']));
});

describe('Assigned products only, or another kind that the command is for: else wrong-product-kind', () => {
  const assignedOnly = {
    quantity: 1,
    userIds: ['ann'],
    role: 'agent',
    endsAt: day(1, 12),
    changes: [{ product: '', quantity: 1 }],
  };
  const kinds = [
    ...(['LinkRole', 'UnlinkRole', 'PurchaseLicenses', 'ReduceLicenses', 'SetCommitment', 'ChangeLicenses'] as const),
    ...(['AssignSeats', 'ReleaseSeats', 'SaveSeats', 'StartTrial', 'EndTrial'] as const),
  ];
  const pick = (name: CommandName, product: string): object => {
    const fields = Object.keys(COMMANDS[name].shape);
    const body = { ...assignedOnly, product, limit: 1, usageId: 'u', months: 3, changes: [{ product, quantity: 1 }] };
    return Object.fromEntries(Object.entries(body).filter(([field]) => fields.includes(field)));
  };
  const world = given(
    defined('seats'),
    defined('wide', { provisioning: 'account-wide' }),
    defined('free', { provisioning: 'unmanaged' }),
    defined('meter', { provisioning: 'metered' }),
    ...acme,
  );
  const fits: [readonly CommandName[], string[], string[]][] = [
    [kinds, ['seats'], ['wide', 'free', 'meter']],
    [['Subscribe', 'Unsubscribe'], ['wide', 'free', 'meter'], ['seats']],
    [['SetUsageLimit', 'RecordUsage'], ['meter'], ['seats', 'wide', 'free']],
    [['SetRetention'], [], ['seats', 'wide', 'free', 'meter']],
  ];

  test.each(fits.flatMap(([names, good, bad]) => names.map((name) => [name, good, bad] as const)))(
    '%s',
    (name, good, bad) => {
      for (const product of bad) world.when(name, pick(name, product)).refuses('wrong-product-kind');
      for (const product of good)
        expect(world.when(name, pick(name, product)).refusal?.code).not.toBe('wrong-product-kind');
      world.when(name, pick(name, 'nope')).refuses('product-not-found');
    },
  );
});

describe('one that would emit more than 20,000 is refused, too-many-events', () => {
  const users = (count: number): GivenEvent[] =>
    Array.from({ length: count }, (_, index) => registered(JAN, `u${index}`, ['agent']));

  test('20,000 events are recorded, 20,001 are not', () => {
    expect(EVENTS_PER_COMMAND_MAX).toBe(20_000);
    const link = { role: 'agent', product: 'qm' };
    const most = given(defined('qm'), opened(JAN), ...users(EVENTS_PER_COMMAND_MAX - 1)).when('LinkRole', link);
    expect(most.recorded).toHaveLength(EVENTS_PER_COMMAND_MAX);
    given(defined('qm'), opened(JAN), ...users(EVENTS_PER_COMMAND_MAX))
      .when('LinkRole', link)
      .refuses('too-many-events');
  });

  test('what is wrong with the command itself is told first', () => {
    given(defined('qm', { overage: 'block' }), opened(JAN), ...users(EVENTS_PER_COMMAND_MAX))
      .when('LinkRole', { role: 'agent', product: 'qm' })
      .refuses('capacity-exceeded');
  });
});

test('decide is pure: the same command on the same state decides the same, and leaves the state as it was', () => {
  const world = given(defined('qm', { overage: 'auto-purchase' }), ...acme);
  const before = JSON.stringify([...world.account().users]);
  const first = world.when('AssignSeats', { product: 'qm', userIds: ['ann'] }).recorded;
  expect(world.when('AssignSeats', { product: 'qm', userIds: ['ann'] }).recorded).toEqual(first);
  expect(JSON.stringify([...world.account().users])).toBe(before);
});
