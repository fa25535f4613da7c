/** The reference itself, held to answers that were worked out by hand from SPEC §1 and §4. */
import { referenceAnswer, type LogEvent } from '../support/reference/reference.js';
import {
  ACCOUNT,
  announced,
  assigned,
  defined,
  given,
  late,
  opened,
  priced,
  purchased,
  registered,
  released,
  started,
  type GivenEvent,
} from '../support/reference/given.js';

const NOW = '2030-01-01T00:00:00Z';

/** A day of January 2026 (or of another month of it), at midnight UTC. */
const on = (day: number, month = 1): string => `2026-${pad(month)}-${pad(day)}T00:00:00Z`;
const iso = (day: number, month = 1): string => `2026-${pad(month)}-${pad(day)}T00:00:00.000Z`;
const pad = (value: number): string => String(value).padStart(2, '0');

function ask(log: readonly LogEvent[], name: string, of: Record<string, unknown> = {}, now = NOW): unknown {
  const told = referenceAnswer(log, name, { accountId: ACCOUNT, ...of }, Date.parse(now));
  return 'refused' in told ? told.refused : told.answer;
}

const contain = (shape: object): unknown => expect.objectContaining(shape);

/** The catalog's `qm`, the account and two users, on 1 January; then what is given. */
function world(...events: readonly GivenEvent[]): LogEvent[] {
  return given(defined('qm'), opened(on(1)), registered(on(1), 'ann'), registered(on(1), 'bob'), ...events);
}

function explained(log: readonly LogEvent[], day: number, product = 'qm', userId = 'ann', month = 1): unknown {
  const { reason, decisive } = ask(log, 'explain', { userId, product, at: on(day, month) }) as {
    reason: string;
    decisive: { position: number } | null;
  };
  return [reason, decisive && decisive.position];
}

describe('bounds', () => {
  const log = world(assigned(on(5), 'ann', 'qm'), [
    '2026-01-03T00:00:00Z',
    'UserDeactivated',
    { userId: 'ann' },
    on(9),
  ]);

  test('an answer tells its instants and the last event read', () => {
    expect(ask(log, 'overview', {}, on(20))).toEqual({
      users: [
        { userId: 'ann', active: false, products: [] },
        { userId: 'bob', active: true, products: [] },
      ],
      at: iso(20),
      knownAt: iso(20),
      position: 60,
    });
  });

  test('an answer with an earlier knownAt is the one that was given then, its at being that knownAt', () => {
    expect(ask(log, 'overview', { knownAt: on(8) })).toEqual({
      users: [
        { userId: 'ann', active: true, products: ['qm'] },
        { userId: 'bob', active: true, products: [] },
      ],
      at: iso(8),
      knownAt: iso(8),
      position: 50,
    });
  });

  test('bounds are inclusive', () => {
    expect(ask(log, 'overview', { at: on(5), knownAt: on(5) })).toMatchObject({
      position: 50,
      users: [{ products: ['qm'] }, {}],
    });
    expect(ask(log, 'overview', { at: '2026-01-04T23:59:59.999Z', knownAt: on(5) })).toMatchObject({
      users: [{ products: [] }, {}],
    });
  });

  test('a position leaves out what came after it, and beside it knownAt may lie ahead', () => {
    expect(ask(log, 'overview', { position: 55 })).toMatchObject({ position: 50, users: [{ active: true }, {}] });
    expect(ask(log, 'overview', { position: 55, knownAt: on(1, 2) }, on(10))).toMatchObject({ knownAt: iso(1, 2) });
  });

  test('now is the recordedAt of the last event where that is later than the clock', () => {
    expect(ask(log, 'overview', {}, on(2))).toMatchObject({ knownAt: iso(9), position: 60 });
    expect(ask(log, 'overview', { knownAt: on(9) }, on(2))).toMatchObject({ knownAt: iso(9) });
    expect(ask(log, 'overview', { knownAt: '2026-01-09T00:00:00.001Z' }, on(2))).toBe('known-in-future');
  });

  test('what does not exist in the state asked about is unknown there', () => {
    expect(ask(log, 'overview', { at: '2025-12-31T00:00:00Z' })).toBe('account-not-found');
    expect(ask(log, 'holdings', { product: 'qm', knownAt: '2025-12-31T00:00:00Z' })).toBe('account-not-found');
    expect(ask(log, 'allocation', { product: 'nil' })).toBe('product-not-found');
    expect(ask(log, 'allocation', { product: 'nil', accountId: 'nobody' })).toBe('account-not-found');
    expect(ask(log, 'phases', { programId: 'nil' })).toBe('program-not-found');
    expect(ask(log, 'features', { userId: 'nil' })).toBe('user-not-found');
    expect(ask([], 'explain', { userId: 'ann', product: 'qm' })).toMatchObject({
      reason: 'account-not-open',
      position: 0,
    });
  });

  test.each(['allocation', 'holdings', 'peak'])('%s needs a product that is managed by seats', (name) => {
    const services = given(defined('wide', { provisioning: 'account-wide' }), opened(on(1)));
    expect(ask(services, name, { product: 'wide', month: '2026-01' })).toBe('wrong-product-kind');
  });
});

