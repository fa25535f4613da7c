/** A small story whose requests, and what they are answered, are the examples of the OpenAPI document; each problem is met once. */

export interface Told {
  /** Where the clock stands; from then on for what follows. */
  readonly at?: string;
  readonly name: string;
  /** Of a command: beside the fields of its example in the route table. */
  readonly with?: Readonly<Record<string, unknown>>;
  /** The body is not the example's, only what is given. */
  readonly isOwn?: true;
}

const acme = { accountId: 'acme' };
const copilot = { ...acme, product: 'copilot' };
const zoe = { ...acme, userId: 'zoe' };
const ben = { ...acme, userId: 'ben' };

const does = (name: string, given: object = {}): Told => ({ name, with: { ...given } });
const own = (name: string, given: object): Told => ({ ...does(name, given), isOwn: true });
const at = (instant: string, told: Told): Told => ({ ...told, at: instant });
const defined = (product: string, given: object = {}): Told =>
  own('DefineProduct', { product, name: product, provisioning: 'assigned', ...given });
const announced = (programId: string, phase: string, startsAt: string, products = ['assist']): Told =>
  own('AnnounceProgram', { programId, name: programId, products, phases: [{ phase, region: null, startsAt }] });

/** What is asked and done; the first time that something is done is its example. */
export const STORY: readonly Told[] = [
  at('2026-02-27T08:00:00Z', does('DefineProduct', { product: 'copilot' })),
  does('SetPrice', { product: 'copilot' }),
  own('SetPrice', {
    product: 'copilot',
    currency: 'EUR',
    committed: '49.90',
    uncommitted: '59.90',
    validFrom: '2026-01-01T00:00:00Z',
    reason: 'as agreed in autumn',
  }),
  defined('voice'),
  does('ChangeSale', { product: 'voice' }),
  defined('assist', { requires: [['copilot']], overage: 'allow', exclusiveGroup: 'agents' }),
  defined('recording', { units: 'retention' }),
  defined('site', { provisioning: 'unmanaged' }),
  defined('site-plus', { provisioning: 'unmanaged', requires: [['site']] }),
  defined('minutes', { provisioning: 'metered', basePack: 1_000 }),
  does('AnnounceProgram'),
  does('ReschedulePhase', { programId: 'paid-copilot' }),
  at('2026-03-02T08:00:00Z', does('OpenAccount')),
  at('2026-03-02T08:30:00Z', does('RegisterUser', acme)),
  own('RegisterUser', { ...ben, name: 'Ben' }),
  does('PurchaseLicenses', copilot),
  does('LinkRole', copilot),
  does('ChangeRoles', zoe),
  own('AssignSeats', { ...copilot, userIds: ['ben'] }),
  at('2026-03-05T10:00:00Z', does('SaveSeats', copilot)),
  at('2026-03-06T09:00:00Z', does('ReleaseSeats', copilot)),
  does('AssignSeats', copilot),
  does('UnlinkRole', copilot),
  does('ReduceLicenses', copilot),
  does('SetCommitment', copilot),
  does('ChangeLicenses', acme),
  at('2026-03-09T09:00:00Z', does('Subscribe', { ...acme, product: 'site' })),
  does('Unsubscribe', { ...acme, product: 'site' }),
  own('Subscribe', { ...acme, product: 'minutes' }),
  does('SetUsageLimit', { ...acme, product: 'minutes' }),
  does('RecordUsage', { ...acme, product: 'minutes' }),
  does('SetRetention', { ...acme, product: 'recording' }),
  does('StartTrial', { ...acme, product: 'recording' }),
  does('EndTrial', { ...acme, product: 'recording' }),
  at('2026-03-16T17:00:00Z', does('DeactivateUser', ben)),
  at('2026-03-17T09:00:00Z', does('ReactivateUser', ben)),
  own('SetPrice', {
    product: 'minutes',
    currency: 'EUR',
    committed: '20',
    validFrom: '2026-01-01T00:00:00Z',
    reason: 'as agreed in autumn',
  }),
  at('2026-04-01T09:00:00Z', does('IssueInvoice', { ...acme, period: '2026-03' })),
  at('2026-04-02T09:00:00Z', does('accounts')),
  does('account', acme),
  does('products'),
  does('programs'),
  does('phases', { programId: 'paid-copilot' }),
  does('allocation', copilot),
  does('holdings', copilot),
  does('peak', { ...copilot, month: '2026-03' }),
  does('overview', acme),
  does('features', zoe),
  does('explain', { ...zoe, product: 'copilot' }),
  does('history', zoe),
  does('invoice', { ...acme, period: '2026-03' }),
  does('issued', { ...acme, period: '2026-03' }),
  does('ChangePricingModel', acme),
  own('ChangePricingModel', { ...acme, pricingModel: 'named' }),
  does('RecordBatch', { ...acme, commandId: 'import-4711' }),
  does('events', { after: '43', limit: '2' }),
];

/** The preview that is the example of one. */
export const PREVIEWED: Told = own('AssignSeats', { ...acme, product: 'copilot', userIds: ['ben'] });

