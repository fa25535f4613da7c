/**
 * Late facts filed for as long as a rehearsal lasts: of an account of ten thousand users only the timelines that they can change.
 * Every user, every product's licences and every product's usage are folded on their own; what counts all users (who is active, who
 * holds a seat) is counted anew from how much each entry changed it.
 */
import type { AccountEvent, Fact } from '#domain/events.js';
import type { Instant } from '#kernel/instant.js';
import { factOf } from '#projections/filing/entry.js';
import { timelineKey } from '#projections/filing/keys.js';
import { type Keys, eventsOf, loadAccount } from '#projections/filing/load.js';
import { fileFact } from '#projections/filing/route.js';
import { type Entry, compareEntries, readBackwards, readRange } from '#read-model/reading.js';
import { type TimelineRewrite, rewriteTimeline } from '#read-model/rewrite.js';
import type { Store } from '#read-model/store.js';

/** Of the timelines that count all users: how many there are after it, and where it says whose entry it is. */
const COUNT_INDEX = 2;
const USER_INDEX = { roster: 3, seats: 4 } as const;
type Counting = keyof typeof USER_INDEX;

/** @param facts effective at one instant, before the account's last event; within `store.rehearse`, since no bases are filed with them */
export function fileNarrowly(store: Store, accountId: string, facts: readonly Fact<AccountEvent>[]): void {
  const { effectiveAt: at, position } = facts[0]!;
  const before = { at, position: position - 1 };
  const users = new Set(facts.flatMap(({ event: { data } }) => ('userId' in data ? [data.userId] : [])));
  const keys = keysFor(accountId, users, productsIn(facts));
  const account = loadAccount(store, accountId, before, keys);
  const later = eventsOf(store, accountId, before.position, at + 1, undefined, keys);
  const all = [...facts, ...later.map((entry) => factOf<AccountEvent>(entry))];

  const knownFrom = facts.at(-1)!.position;
  const touched = new Set([
    ...productsIn(all),
    ...[...account.users.values()].flatMap(({ seats }) => [...seats.keys()]),
  ]);
  const counting = new Map<string, Recount>();
  const recount = (kind: Counting, id: string, counted: number): void => {
    const key = timelineKey(accountId, kind, id);
    counting.set(key, { key, at, position: before.position, kind, users, counted, fresh: [] });
  };
  recount('roster', '', account.activeUsers);
  for (const product of touched) recount('seats', product, account.holders.get(product)?.size ?? 0);

  const rewrites = new Map<string, TimelineRewrite>();
  for (const fact of all) {
    fileFact(
      (kind, id, entry, summarize) => {
        const key = timelineKey(accountId, kind, id);
        const counted = counting.get(key);
        if (counted) counted.fresh.push(JSON.parse(entry.text) as Entry);
        else rewriteOf(store, rewrites, key, at).append(entry, summarize);
      },
      account,
      fact,
    );
  }
  for (const each of rewrites.values()) each.finish(knownFrom);
  if (users.size > 0) for (const each of counting.values()) countAnew(store, each, knownFrom);
}

function keysFor(accountId: string, users: ReadonlySet<string>, products: ReadonlySet<string>): Keys {
  return (kind) => {
    const ids = kind === 'user' ? users : kind === 'product' || kind === 'usage' ? products : [''];
    return [...ids].map((id) => timelineKey(accountId, kind, id));
  };
}

function productsIn(facts: readonly Fact<AccountEvent>[]): Set<string> {
  return new Set(facts.flatMap(({ event: { data } }) => ('product' in data ? [data.product] : [])));
}

function rewriteOf(store: Store, rewrites: Map<string, TimelineRewrite>, key: string, at: Instant): TimelineRewrite {
  let found = rewrites.get(key);
  if (!found) rewrites.set(key, (found = rewriteTimeline(store, key, at)));
  return found;
}

/** A timeline that counts all users, of some of whom the entries after an instant are others than were filed. */
interface Recount {
  readonly key: string;
  readonly at: Instant;
  readonly position: number;
  readonly kind: Counting;
  readonly users: ReadonlySet<string>;
  /** How many of these users are counted at the instant. */
  readonly counted: number;
  /** Their entries after it, which count only them. */
  readonly fresh: Entry[];
}

function countAnew(store: Store, { key, at, position, kind, users, counted, fresh }: Recount, knownFrom: number): void {
  const [last] = readBackwards(store, key, at, position);
  let count = last ? countOf(last) : 0;
  const filed = changes(readRange(store, key, position, at + 1), count);
  const others = filed.filter(({ entry }) => !users.has(entry[USER_INDEX[kind]] as string));
  if (others.length === filed.length && fresh.length === 0) return;
  const rewrite = rewriteTimeline(store, key, at);
  for (const { entry, by } of [...others, ...changes(fresh, counted)].sort((a, b) =>
    compareEntries(a.entry, b.entry),
  )) {
    count += by;
    const [effectiveAt, place] = entry;
    rewrite.append({ effectiveAt, position: place, text: JSON.stringify(entry.with(COUNT_INDEX, count)) });
  }
  rewrite.finish(knownFrom);
}

/** The entries with how much each changed the count. */
function changes(entries: readonly Entry[], before: number): { readonly entry: Entry; readonly by: number }[] {
  return entries.map((entry, index) => ({
    entry,
    by: countOf(entry) - (index === 0 ? before : countOf(entries[index - 1]!)),
  }));
}

function countOf(entry: Entry): number {
  return entry[COUNT_INDEX] as number;
}
