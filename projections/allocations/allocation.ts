/** `allocation`: what an account has of a product at an instant, and who holds it. */
import { holdingOf, licencesOf } from '#domain/account/state.js';
import { compareIds } from '#kernel/id.js';
import { formatInstant } from '#kernel/instant.js';
import { loadHoldings, loadSeats } from '#projections/filing/load.js';
import { type View, boundsOf, requireAccount, requireSeatManaged } from '#projections/view.js';

export interface Allocation {
  readonly accountId: string;
  readonly product: string;
  readonly purchased: number;
  readonly commitment: number;
  readonly complimentary: number;
  readonly capacity: number;
  readonly assigned: number;
  readonly available: number;
  readonly overage: number;
  readonly seats: readonly { readonly userId: string; readonly since: string; readonly sources: readonly string[] }[];
}

export function allocation(view: View, { accountId, product }: { accountId: string; product: string }): Allocation {
  requireAccount(view, accountId);
  const { complimentary } = requireSeatManaged(view, product);
  const holdings = loadHoldings(view.store, accountId, product, boundsOf(view));
  const seats = [...loadSeats(view.store, accountId, product, boundsOf(view))]
    .filter(([, seat]) => seat.current)
    .map(([userId, seat]) => ({ userId, since: formatInstant(holdingOf(seat)!.from), sources: seat.sources }))
    .sort((a, b) => compareIds(a.userId, b.userId));
  const capacity = licencesOf(holdings) + complimentary;
  const assigned = seats.length;
  return {
    accountId,
    product,
    purchased: holdings.purchased,
    commitment: holdings.commitment,
    complimentary,
    capacity,
    assigned,
    available: Math.max(0, capacity - assigned),
    overage: Math.max(0, assigned - capacity),
    seats,
  };
}
