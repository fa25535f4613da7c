/** Whether a metered product's limit is reached this month, and by which event (SPEC §4, `usage-limit-reached`). */
import { cite } from '#domain/account/evolve.js';
import type { Citation, Facts } from '#domain/account/state.js';
import type { AccountEvent, ProductDefinition } from '#domain/events.js';
import { type Month, monthInterval, monthOf } from '#kernel/month.js';
import type { Standpoint } from '#projections/explanations/standpoint.js';
import { factOf, noteOf, typeOf } from '#projections/filing/entry.js';
import { timelineKey } from '#projections/filing/keys.js';
import { loadHoldings, usedWithin } from '#projections/filing/load.js';
import { type Entry, readRange } from '#read-model/reading.js';

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
  return { by: crossing(stand, facts, product, basePack, carriedIn ? undefined : from, before.limit) };
}

/** Follows use and limit from the month's start; from the first event on where a limit of nothing was carried into the month. */
function crossing(
  { view, accountId }: Standpoint,
  facts: Facts,
  product: string,
  basePack: number,
  from: number | undefined,
  limitBefore: number | null,
): Citation | null {
  const range = (key: string): Entry[] => readRange(view.store, key, view.position, from, view.at + 1);
  const entries = [
    ...range(timelineKey(accountId, 'usage', product)),
    ...range(timelineKey(accountId, 'product', product)).filter(isLimit),
  ];
  entries.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let limit = from === undefined ? null : limitBefore;
  let month: Month | undefined;
  let used = 0;
  let by: Citation | null = null;
  const isReached = (): boolean => limit !== null && used >= basePack + limit;
  for (const entry of entries) {
    const fact = factOf<AccountEvent>(entry);
    const entryMonth = monthOf(fact.effectiveAt, facts.timeZone);
    if (entryMonth !== month) used = 0;
    month = entryMonth;
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
