/** What an account command may do: its events, or a refusal. Pure; the checks come in the order of SPEC §3. */
import { formatInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import { changeLicenses, purchaseLicenses, reduceLicenses, setCommitment } from '#domain/account/licences.js';
import { issueInvoice } from '#domain/account/invoicing.js';
import { assignSeats, releaseSeats, saveSeats } from '#domain/account/seats.js';
import { type Decision, type Situation, definitionOf } from '#domain/account/situation.js';
import {
  endTrial,
  recordUsage,
  setRetention,
  setUsageLimit,
  startTrial,
  subscribe,
  unsubscribe,
} from '#domain/account/subscriptions.js';
import {
  changeRoles,
  deactivateUser,
  linkRole,
  reactivateUser,
  registerUser,
  unlinkRole,
} from '#domain/account/users.js';
import type { AccountCommand } from '#domain/commands.js';
import type { ProductDefinition } from '#domain/events.js';

export const EVENTS_PER_COMMAND_MAX = 20_000;

type OfAccount = Exclude<AccountCommand, { name: 'OpenAccount' }>;

/** @throws Refusal from `product-not-found` on; what comes before is checked by whoever makes the situation */
export function decide(command: OfAccount, situation: Situation): Decision {
  requireProducts(command, situation);
  const events = decideOne(command, situation);
  requireFew(events);
  return events;
}

/** @throws Refusal `too-many-events` */
export function requireFew(events: readonly unknown[]): void {
  if (events.length <= EVENTS_PER_COMMAND_MAX) return;
  throw new Refusal(
    'too-many-events',
    `the command would record ${events.length} events, more than ${EVENTS_PER_COMMAND_MAX}; do it in several commands`,
  );
}

/** Opening is decided on nothing but the command: who makes the situation knows that no such account exists. */
export function openAccount(command: Extract<AccountCommand, { name: 'OpenAccount' }>): Decision {
  const { accountId, name, region, timeZone, currency, pricingModel, billing } = command.body;
  return [{ type: 'AccountOpened', data: { accountId, name, region, timeZone, currency, pricingModel, billing } }];
}

function decideOne(command: OfAccount, situation: Situation): Decision {
  switch (command.name) {
    case 'ChangePricingModel': {
      const { pricingModel } = command.body;
      return situation.facts.pricingModel === pricingModel
        ? []
        : [{ type: 'PricingModelChanged', data: { pricingModel } }];
    }
    case 'RegisterUser':
      return registerUser(situation, command.body);
    case 'ChangeRoles':
      return changeRoles(situation, command.body);
    case 'DeactivateUser':
      return deactivateUser(situation, command.body);
    case 'ReactivateUser':
      return reactivateUser(situation, command.body);
    case 'LinkRole':
      return linkRole(situation, command.body);
    case 'UnlinkRole':
      return unlinkRole(situation, command.body);
    case 'PurchaseLicenses':
      return purchaseLicenses(situation, command.body);
    case 'ReduceLicenses':
      return reduceLicenses(situation, command.body);
    case 'SetCommitment':
      return setCommitment(situation, command.body);
    case 'ChangeLicenses':
      return changeLicenses(situation, command.body);
    case 'AssignSeats':
      return assignSeats(situation, command.body);
    case 'ReleaseSeats':
      return releaseSeats(situation, command.body);
    case 'SaveSeats':
      return saveSeats(situation, command.body);
    case 'Subscribe':
      return subscribe(situation, command.body);
    case 'Unsubscribe':
      return unsubscribe(situation, command.body);
    case 'SetUsageLimit':
      return setUsageLimit(situation, command.body);
    case 'RecordUsage':
      return recordUsage(situation, command.body);
    case 'SetRetention':
      return setRetention(situation, command.body);
    case 'StartTrial':
      return startTrial(situation, command.body);
    case 'EndTrial':
      return endTrial(situation, command.body);
    case 'IssueInvoice':
      return issueInvoice(situation, command.body);
    default:
      return command satisfies never;
  }
}

type Kind = (definition: ProductDefinition) => boolean;

const seatManaged: Kind = ({ provisioning }) => provisioning === 'assigned';
const subscribable: Kind = ({ provisioning }) => provisioning !== 'assigned';
const metered: Kind = ({ provisioning }) => provisioning === 'metered';
const retained: Kind = ({ units }) => units === 'retention';

const KINDS: Readonly<Record<OfAccount['name'], readonly [Kind, string] | null>> = {
  ChangePricingModel: null,
  RegisterUser: null,
  ChangeRoles: null,
  DeactivateUser: null,
  ReactivateUser: null,
  LinkRole: [seatManaged, 'seat-managed'],
  UnlinkRole: [seatManaged, 'seat-managed'],
  PurchaseLicenses: [seatManaged, 'seat-managed'],
  ReduceLicenses: [seatManaged, 'seat-managed'],
  SetCommitment: [seatManaged, 'seat-managed'],
  ChangeLicenses: [seatManaged, 'seat-managed'],
  AssignSeats: [seatManaged, 'seat-managed'],
  ReleaseSeats: [seatManaged, 'seat-managed'],
  SaveSeats: [seatManaged, 'seat-managed'],
  Subscribe: [subscribable, 'account-wide, unmanaged or metered'],
  Unsubscribe: [subscribable, 'account-wide, unmanaged or metered'],
  SetUsageLimit: [metered, 'metered'],
  RecordUsage: [metered, 'metered'],
  SetRetention: [retained, 'counted by retention'],
  StartTrial: [seatManaged, 'seat-managed'],
  EndTrial: [seatManaged, 'seat-managed'],
  IssueInvoice: null,
};

function requireProducts(command: OfAccount, situation: Situation): void {
  const kind = KINDS[command.name];
  if (!kind) return;
  const { body } = command;
  const products =
    'changes' in body ? body.changes.map(({ product }) => product) : 'product' in body ? [body.product] : [];
  const definitions = products.map((product) => definitionOf(situation, product));
  const [fits, expected] = kind;
  const misfit = definitions.find((definition) => !fits(definition));
  if (!misfit) return;
  throw new Refusal(
    'wrong-product-kind',
    `${command.name} is for products that are ${expected}; ${misfit.product} was ${misfit.provisioning} by ${misfit.units} on ${formatInstant(situation.bounds.at)}`,
  );
}
