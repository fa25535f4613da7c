/** `history`: the events of an account in the state asked about, in the fold's order. */
import { type Instant, INSTANT_MAX, formatInstant } from '#kernel/instant.js';
import { factOf } from '#projections/filing/entry.js';
import * as keys from '#projections/filing/keys.js';
import { accountTimelines, readEvents } from '#projections/filing/load.js';
import { type View, requireAccount, requireProduct } from '#projections/view.js';
import type { Entry } from '#read-model/reading.js';

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
  const entries = timelinesOf(view, asked)
    .flatMap((key) => readEvents(view.store, key, view.position, from, end))
    .filter((entry) => userId === undefined || valueOf(entry, 'userId') === userId)
    .filter((entry) => product === undefined || valueOf(entry, 'product') === product)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { events: entries.map(storyOf) };
}

export function storyOf(entry: Entry): Story {
  const { position, event, effectiveAt, recordedAt, actor, reason } = factOf(entry);
  const told = {
    position,
    type: event.type,
    effectiveAt: formatInstant(effectiveAt),
    recordedAt: formatInstant(recordedAt),
  };
  return { ...told, actor, reason, data: event.data };
}

function timelinesOf({ store }: View, { accountId, userId, product }: HistoryAsked): string[] {
  if (userId !== undefined) return [keys.userKey(accountId, userId)];
  if (product === undefined) return accountTimelines(store, accountId);
  return [keys.productKey(accountId, product), keys.seatsKey(accountId, product), keys.usageKey(accountId, product)];
}

function valueOf(entry: Entry, field: 'userId' | 'product'): unknown {
  return (factOf(entry).event.data as unknown as Record<string, unknown>)[field];
}
