/** Parts of an account, or the whole of it, as they stood at an instant as known at a position: from bases and a few entries. */
import { evolve } from '#domain/account/evolve.js';
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
import { type HoldingsBase, type UserBase, reviveHoldings, reviveUser } from '#projections/filing/bases.js';
import { dataOf, factOf, noteOf } from '#projections/filing/entry.js';
import { EVENT_KINDS, type Kind, lastPart, timelineKey } from '#projections/filing/keys.js';
import { reviveRoster } from '#projections/filing/roster.js';
import { moveSeat, reviveSeats } from '#projections/filing/seats.js';
import { type Entry, type Slice, compareEntries, readRange, readSlice, timelineKeys } from '#read-model/reading.js';
import type { Store } from '#read-model/store.js';

export function loadFacts(store: Store, accountId: string, bounds: Bounds): Facts | null {
  const account = emptyAccount();
  replay(account, sliceOf(store, timelineKey(accountId, 'facts'), bounds).entries);
  return account.facts;
}

export function loadUser(store: Store, accountId: string, userId: string, bounds: Bounds): User | undefined {
  const account = emptyAccount();
  foldUser(account, store, timelineKey(accountId, 'user', userId), bounds);
  return account.users.get(userId);
}

export function loadHoldings(store: Store, accountId: string, product: string, bounds: Bounds): Holdings {
  const account = emptyAccount();
  foldHoldings(account, store, timelineKey(accountId, 'product', product), bounds);
  return account.holdings.get(product) ?? emptyHoldings();
}

/** Seats by user; those not held any more may be among them. Of holdings they tell the instants, not the events. */
export function loadSeats(store: Store, accountId: string, product: string, bounds: Bounds): Map<string, Seat> {
  const { base, entries } = sliceOf(store, timelineKey(accountId, 'seats', product), bounds);
  const seats = reviveSeats(base);
  for (const entry of entries) moveSeat(seats, entry);
  return seats;
}

/** Whether each registered user is active. */
export function loadRoster(store: Store, accountId: string, bounds: Bounds): Map<string, boolean> {
  const { base, entries } = sliceOf(store, timelineKey(accountId, 'roster'), bounds);
  return reviveRoster(base, entries);
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
  const entries = readRange(store, timelineKey(accountId, 'usage', product), position, from, to);
  return entries
    .filter((entry) => noteOf(entry) !== null)
    .reduce((used, entry) => used + (dataOf(entry) as AccountEvents['UsageRecorded']).quantity, 0);
}

/** Which timelines of a kind are looked at; all of the account's, where it is not said. */
export type Keys = (kind: Kind) => readonly string[];

/** The whole account: what commands are decided on. Its cost grows with what the account is, not with how long it has been. */
export function loadAccount(
  store: Store,
  accountId: string,
  bounds: Bounds,
  keys = allKeys(store, accountId),
): Account {
  const account = emptyAccount();
  const each = (kind: Kind, fold: (key: string) => void): void => keys(kind).forEach(fold);
  const replayAll = (key: string): void => replay(account, sliceOf(store, key, bounds).entries);
  each('facts', replayAll);
  each('product', (key) => foldHoldings(account, store, key, bounds));
  each('user', (key) => foldUser(account, store, key, bounds));
  each('usage', replayAll);
  each('invoices', replayAll);
  return account;
}

/** Every event of an account, or those of an interval, in the fold's order. */
export function eventsOf(
  store: Store,
  accountId: string,
  position: number,
  from?: number,
  to?: number,
  keys = allKeys(store, accountId),
): Entry[] {
  return EVENT_KINDS.flatMap((kind) => keys(kind))
    .flatMap((key) => readRange(store, key, position, from, to))
    .sort(compareEntries);
}

/** The keys of an account's timelines of a kind, by id. */
export function keysOf(store: Store, accountId: string, kind: Kind): string[] {
  return timelineKeys(store, timelineKey(accountId, kind));
}

function allKeys(store: Store, accountId: string): Keys {
  return (kind) => keysOf(store, accountId, kind);
}

function sliceOf(store: Store, key: string, { at, position }: Bounds): Slice {
  return readSlice(store, key, at, position);
}

function foldUser(account: Account, store: Store, key: string, bounds: Bounds): void {
  const { base, entries } = sliceOf(store, key, bounds);
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

function foldHoldings(account: Account, store: Store, key: string, bounds: Bounds): void {
  const { base, entries } = sliceOf(store, key, bounds);
  if (base !== undefined) account.holdings.set(lastPart(key), reviveHoldings(base as HoldingsBase));
  replay(account, entries);
}

function replay(account: Account, entries: readonly Entry[]): void {
  for (const entry of entries) evolve(account, factOf<AccountEvent>(entry));
}
