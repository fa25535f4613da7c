import { EVENTS_PER_COMMAND_MAX } from '#domain/account/decide.js';
import { type DomainEvent, EVENT_VERSIONS } from '#domain/events.js';
import { eventCodec } from '#event-log/codec.js';
import type { EventLog } from '#event-log/port.js';
import { derivedId } from '#kernel/id.js';
import { REFUSAL_CODES, type RefusalCode } from '#kernel/refusal.js';
import { openEngine } from '#application/engine.js';
import { standingClock } from '#application/clock.js';
import { parseScenario, runStep } from '#application/scenario.js';
import { memoryLog } from '#event-log/memory.js';
import { instantOf } from '#kernel/instant.js';
import { openStore } from '#read-model/store.js';

type Fields = Readonly<Record<string, unknown>>;
type Line = readonly [name: string, fields: Fields];

const FEB = '2026-02-01T10:00:00Z';
const seats: Fields = { product: 'qm', userIds: ['ann'] };
const licences = (quantity: number): Fields => ({ product: 'qm', quantity });
const price: Fields = { product: 'qm', currency: 'EUR', committed: '10.00', validFrom: FEB };
const phase: Fields = { programId: 'p', phase: 'restricted', region: null, startsAt: '2026-03-01T00:00:00Z' };
const announce = (startsAt: string, opens: string = 'restricted'): Line => [
  'AnnounceProgram',
  { programId: 'p', name: 'P', products: ['qm'], phases: [{ phase: opens, region: null, startsAt }] },
];
const product = (name: string, over: Fields = {}): Line => [
  'DefineProduct',
  { product: name, name, provisioning: 'assigned', ...over },
];
const calls = product('calls', { provisioning: 'metered' });
const hall = product('hall', { provisioning: 'account-wide' });
const user = (userId: string, over: Fields = {}): Line => ['RegisterUser', { userId, name: userId, ...over }];
const bought: Line = ['PurchaseLicenses', licences(1)];
const assigned: Line = ['AssignSeats', seats];
const plus = product('plus', { provisioning: 'unmanaged', requires: [['hall']] });
const ext = product('ext', { overage: 'allow', requires: [['qm']] });

/** For every code what leads there, on 1 February, in an account with a product and a user; the last line is refused so. */
const REFUSED: Readonly<Record<RefusalCode, readonly Line[]>> = {
  'invalid-input': [['AssignSeats', { product: 'qm' }]],
  'command-id-reused': [
    ['PurchaseLicenses', { ...licences(1), commandId: 'c' }],
    ['PurchaseLicenses', { ...licences(2), commandId: 'c' }],
  ],
  'effective-in-future': [['AssignSeats', { ...seats, effectiveAt: '2026-02-01T10:00:00.001Z' }]],
  'reason-required': [['AssignSeats', { ...seats, effectiveAt: '2026-02-01T09:59:59.999Z' }]],
  'known-in-future': [['allocation', { product: 'qm', knownAt: '2026-02-01T10:00:00.001Z' }]],
  'position-not-reached': [['allocation', { product: 'qm', position: 1_000 }]],
  'too-many-events': [product('qm', { overage: 'allow' }), ['LinkRole', { role: 'crowd', product: 'qm' }]],
  'account-not-found': [['AssignSeats', { ...seats, accountId: 'nobody' }]],
  'account-exists': [
    [
      'OpenAccount',
      { name: 'Again', region: 'EU', timeZone: 'UTC', currency: 'EUR', pricingModel: 'named', billing: 'monthly' },
    ],
  ],
  'revision-conflict': [['AssignSeats', { ...seats, expectedRevision: 0 }]],
  'product-not-found': [['AssignSeats', { ...seats, product: 'gone' }]],
  'product-kind-fixed': [product('qm', { provisioning: 'unmanaged' })],
  'wrong-product-kind': [calls, ['AssignSeats', { ...seats, product: 'calls' }]],
  'user-exists': [user('ann')],
  'user-not-found': [['AssignSeats', { ...seats, userIds: ['zoe'] }]],
  'user-inactive': [['DeactivateUser', { userId: 'ann' }], assigned],
  'role-conflict': [
    product('a', { exclusiveGroup: 'g' }),
    product('b', { exclusiveGroup: 'g' }),
    ['LinkRole', { role: 'r', product: 'a' }],
    ['LinkRole', { role: 'r', product: 'b' }],
  ],
  'not-for-sale': [['ChangeSale', { product: 'qm', sale: 'not-on-sale' }], bought],
  'below-zero': [['ReduceLicenses', licences(1)]],
  'licences-in-use': [bought, assigned, ['ReduceLicenses', licences(1)]],
  'pricing-model-unsupported': [['ChangePricingModel', { pricingModel: 'concurrent' }], assigned],
  'assignment-not-open': [announce('2026-03-01T00:00:00Z', 'assignment-open'), assigned],
  'prerequisite-missing': [ext, ['AssignSeats', { ...seats, product: 'ext' }]],
  'seat-held-by-role': [
    bought,
    ['LinkRole', { role: 'r', product: 'qm' }],
    ['ChangeRoles', { userId: 'ann', roles: ['r'] }],
    ['ReleaseSeats', seats],
  ],
  'seat-required': [ext, bought, assigned, ['AssignSeats', { ...seats, product: 'ext' }], ['ReleaseSeats', seats]],
  'capacity-exceeded': [assigned],
  'subscription-required': [
    hall,
    plus,
    ['Subscribe', { product: 'hall' }],
    ['Subscribe', { product: 'plus' }],
    ['Unsubscribe', { product: 'hall' }],
  ],
  'not-subscribed': [calls, ['RecordUsage', { product: 'calls', usageId: 'u', quantity: 1 }]],
  'usage-limit-reached': [
    calls,
    ['Subscribe', { product: 'calls' }],
    ['SetUsageLimit', { product: 'calls', limit: 0 }],
    ['RecordUsage', { product: 'calls', usageId: 'u', quantity: 1 }],
  ],
  'trial-running': [
    ['StartTrial', { product: 'qm', endsAt: '2026-02-09T00:00:00Z' }],
    ['StartTrial', { product: 'qm', endsAt: '2026-02-19T00:00:00Z' }],
  ],
  'no-trial': [['EndTrial', { product: 'qm' }]],
  'program-exists': [announce('2026-03-01T00:00:00Z'), announce('2026-04-01T00:00:00Z')],
  'program-not-found': [['ReschedulePhase', { ...phase, reason: 'time' }]],
  'phase-not-found': [
    announce('2026-03-01T00:00:00Z'),
    ['ReschedulePhase', { ...phase, region: 'EU', reason: 'time' }],
  ],
  'phase-already-started': [announce(FEB), ['ReschedulePhase', { ...phase, reason: 'time' }]],
  'phase-in-past': [announce('2026-01-31T00:00:00Z')],
  'invalid-period': [['invoice', { period: '2026-Q1' }]],
  'period-not-over': [['IssueInvoice', { period: '2026-02' }]],
  'price-missing': [
    bought,
    ['SetPrice', { ...price, validFrom: '2026-03-01T00:00:00Z' }],
    ['invoice', { period: '2026-02' }],
  ],
};

