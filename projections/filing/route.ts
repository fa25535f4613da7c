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

/**
 * Folds one more event into the account and files it. `data` is the JSON text of the event's data.
 * Facts come in the fold's order.
 */
export function fileFact(sink: Sink, account: Account, fact: Fact<AccountEvent>, data?: string): void {
  const { event } = fact;
  const isRepeated = event.type === 'UsageRecorded' && isKnownUsage(account, event.data);
  const seatsChanged = evolve(account, fact);
  const text = entryText(fact, data);

  switch (event.type) {
    case 'AccountOpened':
    case 'PricingModelChanged':
      sink('facts', '', newEntry(fact, text));
      return;
    case 'UserRegistered':
    case 'UserDeactivated':
    case 'UserReactivated':
      sink('roster', '', rosterEntry(fact, account, event.data.userId), () => rosterSummary(account));
      break;
    case 'UserRolesChanged':
    case 'SeatAssigned':
    case 'SeatReleased':
      break;
    case 'UsageRecorded':
      sink('usage', event.data.product, newEntry(fact, text, isRepeated ? null : 1));
      return;
    case 'InvoiceIssued':
    case 'InvoiceAdjusted':
      sink('invoices', '', newEntry(fact, text));
      return;
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
    case 'TrialEnded': {
      const { product } = event.data;
      sink('product', product, newEntry(fact, text), () => holdingsSummary(account, product));
      return;
    }
    default:
      event satisfies never;
      return;
  }
  const { userId } = event.data;
  sink('user', userId, newEntry(fact, text), () => userSummary(account, userId));
  for (const product of seatsChanged) {
    const entry = seatEntry(fact, account.holders.get(product)!.size);
    sink('seats', product, entry, () => seatsSummary(account, product, fact.effectiveAt));
  }
}

function isKnownUsage(account: Account, { product, usageId }: { product: string; usageId: string }): boolean {
  return account.usage.get(product)?.ids.has(usageId) ?? false;
}
