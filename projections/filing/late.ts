/** Late facts: an account filed anew from the instant that one is effective at; what turns out the same stays (SPEC §1). */
import type { AccountEvent, Fact } from '#domain/events.js';
import { factOf } from '#projections/filing/entry.js';
import { seatsPrefix } from '#projections/filing/keys.js';
import { eventsAfter, loadAccount } from '#projections/filing/load.js';
import type { Work } from '#projections/filing/projector.js';
import { fileFact } from '#projections/filing/route.js';
import { timelineKeys } from '#read-model/reading.js';
import { type TimelineRewrite, rewriteTimeline } from '#read-model/rewrite.js';
import type { Store } from '#read-model/store.js';

/** Late facts of one append that are told apart by position; of a longer one, all are known or none. */
export const LATE_FACTS_TOLD_APART_MAX = 64;

/** Files the late facts of one append, which all are effective at one instant; within `store.write`, nothing else pending. */
export function fileLate(store: Store, work: Work, facts: readonly Fact<AccountEvent>[]): void {
  const groups = facts.length > LATE_FACTS_TOLD_APART_MAX ? [facts] : facts.map((fact) => [fact]);
  for (const group of groups) fileGroup(store, work, group);
}

function fileGroup(store: Store, work: Work, facts: readonly Fact<AccountEvent>[]): void {
  const { accountId } = work;
  const { effectiveAt: at, position } = facts[0]!;
  const before = { at, position: position - 1 };
  const account = loadAccount(store, accountId, before);
  const later = eventsAfter(store, accountId, at, before.position).map((entry) => factOf<AccountEvent>(entry));

  const rewrites = new Map<string, TimelineRewrite>();
  const rewrite = (key: string): TimelineRewrite => {
    let found = rewrites.get(key);
    if (!found) rewrites.set(key, (found = rewriteTimeline(store, key, at)));
    return found;
  };
  // A deactivation is filed with the seats it ends; where the late fact leaves it none to end, that entry must go.
  for (const key of timelineKeys(store, seatsPrefix(accountId))) rewrite(key);
  for (const fact of [...facts, ...later]) {
    fileFact((key, entry, summary) => rewrite(key).append(entry, summary), accountId, account, fact);
  }

  const knownFrom = facts.at(-1)!.position;
  for (const [key, each] of rewrites) work.tails.set(key, each.finish(knownFrom));
  work.account = account;
}
