/** Into which timelines an event of an account goes: the one place that says so. */
import { evolve } from '#domain/account/evolve.js';
import type { Account } from '#domain/account/state.js';
import type { AccountEvent, Fact } from '#domain/events.js';
import { holdingsSummary, userSummary } from '#projections/filing/bases.js';
import { entryText, newEntry } from '#projections/filing/entry.js';
import type { Kind } from '#projections/filing/keys.js';
import { rosterEntry, rosterSummary } from '#projections/filing/roster.js';
import { seatEntry, seatsSummary } from '#projections/filing/seats.js';
import type { NewEntry, Summarize } from '#read-model/timeline.js';

/** Takes what is to be filed: the writer's tails, or a rewrite of them. `id` is the user's or product's, if any. */
export type Sink = (kind: Kind, id: string, entry: NewEntry, summarize?: Summarize) => void;

/** The timeline that an event is an entry of; what it does to the roster and to seats is filed beside it. */
export function placeOf(event: AccountEvent): readonly [kind: Kind, id: string] {
  switch (event.type) {
    case 'AccountOpened':
    case 'PricingModelChanged':
      return ['facts', ''];
    case 'UserRegistered':
    case 'UserRolesChanged':
    case 'UserDeactivated':
    case 'UserReactivated':
    case 'SeatAssigned':
    case 'SeatReleased':
      return ['user', event.data.userId];
    case 'RoleLinked':
    case 'RoleUnlinked':
    case 'LicensePurchased':
    case 'LicenseReduced':
    case 'CommitmentSet':
    case 'ProductSubscribed':
    case 'ProductUnsubscribed':
    case 'UsageLimitSet':
    case 'RetentionSet':
    case 'TrialStarted':
    case 'TrialEnded':
      return ['product', event.data.product];
    case 'UsageRecorded':
      return ['usage', event.data.product];
    case 'InvoiceIssued':
    case 'InvoiceAdjusted':
      return ['invoices', ''];
    default:
      return event satisfies never;
  }
}

/** Whether an event is about who is registered and active, which the roster tells. */
export function isOfRoster({ type }: AccountEvent): boolean {
  return type === 'UserRegistered' || type === 'UserDeactivated' || type === 'UserReactivated';
}

/**
 * Folds one more event into the account and files it. `data` is the JSON text of the event's data.
 * Facts come in the fold's order.
 */
export function fileFact(sink: Sink, account: Account, fact: Fact<AccountEvent>, data?: string): void {
  const { event } = fact;
  const isRepeated = event.type === 'UsageRecorded' && isKnownUsage(account, event.data);
  const seatsChanged = evolve(account, fact);
  const text = entryText(fact, data);
  const [kind, id] = placeOf(event);
  if (kind === 'product') {
    sink(kind, id, newEntry(fact, text), () => holdingsSummary(account, id));
    return;
  }
  if (kind !== 'user') {
    sink(kind, id, newEntry(fact, text, kind === 'usage' ? (isRepeated ? null : 1) : undefined));
    return;
  }
  if (isOfRoster(event)) sink('roster', '', rosterEntry(fact, account, id), () => rosterSummary(account));
  sink(kind, id, newEntry(fact, text), () => userSummary(account, id));
  for (const product of seatsChanged) {
    const entry = seatEntry(fact, account.holders.get(product)!.size);
    sink('seats', product, entry, () => seatsSummary(account, product, fact.effectiveAt));
  }
}

function isKnownUsage(account: Account, { product, usageId }: { product: string; usageId: string }): boolean {
  return account.usage.get(product)?.ids.has(usageId) ?? false;
}
