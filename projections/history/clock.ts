/** The log's clock at its events: what `recordedAt` is in answers, and what one stream alone does not know (SPEC §1). */
import type { Instant } from '#kernel/instant.js';
import { CLOCK } from '#projections/filing/keys.js';
import { type Entry, readPlace } from '#read-model/reading.js';
import type { Store } from '#read-model/store.js';

/** Tells the log's clock at an event that is filed; events are asked of in order. */
export type ReadClock = (event: { readonly position: number; readonly recordedAt: Instant }) => Instant;

/** @throws Error for an event that is not filed */
export function clockOf(store: Store): ReadClock {
  let page: readonly Entry[] = [];
  let latest = Number.MIN_SAFE_INTEGER as Instant;
  return ({ position, recordedAt }) => {
    // What its machine's clock said is the log's clock or before it; so is the log's clock at an event before.
    const from = Math.max(recordedAt, latest) as Instant;
    if (!covers(page, position)) page = readPlace(store, CLOCK, from, position);
    const place = page.find((entry) => entry[1] === position);
    if (!place) throw new Error(`position ${position} is not filed in ${store.file}`);
    return (latest = place[0]);
  };
}

function covers(page: readonly Entry[], position: number): boolean {
  return page.length > 0 && page[0]![1] <= position && position <= page.at(-1)![1];
}