describe('seats', () => {
  const held = (log: readonly LogEvent[], of: object = {}): unknown =>
    (ask(log, 'holdings', { product: 'qm', ...of }) as { holdings: unknown }).holdings;

  test('an allocation counts commitment, complimentary seats and overage', () => {
    const log = given(
      defined('qm', { complimentary: 1 }),
      opened(on(1)),
      registered(on(1), 'bob'),
      registered(on(1), 'ann'),
      purchased(on(2), 'qm', 3),
      [on(2), 'LicenseReduced', { product: 'qm', quantity: 5 }],
      [on(2), 'CommitmentSet', { product: 'qm', quantity: 0 }],
      assigned(on(3), 'bob', 'qm', 'role:b'),
      assigned(on(4), 'bob', 'qm', 'manual'),
      assigned(on(4), 'ann', 'qm'),
    );
    expect(ask(log, 'allocation', { product: 'qm', at: on(4) })).toEqual({
      accountId: ACCOUNT,
      product: 'qm',
      purchased: 0,
      commitment: 0,
      complimentary: 1,
      capacity: 1,
      assigned: 2,
      available: 0,
      overage: 1,
      seats: [
        { userId: 'ann', since: iso(4), sources: ['manual'] },
        { userId: 'bob', since: iso(3), sources: ['manual', 'role:b'] },
      ],
      at: iso(4),
      knownAt: '2030-01-01T00:00:00.000Z',
      position: 100,
    });
  });

  test('a holding of no length never was', () => {
    const log = world(assigned(on(5), 'ann', 'qm'), released(on(5), 'ann', 'qm'));
    expect(held(log)).toEqual([]);
    expect(explained(log, 9)).toEqual(['never-assigned', null]);
  });

  test('a seat that changes its source at one instant is held on', () => {
    const log = world(
      assigned(on(5), 'ann', 'qm'),
      released(on(7), 'ann', 'qm'),
      assigned(on(7), 'ann', 'qm', 'role:r'),
    );
    expect(held(log)).toEqual([{ userId: 'ann', from: iso(5), to: null }]);
    expect(ask(log, 'allocation', { product: 'qm' })).toMatchObject({
      seats: [{ since: iso(5), sources: ['role:r'] }],
    });
    expect(explained(log, 9)).toEqual(['seat', 50]);
  });

  test('a holding that ends and one that begins later are two', () => {
    const log = world(
      assigned(on(5), 'bob', 'qm'),
      assigned(on(6), 'ann', 'qm'),
      released(on(7), 'ann', 'qm'),
      assigned(on(8), 'ann', 'qm'),
    );
    const ofAnn = [
      { userId: 'ann', from: iso(6), to: iso(7) },
      { userId: 'ann', from: iso(8), to: null },
    ];
    expect(held(log)).toEqual([...ofAnn, { userId: 'bob', from: iso(5), to: null }]);
    expect(held(log, { userId: 'ann' })).toEqual(ofAnn);
    expect(explained(log, 7)).toEqual(['seat-released', 70]);
    expect(explained(log, 8)).toEqual(['seat', 80]);
  });

  test('of several holdings the end of the last one decides', () => {
    const log = world(
      assigned(on(5), 'ann', 'qm'),
      released(on(6), 'ann', 'qm'),
      assigned(on(7), 'ann', 'qm'),
      released(on(8), 'ann', 'qm'),
      assigned(on(9), 'ann', 'qm'),
      released(on(9), 'ann', 'qm'),
    );
    expect([6, 8, 9].map((day) => explained(log, day))).toEqual([
      ['seat-released', 60],
      ['seat-released', 80],
      ['seat-released', 80],
    ]);
  });

  test('a holding begins with the last first source at its instant', () => {
    const log = world(
      assigned(on(5), 'ann', 'qm'),
      released(on(5), 'ann', 'qm'),
      assigned(on(5), 'ann', 'qm', 'role:r'),
      assigned(on(5), 'ann', 'qm'),
    );
    expect(explained(log, 5)).toEqual(['seat', 70]);
  });

  test('a holding ends with the first loss of its last source at that instant', () => {
    const log = world(
      assigned(on(5), 'ann', 'qm'),
      assigned(on(5), 'ann', 'qm', 'role:r'),
      released(on(6), 'ann', 'qm'),
      released(on(6), 'ann', 'qm', 'role:r'),
      assigned(on(6), 'ann', 'qm'),
      released(on(6), 'ann', 'qm'),
    );
    expect(explained(log, 6)).toEqual(['seat-released', 80]);
    expect(held(log)).toEqual([{ userId: 'ann', from: iso(5), to: iso(6) }]);
  });

  test('a late fact in the middle merges or splits holdings', () => {
    const split = world(
      assigned(on(5), 'ann', 'qm'),
      released(on(6), 'ann', 'qm'),
      late(assigned(on(6), 'ann', 'qm'), on(9)),
    );
    expect(held(split)).toEqual([{ userId: 'ann', from: iso(5), to: null }]);
    expect(held(split, { knownAt: on(8) })).toEqual([{ userId: 'ann', from: iso(5), to: iso(6) }]);
  });

  test('a late deactivation ends the holding, and what was assigned after it never took', () => {
    const log = world(
      assigned(on(5), 'ann', 'qm'),
      assigned(on(15), 'ann', 'qm', 'role:r'),
      [on(10), 'UserDeactivated', { userId: 'ann' }, on(20)],
      [on(12), 'UserDeactivated', { userId: 'ann' }, on(21)],
      [on(22), 'UserReactivated', { userId: 'ann' }],
    );
    expect(held(log)).toEqual([{ userId: 'ann', from: iso(5), to: iso(10) }]);
    expect(explained(log, 16)).toEqual(['user-inactive', 70]);
    expect(explained(log, 22)).toEqual(['seat-released', 70]);
    expect(ask(log, 'explain', { userId: 'ann', product: 'qm', at: on(16), knownAt: on(19) })).toMatchObject({
      licensed: true,
      access: true,
      reason: 'seat',
      decisive: { type: 'SeatAssigned', effectiveAt: iso(5), recordedAt: iso(5), actor: 'given', position: 50 },
    });
  });

  test('an overview tells who holds what, and with a product only who holds that', () => {
    const log = given(
      defined('qm'),
      defined('cr'),
      opened(on(1)),
      ...['bob', 'ann', 'cy'].map((userId) => registered(on(1), userId)),
      assigned(on(2), 'bob', 'qm'),
      assigned(on(2), 'bob', 'cr'),
      assigned(on(2), 'cy', 'cr'),
    );
    const bob = { userId: 'bob', active: true, products: ['cr', 'qm'] };
    expect(ask(log, 'overview')).toMatchObject({ users: [{ userId: 'ann', products: [] }, bob, { userId: 'cy' }] });
    expect(ask(log, 'overview', { product: 'qm' })).toMatchObject({ users: [bob] });
  });
});

