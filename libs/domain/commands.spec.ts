import * as fc from 'fast-check';
import { COMMANDS, type CommandName, parseCommand } from '#domain/commands.js';
import { Refusal } from '#kernel/refusal.js';
import { anyText } from '../../test/support/domain/texts.js';

const ID = 'an id: 1 to 128 letters, digits, ".", "_" or "-", and neither "." nor ".."';
const INSTANT = 'an RFC 3339 instant such as 2026-01-05T10:00:00Z';
const INSTANT_MS = `${INSTANT}, to the millisecond`;
const QUANTITY = 'a whole number from 0 to 1000000';
const POSITIVE = 'a whole number from 1 to 1000000';
const TEXT = 'a text of 1 to 200 characters';
const PRICE = 'a decimal string with up to 4 decimals, such as "49.99"';
const NONE = 'no such field';
const at = '2026-01-05T10:00:00Z';

/** A body of every command that shows nothing wrong. */
const GOOD: Readonly<Record<CommandName, Readonly<Record<string, unknown>>>> = {
  DefineProduct: { product: 'qm', name: 'Quality', provisioning: 'assigned' },
  ChangeSale: { product: 'qm', sale: 'not-on-sale' },
  SetPrice: { product: 'qm', currency: 'EUR', committed: '10.00', validFrom: at },
  OpenAccount: {
    accountId: 'acme',
    name: 'Acme',
    region: 'EU',
    timeZone: 'UTC',
    currency: 'EUR',
    pricingModel: 'named',
    billing: 'monthly',
  },
  ChangePricingModel: { accountId: 'acme', pricingModel: 'concurrent' },
  RegisterUser: { accountId: 'acme', userId: 'ann', name: 'Ann' },
  ChangeRoles: { accountId: 'acme', userId: 'ann', roles: [] },
  DeactivateUser: { accountId: 'acme', userId: 'ann' },
  ReactivateUser: { accountId: 'acme', userId: 'ann' },
  LinkRole: { accountId: 'acme', role: 'agent', product: 'qm' },
  UnlinkRole: { accountId: 'acme', role: 'agent', product: 'qm' },
  PurchaseLicenses: { accountId: 'acme', product: 'qm', quantity: 1 },
  ReduceLicenses: { accountId: 'acme', product: 'qm', quantity: 1 },
  SetCommitment: { accountId: 'acme', product: 'qm', quantity: 0 },
  ChangeLicenses: { accountId: 'acme', changes: [{ product: 'qm', quantity: 0 }] },
  AssignSeats: { accountId: 'acme', product: 'qm', userIds: ['ann'] },
  ReleaseSeats: { accountId: 'acme', product: 'qm', userIds: ['ann'] },
  SaveSeats: { accountId: 'acme', product: 'qm', userIds: [] },
  Subscribe: { accountId: 'acme', product: 'qm' },
  Unsubscribe: { accountId: 'acme', product: 'qm' },
  SetUsageLimit: { accountId: 'acme', product: 'qm', limit: null },
  RecordUsage: { accountId: 'acme', product: 'qm', usageId: 'u', quantity: 1 },
  SetRetention: { accountId: 'acme', product: 'qm', months: 3 },
  StartTrial: { accountId: 'acme', product: 'qm', endsAt: at },
  EndTrial: { accountId: 'acme', product: 'qm' },
  AnnounceProgram: {
    programId: 'p',
    name: 'P',
    products: ['qm'],
    phases: [{ phase: 'restricted', region: null, startsAt: at }],
  },
  ReschedulePhase: { programId: 'p', phase: 'restricted', region: null, startsAt: at, reason: 'time' },
  IssueInvoice: { accountId: 'acme', period: '2026-01' },
};
const NAMES = Object.keys(GOOD) as CommandName[];

function refusalOf(name: string, body: unknown): Refusal | undefined {
  try {
    parseCommand(name, body);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid-input') return error;
    throw error;
  }
}

/** What is wrong with a good body of a command where it is given otherwise: `field: expected`. */
function told(name: CommandName, over: object): string[] {
  return (
    refusalOf(name, { ...GOOD[name], ...over })?.errors.map(({ field, expected }) => `${field}: ${expected}`) ?? []
  );
}

