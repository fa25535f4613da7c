/** What an answer may know: events effective by `at` and not after `position` in the log (SPEC §1). */
import { type Instant } from '#kernel/instant.js';

export interface Bounds {
  readonly at: Instant;
  readonly position: number;
}

/** Something that became true at an instant, by an event at a position. */
export interface Dated {
  readonly effectiveAt: Instant;
  readonly position: number;
}

/** The fold's order: by (effectiveAt, position). */
export function compareDated(a: Dated, b: Dated): number {
  return a.effectiveAt - b.effectiveAt || a.position - b.position;
}

export function isWithin(dated: Dated, bounds: Bounds): boolean {
  return dated.effectiveAt <= bounds.at && dated.position <= bounds.position;
}

/** Inserts into a list that is kept in the fold's order; nearly always at its end. */
export function insertDated<T extends Dated>(list: T[], item: T): void {
  let index = list.length;
  while (index > 0 && compareDated(list[index - 1]!, item) > 0) index -= 1;
  list.splice(index, 0, item);
}

/** The last of a list in the fold's order that is within the bounds. */
export function lastWithin<T extends Dated>(list: readonly T[], bounds: Bounds): T | undefined {
  for (let index = list.length - 1; index >= 0; index -= 1) {
    if (isWithin(list[index]!, bounds)) return list[index];
  }
  return undefined;
}
