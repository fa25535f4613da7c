/** Late facts: an account filed anew from the instant that one is effective at; what turns out the same stays (SPEC §1). */
import { compareDated } from '#domain/bounds.js';
import type { AccountEvent, Fact } from '#domain/events.js';
import { earlier } from '#kernel/instant.js';
import { factOf } from '#projections/filing/entry.js';
import { type Kind, lastPart, timelineKey } from '#projections/filing/keys.js';
import { eventsOf, keysOf, loadAccount } from '#projections/filing/load.js';
import type { Work } from '#projections/filing/works.js';
import { fileFact } from '#projections/filing/route.js';
import { type TimelineRewrite, rewriteTimeline } from '#read-model/rewrite.js';
import type { Store } from '#read-model/store.js';

/** Late facts of one append that are told apart by position; those of a longer one are filed as one, since each costs a look at the account. */
export const LATE_FACTS_TOLD_APART_MAX = 64;

/** Files the late facts of one append, each at its own instant; within `store.write`, nothing else pending. */
export function fileLate(store: Store, work: Work, facts: readonly Fact<AccountEvent>[]): void {
  const groups = facts.length > LATE_FACTS_TOLD_APART_MAX ? [facts] : facts.map((fact) => [fact]);
  for (const group of groups) fileGroup(store, work, group);
}

function fileGroup(store: Store, work: Work, facts: readonly Fact<AccountEvent>[]): void {
  const { accountId } = work;
  const { position } = facts[0]!;
  const at = facts.map(({ effectiveAt }) => effectiveAt).reduce(earlier);
  const before = { at, position: position - 1 };
  const account = loadAccount(store, accountId, before);
  const later = eventsOf(store, accountId, before.position, at + 1).map((entry) => factOf<AccountEvent>(entry));

  const rewrites = new Map<string, TimelineRewrite>();
  const rewrite = (kind: Kind, id: string): TimelineRewrite => {
    const key = timelineKey(accountId, kind, id);
    let found = rewrites.get(key);
    if (!found) rewrites.set(key, (found = rewriteTimeline(store, key, at)));
    return found;
  };
  // What an event did to seats is filed with the product; where the late fact leaves it nothing to do, that entry must go.
  for (const key of keysOf(store, accountId, 'seats')) rewrite('seats', lastPart(key));
  for (const fact of [...facts, ...later].sort(compareDated)) {
    fileFact((kind, id, entry, summarize) => rewrite(kind, id).append(entry, summarize), account, fact);
  }

  const knownFrom = facts.at(-1)!.position;
  if (facts.length > 1) store.saveTogether(position, knownFrom);
  for (const each of rewrites.values()) each.finish(knownFrom);
  // Where timelines go on has changed beside the tails.
  for (const ofKind of Object.values(work.tails)) ofKind.clear();
  work.isNew = false;
  work.account = account;
}
