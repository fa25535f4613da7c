/** Events that were never recorded, filed as if they had been for as long as somebody asks of them, and taken back. */
import { type Account, copyAccount } from '#domain/account/state.js';
import type { AccountEvent, Fact } from '#domain/events.js';
import { type Kind, timelineKey } from '#projections/filing/keys.js';
import type { Projector } from '#projections/filing/projector.js';
import { refile } from '#projections/filing/refile.js';
import { fileFact } from '#projections/filing/route.js';
import { type Batch, writeBatch } from '#read-model/batch.js';
import type { Store } from '#read-model/store.js';
import { type Tail, timelineWriter } from '#read-model/timeline.js';

const NO_LINES = new Uint8Array();

/**
 * Asks with the facts of one append filed behind all that was read. What was known before them can be asked too, at its own position:
 * filing never changes it. Whatever the projector holds in memory stays as it is: all that is folded here is a copy, or loaded anew.
 * @param facts effective at one instant, at positions after the last one read
 * @returns undefined, and asks nothing, where another process has filed more than this one has read
 */
export function rehearse<T>(
  store: Store,
  projector: Projector,
  stream: string,
  facts: readonly Fact<AccountEvent>[],
  ask: () => T,
): { readonly told: T } | undefined {
  const last = facts.at(-1);
  if (!last) return { told: ask() };
  const { accountId, account, lastEffectiveAt, revision } = projector.work(stream);
  const isLate = last.effectiveAt < lastEffectiveAt;
  return store.rehearse(() => {
    const pages = isLate
      ? { lines: NO_LINES, timelines: [], added: [], extended: [] }
      : pagesOf(store, accountId, account, facts);
    const batch: Batch = {
      ...pages,
      after: projector.saved.position,
      checkpoint: { position: last.position, recordedAt: last.recordedAt, eventId: null },
      streams: [
        [stream, { revision: revision + facts.length, lastEffectiveAt: Math.max(lastEffectiveAt, last.effectiveAt) }],
      ],
      commands: [],
    };
    if (!writeBatch(store, batch)) return undefined;
    if (isLate) refile(store, accountId, facts);
    return { told: ask() };
  });
}

/** The facts behind all others of the account. */
function pagesOf(store: Store, accountId: string, account: Account, facts: readonly Fact<AccountEvent>[]) {
  const writer = timelineWriter(store);
  writer.reset();
  const tails = new Map<string, Tail>();
  const tailOf = (kind: Kind, id: string): Tail => {
    const key = timelineKey(accountId, kind, id);
    let tail = tails.get(key);
    if (!tail) tails.set(key, (tail = writer.tail(key)));
    return tail;
  };
  const copy = copyAccount(account);
  for (const fact of facts) {
    fileFact((kind, id, entry, summarize) => writer.append(tailOf(kind, id), entry, summarize), copy, fact);
  }
  return writer.take(false);
}
