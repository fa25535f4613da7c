/** Every command of SPEC §3: its body as a caller gives it, parsed and with defaults filled in. */
import { z } from 'zod';
import { compareDecimals, parseDecimal, sum } from '#kernel/decimal.js';
import { invalid } from '#kernel/refusal.js';
import * as input from '#domain/input.js';

const { id, name, instant, shape, listOf, oneOf, idsOnce } = input;

const reason = { reason: name.optional() };
const anyCommand = { commandId: id.optional(), ...reason };
const onAccount = {
  accountId: id,
  expectedRevision: input.whole(0, Number.MAX_SAFE_INTEGER).optional(),
  ...anyCommand,
};
const dated = { ...onAccount, effectiveAt: instant.optional() };
const onProduct = { ...dated, product: id };
const region = id.nullable();
const pricingModel = oneOf('named', 'concurrent');
const sale = oneOf('on-sale', 'not-on-sale');
const phase = oneOf('assignment-open', 'restricted', 'overage-billing');
const products = listOf(id, input.LIST_LENGTH_MAX);
const roles = idsOnce(input.LIST_LENGTH_MAX);
const userIds = idsOnce(input.USERS_MAX);

const DefineProduct = shape({
  ...anyCommand,
  product: id,
  name,
  provisioning: oneOf('assigned', 'account-wide', 'unmanaged', 'metered'),
  overage: oneOf('block', 'allow', 'auto-purchase').optional(),
  requires: listOf(listOf(id, input.LIST_LENGTH_MAX, 1), input.LIST_LENGTH_MAX).default([]),
  includes: products.default([]),
  exclusiveGroup: id.nullable().default(null),
  sale: sale.default('on-sale'),
  complimentary: input.quantity.default(0),
  features: listOf(
    z.union([id, shape({ feature: id, roles })], { error: 'a feature name, or { feature, roles }' }),
    input.LIST_LENGTH_MAX,
  ).default([]),
  units: oneOf('seat', 'retention').default('seat'),
  basePack: input.whole(0, input.UNITS_MAX).optional(),
})
  .refine(({ overage, provisioning }) => overage === undefined || provisioning === 'assigned', {
    path: ['overage'],
    error: 'no such field: only assigned products have a policy',
  })
  .refine(({ basePack, provisioning }) => basePack === undefined || provisioning === 'metered', {
    path: ['basePack'],
    error: 'no such field: only metered products have a pack',
  });

const SetPrice = shape({
  ...anyCommand,
  product: id,
  accountId: id.nullable().default(null),
  currency: input.currency,
  committed: input.price,
  uncommitted: input.price.optional(),
  breakdown: listOf(shape({ product: id, amount: input.price }), input.LIST_LENGTH_MAX).default([]),
  validFrom: instant,
}).refine(
  ({ committed, breakdown }) =>
    compareDecimals(sum(breakdown.map(({ amount }) => parseDecimal(amount))), parseDecimal(committed)) <= 0,
  { path: ['breakdown'], error: 'parts that add up to at most the committed price' },
);

const AnnounceProgram = shape({
  ...anyCommand,
  programId: id,
  name,
  products: listOf(id, input.LIST_LENGTH_MAX, 1).refine((list) => new Set(list).size === list.length, {
    error: 'each product once',
  }),
  phases: listOf(shape({ phase, region, startsAt: instant }), input.LIST_LENGTH_MAX).refine(
    (entries) => new Set(entries.map((entry) => JSON.stringify([entry.phase, entry.region]))).size === entries.length,
    { error: 'at most one entry for each phase and region' },
  ),
  onOpen: oneOf('none', 'assign-all-active').default('none'),
});

const SetRetention = shape({
  ...onProduct,
  days: input.retentionDays.optional(),
  months: input.retentionMonths.optional(),
}).refine(({ days, months }) => (days === undefined) !== (months === undefined), {
  path: ['months'],
  error: 'either days or months, not both',
});

