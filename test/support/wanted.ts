/** Commands as a history wants them: plain data, with times relative to when they are given. */
import * as fc from 'fast-check';
import type { CommandName } from '#domain/commands.js';

/** A time within a body, told when the command is given. */
export type Moment =
  | { readonly $in: number }
  /** The period of the account's billing that lay so many months ago. */
  | { readonly $period: number };

export interface Wanted {
  readonly command: CommandName;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The ids that a history is about: few, so that its commands meet. */
export interface Pool {
  readonly accounts: readonly string[];
  readonly users: readonly string[];
  /** Managed by seats. */
  readonly seats: readonly string[];
  /** Not managed by seats. */
  readonly services: readonly string[];
  readonly roles: readonly string[];
  readonly programs: readonly string[];
  readonly currencies: readonly string[];
  /** Users that one command names, at most. */
  readonly together: number;
  /** Users who are deactivated now and then. */
  readonly leaving: readonly string[];
  /** Nothing is required and every seat may be overdrawn, so that commands of all users succeed. */
  readonly lenient: boolean;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const REGIONS = ['EU', 'US'];
const PROVISIONING: Readonly<Record<string, string>> = { wide: 'account-wide', site: 'unmanaged', meter: 'metered' };
const FEATURES = ['view', 'edit', { feature: 'audit', roles: ['r1'] }, { feature: 'sign', roles: ['r2', 'r3'] }];

const few = fc.integer({ min: 0, max: 5 });
const some = fc.integer({ min: 1, max: 4 });
const amount = fc.constantFrom('0', '1', '9.99', '10', '12.345', '0.0005', '3.3333', '1000.5');
const large = fc.constantFrom('3', '9.99', '12.345', '3.3333', '1000.5');
/** Days ahead, a moment among them. */
const ahead = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 90 }).map((days) => days * DAY),
  fc.constant(MINUTE),
);

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Africa/Cairo',
  'America/Santiago',
];

export function openings(pool: Pool, timeZone?: string): fc.Arbitrary<Wanted[]> {
  const zones = timeZone === undefined ? ZONES : [timeZone];
  return fc.tuple(...pool.accounts.map((accountId) => openAccount(pool, accountId, zones)));
}

function openAccount({ currencies }: Pool, accountId: string, zones: readonly string[]): fc.Arbitrary<Wanted> {
  return wanted('OpenAccount', {
    accountId: fc.constant(accountId),
    name: fc.constant(accountId),
    region: fc.constantFrom(...REGIONS),
    timeZone: fc.constantFrom(...zones),
    currency: fc.constantFrom(...currencies),
    pricingModel: fc.constantFrom('named', 'named', 'named', 'named', 'named', 'concurrent'),
    billing: fc.constantFrom('monthly', 'monthly', 'quarterly', 'annual'),
  });
}

export function defineProduct(pool: Pool, product: string): fc.Arbitrary<Wanted> {
  const provisioning = PROVISIONING[product] ?? 'assigned';
  const others = [...pool.seats, ...pool.services, 'ghost'].filter((other) => other !== product);
  const lists = fc.array(fc.subarray(others, { minLength: 1, maxLength: 2 }), { maxLength: 1 });
  const addons = fc.constantFrom([['base']], [['base', 'suite']], []);
  const mostlyNone = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, lists);
  return wanted('DefineProduct', {
    product: fc.constant(product),
    name: fc.constant(product),
    provisioning: fc.constant(provisioning),
    ...(provisioning === 'assigned' && {
      overage: pool.lenient ? fc.constant('allow') : fc.constantFrom('allow', 'auto-purchase', 'block'),
    }),
    ...(provisioning === 'metered' && { basePack: fc.constantFrom(0, 5, 10) }),
    requires: pool.lenient ? fc.constant([]) : product === 'addon' ? addons : mostlyNone,
    includes: product === 'suite' ? fc.constantFrom(['base'], ['base', 'alt']) : fc.subarray(others, { maxLength: 1 }),
    exclusiveGroup: fc.constantFrom(null, null, 'group'),
    sale: fc.constantFrom('on-sale', 'on-sale', 'on-sale', 'not-on-sale'),
    complimentary: fc.constantFrom(0, 0, 1, 2),
    features: fc.subarray(FEATURES),
    units: fc.constant(product === 'kept' ? 'retention' : 'seat'),
  });
}

/** @param validFrom in milliseconds from now */
export function setPrice(
  { accounts, seats, services, currencies }: Pool,
  of: { product?: string; currency?: string; validFrom: fc.Arbitrary<number>; list?: boolean },
): fc.Arbitrary<Wanted> {
  const products = [...seats, ...services];
  const part = fc.record({
    product: fc.constantFrom(...products),
    amount: fc.constantFrom('0', '0.5', '0.3333', '1', '0.0001'),
  });
  const committed = fc.oneof(
    { weight: 2, arbitrary: amount.map((whole) => ({ committed: whole })) },
    fc.record({ committed: large, breakdown: fc.array(part, { maxLength: 3 }) }),
  );
  const rest = wanted('SetPrice', {
    product: of.product === undefined ? fc.constantFrom(...products) : fc.constant(of.product),
    accountId: of.list ? fc.constant(null) : fc.constantFrom(null, ...accounts),
    currency: of.currency === undefined ? fc.constantFrom(...currencies) : fc.constant(of.currency),
    uncommitted: fc.option(amount, { nil: undefined }),
    validFrom: of.validFrom.map(($in) => ({ $in })),
  });
  return fc.tuple(rest, committed).map(([{ command, body }, whole]) => ({ command, body: { ...body, ...whole } }));
}