test('every command of SPEC is known, and takes its body', () => {
  expect(Object.keys(COMMANDS)).toEqual(NAMES);
  for (const name of NAMES) {
    const { name: known, body } = parseCommand(name, GOOD[name]);
    expect(known).toBe(name);
    expect(Object.keys(body)).toEqual(expect.arrayContaining(Object.keys(GOOD[name])));
  }
});

describe('what the body alone shows wrong: invalid-input naming each field and what was expected', () => {
  test.each(NAMES)('%s: each field that is missing', (name) => {
    for (const field of Object.keys(GOOD[name])) {
      const { [field]: _, ...rest } = GOOD[name];
      const errors = refusalOf(name, rest)?.errors ?? [];
      expect(errors.map((error) => error.field)).toEqual([field]);
      expect(errors[0]!.expected).not.toBe('');
    }
  });

  test.each(NAMES)('%s: each field that is ill-typed', (name) => {
    for (const field of Object.keys(GOOD[name])) {
      for (const wrong of [true, { a: 1 }, Number.NaN, () => {}]) {
        expect(refusalOf(name, { ...GOOD[name], [field]: wrong })?.errors[0]?.field).toBe(field);
      }
    }
  });

  test.each(NAMES)('%s: surplus fields, whatever they are called; recordedAt is never taken from a caller', (name) => {
    const surplus = JSON.parse(
      '{"recordedAt":"2020-01-01T00:00:00Z","position":1,"__proto__":{"a":1},"constructor":1,"toString":1}',
    ) as object;
    const fields = refusalOf(
      name,
      Object.assign(Object.create(null) as object, GOOD[name], {
        recordedAt: at,
        position: 1,
        constructor: 1,
        toString: 1,
      }),
    )!.errors;
    expect(fields).toEqual(
      ['recordedAt', 'position', 'constructor', 'toString'].map((field) => ({ field, expected: NONE })),
    );
    const parsed = { ...GOOD[name] };
    for (const key of Object.keys(surplus)) Object.defineProperty(parsed, key, { value: 1, enumerable: true });
    expect(refusalOf(name, parsed)!.errors.map(({ field }) => field)).toContain('__proto__');
  });

  test.each(NAMES)('%s: a body that is no object', (name) => {
    for (const body of [null, undefined, 1, 'x', [], [GOOD[name]], true]) {
      expect(refusalOf(name, body)?.errors).toEqual([{ field: 'body', expected: 'an object' }]);
    }
  });

  test.each(['GiveSeats', '', 'assignSeats', 'constructor', '__proto__', 'toString'])(
    'a command %p that is not on the page',
    (name) => {
      const [error] = refusalOf(name, {})!.errors;
      expect(error).toEqual({ field: 'command', expected: `one of ${NAMES.join(', ')}` });
    },
  );

  test('each of several', () => {
    expect(
      told('OpenAccount', {
        accountId: '',
        timeZone: 'Mars/Olympus_Mons',
        currency: 'EURO',
        billing: 'weekly',
        colour: 'blue',
      }),
    ).toEqual([
      `accountId: ${ID}`,
      'timeZone: an IANA time zone such as Europe/Berlin',
      'currency: an ISO 4217 currency in use, such as EUR',
      'billing: one of monthly, quarterly, annual',
      `colour: ${NONE}`,
    ]);
  });

  test.each<[CommandName, object, string[]]>([
    ['OpenAccount', { timeZone: '+02:00' }, ['timeZone: an IANA time zone such as Europe/Berlin']],
    ['OpenAccount', { currency: 'ZZZ' }, ['currency: an ISO 4217 currency in use, such as EUR']],
    ['OpenAccount', { pricingModel: 'floating' }, ['pricingModel: one of named, concurrent']],
    ['OpenAccount', { region: 'E U' }, [`region: ${ID}`]],
    ['OpenAccount', { region: null }, [`region: ${ID}`]],
    ['OpenAccount', { name: '' }, [`name: ${TEXT}`]],
    ['OpenAccount', { name: 'x'.repeat(201) }, [`name: ${TEXT}`]],
    ['OpenAccount', { reason: 'x'.repeat(201) }, [`reason: ${TEXT}`]],
    ['OpenAccount', { effectiveAt: '2026-02-30T00:00:00Z' }, [`effectiveAt: ${INSTANT_MS}`]],
    ['OpenAccount', { effectiveAt: '2016-12-31T23:59:60Z' }, [`effectiveAt: ${INSTANT_MS}`]],
    ['OpenAccount', { effectiveAt: '2026-01-05' }, [`effectiveAt: ${INSTANT_MS}`]],
    ['OpenAccount', { effectiveAt: 1_767_607_200_000 }, [`effectiveAt: ${INSTANT}`]],
    ['OpenAccount', { commandId: 'start:p:assignment-open:EU' }, [`commandId: ${ID}`]],
    ['OpenAccount', { commandId: 'x'.repeat(129) }, [`commandId: ${ID}`]],
    ['OpenAccount', { expectedRevision: -1 }, ['expectedRevision: a whole number from 0 to 9007199254740991']],
    ['OpenAccount', { expectedRevision: '0' }, ['expectedRevision: a whole number from 0 to 9007199254740991']],
    ['RegisterUser', { userId: 'a b' }, [`userId: ${ID}`]],
    ['RegisterUser', { roles: ['agent', 'le:ad', 7] }, [`roles.1: ${ID}`, `roles.2: ${ID}`]],
    ['RegisterUser', { roles: 'agent' }, ['roles: a list of 0 to 1000']],
    ['LinkRole', { role: 'role:x' }, [`role: ${ID}`]],
    ['PurchaseLicenses', { quantity: 0 }, [`quantity: ${POSITIVE}`]],
    ['PurchaseLicenses', { quantity: -1 }, [`quantity: ${POSITIVE}`]],
    ['PurchaseLicenses', { quantity: 1.5 }, [`quantity: ${POSITIVE}`]],
    ['PurchaseLicenses', { quantity: 1_000_001 }, [`quantity: ${POSITIVE}`]],
    ['PurchaseLicenses', { quantity: '1' }, [`quantity: ${POSITIVE}`]],
    ['PurchaseLicenses', { quantity: Number.POSITIVE_INFINITY }, [`quantity: ${POSITIVE}`]],
    ['SetCommitment', { quantity: -1 }, [`quantity: ${QUANTITY}`]],
    [
      'ChangeLicenses',
      {
        changes: [
          { product: 'qm', quantity: -1 },
          { product: 'cr', quantity: 1, price: 2 },
        ],
      },
      [`changes.0.quantity: ${QUANTITY}`, `changes.1.price: ${NONE}`],
    ],
    [
      'ChangeLicenses',
      {
        changes: [
          { product: 'qm', quantity: 1 },
          { product: 'qm', quantity: 2 },
        ],
      },
      ['changes: each product once'],
    ],
    ['AssignSeats', { userIds: 'ann' }, ['userIds: a list of 0 to 10000']],
    ['AssignSeats', { userIds: Array.from({ length: 10_001 }, () => 'ann') }, ['userIds: a list of 0 to 10000']],
    ['AssignSeats', { userIds: Array.from({ length: 10_001 }, () => '') }, ['userIds: a list of 0 to 10000']],
    ['AssignSeats', { userIds: ['ann', ''] }, [`userIds.1: ${ID}`]],
    ['AssignSeats', { cascade: true }, [`cascade: ${NONE}`]],
    ['ReleaseSeats', { cascade: 'yes' }, ['cascade: true or false']],
    ['SetRetention', { months: 4 }, ['months: a positive multiple of 3']],
    ['SetRetention', { months: 0 }, ['months: a whole number from 3 to 1200']],
    ['SetRetention', { days: 7 }, ['months: either days or months, not both']],
    ['SetRetention', { months: undefined }, ['months: either days or months, not both']],
    ['SetRetention', { months: undefined, days: 15 }, ['days: a whole number from 1 to 14']],
    ['SetUsageLimit', { limit: -1 }, ['limit: a whole number from 0 to 1000000000000']],
    ['RecordUsage', { quantity: 0 }, [`quantity: ${POSITIVE}`]],
    ['RecordUsage', { usageId: 'a/b' }, [`usageId: ${ID}`]],
    ['StartTrial', { endsAt: '2026-02-29T00:00:00Z' }, [`endsAt: ${INSTANT_MS}`]],
    ['DefineProduct', { provisioning: 'leased' }, ['provisioning: one of assigned, account-wide, unmanaged, metered']],
    ['DefineProduct', { requires: ['voice'] }, ['requires.0: a list of 1 to 1000']],
    ['DefineProduct', { requires: [[]] }, ['requires.0: a list of 1 to 1000']],
    ['DefineProduct', { features: [{ roles: ['lead'] }] }, ['features.0: a feature name, or { feature, roles }']],
    ['DefineProduct', { complimentary: 0.5 }, [`complimentary: ${QUANTITY}`]],
    [
      'DefineProduct',
      { provisioning: 'unmanaged', overage: 'block' },
      ['overage: no such field: only assigned products have a policy'],
    ],
    ['DefineProduct', { basePack: 5 }, ['basePack: no such field: only metered products have a pack']],
    ['SetPrice', { committed: 10 }, [`committed: ${PRICE}`]],
    ['SetPrice', { committed: '-1' }, [`committed: ${PRICE}`]],
    ['SetPrice', { committed: '1.00001' }, [`committed: ${PRICE}`]],
    ['SetPrice', { uncommitted: '1e3' }, [`uncommitted: ${PRICE}`]],
    [
      'SetPrice',
      {
        breakdown: [
          { product: 'cr', amount: '6' },
          { product: 'cr', amount: '4.0001' },
        ],
      },
      ['breakdown: parts that add up to at most the committed price'],
    ],
    [
      'AnnounceProgram',
      { phases: [{ phase: 'grace', region: null, startsAt: at }] },
      ['phases.0.phase: one of assignment-open, restricted, overage-billing'],
    ],
    ['AnnounceProgram', { phases: [{ phase: 'restricted', startsAt: at }] }, [`phases.0.region: ${ID}`]],
    ['AnnounceProgram', { products: [] }, ['products: a list of 1 to 1000']],
    ['AnnounceProgram', { products: ['qm', 'qm'] }, ['products: each product once']],
    ['ReschedulePhase', { reason: undefined }, [`reason: ${TEXT}`]],
    ['IssueInvoice', { effectiveAt: at }, [`effectiveAt: ${NONE}`]],
    ['DefineProduct', { effectiveAt: at }, [`effectiveAt: ${NONE}`]],
    ['SetPrice', { effectiveAt: at }, [`effectiveAt: ${NONE}`]],
    ['ReschedulePhase', { expectedRevision: 0 }, [`expectedRevision: ${NONE}`]],
  ])('%s with %j', (name, over, errors) => {
    expect(told(name, over)).toEqual(errors);
  });

  test('overage is for assigned only, basePack for metered only', () => {
    const told = (provisioning: string, over: object): string[] =>
      refusalOf('DefineProduct', { ...GOOD.DefineProduct, provisioning, ...over })?.errors.map(({ field }) => field) ??
      [];
    const kinds = ['assigned', 'account-wide', 'unmanaged', 'metered'];
    expect(kinds.filter((kind) => told(kind, { overage: 'allow' }).length === 0)).toEqual(['assigned']);
    expect(kinds.filter((kind) => told(kind, { basePack: 1 }).length === 0)).toEqual(['metered']);
  });

  test("no caller's id has a colon", () => {
    for (const name of NAMES) {
      for (const [field, value] of [...Object.entries(GOOD[name]), ['commandId', 'c'] as const]) {
        if (typeof value === 'string' && /Id$|^(product|role|region)$/.test(field)) {
          expect(told(name, { [field]: 'a:b' })).toEqual([`${field}: ${ID}`]);
        }
      }
    }
  });

  test('at most one entry per (phase, region)', () => {
    const entry = (region: string | null, phase = 'restricted'): object => ({ phase, region, startsAt: at });
    expect(
      told('AnnounceProgram', { phases: [entry('EU'), entry('US'), entry(null), entry('EU', 'assignment-open')] }),
    ).toEqual([]);
    expect(told('AnnounceProgram', { phases: [entry('EU'), entry('EU')] })).toEqual([
      'phases: at most one entry for each phase and region',
    ]);
    expect(told('AnnounceProgram', { phases: [entry(null), entry(null)] })).toEqual([
      'phases: at most one entry for each phase and region',
    ]);
  });
});

