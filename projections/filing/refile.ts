/**
 * Late facts filed: of an account of ten thousand users only the timelines that they can change, from the instant that they are effective
 * at. Every user, every product's licences and every product's usage are folded on their own; what counts all users is counted anew.
 */
import { type Account, holdersOf } from '#domain/account/state.js';
import { compareDated } from '#domain/bounds.js';
import type { AccountEvent, Fact } from '#domain/events.js';
import { type Instant, earlier } from '#kernel/instant.js';
import { type Counting, type Recount, countAnew } from '#projections/filing/counting.js';
import { factOf } from '#projections/filing/entry.js';
import { type Kind, timelineKey } from '#projections/filing/keys.js';
import { type Keys, eventsOf, loadAccount } from '#projections/filing/load.js';
import { type Sink, fileFact, isOfRoster, placeOf } from '#projections/filing/route.js';
import type { Entry } from '#read-model/reading.js';
import { type TimelineRewrite, rewriteTimeline } from '#read-model/rewrite.js';
import type { Store } from '#read-model/store.js';

/** Ids of timelines, by their kind. */
export type Places = Readonly<Record<Kind, Set<string>>>;

export interface Refiled {
  /** The timelines that may have changed. */
  readonly places: Places;
  /** Their users and products, folded to the end; of no others. */
  readonly part: Account;
}

/** Files facts of one append as one, before what is effective later; within `store.write`, nothing else of the account pending. */
export function refile(store: Store, accountId: string, facts: readonly Fact<AccountEvent>[]): Refiled {
  const at = facts.map(({ effectiveAt }) => effectiveAt).reduce(earlier);
  const before = { at, position: facts[0]!.position - 1 };
  const knownFrom = facts.at(-1)!.position;
  const places = placesOf(facts);
  const keys: Keys = (kind) => [...places[kind]].map((id) => timelineKey(accountId, kind, id));
  const part = loadAccount(store, accountId, before, keys);
  const later = eventsOf(store, accountId, before.position, at + 1, undefined, keys);
  const all = [...facts, ...later.map((entry) => factOf<AccountEvent>(entry))].sort(compareDated);
  for (const product of seatsMoved(facts, part, all)) places.seats.add(product);

  const recounts = new Map<string, Recount>();
  const recount = (kind: Counting, id: string, counted: number): void => {
    const { user: users } = places;
    recounts.set(timelineKey(accountId, kind, id), { accountId, kind, id, before, users, counted, fresh: [] });
  };
  for (const id of places.roster) recount('roster', id, part.activeUsers);
  for (const id of places.seats) recount('seats', id, holdersOf(part, id).size);

  const rewrites = new Map<string, TimelineRewrite>();
  const sink: Sink = (kind, id, entry, summarize) => {
    const key = timelineKey(accountId, kind, id);
    if (kind === 'roster' || kind === 'seats') recounts.get(key)?.fresh.push(JSON.parse(entry.text) as Entry);
    else rewriteOf(store, rewrites, key, at).append(entry, summarize);
  };
  for (const fact of all) fileFact(sink, part, fact);
  for (const each of rewrites.values()) each.finish(knownFrom);
  for (const each of recounts.values()) countAnew(store, each, knownFrom);
  return { places, part };
}

/** The timelines that the facts are entries of, and those that tell of what they do; which seats go with a user is not known from them alone. */
function placesOf(facts: readonly Fact<AccountEvent>[]): Places {
  const places: Places = {
    facts: new Set(),
    user: new Set(),
    product: new Set(),
    usage: new Set(),
    invoices: new Set(),
    roster: new Set(),
    seats: new Set(),
  };
  for (const { event } of facts) {
    const [kind, id] = placeOf(event);
    places[kind].add(id);
    if (isOfRoster(event)) places.roster.add('');
    if (isOfSeat(event)) places.seats.add(event.data.product);
    // Whose zone the month of a usage is one of.
    if (kind === 'usage') places.facts.add('');
  }
  return places;
}

/** Products of which somebody whose being active changed holds, or was assigned, a seat. */
function seatsMoved(
  facts: readonly Fact<AccountEvent>[],
  part: Account,
  all: readonly Fact<AccountEvent>[],
): Set<string> {
  const users = new Set(facts.filter(({ event }) => isOfRoster(event)).map(({ event }) => placeOf(event)[1]));
  const held = [...users].flatMap((userId) => [...(part.users.get(userId)?.seats.keys() ?? [])]);
  const assigned = all.flatMap(({ event }) =>
    isOfSeat(event) && users.has(event.data.userId) ? [event.data.product] : [],
  );
  return new Set([...held, ...assigned]);
}

function isOfSeat(event: AccountEvent): event is SeatEvent {
  return event.type === 'SeatAssigned' || event.type === 'SeatReleased';
}

type SeatEvent = Extract<AccountEvent, { readonly type: 'SeatAssigned' | 'SeatReleased' }>;

function rewriteOf(store: Store, rewrites: Map<string, TimelineRewrite>, key: string, at: Instant): TimelineRewrite {
  let found = rewrites.get(key);
  if (!found) rewrites.set(key, (found = rewriteTimeline(store, key, at)));
  return found;
}