export function registerUser(pool: Pool, accountId: string, userId: string): fc.Arbitrary<Wanted> {
  return wanted('RegisterUser', {
    accountId: fc.constant(accountId),
    userId: fc.constant(userId),
    name: fc.constant(userId),
    roles: fc.subarray([...pool.roles]),
  });
}

/** Any command at all, the more common ones more often. */
export function anyCommand(pool: Pool): fc.Arbitrary<Wanted> {
  const { accounts, users, seats, services, roles, programs } = pool;
  const accountId = fc.constantFrom(...accounts);
  const userId = fc.constantFrom(...users);
  const leaver = fc.constantFrom(...pool.leaving);
  const role = fc.constantFrom(...roles);
  const roleIds = fc.subarray([...roles]);
  const region = fc.constantFrom(...REGIONS, null);
  const startsAt = ahead.map(($in) => ({ $in }));
  const phase = fc.constantFrom('assignment-open', 'restricted', 'overage-billing');
  const phases = fc.uniqueArray(fc.record({ phase, region, startsAt }), {
    minLength: 1,
    maxLength: 6,
    selector: (entry) => `${entry.phase} ${entry.region}`,
  });

  /** A seat-managed product and a service; where the pool has none of a kind, one that is unknown. */
  const seat = { accountId, product: fc.constantFrom(...(seats.length > 0 ? seats : ['ghost'])) };
  const service = { accountId, product: fc.constantFrom(...(services.length > 0 ? services : ['ghost'])) };
  const metered = { accountId, product: fc.constant('meter') };
  const product = fc.constantFrom(...seats, ...services);
  const several = fc.subarray([...users], { minLength: 1, maxLength: pool.together });
  const whole = fc.constantFrom([...users], users.slice(users.length / 10), []);
  const leaving = pool.lenient ? whole : userId.map((id) => [id]);
  const userIds = pool.lenient ? fc.oneof(several, whole) : several;
  const selection = pool.lenient ? fc.oneof(several, whole) : fc.subarray([...users]);
  const changes = fc.uniqueArray(fc.record({ product: seat.product, quantity: few }), {
    minLength: 1,
    maxLength: 3,
    selector: (change) => change.product,
  });

  const weighted: readonly (readonly [number, fc.Arbitrary<Wanted>])[] = [
    [10, wanted('AssignSeats', { ...seat, userIds })],
    [7, wanted('ReleaseSeats', { ...seat, userIds: leaving, cascade: fc.boolean() })],
    [4, wanted('SaveSeats', { ...seat, userIds: selection })],
    [4, wanted('DeactivateUser', { accountId, userId: leaver })],
    [5, wanted('ReactivateUser', { accountId, userId: leaver })],
    [4, wanted('ChangeRoles', { accountId, userId, roles: roleIds })],
    [3, wanted('LinkRole', { ...seat, role })],
    [2, wanted('UnlinkRole', { ...seat, role })],
    [5, wanted('PurchaseLicenses', { ...seat, quantity: some })],
    [3, wanted('ReduceLicenses', { ...seat, quantity: fc.constant(1) })],
    [2, wanted('SetCommitment', { ...seat, quantity: few })],
    [2, wanted('ChangeLicenses', { accountId, changes })],
    [4, wanted('Subscribe', service)],
    [2, wanted('Unsubscribe', service)],
    [2, wanted('SetUsageLimit', { ...metered, limit: fc.constantFrom(null, 0, 3, 10) })],
    [5, wanted('RecordUsage', { ...metered, usageId: fc.nat(60).map((id) => `u${id}`), quantity: some })],
    [
      2,
      fc.oneof(
        wanted('SetRetention', { accountId, product: fc.constant('kept'), months: fc.constantFrom(3, 6) }),
        wanted('SetRetention', { accountId, product: fc.constant('kept'), days: fc.constantFrom(1, 14) }),
      ),
    ],
    [3, wanted('StartTrial', { ...seat, endsAt: startsAt })],
    [2, wanted('EndTrial', seat)],
    [
      1,
      wanted('ChangePricingModel', {
        accountId,
        pricingModel: fc.constantFrom('named', 'named', 'named', 'concurrent'),
      }),
    ],
    [3, wanted('IssueInvoice', { accountId, period: fc.nat(3).map(($period) => ({ $period })) })],
    [1, wanted('ChangeSale', { product, sale: fc.constantFrom('on-sale', 'on-sale', 'not-on-sale') })],
    [1, fc.constantFrom(...seats, ...services).chain((id) => defineProduct(pool, id))],
    [
      2,
      setPrice(pool, {
        validFrom: fc.oneof(
          ahead,
          ahead.map((ms) => -ms),
        ),
      }),
    ],
    [1, fc.tuple(accountId, fc.constantFrom(...users, 'zoe')).chain(([a, u]) => registerUser(pool, a, u))],
    [
      3,
      wanted('AnnounceProgram', {
        programId: fc.constantFrom(...programs),
        name: fc.constant('program'),
        products: fc.subarray([...seats], { minLength: 1 }),
        phases,
        onOpen: fc.constantFrom('none', 'assign-all-active'),
      }),
    ],
    [
      2,
      wanted('ReschedulePhase', {
        programId: fc.constantFrom(...programs),
        phase,
        region,
        startsAt,
        reason: fc.constant('moved'),
      }),
    ],
  ];
  return fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

function wanted(command: CommandName, body: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Wanted> {
  return fc.record(body).map((values) => ({ command, body: values }));
}
