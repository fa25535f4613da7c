/** The five licensing schemes that the ledger is for, each as its vendor and its customer live through it. */
import type { Answer, Seatledger } from '../../../sdk/client.js';
import { type Story, beginStory, refusalOf } from '../../support/api/story.js';

let story: Story;
let vendor: Seatledger;
afterEach(() => story.end());

async function begin(start: string): Promise<void> {
  story = await beginStory(start);
  ({ vendor } = story);
}

const codeOf = async (asked: Promise<unknown>): Promise<unknown> => (await refusalOf(asked)).code;

function explained(accountId: string, userId: string, product: string, at?: string): Promise<Answer<'explain'>> {
  return vendor.ask('explain', { accountId, userId, product, ...(at !== undefined && { at }) });
}

const billed = ({ lines }: Answer<'invoice'>): unknown[] =>
  lines.map(({ product, kind, quantity, amount }) => [product, kind, quantity, amount]);

test('seats for AI products: nobody has to act when named seats come, and concurrent accounts need none', async () => {
  await begin('2024-12-01T10:00:00Z');
  await story.sells('copilot', { provisioning: 'assigned' }, { committed: '40.00' });
  await story.opens('harbor', {}, 'ana', 'ben', 'cleo');
  await story.opens('pooled', { pricingModel: 'concurrent' }, 'pia');
  for (const accountId of ['harbor', 'pooled']) {
    await vendor.do('PurchaseLicenses', { accountId, product: 'copilot', quantity: 2 });
  }
  const phases = [
    { phase: 'assignment-open' as const, region: null, startsAt: '2025-01-14T00:00:00Z' },
    { phase: 'restricted' as const, region: null, startsAt: '2025-02-14T00:00:00Z' },
  ];
  const program = { programId: 'ai-seats', name: 'Seats for AI', products: ['copilot'], phases };
  await vendor.do('AnnounceProgram', { ...program, onOpen: 'assign-all-active' });
  const copilot = { accountId: 'harbor', product: 'copilot' };
  expect(await codeOf(vendor.do('AssignSeats', { ...copilot, userIds: ['ana'] }))).toBe('assignment-not-open');
  await story.at('2025-01-14T08:00:00Z');
  expect(await vendor.ask('allocation', copilot)).toMatchObject({ capacity: 2, assigned: 3, overage: 1 });
  await vendor.do('SaveSeats', { ...copilot, userIds: ['ana', 'cleo'] });
  expect(await explained('harbor', 'ben', 'copilot')).toMatchObject({ access: true, reason: 'transition' });
  expect(await explained('pooled', 'pia', 'copilot')).toMatchObject({ access: true, reason: 'concurrent-pricing' });
  const pooled = { accountId: 'pooled', product: 'copilot', userIds: ['pia'] };
  expect(await codeOf(vendor.do('AssignSeats', pooled))).toBe('pricing-model-unsupported');
  await story.at('2025-02-20T09:00:00Z');
  expect(await explained('harbor', 'ben', 'copilot')).toMatchObject({ access: false, reason: 'seat-released' });
  expect(await codeOf(vendor.do('AssignSeats', { ...copilot, userIds: ['ben'] }))).toBe('capacity-exceeded');
});

