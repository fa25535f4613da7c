/** `overview`: every user of an account and the products that each holds a seat of. */
import { compareIds } from '#kernel/id.js';
import { seatsPrefix, lastPart } from '#projections/filing/keys.js';
import { loadRoster, loadSeats } from '#projections/filing/load.js';
import { type View, boundsOf, requireAccount, requireProduct } from '#projections/view.js';
import { timelineKeys } from '#read-model/reading.js';

export interface Overview {
  readonly users: readonly {
    readonly userId: string;
    readonly active: boolean;
    readonly products: readonly string[];
  }[];
}

/** With `product`, only who holds it. */
export function overview(
  view: View,
  { accountId, product }: { accountId: string; product?: string | undefined },
): Overview {
  requireAccount(view, accountId);
  if (product !== undefined) requireProduct(view, product);
  const held = new Map<string, string[]>();
  for (const key of timelineKeys(view.store, seatsPrefix(accountId))) {
    for (const [userId, seat] of loadSeats(view.store, accountId, lastPart(key), boundsOf(view))) {
      if (seat.current) held.set(userId, [...(held.get(userId) ?? []), lastPart(key)]);
    }
  }
  const users = [...loadRoster(view.store, accountId, boundsOf(view)).values()]
    .map(({ userId, active }) => ({ userId, active, products: (held.get(userId) ?? []).sort(compareIds) }))
    .filter(({ products }) => product === undefined || products.includes(product))
    .sort((a, b) => compareIds(a.userId, b.userId));
  return { users };
}
