/** How an account stood with a product through an interval: one standing for each instant at which anything changed. */
import { evolve } from '#domain/account/evolve.js';
import { type Account, emptyAccount, holdingsOf, licencesOf, multiplierOf, trialAt } from '#domain/account/state.js';
import type { Standing } from '#domain/billing/peak.js';
import type { AccountEvent, AccountEvents } from '#domain/events.js';
import { isAwaited } from '#domain/program/programs.js';
import { type Instant, earlier, instantOf, later } from '#kernel/instant.js';
import type { Interval } from '#kernel/month.js';
import { dataOf, factOf, typeOf } from '#projections/filing/entry.js';
import { timelineKey } from '#projections/filing/keys.js';
import { loadHoldings } from '#projections/filing/load.js';
import { assignedAfter } from '#projections/filing/seats.js';
import type { View } from '#projections/view.js';
import { type Entry, readBackwards, readRange } from '#read-model/reading.js';

/** Whose standings: of an account, in its region, with a product. */
export interface Subject {
  readonly accountId: string;
  readonly region: string;
  readonly product: string;
}

/** The counted instants of a month: up to `knownAt`, from the account's opening on; undefined where there are none. */
export function countedInstants(
  view: View,
  month: Interval,
  openedAt: Instant,
): { first: Instant; last: Instant } | undefined {
  const first = later(month.from, openedAt);
  const last = earlier((month.to - 1) as Instant, view.knownAt);
  return first <= last ? { first, last } : undefined;
}

export function standings(
  view: View,
  subject: Subject,
  { first, last }: { first: Instant; last: Instant },
): Standing[] {
  const { store, catalog, programs, position } = view;
  const { accountId, region, product } = subject;
  const bounds = { at: first, position };
  const account = emptyAccount();
  account.holdings.set(product, loadHoldings(store, accountId, product, bounds));
  const levels = readRange(store, timelineKey(accountId, 'product', product), position, first + 1, last + 1);
  const seats = readRange(store, timelineKey(accountId, 'seats', product), position, first + 1, last + 1);
  let assigned = assignedAt(view, subject, first);

  const instants = [
    first,
    ...[...levels, ...seats].map(([effectiveAt]) => effectiveAt),
    ...trialEnds(account, product, levels),
    ...catalog.definitionChanges(product, first, last, position),
    ...programs.covering(product, { at: last, position }).flatMap(({ facts }) => facts.map((fact) => fact.effectiveAt)),
  ].filter((instant) => instant >= first && instant <= last);

  let level = 0;
  let seat = 0;
  return [...new Set(instants)]
    .sort((a, b) => a - b)
    .map((at): Standing => {
      for (; level < levels.length && levels[level]![0] <= at; level += 1)
        evolve(account, factOf<AccountEvent>(levels[level]!));
      for (; seat < seats.length && seats[seat]![0] <= at; seat += 1) assigned = assignedAfter(seats[seat]!);
      const holdings = holdingsOf(account, product);
      return {
        at,
        assigned,
        licences: licencesOf(holdings),
        complimentary: catalog.definition(product, { at, position })?.complimentary ?? 0,
        multiplier: multiplierOf(holdings),
        trial: trialAt(holdings, at) !== null,
        overageBilled: !isAwaited(programs, 'overage-billing', product, region, { at, position }),
      };
    });
}

function assignedAt({ store, position }: View, { accountId, product }: Subject, at: Instant): number {
  const [last] = readBackwards(store, timelineKey(accountId, 'seats', product), at, position);
  return last ? assignedAfter(last) : 0;
}

function trialEnds(account: Account, product: string, levels: readonly Entry[]): Instant[] {
  const { trial } = holdingsOf(account, product);
  const started = levels.filter((entry) => typeOf(entry) === 'TrialStarted');
  return [
    ...(trial ? [trial.endsAt] : []),
    ...started.map((entry) => instantOf((dataOf(entry) as AccountEvents['TrialStarted']).endsAt)),
  ];
}
