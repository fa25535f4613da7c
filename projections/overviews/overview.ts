/** `overview`: every user of an account and the products that each holds a seat of. */
import { compareIds } from '#kernel/id.js';
import { lastPart } from '#projections/filing/keys.js';
import { keysOf, loadRoster, loadSeats } from '#projections/filing/load.js';
import { type View, boundsOf, requireAccount, requireProduct } from '#projections/view.js';

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
  for (const key of keysOf(view.store, accountId, 'seats')) {
    for (const [userId, seat] of loadSeats(view.store, accountId, lastPart(key), boundsOf(view))) {
      if (seat.current) held.set(userId, [...(held.get(userId) ?? []), lastPart(key)]);
    }
  }
  const users = [...loadRoster(view.store, accountId, boundsOf(view))]
    .map(([userId, active]) => ({ userId, active, products: (held.get(userId) ?? []).sort(compareIds) }))
    .filter(({ products }) => product === undefined || products.includes(product))
    .sort((a, b) => compareIds(a.userId, b.userId));
  return { users };
}
