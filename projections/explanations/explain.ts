/** `explain`: whether a user has a product at an instant, why, and the events that tell the story. */
import type { Citation } from '#domain/account/state.js';
import type { AccountEvent, Fact } from '#domain/events.js';
import { formatInstant } from '#kernel/instant.js';
import { factOf } from '#projections/filing/entry.js';
import { timelineKey } from '#projections/filing/keys.js';
import { type Story, storyOf } from '#projections/history/history.js';
import { type Reason, reasonFor } from '#projections/explanations/reason.js';
import { type Standpoint, standpoint } from '#projections/explanations/standpoint.js';
import { type View, boundsOf } from '#projections/view.js';
import { isWithin } from '#domain/bounds.js';
import { monthInterval, monthOf } from '#kernel/month.js';
import { type Entry, readRange } from '#read-model/reading.js';

export interface Decisive {
  readonly type: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly position: number;
}

export interface Explanation {
  readonly licensed: boolean;
  readonly access: boolean;
  readonly reason: Reason;
  readonly decisive: Decisive | null;
  /** Every event that bears on the answer, by (effectiveAt, position). */
  readonly evidence: readonly Story[];
}

export function explain(
  view: View,
  { accountId, userId, product }: { accountId: string; userId: string; product: string },
): Explanation {
  const stand = standpoint(view, accountId, userId);
  const { licensed, access, reason, decisive } = reasonFor(stand, product);
  return { licensed, access, reason, decisive: decisive && told(decisive), evidence: evidence(stand, product) };
}

function told(citation: Citation): Decisive {
  const { type, effectiveAt, recordedAt, actor, position } = citation;
  return { type, effectiveAt: formatInstant(effectiveAt), recordedAt: formatInstant(recordedAt), actor, position };
}

function evidence(stand: Standpoint, product: string): Story[] {
  const { view, accountId, userId } = stand;
  const definition = stand.definition(product);
  if (!stand.facts || !definition) return [];
  const all = (key: string, from?: number): Entry[] => readRange(view.store, key, view.position, from, view.at + 1);
  const concerned = new Set([product, ...definition.requires.flat()]);
  const isConcerned = (other: string): boolean =>
    concerned.has(other) || (stand.definition(other)?.includes.some((included) => concerned.has(included)) ?? false);

  const ofUser = all(timelineKey(accountId, 'user', userId)).filter((entry) => {
    const { event } = factOf<AccountEvent>(entry);
    return event.type === 'SeatAssigned' || event.type === 'SeatReleased' ? isConcerned(event.data.product) : true;
  });
  const ofProduct = all(timelineKey(accountId, 'product', product)).filter((entry) =>
    bears(factOf<AccountEvent>(entry), stand),
  );
  const ofMonth = monthInterval(monthOf(view.at, stand.facts.timeZone), stand.facts.timeZone);
  const ofUsage =
    definition.provisioning === 'metered' ? all(timelineKey(accountId, 'usage', product), ofMonth.from) : [];
  const ofPricing = stand.facts.pricingModel === 'concurrent' ? all(timelineKey(accountId, 'facts')) : [];
  const stories = [...ofUser, ...ofProduct, ...ofUsage, ...ofPricing].map(storyOf);
  return [...stories, ...programStories(view, product)].sort((a, b) =>
    a.effectiveAt < b.effectiveAt ? -1 : a.effectiveAt > b.effectiveAt ? 1 : a.position - b.position,
  );
}

/** Of a product's events, those that bear on one user: licences only where they, not seats, decide. */
function bears({ event }: Fact<AccountEvent>, { facts }: Standpoint): boolean {
  switch (event.type) {
    case 'TrialStarted':
    case 'TrialEnded':
    case 'ProductSubscribed':
    case 'ProductUnsubscribed':
    case 'UsageLimitSet':
      return true;
    case 'LicensePurchased':
    case 'LicenseReduced':
    case 'CommitmentSet':
      return facts?.pricingModel === 'concurrent';
    default:
      return false;
  }
}

function programStories(view: View, product: string): Story[] {
  const bounds = boundsOf(view);
  return view.programs
    .covering(product, bounds)
    .flatMap(({ facts }) => facts)
    .filter((fact) => isWithin(fact, bounds))
    .map(({ event, position, effectiveAt, recordedAt, actor, reason }) => ({
      position,
      type: event.type,
      effectiveAt: formatInstant(effectiveAt),
      recordedAt: formatInstant(recordedAt),
      actor,
      reason,
      data: event.data,
    }));
}