describe('peaks', () => {
  const peak = (log: readonly LogEvent[], of: object = {}): unknown =>
    ask(log, 'peak', { product: 'qm', month: '2026-01', ...of });
  const none = { quantity: 0, at: null };

  test('a swap at one instant never counts twice', () => {
    const log = world(assigned(on(5), 'ann', 'qm'), assigned(on(7), 'bob', 'qm'), released(on(7), 'ann', 'qm'));
    expect(peak(log)).toEqual({
      licences: none,
      assigned: { quantity: 1, at: iso(5) },
      overage: { quantity: 1, at: iso(5) },
      billableOverage: 1,
      knownAt: '2030-01-01T00:00:00.000Z',
      position: 70,
    });
  });

  test('what is carried in has the first instant of the month', () => {
    const log = world(purchased(on(2), 'qm', 4), [on(5, 2), 'LicenseReduced', { product: 'qm', quantity: 1 }]);
    expect(peak(log)).toMatchObject({ licences: { quantity: 4, at: iso(2) }, assigned: none, overage: none });
    expect(peak(log, { month: '2026-02' })).toMatchObject({ licences: { quantity: 4, at: iso(1, 2) } });
    expect(peak(log, { month: '2026-03' })).toMatchObject({ licences: { quantity: 3, at: iso(1, 3) } });
    expect(peak(log, { month: '2026-03', knownAt: on(20, 2) })).toMatchObject({ licences: none });
    expect(peak(log, { month: '2025-12' })).toMatchObject({ licences: none });
  });

  test('a month is the account zone’s', () => {
    const log = given(
      defined('qm'),
      opened('2012-03-01T05:00:00Z', { timeZone: 'America/Havana' }),
      purchased('2012-04-01T04:59:59.999Z', 'qm', 2),
      ['2012-04-01T05:00:00Z', 'LicenseReduced', { product: 'qm', quantity: 1 }],
    );
    expect(peak(log, { month: '2012-03' })).toMatchObject({
      licences: { quantity: 2, at: '2012-04-01T04:59:59.999Z' },
    });
    expect(peak(log, { month: '2012-04' })).toMatchObject({
      licences: { quantity: 1, at: '2012-04-01T05:00:00.000Z' },
    });
  });

  test('nothing is billed while a trial runs, which ends by itself', () => {
    const log = world(
      purchased(on(2), 'qm', 3),
      [on(5), 'TrialStarted', { product: 'qm', endsAt: on(20) }],
      purchased(on(6), 'qm', 5),
      assigned(on(6), 'ann', 'qm'),
      [on(10), 'LicenseReduced', { product: 'qm', quantity: 7 }],
      released(on(12), 'ann', 'qm'),
    );
    expect(peak(log)).toMatchObject({
      licences: { quantity: 3, at: iso(2) },
      assigned: { quantity: 1, at: iso(6) },
      overage: none,
      billableOverage: 0,
    });
    const inTrial = world(
      [on(1), 'TrialStarted', { product: 'qm', endsAt: on(20) }],
      purchased(on(2), 'qm', 2),
      purchased(on(3), 'qm', 2),
      [on(10), 'TrialStarted', { product: 'qm', endsAt: on(25) }],
    );
    expect(peak(inTrial)).toMatchObject({ licences: { quantity: 4, at: iso(20) } });
    expect(peak(inTrial, { knownAt: '2026-01-19T23:59:59.999Z' })).toMatchObject({ licences: none });
    expect(peak(inTrial, { knownAt: on(20) })).toMatchObject({ licences: { quantity: 4, at: iso(20) } });
  });

  test('a trial that is ended bills again from that instant', () => {
    const log = world([on(1), 'TrialStarted', { product: 'qm', endsAt: on(1, 3) }], assigned(on(2), 'ann', 'qm'), [
      on(9),
      'TrialEnded',
      { product: 'qm' },
    ]);
    expect(peak(log, { knownAt: on(8) })).toMatchObject({ assigned: { quantity: 1, at: iso(2) }, billableOverage: 0 });
    expect(peak(log, { knownAt: on(9) })).toMatchObject({ assigned: { quantity: 1, at: iso(2) }, billableOverage: 1 });
  });

  test('a licence of a retention product counts once per three months of retention', () => {
    const log = given(
      defined('qm', { units: 'retention', complimentary: 1 }),
      opened(on(1)),
      ...['ann', 'bob', 'cy', 'di'].map((userId) => registered(on(1), userId)),
      purchased(on(2), 'qm', 2),
      [on(3), 'RetentionSet', { product: 'qm', days: 14, months: null }],
      ...['ann', 'bob', 'cy', 'di'].map((userId) => assigned(on(4), userId, 'qm')),
      [on(5), 'RetentionSet', { product: 'qm', days: null, months: 9 }],
      [on(6), 'RetentionSet', { product: 'qm', days: null, months: 3 }],
    );
    expect(peak(log, { knownAt: on(2) })).toMatchObject({ licences: { quantity: 2, at: iso(2) }, billableOverage: 0 });
    expect(peak(log, { knownAt: on(4) })).toMatchObject({ overage: { quantity: 1, at: iso(4) }, billableOverage: 0 });
    // 2 licences x 3; (4 assigned - 1 complimentary) x 3 - 6.
    expect(peak(log)).toMatchObject({ licences: { quantity: 6, at: iso(5) }, billableOverage: 3 });
  });

  test('overage is taken beyond the month’s own peak of licences', () => {
    const log = world(
      assigned(on(2), 'ann', 'qm'),
      assigned(on(2), 'bob', 'qm'),
      purchased(on(20), 'qm', 1),
      released(on(20), 'ann', 'qm'),
    );
    expect(peak(log)).toMatchObject({ overage: { quantity: 2, at: iso(2) }, billableOverage: 1 });
  });

  describe('overage-billing', () => {
    const overdrawn = (...events: readonly GivenEvent[]): LogEvent[] => world(assigned(on(3), 'ann', 'qm'), ...events);
    const billed = (log: readonly LogEvent[], day: number): unknown =>
      (peak(log, { knownAt: on(day) }) as { billableOverage: number }).billableOverage;

    test('counts before a program is announced, and again once its entry has started', () => {
      const log = given(
        defined('qm'),
        opened(on(1)),
        registered(on(1), 'ann'),
        announced(on(2), 'p', ['cr', 'qm'], ['overage-billing', null, on(9)]),
        assigned(on(3), 'ann', 'qm'),
        started(on(9), 'p', 'overage-billing', null),
      );
      expect([billed(log, 3), billed(log, 8), billed(log, 9)]).toEqual([0, 0, 1]);
      expect(billed(overdrawn(announced(on(4), 'p', ['qm'], ['overage-billing', null, on(9)])), 8)).toBe(1);
    });

    test('waits for the entry of the account’s own region, else the one of every other region', () => {
      const log = given(
        defined('qm'),
        opened(on(1), { region: 'UK' }),
        registered(on(1), 'ann'),
        announced(on(2), 'p', ['qm'], ['overage-billing', null, on(5)], ['overage-billing', 'UK', on(7)]),
        assigned(on(3), 'ann', 'qm'),
        started(on(5), 'p', 'overage-billing', null),
        started(on(7), 'p', 'overage-billing', 'UK'),
      );
      expect([billed(log, 4), billed(log, 6), billed(log, 7)]).toEqual([0, 0, 1]);
    });

    test('waits for every program that has an entry, and for no other', () => {
      const log = given(
        defined('qm'),
        opened(on(1)),
        registered(on(1), 'ann'),
        announced(on(2), 'a', ['qm'], ['overage-billing', 'EU', on(5)]),
        announced(on(2), 'b', ['qm'], ['overage-billing', null, on(7)]),
        announced(on(2), 'c', ['qm'], ['overage-billing', 'US', on(9)], ['restricted', null, on(9)]),
        announced(on(2), 'd', ['cr'], ['overage-billing', null, on(9)]),
        assigned(on(3), 'ann', 'qm'),
        started(on(5), 'a', 'overage-billing', 'EU'),
        started(on(7), 'b', 'overage-billing', null),
      );
      expect([billed(log, 4), billed(log, 6), billed(log, 7)]).toEqual([0, 0, 1]);
    });
  });
});