test('self-service: a cart, a month at its highest count, add-ons on their base, packs and retention', async () => {
  await begin('2025-05-10T06:00:00Z');
  const czk = 'CZK';
  await story.sells('voice', { provisioning: 'assigned' }, { currency: czk, committed: '500.00' });
  await story.sells(
    'outbound',
    { provisioning: 'assigned', requires: [['voice']] },
    { currency: czk, committed: '250.00' },
  );
  await story.sells(
    'recording',
    { provisioning: 'assigned', units: 'retention' },
    { currency: czk, committed: '40.50' },
  );
  const pack = { provisioning: 'metered' as const, basePack: 5_000 };
  await story.sells('speech', pack, { currency: czk, committed: '1000.00', uncommitted: '0.125' });
  await story.opens('praha', { timeZone: 'Europe/Prague', currency: czk }, 'eva', 'jan');
  const praha = { accountId: 'praha' };
  const changes = [
    { product: 'voice', quantity: 10 },
    { product: 'outbound', quantity: 2 },
    { product: 'recording', quantity: 4 },
  ];
  await vendor.do('ChangeLicenses', { ...praha, changes });
  const outbound = { ...praha, product: 'outbound', userIds: ['eva'] };
  expect(await codeOf(vendor.do('AssignSeats', outbound))).toBe('prerequisite-missing');
  await vendor.do('AssignSeats', { ...praha, product: 'voice', userIds: ['eva', 'jan'] });
  await vendor.do('AssignSeats', outbound);
  await vendor.do('SetRetention', { ...praha, product: 'recording', months: 9 });
  await vendor.do('Subscribe', { ...praha, product: 'speech' });
  await vendor.do('SetUsageLimit', { ...praha, product: 'speech', limit: 2_000 });
  await story.at('2025-05-15T06:00:00Z');
  await vendor.do('PurchaseLicenses', { ...praha, product: 'voice', quantity: 5 });
  for (const [usageId, quantity] of [
    ['call-1', 6_500],
    ['call-1', 6_500],
    ['call-2', 600],
  ] as const) {
    await vendor.do('RecordUsage', { ...praha, product: 'speech', usageId, quantity });
  }
  const more = { ...praha, product: 'speech', usageId: 'call-3', quantity: 1 };
  expect(await codeOf(vendor.do('RecordUsage', more))).toBe('usage-limit-reached');
  await story.at('2025-05-20T06:00:00Z');
  await vendor.do('ReduceLicenses', { ...praha, product: 'voice', quantity: 3 });
  // Local midnight on the 1st, when it is still May by UTC.
  await story.at('2025-05-31T22:00:00Z');
  await vendor.do('RecordUsage', more);
  const invoice = await vendor.ask('invoice', { ...praha, period: '2025-05' });
  expect([invoice.provisional, invoice.subtotal]).toEqual([false, '9748.50']);
  expect(billed(invoice)).toEqual([
    ['outbound', 'licences', 2, '500.00'],
    ['recording', 'licences', 12, '486.00'],
    ['speech', 'subscription', 1, '1000.00'],
    ['speech', 'usage', 2_100, '262.50'],
    ['voice', 'licences', 15, '7500.00'],
  ]);
});

test('add-ons: bought as they are assigned, tried by everybody, for the whole account, and a bundle in lines of its own', async () => {
  await begin('2025-05-01T08:00:00Z');
  const bought = { provisioning: 'assigned', overage: 'auto-purchase' } as const;
  await story.sells('ai', bought, { committed: '9.00' });
  await story.sells('user', bought, { committed: '49.99', breakdown: [{ product: 'ai', amount: '9.995' }] });
  await story.sells('analytics', { provisioning: 'account-wide' }, { committed: '15.00' });
  await story.opens('rhein', {}, 'uwe', 'vera', 'willi');
  const rhein = { accountId: 'rhein' };
  await vendor.do('Subscribe', { ...rhein, product: 'analytics' });
  const { events } = await vendor.do('AssignSeats', { ...rhein, product: 'user', userIds: ['uwe', 'vera', 'willi'] });
  expect(events).toEqual(['LicensePurchased', 'SeatAssigned', 'SeatAssigned', 'SeatAssigned']);
  await vendor.do('StartTrial', { ...rhein, product: 'ai', endsAt: '2025-05-19T08:00:00Z' });
  expect(await explained('rhein', 'willi', 'ai')).toMatchObject({ licensed: true, reason: 'trial' });
  expect(await explained('rhein', 'willi', 'analytics')).toMatchObject({ licensed: true, reason: 'account-wide' });
  await story.at('2025-05-19T08:00:00Z');
  expect(await explained('rhein', 'willi', 'ai')).toMatchObject({ licensed: false, reason: 'never-assigned' });
  await story.at('2025-06-03T08:00:00Z');
  await vendor.do('AssignSeats', { ...rhein, product: 'ai', userIds: ['uwe'] });
  await story.at('2025-07-01T08:00:00Z');
  expect(billed(await vendor.ask('invoice', { ...rhein, period: '2025-06' }))).toEqual([
    ['ai', 'licences', 1, '9.00'],
    ['ai', 'licences-part', 3, '29.98'],
    ['analytics', 'account-wide', 3, '45.00'],
    ['user', 'licences', 3, '119.99'],
  ]);
});

