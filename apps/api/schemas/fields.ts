/** What each field means, and an example of it: the same words for the same field in every command and question. */

interface Field {
  readonly description: string;
  readonly example: unknown;
}

export const FIELDS: Readonly<Record<string, Field>> = {
  accountId: { description: 'The account (tenant).', example: 'acme' },
  product: { description: 'The product.', example: 'copilot' },
  userId: { description: 'The user, in the account.', example: 'zoe' },
  programId: { description: 'The enforcement program.', example: 'paid-copilot' },
  period: { description: 'A billing period that fits the account: a month, a quarter or a year.', example: '2026-03' },
  month: { description: "A calendar month in the account's time zone.", example: '2026-03' },
  at: { description: 'How things stood at this instant (default: knownAt).', example: '2026-03-10T09:00:00.000Z' },
  knownAt: { description: 'As was known at this instant (default: now).', example: '2026-04-01T00:00:00.000Z' },
  position: {
    description:
      'No event after this position of the log. One that is not reached yet is waited for, for a bounded time.',
    example: 4711,
  },
  from: { description: 'Events effective at or after this instant.', example: '2026-03-01T00:00:00.000Z' },
  to: { description: 'Events effective before this instant.', example: '2026-04-01T00:00:00.000Z' },
  effectiveAt: {
    description:
      'When it is true in the business (default: now). Earlier than now is a late fact: it needs a reason, and the bearer the grant licensing.correct.',
    example: '2026-03-03T08:00:00.000Z',
  },
  after: { description: 'The events after this position of the log (default: 0, from the first on).', example: 0 },
  parts: {
    description: 'What is so at one instant each: decided in the order of their instants, then as they are given.',
    example: [{ commands: [{ do: 'DeactivateUser', with: { userId: 'zoe' } }] }],
  },
  commands: {
    description: 'One after another; after one that is refused the rest of the part is not looked at.',
    example: [{ do: 'DeactivateUser', with: { userId: 'zoe' } }],
  },
  do: { description: 'The command.', example: 'DeactivateUser' },
  with: {
    description: 'Its fields, but those that the address, the headers and the part hold.',
    example: { userId: 'zoe' },
  },
  unless: { description: 'The refusal by which there is nothing to do.', example: 'user-exists' },
  reason: { description: 'Why this is recorded; needed for what is recorded late.', example: 'left on Tuesday' },
  name: { description: 'For people.', example: 'Acme Ltd' },
  roles: { description: 'Role ids, each once.', example: ['agent'] },
  role: { description: 'The role.', example: 'agent' },
  region: { description: 'Region id; in programs null stands for every region without an entry.', example: 'EU' },
  timeZone: { description: 'IANA time zone; it says when months begin.', example: 'Europe/Berlin' },
  currency: { description: 'ISO 4217.', example: 'EUR' },
  pricingModel: { description: 'Named seats, or concurrent use.', example: 'named' },
  billing: { description: 'How long a billing period is.', example: 'monthly' },
  quantity: { description: 'How many.', example: 5 },
  changes: {
    description: 'The new totals purchased, checked in this order.',
    example: [{ product: 'copilot', quantity: 12 }],
  },
  userIds: { description: 'Users; one that is given twice counts once.', example: ['zoe', 'ben'] },
  cascade: { description: 'Releases too what requires the seats that are released.', example: false },
  limit: { description: 'Units a month beyond the base pack; null for no limit.', example: 10_000 },
  usageId: { description: 'Of the usage record: it counts once.', example: 'call-4711' },
  days: { description: 'Days of retention, free.', example: 14 },
  months: { description: 'Months of retention, a multiple of 3.', example: 6 },
  endsAt: { description: 'When the trial ends.', example: '2030-04-01T00:00:00.000Z' },
  provisioning: {
    description: 'Seats for named users, every active user, the whole account, or a metered service.',
    example: 'assigned',
  },
  overage: { description: 'What happens beyond capacity (assigned products only).', example: 'block' },
  requires: { description: 'Of each inner list at least one product must be there.', example: [['voice', 'chat']] },
  includes: { description: 'Products whose features a seat of this one grants too.', example: ['recording'] },
  exclusiveGroup: { description: 'A role is linked to at most one product of a group.', example: 'agent-seats' },
  sale: { description: 'Whether licences can be bought.', example: 'on-sale' },
  complimentary: { description: 'Seats that every account has free of charge.', example: 0 },
  features: { description: 'Names, or names limited to roles.', example: ['assist'] },
  units: { description: 'What a licence counts: seats, or 3 months of retention.', example: 'seat' },
  basePack: { description: 'Units a month that are included (metered products only).', example: 0 },
  committed: { description: 'Decimal string, per unit and month.', example: '49.90' },
  uncommitted: { description: 'Decimal string, per unit and month beyond the licences.', example: '59.90' },
  breakdown: {
    description: 'Parts of the committed price that get lines of their own.',
    example: [{ product: 'voice', amount: '9.90' }],
  },
  validFrom: { description: 'From when on the price is in force.', example: '2030-01-01T00:00:00.000Z' },
  phase: { description: 'The phase.', example: 'restricted' },
  phases: {
    description: 'At most one entry for each phase and region.',
    example: [{ phase: 'restricted', region: 'EU', startsAt: '2030-03-01T00:00:00.000Z' }],
  },
  products: { description: 'The products that the program covers.', example: ['copilot'] },
  onOpen: { description: 'What happens when assignment opens.', example: 'none' },
  startsAt: { description: 'When the phase starts.', example: '2030-03-01T00:00:00.000Z' },
};