describe('invoices', () => {
  const invoice = (log: readonly LogEvent[], period = '2026-01', of: object = {}): unknown =>
    ask(log, 'invoice', { period, ...of });
  const EARLY = '2025-01-01T00:00:00Z';

  test('a bundle is shown as lines of its own, the rest taking what the parts leave', () => {
    const log = given(
      defined('user'),
      defined('ai'),
      defined('wide', { provisioning: 'account-wide' }),
      defined('surveys', { provisioning: 'unmanaged' }),
      priced(EARLY, 'user', '49.99', { breakdown: [{ product: 'ai', amount: '9.995' }] }),
      priced(EARLY, 'ai', '9.00'),
      priced(EARLY, 'wide', '15.00'),
      priced(EARLY, 'surveys', '20'),
      opened(on(1), { timeZone: 'Europe/Berlin' }),
      ...['ann', 'bob', 'cy'].map((userId) => registered(on(2), userId)),
      [on(3), 'ProductSubscribed', { product: 'wide' }],
      [on(3), 'ProductSubscribed', { product: 'surveys' }],
      [on(4), 'ProductUnsubscribed', { product: 'surveys' }],
      [on(4), 'UserDeactivated', { userId: 'cy' }],
      purchased(on(5), 'user', 3),
      purchased(on(5), 'ai', 2),
    );
    const line = (product: string, kind: string, quantity: number, unitPrice: string, amount: string): object => {
      return { month: '2026-01', product, kind, quantity, unitPrice, amount };
    };
    expect(invoice(log)).toEqual({
      accountId: ACCOUNT,
      period: '2026-01',
      currency: 'EUR',
      provisional: false,
      lines: [
        line('ai', 'licences', 2, '9.00', '18.00'),
        line('ai', 'licences-part', 3, '9.995', '29.98'),
        line('surveys', 'subscription', 1, '20', '20.00'),
        line('user', 'licences', 3, '39.995', '119.99'),
        line('wide', 'account-wide', 3, '15.00', '45.00'),
      ],
      subtotal: '232.97',
      knownAt: '2030-01-01T00:00:00.000Z',
      position: 180,
    });
  });

  test('the rest is left out only where neither its price nor its amount is left', () => {
    const bundle = (committed: string, ...amounts: string[]): unknown => {
      const breakdown = amounts.map((amount) => ({ product: 'part', amount }));
      const log = given(
        defined('bundle'),
        opened(on(1)),
        priced(EARLY, 'bundle', committed, { breakdown }),
        purchased(on(2), 'bundle', 1),
      );
      const { lines } = invoice(log) as { lines: { kind: string; unitPrice: string; amount: string }[] };
      return lines.map(({ kind, unitPrice, amount }) => `${kind} ${unitPrice} ${amount}`);
    };
    expect(bundle('3', '1.00', '2')).toEqual(['licences-part 1.00 1.00', 'licences-part 2 2.00']);
    // 1.005 -> 1.00 each, 2.01 in all: a cent is left though nothing of the price is.
    expect(bundle('2.01', '1.005', '1.005')).toEqual([
      'licences 0.000 0.01',
      'licences-part 1.005 1.00',
      'licences-part 1.005 1.00',
    ]);
    expect(bundle('1.001', '1')).toEqual(['licences 0.001 0.00', 'licences-part 1 1.00']);
  });

  test('equal lines come in the order of the priced product, then of its breakdown', () => {
    const parts = (...amounts: string[]): Record<string, unknown> => ({
      breakdown: amounts.map((amount) => ({ product: 'part', amount })),
    });
    const log = given(
      defined('zeta'),
      defined('beta'),
      opened(on(1)),
      priced(EARLY, 'zeta', '9', parts('3', '1')),
      priced(EARLY, 'beta', '9', parts('4', '2')),
      purchased(on(2), 'zeta', 1),
      purchased(on(2), 'beta', 1),
    );
    const { lines } = invoice(log) as { lines: { product: string; unitPrice: string }[] };
    expect(lines.map(({ product, unitPrice }) => `${product} ${unitPrice}`)).toEqual([
      'beta 3',
      'part 4',
      'part 2',
      'part 3',
      'part 1',
      'zeta 5',
    ]);
  });

  test('overage is billed at uncommitted, rounded half-even, in the currency’s minor units', () => {
    const log = given(
      defined('qm'),
      opened(on(1), { currency: 'JPY' }),
      registered(on(1), 'ann'),
      priced(EARLY, 'qm', '100', { currency: 'JPY', uncommitted: '2.5' }),
      priced(EARLY, 'qm', '7', { currency: 'EUR' }),
      assigned(on(2), 'ann', 'qm'),
    );
    expect(invoice(log)).toMatchObject({
      lines: [{ kind: 'overage', quantity: 1, unitPrice: '2.5', amount: '2' }],
      subtotal: '2',
    });
  });

  test('usage beyond the base pack of the month’s last counted instant is billed, subscribed or not', () => {
    const log = given(
      defined('stt', { provisioning: 'metered', basePack: 100 }),
      opened(on(1)),
      priced(EARLY, 'stt', '10', { uncommitted: '0.125' }),
      [on(2), 'ProductSubscribed', { product: 'stt' }],
      [on(3), 'UsageRecorded', { product: 'stt', usageId: 'a', quantity: 60 }],
      [on(4), 'UsageRecorded', { product: 'stt', usageId: 'a', quantity: 1000 }],
      defined('stt', { provisioning: 'metered', basePack: 50 }, on(20)),
      [on(25), 'ProductUnsubscribed', { product: 'stt' }],
      [on(1, 2), 'UsageRecorded', { product: 'stt', usageId: 'b', quantity: 53 }],
      defined('stt', { provisioning: 'metered', basePack: 0 }, on(1, 3)),
    );
    expect(invoice(log, '2026-01', { knownAt: on(19) })).toMatchObject({
      lines: [{ kind: 'subscription' }],
      provisional: true,
    });
    expect(invoice(log)).toMatchObject({
      lines: [
        { kind: 'subscription', quantity: 1, amount: '10.00' },
        { kind: 'usage', quantity: 10, unitPrice: '0.125', amount: '1.25' },
      ],
      subtotal: '11.25',
    });
    // 3 x 0.125 = 0.375 -> 0.38.
    expect(invoice(log, '2026-02')).toMatchObject({ lines: [{ kind: 'usage', quantity: 3, amount: '0.38' }] });
    expect(invoice(log, '2026-03')).toMatchObject({ lines: [], subtotal: '0.00' });
  });

  test('account-wide counts users only while subscribed', () => {
    const log = given(
      defined('wide', { provisioning: 'account-wide' }),
      opened(on(1)),
      priced(EARLY, 'wide', '1'),
      registered(on(1), 'ann'),
      registered(on(1), 'bob'),
      [on(2), 'UserDeactivated', { userId: 'bob' }],
      [on(3), 'ProductSubscribed', { product: 'wide' }],
      [on(4), 'ProductUnsubscribed', { product: 'wide' }],
      [on(5), 'UserReactivated', { userId: 'bob' }],
    );
    expect(invoice(log)).toMatchObject({ lines: [{ kind: 'account-wide', quantity: 1 }] });
  });

  describe('price', () => {
    const charged = (month: string, ...prices: readonly GivenEvent[]): unknown => {
      const told = invoice(given(defined('qm'), opened(on(1)), purchased(on(1), 'qm', 1), ...prices), month);
      return typeof told === 'string' ? told : (told as { lines: { unitPrice: string }[] }).lines[0]?.unitPrice;
    };
    const mine = { accountId: ACCOUNT };

    test('is the contract’s in force at the month’s first instant, else the list’s in force then', () => {
      expect(charged('2026-02', priced(on(1, 2), 'qm', '5', mine), priced(on(1, 2), 'qm', '4'))).toBe('5');
      expect(charged('2026-02', priced(on(2, 2), 'qm', '5', mine), priced(on(1, 2), 'qm', '4'))).toBe('4');
      expect(charged('2026-02', priced(EARLY, 'qm', '5', mine), priced(on(1), 'qm', '6', mine))).toBe('6');
      expect(charged('2026-02', priced(EARLY, 'qm', '5', { accountId: 'other' }))).toBe('price-missing');
    });

    test('is else the first of either to come into force in the month, the contract’s in a tie', () => {
      expect(charged('2026-02', priced(on(9, 2), 'qm', '5', mine), priced(on(8, 2), 'qm', '4'))).toBe('4');
      expect(charged('2026-02', priced(on(8, 2), 'qm', '4'), priced(on(8, 2), 'qm', '5', mine))).toBe('5');
      expect(charged('2026-02', priced(on(8, 2), 'qm', '4'), priced(on(9, 2), 'qm', '3'))).toBe('4');
      expect(charged('2026-02', priced(on(1, 3), 'qm', '4'))).toBe('price-missing');
    });

    test('is the last recorded of one kind and validFrom', () => {
      expect(charged('2026-02', priced(on(1), 'qm', '4'), late(priced(on(1), 'qm', '3'), on(1, 6)))).toBe('3');
      expect(charged('2026-02', priced(on(8, 2), 'qm', '4'), late(priced(on(8, 2), 'qm', '3'), on(1, 6)))).toBe('3');
    });

    test('may come into force after knownAt, but is not known before it was recorded', () => {
      const log = given(
        defined('qm'),
        opened(on(1)),
        purchased(on(1), 'qm', 1),
        late(priced(on(20), 'qm', '4'), on(2)),
      );
      expect(invoice(log, '2026-01', { knownAt: on(3) })).toMatchObject({ subtotal: '4.00', provisional: true });
      expect(invoice(log, '2026-01', { knownAt: on(1) })).toBe('price-missing');
    });

    test('is not missed for what is not billed', () => {
      expect(invoice(world())).toMatchObject({ lines: [], subtotal: '0.00' });
    });
  });

  test('a period fits the account’s billing and is provisional until its last month is over', () => {
    const log = given(
      defined('qm'),
      opened(on(10), { billing: 'quarterly', timeZone: 'America/New_York' }),
      priced(EARLY, 'qm', '1'),
      purchased(on(11), 'qm', 2),
      purchased(on(11, 2), 'qm', 1),
    );
    expect(invoice(log, '2026-Q1')).toMatchObject({
      lines: [
        { month: '2026-01', quantity: 2 },
        { month: '2026-02', quantity: 3 },
        { month: '2026-03', quantity: 3 },
      ],
      subtotal: '8.00',
    });
    expect(invoice(log, '2026-Q1', { knownAt: '2026-04-01T03:59:59.999Z' })).toMatchObject({ provisional: true });
    expect(invoice(log, '2026-Q1', { knownAt: '2026-04-01T04:00:00Z' })).toMatchObject({ provisional: false });
    expect([invoice(log, '2026-01'), invoice(log, '2026'), invoice(log, '2026-Q5')]).toEqual(
      Array.from({ length: 3 }, () => 'invalid-period'),
    );
  });

  test('issued documents of a period come oldest first with their total', () => {
    const document = { invoiceId: 'i', knownAt: on(2, 2), lines: [] };
    const log = world(
      [on(2, 2), 'InvoiceIssued', { ...document, period: '2026-01', subtotal: '22.50' }],
      [on(3, 2), 'InvoiceIssued', { ...document, period: '2025-12', subtotal: '7.00' }],
      [on(4, 2), 'InvoiceAdjusted', { ...document, period: '2026-01', adjusts: 'i', subtotal: '-23.00' }],
    );
    expect(ask(log, 'issued', { period: '2026-01' })).toMatchObject({
      documents: [
        { type: 'InvoiceIssued', subtotal: '22.50', lines: [] },
        { type: 'InvoiceAdjusted', subtotal: '-23.00', lines: [] },
      ],
      total: '-0.50',
    });
    expect(ask(log, 'issued', { period: '2026-03' })).toMatchObject({ documents: [], total: '0.00' });
    expect(ask(log, 'issued', { period: '2026' })).toBe('invalid-period');
  });
});