test('workforce: a commitment and what goes beyond it, seats by role, what includes what, seats free of charge and not for sale', async () => {
  await begin('2025-01-10T09:00:00Z');
  const allowed = { provisioning: 'assigned', overage: 'allow' } as const;
  await story.sells('cr', allowed, { committed: '10.00' });
  await story.sells('qm', { ...allowed, includes: ['cr'] }, { committed: '30.00', uncommitted: '45.00' });
  const free = { provisioning: 'assigned', sale: 'not-on-sale', complimentary: 5 } as const;
  await story.sells('access', free, { committed: '0.00' });
  await story.opens('northwind', {});
  const northwind = { accountId: 'northwind' };
  await vendor.do('SetCommitment', { ...northwind, product: 'qm', quantity: 2 });
  await vendor.do('LinkRole', { ...northwind, role: 'agent', product: 'qm' });
  await vendor.do('LinkRole', { ...northwind, role: 'evaluator', product: 'access' });
  await story.at('2025-02-03T08:00:00Z');
  for (const userId of ['ada', 'bo', 'cy']) {
    const roles = userId === 'bo' ? ['agent', 'evaluator'] : ['agent'];
    await vendor.do('RegisterUser', { ...northwind, userId, name: userId, roles });
  }
  expect(await vendor.ask('allocation', { ...northwind, product: 'access' })).toMatchObject({
    capacity: 5,
    assigned: 1,
  });
  expect(await codeOf(vendor.do('PurchaseLicenses', { ...northwind, product: 'access', quantity: 1 }))).toBe(
    'not-for-sale',
  );
  expect(await explained('northwind', 'ada', 'cr')).toMatchObject({ licensed: true, reason: 'included' });
  const byRole = vendor.do('ReleaseSeats', { ...northwind, product: 'qm', userIds: ['ada'] });
  expect(await codeOf(byRole)).toBe('seat-held-by-role');
  await story.at('2025-02-20T08:00:00Z');
  await vendor.do('DeactivateUser', { ...northwind, userId: 'cy' });
  await story.at('2025-03-01T12:00:00Z');
  expect(billed(await vendor.ask('invoice', { ...northwind, period: '2025-02' }))).toEqual([
    ['qm', 'licences', 2, '60.00'],
    ['qm', 'overage', 1, '45.00'],
  ]);
});

test('paid integrations: opened region by region, restricted later and put off once, overage billed last', async () => {
  await begin('2025-09-01T00:00:00Z');
  await story.sells('crm', { provisioning: 'assigned' }, { currency: 'USD', committed: '20.00', uncommitted: '26.00' });
  const facts = { region: 'US', timeZone: 'America/Chicago', currency: 'USD', billing: 'quarterly' } as const;
  await story.opens('us-co', facts, 'u1', 'u2', 'u3', 'u4');
  const crm = { accountId: 'us-co', product: 'crm' };
  await vendor.do('PurchaseLicenses', { ...crm, quantity: 2 });
  const phases = [
    { phase: 'assignment-open' as const, region: 'UK', startsAt: '2025-10-04T00:00:00Z' },
    { phase: 'assignment-open' as const, region: 'US', startsAt: '2025-10-25T00:00:00Z' },
    { phase: 'restricted' as const, region: null, startsAt: '2026-01-12T00:00:00Z' },
    { phase: 'overage-billing' as const, region: null, startsAt: '2026-02-02T00:00:00Z' },
  ];
  await vendor.do('AnnounceProgram', { programId: 'paid', name: 'Paid integrations', products: ['crm'], phases });
  await story.at('2025-10-10T12:00:00Z');
  const three = { ...crm, userIds: ['u1', 'u2', 'u3'] };
  expect(await codeOf(vendor.do('AssignSeats', three))).toBe('assignment-not-open');
  await story.at('2025-10-25T00:00:00Z');
  await vendor.do('AssignSeats', three);
  await story.at('2026-01-06T12:00:00Z');
  const later = { programId: 'paid', region: null, reason: 'additional time for preparation' };
  await vendor.do('ReschedulePhase', { ...later, phase: 'restricted', startsAt: '2026-03-16T00:00:00Z' });
  await vendor.do('ReschedulePhase', { ...later, phase: 'overage-billing', startsAt: '2026-05-04T00:00:00Z' });
  await story.at('2026-01-13T12:00:00Z');
  expect(await explained('us-co', 'u4', 'crm')).toMatchObject({ access: true, reason: 'transition' });
  const known = await vendor.ask('phases', { programId: 'paid', knownAt: '2026-01-01T00:00:00Z' });
  expect(known.phases.at(2)).toMatchObject({
    phase: 'restricted',
    startsAt: '2026-01-12T00:00:00.000Z',
    started: false,
  });
  await story.at('2026-03-20T12:00:00Z');
  expect(await explained('us-co', 'u4', 'crm')).toMatchObject({ access: false, reason: 'never-assigned' });
  expect(await codeOf(vendor.do('AssignSeats', { ...crm, userIds: ['u4'] }))).toBe('capacity-exceeded');
  await story.at('2026-07-02T12:00:00Z');
  expect((await vendor.ask('invoice', { accountId: 'us-co', period: '2026-Q1' })).subtotal).toBe('120.00');
  const second = await vendor.ask('invoice', { accountId: 'us-co', period: '2026-Q2' });
  expect(second.lines.filter(({ kind }) => kind === 'overage')).toMatchObject([
    { month: '2026-05', quantity: 1, amount: '26.00' },
    { month: '2026-06', quantity: 1, amount: '26.00' },
  ]);
});
