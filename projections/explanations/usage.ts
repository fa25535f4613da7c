/** Whether a metered product's limit is reached this month, and by which event (SPEC §4, `usage-limit-reached`). */
import { cite } from '#domain/account/evolve.js';
import type { Citation, Facts } from '#domain/account/state.js';
import type { AccountEvent, ProductDefinition } from '#domain/events.js';
import type { Instant } from '#kernel/instant.js';
import { monthInterval, monthOf } from '#kernel/month.js';
import type { Standpoint } from '#projections/explanations/standpoint.js';
import { factOf, noteOf, typeOf } from '#projections/filing/entry.js';
import { timelineKey } from '#projections/filing/keys.js';
import { loadHoldings, usedWithin } from '#projections/filing/load.js';
import { type Entry, compareEntries, readRange } from '#read-model/reading.js';

/**
 * Undefined below the limit; otherwise the UsageRecorded or UsageLimitSet that last took the month's use from below it to at it,
 * measured by the base pack as it is at the instant asked about.
 */
export function usageReached(
  stand: Standpoint,
  facts: Facts,
  { product, basePack }: ProductDefinition,
): { by: Citation | null } | undefined {
  const { view, accountId } = stand;
  const { limit } = stand.holdings(product);
  if (limit === null) return undefined;
  const month = monthOf(view.at, facts.timeZone);
  const { from } = monthInterval(month, facts.timeZone);
  const used = usedWithin(view.store, accountId, product, from, view.at + 1, view.position);
  if (used < basePack + limit) return undefined;
  const before = loadHoldings(view.store, accountId, product, {
    at: (from - 1) as typeof from,
    position: view.position,
  });
  const carriedIn = before.limit !== null && basePack + before.limit <= 0;
  return { by: crossing(stand, { product, basePack }, from, carriedIn ? undefined : before) };
}

/** Follows the month's use and the limit: that from the month's start on, or of all time where a limit of nothing was carried in. */
function crossing(
  { view, accountId }: Standpoint,
  { product, basePack }: Pick<ProductDefinition, 'product' | 'basePack'>,
  from: Instant,
  before: { readonly limit: number | null } | undefined,
): Citation | null {
  const range = (kind: 'usage' | 'product', since?: Instant): Entry[] =>
    readRange(view.store, timelineKey(accountId, kind, product), view.position, since, view.at + 1);
  const entries = [...range('usage', from), ...range('product', before && from).filter(isLimit)];
  entries.sort(compareEntries);
  let limit = before?.limit ?? null;
  let used = 0;
  let by: Citation | null = null;
  const isReached = (): boolean => limit !== null && used >= basePack + limit;
  for (const entry of entries) {
    const fact = factOf<AccountEvent>(entry);
    const wasReached = isReached();
    if (fact.event.type === 'UsageLimitSet') limit = fact.event.data.limit;
    else if (fact.event.type === 'UsageRecorded' && noteOf(entry) !== null) used += fact.event.data.quantity;
    if (isReached() && !wasReached) by = cite(fact);
  }
  return by;
}

function isLimit(entry: Entry): boolean {
  return typeOf(entry) === 'UsageLimitSet';
}
