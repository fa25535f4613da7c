/** The `seats` timeline of a product: who gained or lost which source, and how many users hold a seat after it. */
import { gainSource, loseSource } from '#domain/account/evolve.js';
import { type Account, type Citation, type Seat, holdingOf } from '#domain/account/state.js';
import type { AccountEvent, Fact, Source } from '#domain/events.js';
import { compareIds } from '#kernel/id.js';
import type { Instant } from '#kernel/instant.js';
import type { Entry } from '#read-model/reading.js';
import type { NewEntry, Summary } from '#read-model/timeline.js';

/** `source` null: all of them, by deactivation. */
type SeatEntry = readonly [
  effectiveAt: Instant,
  position: number,
  assigned: number,
  gained: 0 | 1,
  userId: string,
  source: Source | null,
];

type SeatBase = readonly (readonly [
  userId: string,
  sources: readonly Source[],
  from: Instant,
  endedAt: Instant | null,
])[];

/** Here only the instants of holdings matter; whose events they are, the user's own timeline tells. */
const UNTOLD: Citation = { type: '', effectiveAt: 0 as Instant, recordedAt: 0 as Instant, actor: '', position: 0 };

/** Of an event that moved the user's seat of the product. */
export function seatEntry({ event, effectiveAt, position }: Fact<AccountEvent>, assigned: number): NewEntry {
  const { userId } = event.data as { readonly userId: string };
  const source =
    event.type === 'SeatAssigned' || event.type === 'SeatReleased' ? JSON.stringify(event.data.source) : 'null';
  const gained = event.type === 'SeatAssigned' ? 1 : 0;
  return { effectiveAt, position, text: `[${effectiveAt},${position},${assigned},${gained},"${userId}",${source}]` };
}

export function seatsSummary(account: Account, product: string, at: Instant): Summary {
  return {
    size: () => account.holders.get(product)?.size ?? 0,
    base: () => {
      const seats: (readonly [string, Seat])[] = [];
      for (const user of account.users.values()) {
        const seat = user.seats.get(product);
        if (seat) seats.push([user.userId, seat]);
      }
      return seatsBase(seats, at);
    },
  };
}

/**
 * Who holds a seat, and who ended a holding at this very instant, which one that begins now would be joined with. By user, so that it
 * is the same text whether the account was folded from its start or taken up from the store.
 */
export function seatsBase(seats: Iterable<readonly [userId: string, seat: Seat]>, at: Instant): string {
  const base: (readonly [string, readonly Source[], Instant, Instant | null])[] = [];
  for (const [userId, seat] of seats) {
    if (seat.current) base.push([userId, seat.sources, holdingOf(seat)!.from, null]);
    else if (seat.last?.to === at) base.push([userId, [], seat.last.from, at]);
  }
  return JSON.stringify(base.sort(([a], [b]) => compareIds(a, b)) satisfies SeatBase);
}

export function reviveSeats(base: unknown): Map<string, Seat> {
  const seats = ((base as SeatBase | undefined) ?? []).map(([userId, sources, from, endedAt]): [string, Seat] => {
    const current = endedAt === null ? { from, began: UNTOLD } : null;
    const last = endedAt === null ? null : { from, to: endedAt, began: UNTOLD, ended: UNTOLD };
    return [userId, { sources: [...sources], current, last }];
  });
  return new Map(seats);
}

/** What an entry did; @returns the user whose seat it moved */
export function moveSeat(seats: Map<string, Seat>, entry: Entry): string {
  const [at, , , gained, userId, source] = entry as unknown as SeatEntry;
  let seat = seats.get(userId);
  if (!seat) seats.set(userId, (seat = { sources: [], current: null, last: null }));
  if (gained) gainSource(seat, source!, at, UNTOLD);
  else loseSource(seat, source, at, UNTOLD);
  return userId;
}

export function assignedAfter(entry: Entry): number {
  return (entry as unknown as SeatEntry)[2];
}