const WITHOUT_ACCOUNT = ['DefineProduct', 'ChangeSale', 'SetPrice', 'AnnounceProgram', 'ReschedulePhase'];
const BEFORE: readonly Line[] = [
  product('qm'),
  [
    'OpenAccount',
    { name: 'Acme', region: 'EU', timeZone: 'UTC', currency: 'EUR', pricingModel: 'named', billing: 'monthly' },
  ],
  user('ann'),
];

function textOf([name, fields]: Line): string {
  const of = WITHOUT_ACCOUNT.includes(name) ? fields : { accountId: 'acme', ...fields };
  return JSON.stringify({ at: FEB, ...(/^[A-Z]/.test(name) ? { do: name, with: of } : { ask: name, of }) });
}

/** Registers as many users with a role as no command may give seats to at once. */
async function crowd(log: EventLog): Promise<void> {
  const codec = eventCodec<DomainEvent>(EVENT_VERSIONS);
  const at = instantOf(FEB);
  const origin = { actor: 'crowd', commandId: 'crowd', correlationId: 'crowd', causationId: 'crowd' };
  const users = Array.from({ length: EVENTS_PER_COMMAND_MAX }, (_, index) => {
    const data = { userId: `u${index}`, name: `u${index}`, roles: ['crowd'] };
    return codec.encode({ type: 'UserRegistered', data }, derivedId('crowd', index), {
      ...origin,
      effectiveAt: at,
      recordedAt: at,
    });
  });
  await log.append('account-acme', 1, users);
}

test.each(REFUSAL_CODES)('%s', async (code) => {
  const clock = standingClock(instantOf('2026-01-01T00:00:00Z'));
  const log = memoryLog();
  const engine = await openEngine({ log, store: openStore(':memory:'), clock });
  const steps = parseScenario(code, [...BEFORE, ...REFUSED[code]].map(textOf).join('\n'));
  const last = steps.pop()!;
  for (const step of steps) expect(await runStep(engine, clock, step)).not.toHaveProperty('refused');
  if (code === 'too-many-events') await crowd(log);
  await engine.scheduler.run();
  const before = await log.head();
  expect(await runStep(engine, clock, last)).toMatchObject({
    refused: code,
    message: expect.stringMatching(/^\S.*\S$/) as string,
  });
  expect(await log.head()).toBe(before);
  await engine.close();
});
