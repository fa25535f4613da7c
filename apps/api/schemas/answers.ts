/** The shapes of the answers of SPEC §4 and of what commands answer, for the document and for those who check against it. */
import { z } from 'zod';
import { REFUSAL_CODES } from '#kernel/refusal.js';
import type { AnswerName } from '#projections/answers.js';

const id = z.string();
const count = z.int().min(0);
const instant = z.string().meta({ format: 'date-time' });
const amount = z
  .string()
  .meta({ description: "A decimal string to the currency's minor units.", pattern: '^-?\\d+(\\.\\d+)?$' });
const price = z.string().meta({ description: 'A decimal string, per unit and month.', pattern: '^\\d+(\\.\\d+)?$' });
const object = z.strictObject;

const facts = {
  accountId: id,
  name: z.string(),
  region: id,
  timeZone: z.string(),
  currency: z.string(),
  pricingModel: z.enum(['named', 'concurrent']),
  billing: z.enum(['monthly', 'quarterly', 'annual']),
  openedAt: instant,
};

const event = object({
  position: count,
  type: z.string(),
  effectiveAt: instant,
  recordedAt: instant,
  actor: z.string(),
  reason: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});

const line = object({
  month: z.string(),
  product: id,
  kind: z.enum(['licences', 'licences-part', 'overage', 'account-wide', 'subscription', 'usage']),
  quantity: z.int(),
  unitPrice: price,
  amount,
});

const phase = {
  phase: z.enum(['assignment-open', 'restricted', 'overage-billing']),
  region: id.nullable(),
  startsAt: instant,
  started: z.boolean(),
};

const definition = {
  product: id,
  name: z.string(),
  provisioning: z.enum(['assigned', 'account-wide', 'unmanaged', 'metered']),
  overage: z.enum(['block', 'allow', 'auto-purchase']),
  requires: z.array(z.array(id)),
  includes: z.array(id),
  exclusiveGroup: id.nullable(),
  sale: z.enum(['on-sale', 'not-on-sale']),
  complimentary: count,
  features: z.array(z.union([id, object({ feature: id, roles: z.array(id) })])),
  units: z.enum(['seat', 'retention']),
  basePack: count,
};

const highest = object({ quantity: count, at: instant.nullable() });

export const ALLOCATION = {
  accountId: id,
  product: id,
  purchased: count,
  commitment: count,
  complimentary: count,
  capacity: count,
  assigned: count,
  available: count,
  overage: count,
  seats: z.array(object({ userId: id, since: instant, sources: z.array(z.string()) })),
};

export const INVOICE = {
  accountId: id,
  period: z.string(),
  currency: z.string(),
  provisional: z.boolean(),
  lines: z.array(line),
  subtotal: amount,
};

/** Without the bounds, which every answer has. */
const ANSWERED: Readonly<Record<AnswerName, z.ZodRawShape>> = {
  accounts: { accounts: z.array(object(facts)) },
  account: {
    ...facts,
    revision: z.int().min(-1),
    users: z.array(
      object({
        userId: id,
        name: z.string(),
        roles: z.array(id),
        active: z.boolean(),
        seats: z.array(object({ product: id, since: instant, sources: z.array(z.string()) })),
      }),
    ),
    products: z.array(
      object({
        product: id,
        purchased: count,
        commitment: count,
        linkedRoles: z.array(id),
        subscribed: z.boolean(),
        limit: count.nullable(),
        usedThisMonth: count,
        retention: object({ days: count.nullable(), months: count.nullable() }).nullable(),
        multiplier: count,
        trial: object({ from: instant, endsAt: instant }).nullable(),
      }),
    ),
  },
  products: {
    products: z.array(
      object({
        ...definition,
        prices: z.array(
          object({
            accountId: id.nullable(),
            currency: z.string(),
            committed: price,
            uncommitted: price,
            breakdown: z.array(object({ product: id, amount: price })),
            validFrom: instant,
          }),
        ),
      }),
    ),
  },
  programs: {
    programs: z.array(
      object({
        programId: id,
        name: z.string(),
        products: z.array(id),
        onOpen: z.enum(['none', 'assign-all-active']),
        phases: z.array(object(phase)),
      }),
    ),
  },
  phases: { phases: z.array(object(phase)) },
  allocation: ALLOCATION,
  holdings: { holdings: z.array(object({ userId: id, from: instant, to: instant.nullable() })) },
  peak: { licences: highest, assigned: highest, overage: highest, billableOverage: count },
  overview: { users: z.array(object({ userId: id, active: z.boolean(), products: z.array(id) })) },
  features: { features: z.array(id) },
  explain: {
    licensed: z.boolean(),
    access: z.boolean(),
    reason: z.enum([
      'account-not-open',
      'user-not-registered',
      'product-unknown',
      'user-inactive',
      'not-subscribed',
      'account-wide',
      'usage-limit-reached',
      'subscription',
      'trial',
      'concurrent-pricing',
      'prerequisite-missing',
      'seat',
      'included',
      'transition',
      'seat-released',
      'never-assigned',
    ]),
    decisive: object({
      type: z.string(),
      effectiveAt: instant,
      recordedAt: instant,
      actor: z.string(),
      position: count,
    }).nullable(),
    evidence: z.array(event),
  },
  history: { events: z.array(event) },
  invoice: INVOICE,
  issued: {
    documents: z.array(
      object({
        type: z.enum(['InvoiceIssued', 'InvoiceAdjusted']),
        invoiceId: z.string(),
        subtotal: amount,
        lines: z.array(line),
      }),
    ),
    total: amount,
  },
};

