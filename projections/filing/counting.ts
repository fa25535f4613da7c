/**
 * Timelines that count all users (who is active, who holds a seat), filed anew where the entries of some users are others than were
 * filed: those of everybody else do what they did, on another count.
 */
import type { Bounds } from '#domain/bounds.js';
import type { Instant } from '#kernel/instant.js';
import { type Kind, timelineKey } from '#projections/filing/keys.js';
import { loadRoster, loadSeats } from '#projections/filing/load.js';
import { moveUser, rosterBase } from '#projections/filing/roster.js';
import { moveSeat, seatsBase } from '#projections/filing/seats.js';
import { type Entry, compareEntries, readBackwards, readRange } from '#read-model/reading.js';
import { rewriteTimeline } from '#read-model/rewrite.js';
import type { Store } from '#read-model/store.js';

export type Counting = Extract<Kind, 'roster' | 'seats'>;

/** Where such an entry says how many there are after it, and whose it is. */
const COUNT_INDEX = 2;
const USER_INDEX: Readonly<Record<Counting, number>> = { roster: 3, seats: 4 };

/** What some users' entries are after an instant, as far as it was known before a position. */
export interface Recount {
  readonly accountId: string;
  readonly kind: Counting;
  readonly id: string;
  readonly before: Bounds;
  readonly users: ReadonlySet<string>;
  /** How many of these users are counted at the instant. */
  readonly counted: number;
  /** Their entries after it, which count only them. */
  readonly fresh: Entry[];
}

/** Within `store.write`. */
export function countAnew(store: Store, recount: Recount, knownFrom: number): void {
  const { accountId, kind, id, before, users, fresh } = recount;
  const { at, position } = before;
  const key = timelineKey(accountId, kind, id);
  const [last] = readBackwards(store, key, at, position);
  let count = last ? countOf(last) : 0;
  const filed = changes(readRange(store, key, position, at + 1), count);
  const others = filed.filter(({ entry }) => !users.has(entry[USER_INDEX[kind]] as string));
  if (others.length === filed.length && fresh.length === 0) return;
  const all = [...others, ...changes(fresh, recount.counted)].sort((a, b) => compareEntries(a.entry, b.entry));

  const tallyAfter = tallying(store, recount, all);
  const rewrite = rewriteTimeline(store, key, at);
  for (const [index, { entry, by }] of all.entries()) {
    const counted = (count += by);
    const [effectiveAt, place] = entry;
    const text = JSON.stringify(entry.with(COUNT_INDEX, counted));
    rewrite.append({ effectiveAt, position: place, text }, () => ({
      size: () => (kind === 'seats' ? counted : tallyAfter(index).users()),
      base: () => tallyAfter(index).base(effectiveAt),
    }));
  }
  rewrite.finish(knownFrom);
}

/** What a timeline amounts to, entry by entry. */
interface Tally {
  move(entry: Entry): void;
  users(): number;
  base(at: Instant): string;
}

/** After each of the entries, asked for in their order; all users are looked at only where a base may be due. */
function tallying(store: Store, recount: Recount, changed: readonly Change[]): (index: number) => Tally {
  let tally: Tally | undefined;
  let moved = 0;
  return (index) => {
    tally ??= openTally(store, recount);
    for (; moved <= index; moved += 1) tally.move(changed[moved]!.entry);
    return tally;
  };
}

function openTally(store: Store, { accountId, kind, id, before }: Recount): Tally {
  if (kind === 'roster') {
    const active = loadRoster(store, accountId, before);
    return { move: (entry) => moveUser(active, entry), users: () => active.size, base: () => rosterBase(active) };
  }
  const seats = loadSeats(store, accountId, id, before);
  return {
    move: (entry) => void moveSeat(seats, entry),
    users: () => seats.size,
    base: (at) => seatsBase(seats, at),
  };
}

interface Change {
  readonly entry: Entry;
  /** How much it changed the count. */
  readonly by: number;
}

function changes(entries: readonly Entry[], before: number): Change[] {
  return entries.map((entry, index) => ({
    entry,
    by: countOf(entry) - (index === 0 ? before : countOf(entries[index - 1]!)),
  }));
}

function countOf(entry: Entry): number {
  return entry[COUNT_INDEX] as number;
}