describe('explain', () => {
  test('asks for account, user and product in this order', () => {
    const log = given(opened(on(2)), registered(on(3), 'ann'), defined('qm', {}, on(4)));
    expect([1, 2, 3, 4].map((day) => explained(log, day))).toEqual([
      ['account-not-open', null],
      ['user-not-registered', null],
      ['product-unknown', null],
      ['never-assigned', null],
    ]);
  });

  test('a service is there while subscribed', () => {
    const log = given(
      defined('wide', { provisioning: 'account-wide' }),
      defined('whole', { provisioning: 'unmanaged' }),
      opened(on(1)),
      registered(on(1), 'ann'),
      [on(2), 'ProductSubscribed', { product: 'wide' }],
      [on(3), 'ProductSubscribed', { product: 'wide' }],
      [on(4), 'ProductUnsubscribed', { product: 'wide' }],
      [on(5), 'ProductUnsubscribed', { product: 'wide' }],
      [on(6), 'ProductSubscribed', { product: 'whole' }],
    );
    expect([1, 3, 5].map((day) => explained(log, day, 'wide'))).toEqual([
      ['not-subscribed', null],
      ['account-wide', 50],
      ['not-subscribed', 70],
    ]);
    expect(explained(log, 6, 'whole')).toEqual(['subscription', 90]);
  });

  describe('usage-limit-reached', () => {
    const metered = (basePack: number, ...events: readonly GivenEvent[]): LogEvent[] =>
      given(
        defined('stt', { provisioning: 'metered', basePack }),
        opened(on(1), { timeZone: 'Europe/Prague' }),
        registered(on(1), 'ann'),
        [on(1), 'ProductSubscribed', { product: 'stt' }],
        ...events,
      );
    const used = (at: string, usageId: string, quantity: number): GivenEvent => {
      return [at, 'UsageRecorded', { product: 'stt', usageId, quantity }];
    };
    const limited = (at: string, limit: number | null): GivenEvent => [at, 'UsageLimitSet', { product: 'stt', limit }];

    test('is decided by the record that crossed, until the local month begins anew', () => {
      const log = metered(
        10,
        limited(on(2), 5),
        used(on(3), 'a', 14),
        used(on(4), 'b', 1),
        used(on(5), 'c', 1),
        used('2026-01-31T23:00:00Z', 'd', 1),
      );
      expect([3, 4, 6].map((day) => explained(log, day, 'stt'))).toEqual([
        ['subscription', 40],
        ['usage-limit-reached', 70],
        ['usage-limit-reached', 70],
      ]);
      expect(ask(log, 'explain', { userId: 'ann', product: 'stt', at: '2026-01-31T22:59:59.999Z' })).toMatchObject({
        reason: 'usage-limit-reached',
        licensed: false,
        access: false,
      });
      expect(ask(log, 'explain', { userId: 'ann', product: 'stt', at: '2026-01-31T23:00:00Z' })).toMatchObject({
        reason: 'subscription',
      });
    });

    test('is decided by the limit that crossed, and by the last crossing', () => {
      const log = metered(
        10,
        used(on(3), 'a', 14),
        limited(on(4), 4),
        limited(on(5), null),
        limited(on(6), 3),
        used(on(7), 'b', 1),
      );
      expect([3, 4, 5, 7].map((day) => explained(log, day, 'stt'))).toEqual([
        ['subscription', 40],
        ['usage-limit-reached', 60],
        ['subscription', 40],
        ['usage-limit-reached', 80],
      ]);
    });

    test('carries a limit into the month that it was not set in', () => {
      const log = metered(10, limited(on(2), 0), used(on(3, 2), 'a', 9), used(on(4, 2), 'b', 1));
      expect(explained(log, 5, 'stt', 'ann', 2)).toEqual(['usage-limit-reached', 70]);
    });

    test('of nothing at all is decided by the limit that made it so', () => {
      const log = metered(0, used(on(2), 'a', 9), limited(on(3), 9), limited(on(4), 0), limited(on(5), 0));
      expect(explained(log, 3, 'stt')).toEqual(['usage-limit-reached', 60]);
      expect(explained(log, 9, 'stt', 'ann', 3)).toEqual(['usage-limit-reached', 70]);
    });
  });

  test('a trial gives access to every active user while it runs', () => {
    const log = world(
      [on(2), 'TrialStarted', { product: 'qm', endsAt: on(6) }],
      [on(3), 'TrialStarted', { product: 'qm', endsAt: on(30) }],
      [on(7), 'TrialEnded', { product: 'qm' }],
      [on(8), 'TrialStarted', { product: 'qm', endsAt: on(30) }],
      [on(9), 'TrialEnded', { product: 'qm' }],
    );
    expect([5, 6, 8, 9].map((day) => explained(log, day))).toEqual([
      ['trial', 50],
      ['never-assigned', null],
      ['trial', 80],
      ['never-assigned', null],
    ]);
  });

  test('concurrent pricing asks for capacity only', () => {
    const log = world([on(2), 'PricingModelChanged', { pricingModel: 'concurrent' }], purchased(on(3), 'qm', 1));
    const at = (day: number): unknown => ask(log, 'explain', { userId: 'ann', product: 'qm', at: on(day) });
    expect(at(2)).toMatchObject({
      licensed: false,
      access: false,
      reason: 'concurrent-pricing',
      decisive: { position: 50 },
    });
    expect(at(3)).toMatchObject({ licensed: true, access: true, reason: 'concurrent-pricing' });
    const born = given(
      defined('qm', { complimentary: 1 }),
      opened(on(1), { pricingModel: 'concurrent' }),
      registered(on(1), 'ann'),
    );
    expect(explained(born, 1)).toEqual(['concurrent-pricing', 20]);
  });

  test('a seat needs one of each list that its product requires', () => {
    const log = given(
      defined('add-on', { requires: [['a', 'b'], ['svc']] }),
      defined('a'),
      defined('suite', { includes: ['b'] }),
      defined('svc', { provisioning: 'account-wide' }),
      opened(on(1)),
      registered(on(1), 'ann'),
      assigned(on(2), 'ann', 'add-on'),
      [on(3), 'ProductSubscribed', { product: 'svc' }],
      assigned(on(4), 'ann', 'a'),
      released(on(5), 'ann', 'a'),
      assigned(on(5), 'ann', 'suite'),
      defined('b', {}, on(6)),
      [on(7), 'ProductUnsubscribed', { product: 'svc' }],
    );
    const missing = ['prerequisite-missing', null];
    const seat = ['seat', 70];
    expect([2, 3, 4, 5, 6, 7].map((day) => explained(log, day, 'add-on'))).toEqual([
      missing,
      missing,
      seat,
      missing,
      seat,
      missing,
    ]);
  });

  test('a product is included in the earliest held seat of what includes it, then by id; not transitively', () => {
    const log = given(
      defined('cr'),
      defined('s1', { includes: ['cr'] }),
      defined('s2', { includes: ['cr'] }),
      defined('s3', { includes: ['cr'] }),
      defined('top', { includes: ['s1'] }),
      opened(on(1)),
      registered(on(1), 'ann'),
      assigned(on(2), 'ann', 'top'),
      assigned(on(3), 'ann', 's3'),
      assigned(on(3), 'ann', 's2'),
      assigned(on(4), 'ann', 's1'),
      released(on(5), 'ann', 's2'),
      assigned(on(6), 'ann', 's2'),
    );
    expect([2, 3, 4, 6].map((day) => explained(log, day, 'cr'))).toEqual([
      ['never-assigned', null],
      ['included', 100],
      ['included', 100],
      ['included', 90],
    ]);
  });

  test('a transition lasts until the entry of the region has started, the first announced program deciding', () => {
    const log = world(
      announced(on(2), 'none', ['qm'], ['assignment-open', null, on(3)], ['restricted', 'US', on(20)]),
      announced(on(3), 'one', ['qm'], ['restricted', null, on(5)], ['restricted', 'EU', on(7)]),
      announced(on(4), 'two', ['qm'], ['restricted', null, on(9)]),
      started(on(5), 'one', 'restricted', null),
      started(on(7), 'one', 'restricted', 'EU'),
      [on(8), 'EnforcementPhaseRescheduled', { programId: 'two', phase: 'restricted', region: null, startsAt: on(12) }],
    );
    expect([2, 4, 6, 7, 10].map((day) => explained(log, day))).toEqual([
      ['never-assigned', null],
      ['transition', 60],
      ['transition', 60],
      ['transition', 70],
      ['transition', 70],
    ]);
    expect(ask(log, 'explain', { userId: 'ann', product: 'qm' })).toMatchObject({ licensed: false, access: true });
    expect(ask(log, 'phases', { programId: 'two' })).toMatchObject({
      phases: [{ phase: 'restricted', region: null, startsAt: iso(12), started: false }],
    });
    expect(ask(log, 'phases', { programId: 'one', at: on(6) })).toMatchObject({
      phases: [
        { phase: 'restricted', region: null, startsAt: iso(5), started: true },
        { phase: 'restricted', region: 'EU', startsAt: iso(7), started: false },
      ],
    });
  });
});

