/** The `roster` timeline: who is registered and active, and how many users are active after each change. */
import type { Account } from '#domain/account/state.js';
import type { AccountEvent, Fact } from '#domain/events.js';
import { compareIds } from '#kernel/id.js';
import type { Instant } from '#kernel/instant.js';
import type { Entry } from '#read-model/reading.js';
import type { NewEntry, Summary } from '#read-model/timeline.js';

type RosterEntry = readonly [
  effectiveAt: Instant,
  position: number,
  activeUsers: number,
  userId: string,
  isActive: 0 | 1,
];
type RosterBase = readonly (readonly [userId: string, isActive: 0 | 1])[];

export function rosterEntry({ effectiveAt, position }: Fact<AccountEvent>, account: Account, userId: string): NewEntry {
  const isActive = account.users.get(userId)?.active ? 1 : 0;
  return { effectiveAt, position, text: `[${effectiveAt},${position},${account.activeUsers},"${userId}",${isActive}]` };
}

export function rosterSummary(account: Account): Summary {
  return {
    size: () => account.users.size,
    base: () => rosterBase([...account.users.values()].map(({ userId, active }) => [userId, active])),
  };
}

/** By user, so that it is the same text whether the account was folded from its start or taken up from the store. */
export function rosterBase(users: Iterable<readonly [userId: string, isActive: boolean]>): string {
  const base = [...users].map(([userId, active]) => [userId, active ? 1 : 0] as const);
  return JSON.stringify(base.sort(([a], [b]) => compareIds(a, b)) satisfies RosterBase);
}

/** Whether each user is active, by user. */
export function reviveRoster(base: unknown, entries: readonly Entry[]): Map<string, boolean> {
  const active = new Map(
    ((base as RosterBase | undefined) ?? []).map(([userId, isActive]) => [userId, isActive === 1]),
  );
  for (const entry of entries) moveUser(active, entry);
  return active;
}

/** What an entry did; whoever was never registered is in nobody's roster. */
export function moveUser(active: Map<string, boolean>, entry: Entry): void {
  const [, , , userId, isActive] = entry as unknown as RosterEntry;
  if (isActive === 1 || active.has(userId)) active.set(userId, isActive === 1);
}

export function activeAfter(entry: Entry): number {
  return (entry as unknown as RosterEntry)[2];
}