const voice = { ...acme, product: 'voice' };
const assist = { ...acme, product: 'assist' };
const minutes = { ...acme, product: 'minutes' };
const blue = { accountId: 'blue', name: 'Blue', region: 'EU', timeZone: 'Europe/Berlin', currency: 'JPY' };
const restricted = { phase: 'restricted', region: 'EU', startsAt: '2026-05-01T00:00:00Z', reason: 'asked for' };

/** After the story: what is refused, and what leads there. */
export const REFUSALS: readonly Told[] = [
  own('RegisterUser', { ...acme, userId: 'kim', name: '', role: 'agent' }),
  own('RegisterUser', { ...acme, userId: 'kim', name: 'Kim', commandId: 'kim-1' }),
  own('RegisterUser', { ...acme, userId: 'kim', name: 'Kim Lee', commandId: 'kim-1' }),
  own('DeactivateUser', { ...acme, userId: 'kim', effectiveAt: '2026-04-03T00:00:00Z' }),
  own('DeactivateUser', { ...acme, userId: 'kim', effectiveAt: '2026-04-01T00:00:00Z' }),
  own('accounts', { knownAt: '2026-05-01T00:00:00Z' }),
  own('accounts', { position: 1_000 }),
  own('account', { accountId: 'nobody' }),
  does('OpenAccount'),
  own('DeactivateUser', { ...acme, userId: 'kim', expectedRevision: 3 }),
  own('allocation', { ...acme, product: 'nothing' }),
  own('DefineProduct', { product: 'copilot', name: 'Copilot', provisioning: 'unmanaged' }),
  own('allocation', minutes),
  own('RegisterUser', { ...zoe, name: 'Zoe' }),
  own('features', { ...acme, userId: 'nobody' }),
  own('DeactivateUser', { ...acme, userId: 'kim' }),
  own('AssignSeats', { ...copilot, userIds: ['kim'] }),
  defined('desk', { exclusiveGroup: 'agents' }),
  own('LinkRole', { ...acme, product: 'assist', role: 'agent' }),
  own('LinkRole', { ...acme, product: 'desk', role: 'agent' }),
  own('PurchaseLicenses', { ...voice, quantity: 1 }),
  own('ReduceLicenses', { ...voice, quantity: 1 }),
  own('ChangeSale', { product: 'voice', sale: 'on-sale' }),
  own('AssignSeats', { ...voice, userIds: ['zoe'] }),
  own('PurchaseLicenses', { ...voice, quantity: 1 }),
  own('AssignSeats', { ...voice, userIds: ['zoe'] }),
  own('ReduceLicenses', { ...voice, quantity: 1 }),
  own('OpenAccount', { ...blue, pricingModel: 'concurrent', billing: 'quarterly' }),
  own('AssignSeats', { accountId: 'blue', product: 'voice', userIds: ['zoe'] }),
  own('AssignSeats', { ...assist, userIds: ['ben'] }),
  own('ReleaseSeats', { ...assist, userIds: ['zoe'] }),
  own('AssignSeats', { ...assist, userIds: ['zoe'] }),
  own('UnlinkRole', { ...assist, role: 'agent' }),
  own('ReleaseSeats', { ...copilot, userIds: ['zoe'] }),
  announced('paid-desk', 'assignment-open', '2026-05-01T00:00:00Z', ['desk']),
  own('AssignSeats', { ...acme, product: 'desk', userIds: ['zoe'] }),
  own('Subscribe', { ...acme, product: 'site' }),
  own('Subscribe', { ...acme, product: 'site-plus' }),
  own('Unsubscribe', { ...acme, product: 'site' }),
  own('RecordUsage', { accountId: 'blue', product: 'minutes', usageId: 'u-1', quantity: 1 }),
  own('SetUsageLimit', { ...minutes, limit: 0 }),
  own('RecordUsage', { ...minutes, usageId: 'u-1', quantity: 1_000 }),
  own('RecordUsage', { ...minutes, usageId: 'u-2', quantity: 1 }),
  own('StartTrial', { ...voice, endsAt: '2026-05-01T00:00:00Z' }),
  own('StartTrial', { ...voice, endsAt: '2026-06-01T00:00:00Z' }),
  own('EndTrial', assist),
  does('AnnounceProgram'),
  own('phases', { programId: 'nothing' }),
  own('ReschedulePhase', { programId: 'paid-desk', ...restricted }),
  announced('paid-voice', 'restricted', '2026-04-02T09:00:00Z', ['voice']),
  own('ReschedulePhase', { programId: 'paid-voice', ...restricted, region: null }),
  announced('paid-late', 'restricted', '2026-04-01T00:00:00Z', ['voice']),
  own('invoice', { ...acme, period: '2026-Q1' }),
  own('IssueInvoice', { ...acme, period: '2026-04' }),
  own('Subscribe', { accountId: 'blue', product: 'minutes' }),
  own('invoice', { accountId: 'blue', period: '2026-Q2' }),
  own('RecordBatch', {
    ...acme,
    parts: [
      { commands: [{ do: 'RegisterUser', with: { userId: 'lea', name: 'Lea' } }] },
      {
        effectiveAt: '2026-03-03T08:00:00Z',
        commands: [{ do: 'AssignSeats', with: { product: 'copilot', userIds: ['zoe'] } }],
      },
    ],
  }),
];
