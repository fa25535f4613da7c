/** Parts of an account as the bases of their timelines: to JSON and back. */
import { type Account, type Holdings, type Seat, type User, emptyHoldings } from '#domain/account/state.js';
import type { Summary } from '#read-model/timeline.js';

export type UserBase = Omit<User, 'seats'> & { readonly seats: readonly (readonly [product: string, seat: Seat])[] };
export type HoldingsBase = Omit<Holdings, 'linkedRoles'> & { readonly linkedRoles: readonly string[] };

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