const ChangeLicenses = shape({
  ...dated,
  changes: listOf(shape({ product: id, quantity: input.quantity }), input.LIST_LENGTH_MAX).refine(
    (changes) => new Set(changes.map(({ product }) => product)).size === changes.length,
    { error: 'each product once' },
  ),
});

const quantityOf = shape({ ...onProduct, quantity: input.positive });
const seatsOf = shape({ ...onProduct, userIds });
const userOf = shape({ ...dated, userId: id });
const roleLink = shape({ ...dated, role: id, product: id });
const productOf = shape(onProduct);

export const COMMANDS = {
  DefineProduct,
  ChangeSale: shape({ ...anyCommand, product: id, sale }),
  SetPrice,
  OpenAccount: shape({
    ...dated,
    name,
    region: id,
    timeZone: input.timeZone,
    currency: input.currency,
    pricingModel,
    billing: oneOf('monthly', 'quarterly', 'annual'),
  }),
  ChangePricingModel: shape({ ...dated, pricingModel }),
  RegisterUser: shape({ ...dated, userId: id, name, roles: roles.default([]) }),
  ChangeRoles: shape({ ...dated, userId: id, roles }),
  DeactivateUser: userOf,
  ReactivateUser: userOf,
  LinkRole: roleLink,
  UnlinkRole: roleLink,
  PurchaseLicenses: quantityOf,
  ReduceLicenses: quantityOf,
  SetCommitment: shape({ ...onProduct, quantity: input.quantity }),
  ChangeLicenses,
  AssignSeats: seatsOf,
  ReleaseSeats: shape({ ...onProduct, userIds, cascade: input.flag.default(false) }),
  SaveSeats: seatsOf,
  Subscribe: productOf,
  Unsubscribe: productOf,
  SetUsageLimit: shape({ ...onProduct, limit: input.whole(0, input.UNITS_MAX).nullable() }),
  RecordUsage: shape({ ...onProduct, usageId: id, quantity: input.positive }),
  SetRetention,
  StartTrial: shape({ ...onProduct, endsAt: instant }),
  EndTrial: productOf,
  AnnounceProgram,
  ReschedulePhase: shape({ ...anyCommand, programId: id, phase, region, startsAt: instant, reason: name }),
  IssueInvoice: shape({ ...onAccount, period: name }),
} as const;

export type CommandName = keyof typeof COMMANDS;
export type Body<Name extends CommandName> = z.output<(typeof COMMANDS)[Name]>;

/** A command whose body alone shows nothing wrong. */
export type Command = { [Name in CommandName]: { readonly name: Name; readonly body: Body<Name> } }[CommandName];

const CATALOG_COMMANDS = ['DefineProduct', 'ChangeSale', 'SetPrice'] as const;
const PROGRAM_COMMANDS = ['AnnounceProgram', 'ReschedulePhase'] as const;

export type CatalogCommand = Extract<Command, { name: (typeof CATALOG_COMMANDS)[number] }>;
export type ProgramCommand = Extract<Command, { name: (typeof PROGRAM_COMMANDS)[number] }>;
export type AccountCommand = Exclude<Command, CatalogCommand | ProgramCommand>;

export function isCatalogCommand(command: Command): command is CatalogCommand {
  return (CATALOG_COMMANDS as readonly string[]).includes(command.name);
}

export function isProgramCommand(command: Command): command is ProgramCommand {
  return (PROGRAM_COMMANDS as readonly string[]).includes(command.name);
}

/** @throws Refusal `invalid-input` for an unknown command or a body that is not one's, naming each field */
export function parseCommand(commandName: string, body: unknown): Command {
  if (!Object.hasOwn(COMMANDS, commandName)) {
    throw invalid('command', `one of ${Object.keys(COMMANDS).join(', ')}`);
  }
  const known = commandName as CommandName;
  return { name: known, body: input.parse(COMMANDS[known], body, known) } as Command;
}