describe('what stays within the bounds is taken', () => {
  test.each<[CommandName, object]>([
    [
      'OpenAccount',
      {
        accountId: 'x'.repeat(128),
        name: 'x'.repeat(200),
        reason: 'x'.repeat(200),
        expectedRevision: Number.MAX_SAFE_INTEGER,
      },
    ],
    ['OpenAccount', { name: '日本 \n "quoted" \u0000', effectiveAt: '2024-02-29T23:59:59.999-23:59' }],
    ['PurchaseLicenses', { quantity: 1_000_000 }],
    ['AssignSeats', { userIds: Array.from({ length: 10_000 }, (_, index) => `u${index}`) }],
    ['AssignSeats', { userIds: [] }],
    ['SetRetention', { months: undefined, days: 14 }],
    ['SetRetention', { months: 120 }],
    ['SetPrice', { committed: '0', accountId: null }],
    [
      'SetPrice',
      {
        committed: '10.0',
        breakdown: [
          { product: 'cr', amount: '6' },
          { product: 'cr', amount: '4.0000' },
        ],
      },
    ],
  ])('%s with %#', (name, over) => {
    expect(told(name, over)).toEqual([]);
  });

  test('a user or a role given twice is given once', () => {
    expect(parseCommand('AssignSeats', { ...GOOD.AssignSeats, userIds: ['b', 'a', 'b'] }).body).toMatchObject({
      userIds: ['b', 'a'],
    });
    expect(parseCommand('ChangeRoles', { ...GOOD.ChangeRoles, roles: ['b', 'a', 'b'] }).body).toMatchObject({
      roles: ['b', 'a'],
    });
  });
});

