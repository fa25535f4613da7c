/** `history`: the events of an account in the state asked about, in the fold's order. */
import type { Fact } from '#domain/events.js';
import { type Instant, INSTANT_MAX, formatInstant } from '#kernel/instant.js';
import { dataOf, factOf } from '#projections/filing/entry.js';
import { timelineKey } from '#projections/filing/keys.js';
import { eventsOf } from '#projections/filing/load.js';
import { type View, requireAccount, requireProduct } from '#projections/view.js';
import { type Entry, readRange } from '#read-model/reading.js';

export interface Story {
  readonly position: number;
  readonly type: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly data: object;
}

export interface HistoryAsked {
  readonly accountId: string;
  readonly userId?: string | undefined;
  readonly product?: string | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

export function history(view: View, asked: HistoryAsked): { readonly events: readonly Story[] } {
  const { accountId, userId, product, from, to = INSTANT_MAX } = asked;
  requireAccount(view, accountId);
  if (product !== undefined) requireProduct(view, product);
  const end = Math.min(to, view.at + 1);
  const { store, position } = view;
  const entries =
    userId === undefined
      ? eventsOf(store, accountId, position, from, end)
      : readRange(store, timelineKey(accountId, 'user', userId), position, from, end);
  const kept = entries.filter(
    (entry) => product === undefined || (dataOf(entry) as { product?: string }).product === product,
  );
  return { events: kept.map(storyOf) };
}

export function storyOf(entry: Entry): Story {
  return storyOfFact(factOf(entry));
}

export function storyOfFact({ position, event, effectiveAt, recordedAt, actor, reason }: Fact): Story {
  const told = {
    position,
    type: event.type,
    effectiveAt: formatInstant(effectiveAt),
    recordedAt: formatInstant(recordedAt),
  };
  return { ...told, actor, reason, data: event.data };
}
