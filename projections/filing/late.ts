/** Late facts: the timelines that they can change filed anew from the instant that each is effective at, and the account with them (SPEC §1). */
import type { Account, User } from '#domain/account/state.js';
import type { AccountEvent, Fact } from '#domain/events.js';
import type { Kind } from '#projections/filing/keys.js';
import { type Refiled, refile } from '#projections/filing/refile.js';
import type { Work } from '#projections/filing/works.js';
import type { Store } from '#read-model/store.js';

/** Late facts of one append that are told apart by position; those of a longer one are filed as one, since each may change all that follows in a timeline. */
export const LATE_FACTS_TOLD_APART_MAX = 64;

/** Files the late facts of one append, each at its own instant; within `store.write`, nothing else pending. */
export function fileLate(store: Store, work: Work, facts: readonly Fact<AccountEvent>[]): void {
  const groups = facts.length > LATE_FACTS_TOLD_APART_MAX ? [facts] : facts.map((fact) => [fact]);
  for (const group of groups) {
    if (group.length > 1) store.saveTogether(group[0]!.position, group.at(-1)!.position);
    takeOver(work, refile(store, work.accountId, group));
  }
}

/** What was filed anew becomes how the account stands; where its timelines go on has changed beside the tails. */
function takeOver(work: Work, { places, part }: Refiled): void {
  const { account, tails } = work;
  for (const [kind, ids] of Object.entries(places) as [Kind, Set<string>][]) {
    for (const id of ids) tails[kind].delete(id);
  }
  work.isNew = false;
  if (places.facts.size > 0) account.facts = part.facts;
  for (const userId of places.user) takeUser(account, userId, part.users.get(userId));
  takeAll(account.holdings, part.holdings);
  takeAll(account.usage, part.usage);
  takeAll(account.documents, part.documents);
}

/** A user may be unknown still, whose seat was assigned all the same. */
function takeUser(account: Account, userId: string, user: User | undefined): void {
  const before = account.users.get(userId);
  account.activeUsers += Number(user?.active ?? false) - Number(before?.active ?? false);
  for (const product of before?.seats.keys() ?? []) account.holders.get(product)?.delete(userId);
  if (!user) return;
  account.users.set(userId, user);
  for (const [product, { current }] of user.seats) {
    if (!current) continue;
    const holders = account.holders.get(product) ?? new Set();
    account.holders.set(product, holders.add(userId));
  }
}

function takeAll<T>(into: Map<string, T>, from: ReadonlyMap<string, T>): void {
  for (const [key, value] of from) into.set(key, value);
}
