/** Into which timelines an event of an account goes: the one place that says so. */
import { evolve } from '#domain/account/evolve.js';
import type { Account } from '#domain/account/state.js';
import type { AccountEvent, Fact } from '#domain/events.js';
import { holdingsSummary, rosterSummary, seatsSummary, userSummary } from '#projections/filing/bases.js';
import { entryText, newEntry } from '#projections/filing/entry.js';
import * as keys from '#projections/filing/keys.js';
import type { NewEntry, Summary } from '#read-model/timeline.js';

/** Takes what is to be filed: the writer's tails, or a rewrite of them. */
export type Sink = (key: string, entry: NewEntry, summary?: Summary) => void;

/**
 * Folds one more event into the account and files it. `data` is the JSON text of the event's data.
 * Facts come in the fold's order.
 */
export function fileFact(
  sink: Sink,
  accountId: string,
  account: Account,
  fact: Fact<AccountEvent>,
  data?: string,
): void {
  const usedBefore = fact.event.type === 'UsageRecorded' ? isKnownUsage(account, fact.event.data) : false;
  const seatsChanged = evolve(account, fact);
  const { event } = fact;
  const text = entryText(fact, data);
  const toUser = (userId: string): void => {
    sink(keys.userKey(accountId, userId), newEntry(fact, text), userSummary(account, userId));
  };
  const toSeats = (product: string, changed: boolean): void => {
    const assigned = changed ? account.holders.get(product)!.size : null;
    const summary = seatsSummary(account, product, fact.effectiveAt);
    sink(keys.seatsKey(accountId, product), newEntry(fact, text, assigned), summary);
  };

  switch (event.type) {
    case 'AccountOpened':
    case 'PricingModelChanged':
      sink(keys.factsKey(accountId), newEntry(fact, text));
      return;
    case 'UserRegistered':
    case 'UserRolesChanged':
    case 'UserDeactivated':
    case 'UserReactivated':
      sink(keys.rosterKey(accountId), newEntry(fact, text, account.activeUsers), rosterSummary(account));
      toUser(event.data.userId);
      for (const product of seatsChanged) toSeats(product, true);
      return;
    case 'SeatAssigned':
    case 'SeatReleased':
      toUser(event.data.userId);
      toSeats(event.data.product, seatsChanged.length > 0);
      return;
    case 'UsageRecorded':
      sink(keys.usageKey(accountId, event.data.product), newEntry(fact, text, usedBefore ? null : 1));
      return;
    case 'InvoiceIssued':
    case 'InvoiceAdjusted':
      sink(keys.invoicesKey(accountId), newEntry(fact, text));
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
      sink(keys.productKey(accountId, product), newEntry(fact, text), holdingsSummary(account, product));
      return;
    }
    default:
      event satisfies never;
  }
}

function isKnownUsage(account: Account, { product, usageId }: { product: string; usageId: string }): boolean {
  return account.usage.get(product)?.ids.has(usageId) ?? false;
}