describe('any body at all', () => {
  const odd = fc.oneof(
    fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
    }),
    anyText(),
    fc.constantFrom<unknown>(
      '\ud800',
      '\udfff\ud800',
      'x'.repeat(1_000_000),
      '9'.repeat(1_000),
      '-0',
      -0,
      2 ** 53,
      1e308,
      [[[[[[]]]]]],
      Symbol('s'),
      at,
    ),
    fc.json().map((text) => JSON.parse(text) as unknown),
  );
  const keys = fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'then',
    '',
    '\ud800',
    'accountId',
    'product',
    'quantity',
  );
  const owning = (pairs: readonly (readonly [string, unknown])[], base: object): object => {
    const body = { ...base };
    for (const [key, value] of pairs)
      Object.defineProperty(body, key, { value, enumerable: true, configurable: true, writable: true });
    return body;
  };

  test.each(NAMES)('of %s is a command or is refused as invalid-input, told in few words', (name) => {
    const fields = fc.oneof(keys, fc.constantFrom(...Object.keys(COMMANDS[name].shape)));
    const bodies = fc.oneof(
      odd,
      fc.array(fc.tuple(fields, odd), { maxLength: 4 }).map((pairs) => owning(pairs, GOOD[name])),
    );
    fc.assert(
      fc.property(bodies, (body) => {
        const refusal = refusalOf(name, body);
        for (const { field, expected } of refusal?.errors ?? []) {
          expect(typeof field).toBe('string');
          expect(expected.length > 0 && expected.length < 200).toBe(true);
        }
        if (refusal) expect(refusal.errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  test('what was parsed is parsed to the same again, once through JSON', () => {
    for (const name of NAMES) {
      const first = parseCommand(name, JSON.parse(JSON.stringify(GOOD[name])));
      expect(first).toEqual(parseCommand(name, GOOD[name]));
    }
  });
});
