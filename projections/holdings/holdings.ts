/** `holdings`: every interval in which a user held a seat of a product, touching ones joined, ones of no length left out. */
import type { Seat } from '#domain/account/state.js';
import { compareIds } from '#kernel/id.js';
import { type Instant, formatInstant } from '#kernel/instant.js';
import { timelineKey } from '#projections/filing/keys.js';
import { moveSeat } from '#projections/filing/seats.js';
import { type View, requireAccount, requireSeatManaged } from '#projections/view.js';
import { readRange } from '#read-model/reading.js';

export interface Holdings {
  readonly holdings: readonly { readonly userId: string; readonly from: string; readonly to: string | null }[];
}

interface Held {
  readonly userId: string;
  readonly from: Instant;
  to: Instant | null;
}

export function holdings(
  view: View,
  { accountId, product, userId: only }: { accountId: string; product: string; userId?: string | undefined },
): Holdings {
  requireAccount(view, accountId);
  requireSeatManaged(view, product);
  const seats = new Map<string, Seat>();
  const byUser = new Map<string, Held[]>();
  for (const entry of readRange(view.store, timelineKey(accountId, 'seats', product), view.position)) {
    const userId = moveSeat(seats, entry);
    if (only !== undefined && userId !== only) continue;
    const list = byUser.get(userId) ?? [];
    byUser.set(userId, list);
    follow(list, userId, seats.get(userId)!);
  }
  const all = [...byUser.values()].flat().sort((a, b) => compareIds(a.userId, b.userId) || a.from - b.from);
  return {
    holdings: all.map(({ userId, from, to }) => ({
      userId,
      from: formatInstant(from),
      to: to === null ? null : formatInstant(to),
    })),
  };
}

/** Brings a user's intervals up to what the seat says now: one begun, gone on with, ended, or never been. */
function follow(list: Held[], userId: string, { current, last }: Seat): void {
  const latest = list.at(-1);
  if (current) {
    if (latest?.to === current.from) latest.to = null;
    else if (latest?.to !== null) list.push({ userId, from: current.from, to: null });
    return;
  }
  if (latest?.to !== null) return;
  if (last?.from === latest.from) latest.to = last.to;
  else list.pop();
}
