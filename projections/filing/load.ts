/** Parts of an account, or the whole of it, as they stood at an instant as known at a position: from bases and a few entries. */
import { evolve, gainSource, loseSources } from '#domain/account/evolve.js';
import {
  type Account,
  type Facts,
  type Holdings,
  type Seat,
  type User,
  emptyAccount,
  emptyHoldings,
} from '#domain/account/state.js';
import type { Bounds } from '#domain/bounds.js';
import type { AccountEvent, AccountEvents } from '#domain/events.js';
import {
  type HoldingsBase,
  type RosterBase,
  type SeatsBase,
  type UserBase,
  reviveHoldings,
  reviveUser,
} from '#projections/filing/bases.js';
import { dataOf, factOf, noteOf, typeOf } from '#projections/filing/entry.js';
import * as keys from '#projections/filing/keys.js';
import { type Entry, readRange, readSlice, timelineKeys } from '#read-model/reading.js';
import type { Store } from '#read-model/store.js';

/** A user without seats, as the roster has it. */
export type RosterUser = Pick<User, 'userId' | 'name' | 'roles' | 'active'>;

export function loadFacts(store: Store, accountId: string, bounds: Bounds): Facts | null {
  const account = emptyAccount();
  replay(account, readSlice(store, keys.factsKey(accountId), bounds.at, bounds.position).entries);
  return account.facts;
}

export function loadUser(store: Store, accountId: string, userId: string, bounds: Bounds): User | undefined {
  const account = emptyAccount();
  foldUser(account, store, keys.userKey(accountId, userId), bounds);
  return account.users.get(userId);
}

export function loadHoldings(store: Store, accountId: string, product: string, bounds: Bounds): Holdings {
  const account = emptyAccount();
  foldHoldings(account, store, keys.productKey(accountId, product), bounds);
  return account.holdings.get(product) ?? emptyHoldings();
}

/** Seats by user; those not held any more may be among them. */
export function loadSeats(store: Store, accountId: string, product: string, bounds: Bounds): Map<string, Seat> {
  const { base, entries } = readSlice(store, keys.seatsKey(accountId, product), bounds.at, bounds.position);
  const seats = new Map((base as SeatsBase | undefined) ?? []);
  for (const entry of entries) moveSeat(seats, entry);
  return seats;
}

/** What one entry of a seats timeline did; @returns the user whose seat it moved, undefined where it moved none */
export function moveSeat(seats: Map<string, Seat>, entry: Entry): string | undefined {
  if (noteOf(entry) === null) return undefined;
  const fact = factOf<AccountEvent>(entry);
  const { userId, source } = fact.event.data as { userId: string; source: string };
  const seat = seats.get(userId) ?? { sources: [], current: null, last: null };
  seats.set(userId, seat);
  if (fact.event.type === 'SeatAssigned') gainSource(seat, source, fact);
  else loseSources(seat, fact.event.type === 'SeatReleased' ? [source] : seat.sources, fact);
  return userId;
}

export function loadRoster(store: Store, accountId: string, bounds: Bounds): Map<string, RosterUser> {
  const { base, entries } = readSlice(store, keys.rosterKey(accountId), bounds.at, bounds.position);
  const account = emptyAccount();
  for (const user of (base as RosterBase | undefined) ?? []) {
    account.users.set(user.userId, { ...user, deactivated: null, seats: new Map() });
  }
  replay(account, entries);
  return account.users;
}

/** Units used in an interval of instants, each usageId once. */
export function usedWithin(
  store: Store,
  accountId: string,
  product: string,
  from: number,
  to: number,
  position: number,
): number {
  const entries = readRange(store, keys.usageKey(accountId, product), position, from, to);
  return entries
    .filter((entry) => noteOf(entry) !== null)
    .reduce((used, entry) => used + (dataOf(entry) as AccountEvents['UsageRecorded']).quantity, 0);
}

/** The whole account: what commands are decided on. Its cost grows with what the account is, not with how long it has been. */
export function loadAccount(store: Store, accountId: string, bounds: Bounds): Account {
  const account = emptyAccount();
  const { at, position } = bounds;
  replay(account, readSlice(store, keys.factsKey(accountId), at, position).entries);
  for (const key of timelineKeys(store, keys.productsPrefix(accountId))) foldHoldings(account, store, key, bounds);
  for (const key of timelineKeys(store, keys.usersPrefix(accountId))) foldUser(account, store, key, bounds);
  for (const key of timelineKeys(store, keys.usagePrefix(accountId))) {
    replay(account, readSlice(store, key, at, position).entries);
  }
  replay(account, readSlice(store, keys.invoicesKey(accountId), at, position).entries);
  return account;
}

/** Every event of an account after an instant, in the fold's order. */
export function eventsAfter(store: Store, accountId: string, after: number, position: number): Entry[] {
  return accountTimelines(store, accountId)
    .flatMap((key) => readEvents(store, key, position, after + 1))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** A timeline's own events: those of seats without the deactivations, which the roster has. */
export function readEvents(store: Store, key: string, position: number, from?: number, to?: number): Entry[] {
  const entries = readRange(store, key, position, from, to);
  return key.includes('/seats/') ? entries.filter((entry) => typeOf(entry) !== 'UserDeactivated') : entries;
}

/** The timelines whose own events are the account's, each once. */
export function accountTimelines(store: Store, accountId: string): string[] {
  return [
    keys.factsKey(accountId),
    keys.rosterKey(accountId),
    ...timelineKeys(store, keys.productsPrefix(accountId)),
    ...timelineKeys(store, keys.seatsPrefix(accountId)),
    ...timelineKeys(store, keys.usagePrefix(accountId)),
    keys.invoicesKey(accountId),
  ];
}

function foldUser(account: Account, store: Store, key: string, { at, position }: Bounds): void {
  const { base, entries } = readSlice(store, key, at, position);
  if (base !== undefined) {
    const user = reviveUser(base as UserBase);
    account.users.set(user.userId, user);
    account.activeUsers += Number(user.active);
    for (const [product, seat] of user.seats) {
      if (!seat.current) continue;
      const holders = account.holders.get(product) ?? new Set();
      account.holders.set(product, holders.add(user.userId));
    }
  }
  replay(account, entries);
}

function foldHoldings(account: Account, store: Store, key: string, { at, position }: Bounds): void {
  const { base, entries } = readSlice(store, key, at, position);
  if (base !== undefined) account.holdings.set(keys.lastPart(key), reviveHoldings(base as HoldingsBase));
  replay(account, entries);
}

function replay(account: Account, entries: readonly Entry[]): void {
  for (const entry of entries) evolve(account, factOf<AccountEvent>(entry));
}