/** What an answer is over HTTP: with its bounds, the address that repeats it to the byte, and for a list the next page's. */
export function answeredShape(
  name: AnswerName,
  { takesAt, isPaged }: { takesAt: boolean; isPaged: boolean },
): z.ZodType {
  return object({
    ...ANSWERED[name],
    ...(takesAt && { at: instant }),
    knownAt: instant,
    position: count,
    permalink: z.string().meta({ description: 'Asked again, it answers the same to the byte.' }),
    ...(isPaged && { next: z.string().nullable().meta({ description: 'The next page; null after the last.' }) }),
  });
}

export const RECORDED = object({
  events: z
    .array(z.string())
    .meta({ description: 'Types of the events that it recorded; none where nothing changed.' }),
  position: count.meta({
    description: 'Of the last event, or the one it was judged at: ask with it to read this write.',
  }),
  revision: z.int().min(-1).meta({ description: "The stream's revision afterwards; of an account, also the ETag." }),
});

const refused = object({ refused: z.enum(REFUSAL_CODES) });
/** Before the command's events, and after them. */
const changed = (answer: z.ZodType): z.ZodRawShape => ({
  before: z.union([answer, refused]),
  after: z.union([answer, refused]),
});
const { accountId: _account, period: _period, ...invoiced } = INVOICE;

export const PREVIEWED = object({
  events: z
    .array(object({ type: z.string(), effectiveAt: instant, data: z.record(z.string(), z.unknown()) }))
    .meta({ description: 'That the command would record now.' }),
  recordedBefore: z
    .boolean()
    .meta({ description: 'Whether the events are those that it recorded, when it was sent before (batches).' })
    .optional(),
  knownAt: instant,
  position: count.meta({ description: 'The last event that it was judged on.' }),
  revision: z
    .int()
    .min(-1)
    .meta({ description: 'Of the stream as it was judged on: with it as If-Match, the command does this or nothing.' }),
  allocations: z
    .array(object({ product: id, ...changed(object(ALLOCATION)) }))
    .meta({ description: 'Of every seat-managed product that is touched (account commands).' })
    .optional(),
  invoices: z
    .array(object({ period: z.string(), ...changed(object(invoiced)) }))
    .meta({
      description: 'Of the current period, and of every one that changes, from invoicesFrom on (account commands).',
    })
    .optional(),
  invoicesFrom: z.string().meta({ description: 'The first period that was compared (account commands).' }).optional(),
});

/** A page of the log. */
export const EVENTS = object({
  events: z.array(
    object({
      position: count,
      id: z.string(),
      stream: z.string().meta({ description: '`catalog`, `program-{programId}` or `account-{accountId}`.' }),
      revision: count.meta({ description: 'Its place in its stream, from 0.' }),
      type: z.string(),
      version: z.int().min(1).meta({ description: "Of the type's shape." }),
      effectiveAt: instant,
      recordedAt: instant,
      actor: z.string(),
      reason: z.string().nullable(),
      commandId: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  position: count.meta({ description: 'No event after it was read.' }),
  permalink: z.string().meta({ description: 'Asked again, it answers the same to the byte.' }),
  next: z.string().nullable().meta({ description: 'The next page; null after the last.' }),
});

export const BEARER = object({
  actor: z.string().meta({ description: 'The actor of what it records.' }),
  accounts: z
    .union([z.literal('*'), z.array(id)])
    .meta({ description: 'On which the token grants anything; * for every account.' }),
});
