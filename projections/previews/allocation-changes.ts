/** The allocations that a command's events touch, before and after them. */
import { type Seat, holdingOf } from '#domain/account/state.js';
import type { Effective } from '#domain/catalog/decide.js';
import type { AccountEvent } from '#domain/events.js';
import { compareIds } from '#kernel/id.js';
import { type Allocation, allocation } from '#projections/allocations/allocation.js';
import { loadUser } from '#projections/filing/load.js';
import { type Change, type Views, changeOf, isDifferent } from '#projections/previews/change.js';
import { type View, boundsOf } from '#projections/view.js';

export interface AllocationChange extends Change<Allocation> {
  readonly product: string;
}

/** Of every seat-managed product that the events name, and of those of which a user that they name holds another seat than before. */
export function allocationChanges(
  views: Views,
  accountId: string,
  events: readonly Effective<AccountEvent>[],
): AllocationChange[] {
  const named = events.flatMap(({ event }) => ('product' in event.data ? [event.data.product] : []));
  const users = events.flatMap(({ event }) =>
    'userId' in event.data && !('product' in event.data) ? [event.data.userId] : [],
  );
  const held = [...new Set(users)].flatMap((userId) => heldOtherwise(views, accountId, userId));
  return [...new Set([...named, ...held])]
    .filter((product) => isSeatManaged(views.after, product))
    .sort(compareIds)
    .map((product) => ({ product, ...changeOf(views, (view) => allocation(view, { accountId, product })) }));
}

function isSeatManaged(view: View, product: string): boolean {
  return view.catalog.definition(product, boundsOf(view))?.provisioning === 'assigned';
}

/** Products of which the user holds another seat: an event of the user's alone, such as a deactivation, names none. */
function heldOtherwise(views: Views, accountId: string, userId: string): string[] {
  const [before, after] = [views.before, views.after].map(
    (view) => loadUser(view.store, accountId, userId, boundsOf(view))?.seats ?? new Map<string, Seat>(),
  ) as [Map<string, Seat>, Map<string, Seat>];
  return [...new Set([...before.keys(), ...after.keys()])].filter((product) =>
    isDifferent({ before: shownOf(before.get(product)), after: shownOf(after.get(product)) }),
  );
}

/** What an allocation shows of a seat. */
function shownOf(seat: Seat | undefined): object | null {
  return seat?.current ? { from: holdingOf(seat)!.from, sources: seat.sources } : null;
}