test('features are those of every product there is access to, role-limited ones with such a role only', () => {
  const log = given(
    defined('cr', { features: ['record', { feature: 'listen', roles: ['lead', 'boss'] }] }),
    defined('qm', { features: ['score', 'record'], includes: ['cr'] }),
    defined('other', { features: ['other'] }),
    opened(on(1)),
    registered(on(1), 'ann'),
    assigned(on(2), 'ann', 'qm'),
    [on(3), 'UserRolesChanged', { userId: 'ann', roles: ['boss'] }],
  );
  expect(ask(log, 'features', { userId: 'ann', at: on(2) })).toMatchObject({ features: ['record', 'score'] });
  expect(ask(log, 'features', { userId: 'ann' })).toMatchObject({ features: ['listen', 'record', 'score'] });
});

test('a history tells the account stream in fold order, by user, product and half-open span', () => {
  const log = world(purchased(on(9), 'qm', 1), assigned(on(10), 'ann', 'qm'), [
    on(8),
    'SeatAssigned',
    { product: 'qm', userId: 'bob', source: 'manual' },
    on(12),
  ]);
  const told = (of: object): unknown =>
    (ask(log, 'history', of as Record<string, unknown>) as { events: { position: number }[] }).events.map(
      (e) => e.position,
    );
  expect(told({})).toEqual([20, 30, 40, 70, 50, 60]);
  expect(told({ product: 'qm', from: on(8), to: on(10) })).toEqual([70, 50]);
  expect(told({ userId: 'ann' })).toEqual([30, 60]);
  expect(told({ at: on(8), userId: 'bob' })).toEqual([40, 70]);
  expect(told({ knownAt: on(11), from: on(8) })).toEqual([50, 60]);
  expect(ask(log, 'history', { userId: 'bob', from: on(8) })).toEqual(
    contain({
      events: [
        {
          position: 70,
          type: 'SeatAssigned',
          effectiveAt: iso(8),
          recordedAt: iso(12),
          actor: 'given',
          reason: null,
          data: { product: 'qm', userId: 'bob', source: 'manual' },
        },
      ],
    }),
  );
});
