/** What a month is charged for, product by product, before prices (SPEC §4, invoice). */
import { evolve } from '#domain/account/evolve.js';
import { type Facts, emptyAccount, holdingsOf } from '#domain/account/state.js';
import type { Charge } from '#domain/billing/lines.js';
import { peakOf } from '#domain/billing/peak.js';
import type { AccountEvent, ProductDefinition } from '#domain/events.js';
import { compareIds } from '#kernel/id.js';
import type { Instant } from '#kernel/instant.js';
import { type Month, monthInterval } from '#kernel/month.js';
import { factOf } from '#projections/filing/entry.js';
import { lastPart, timelineKey } from '#projections/filing/keys.js';
import { keysOf, loadHoldings, usedWithin } from '#projections/filing/load.js';
import { activeAfter } from '#projections/filing/roster.js';
import { countedInstants, standings } from '#projections/peaks/standings.js';
import { type View, boundsOf } from '#projections/view.js';
import { readBackwards, readRange } from '#read-model/reading.js';

interface Counted {
  readonly first: Instant;
  readonly last: Instant;
}

/** Every charge of a month with a quantity above zero, by product; of these products only, where they are said. */
export function chargesOf(
  view: View,
  facts: Facts,
  month: Month,
  products: readonly string[] = productsOf(view, facts.accountId),
): Charge[] {
  const counted = countedInstants(view, monthInterval(month, facts.timeZone), facts.openedAt);
  if (!counted) return [];
  return products
    .map((product) => view.catalog.definition(product, boundsOf(view)))
    .filter((definition) => definition !== undefined)
    .flatMap((definition) => productCharges(view, facts, month, definition, counted))
    .filter(({ quantity }) => quantity > 0);
}

/** Products that anything was ever recorded of. */
export function productsOf({ store }: Pick<View, 'store'>, accountId: string): string[] {
  const keys = (['product', 'seats', 'usage'] as const).flatMap((kind) => keysOf(store, accountId, kind));
  return [...new Set(keys.map(lastPart))].sort(compareIds);
}

function productCharges(
  view: View,
  facts: Facts,
  month: Month,
  { product, provisioning }: ProductDefinition,
  counted: Counted,
): Charge[] {
  const { accountId, region } = facts;
  switch (provisioning) {
    case 'assigned': {
      const { licences, billableOverage } = peakOf(standings(view, { accountId, region, product }, counted));
      return [
        { month, product, kind: 'licences', quantity: licences.quantity },
        { month, product, kind: 'overage', quantity: billableOverage },
      ];
    }
    case 'account-wide':
      return [{ month, product, kind: 'account-wide', quantity: mostActive(view, accountId, product, counted) }];
    case 'unmanaged':
      return [subscriptionCharge(view, accountId, product, month, counted)];
    case 'metered':
      return [
        subscriptionCharge(view, accountId, product, month, counted),
        usageCharge(view, facts, product, month, counted),
      ];
    default:
      return provisioning satisfies never;
  }
}

function subscriptionCharge(view: View, accountId: string, product: string, month: Month, counted: Counted): Charge {
  const subscribed = subscriptionChanges(view, accountId, product, counted).some(([, is]) => is);
  return { month, product, kind: 'subscription', quantity: Number(subscribed) };
}

function usageCharge(
  view: View,
  { accountId, timeZone }: Facts,
  product: string,
  month: Month,
  counted: Counted,
): Charge {
  const { from, to } = monthInterval(month, timeZone);
  const used = usedWithin(view.store, accountId, product, from, to, view.position);
  const { basePack = 0 } = view.catalog.definition(product, { at: counted.last, position: view.position }) ?? {};
  return { month, product, kind: 'usage', quantity: Math.max(0, used - basePack) };
}

/** The most active users at any counted instant while subscribed. */
function mostActive(view: View, accountId: string, product: string, counted: Counted): number {
  const subscription = subscriptionChanges(view, accountId, product, counted);
  if (!subscription.some(([, is]) => is)) return 0;
  const active = activeChanges(view, accountId, counted);
  const instants = [...new Set([...subscription, ...active].map(([at]) => at))].sort((a, b) => a - b);
  const figures = instants.map((at) => (lastUntil(subscription, at) ? lastUntil(active, at) : 0));
  return Math.max(0, ...figures);
}

/** Whether subscribed, at the first counted instant and after each at which it changed. */
function subscriptionChanges(
  { store, position }: View,
  accountId: string,
  product: string,
  counted: Counted,
): [Instant, boolean][] {
  const account = emptyAccount();
  account.holdings.set(product, loadHoldings(store, accountId, product, { at: counted.first, position }));
  const isSubscribed = (): boolean => holdingsOf(account, product).subscribed !== null;
  const entries = readRange(
    store,
    timelineKey(accountId, 'product', product),
    position,
    counted.first + 1,
    counted.last + 1,
  );
  const changes: [Instant, boolean][] = [[counted.first, isSubscribed()]];
  for (const entry of entries) {
    evolve(account, factOf<AccountEvent>(entry));
    changes.push([entry[0], isSubscribed()]);
  }
  return atInstants(changes);
}

function activeChanges({ store, position }: View, accountId: string, counted: Counted): [Instant, number][] {
  const key = timelineKey(accountId, 'roster');
  const [before] = readBackwards(store, key, counted.first, position);
  const entries = readRange(store, key, position, counted.first + 1, counted.last + 1);
  return atInstants([
    [counted.first, before ? activeAfter(before) : 0],
    ...entries.map((entry): [Instant, number] => [entry[0], activeAfter(entry)]),
  ]);
}

/** Of the values at one instant only the last: the state after all events effective then. */
function atInstants<T>(changes: readonly [Instant, T][]): [Instant, T][] {
  return changes.filter(([at], index) => changes[index + 1]?.[0] !== at);
}

function lastUntil<T>(changes: readonly [Instant, T][], at: Instant): T {
  return changes.findLast(([from]) => from <= at)![1];
}
