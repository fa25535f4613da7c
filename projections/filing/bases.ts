/** Parts of an account as the bases of their timelines: to JSON and back. */
import type { Instant } from '#kernel/instant.js';
import { type Account, type Holdings, type Seat, type User, emptyHoldings } from '#domain/account/state.js';
import type { Summary } from '#read-model/timeline.js';

export type UserBase = Omit<User, 'seats'> & { readonly seats: readonly (readonly [product: string, seat: Seat])[] };
export type HoldingsBase = Omit<Holdings, 'linkedRoles'> & { readonly linkedRoles: readonly string[] };
export type SeatsBase = readonly (readonly [userId: string, seat: Seat])[];
export type RosterBase = readonly Omit<UserBase, 'seats' | 'deactivated'>[];

export function userSummary(account: Account, userId: string): Summary | undefined {
  const user = account.users.get(userId);
  return user && { size: () => user.seats.size, base: () => JSON.stringify({ ...user, seats: [...user.seats] }) };
}

export function reviveUser(base: UserBase): User {
  return { ...base, seats: new Map(base.seats) };
}

export function holdingsSummary(account: Account, product: string): Summary {
  const holdings = account.holdings.get(product) ?? emptyHoldings();
  return {
    size: () => holdings.linkedRoles.size,
    base: () => JSON.stringify({ ...holdings, linkedRoles: [...holdings.linkedRoles] }),
  };
}

export function reviveHoldings(base: HoldingsBase): Holdings {
  return { ...base, linkedRoles: new Set(base.linkedRoles) };
}

/** Who holds a seat, and who ended a holding at this very instant, which one that begins now would be joined with. */
export function seatsSummary(account: Account, product: string, at: Instant): Summary {
  return {
    size: () => account.holders.get(product)?.size ?? 0,
    base: () => {
      const seats: (readonly [string, Seat])[] = [];
      for (const { userId, seats: held } of account.users.values()) {
        const seat = held.get(product);
        if (seat && (seat.current || seat.last?.to === at)) seats.push([userId, seat]);
      }
      return JSON.stringify(seats satisfies SeatsBase);
    },
  };
}

export function rosterSummary(account: Account): Summary {
  return {
    size: () => account.users.size,
    base: () => {
      const users = [...account.users.values()].map(({ userId, name, roles, active }) => ({
        userId,
        name,
        roles,
        active,
      }));
      return JSON.stringify(users satisfies RosterBase);
    },
  };
}
