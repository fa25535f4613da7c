/** Random bounds of SPEC §1 at which two ledgers are compared: among the instants and places of events, and a millisecond beside. */
import { type Instant, INSTANT_MAX, INSTANT_MIN } from '#kernel/instant.js';
import type { StoredEvent } from '#event-log/port.js';
import { pickFrom, type Random } from '#application/copying/random.js';

/** An event's place and its two times. */
export interface Moment {
  readonly ordinal: number;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
}

export interface RandomBounds {
  readonly at: Instant;
  readonly knownAt: Instant;
  /** Of the last event that may be known. */
  readonly ordinal: number;
}

export function momentOf({ metadata, recordedAt }: StoredEvent, ordinal: number): Moment {
  return { ordinal, effectiveAt: metadata.effectiveAt, recordedAt };
}

/** `at`, `knownAt` and the position are picked each for itself; a third of the positions is the log's end. */
export function randomBounds(random: Random, moments: readonly Moment[], last: number): RandomBounds {
  const at = random(4) === 0 ? pickFrom(random, moments).recordedAt : pickFrom(random, moments).effectiveAt;
  return {
    at: beside(random, at),
    knownAt: beside(random, pickFrom(random, moments).recordedAt),
    ordinal: random(3) === 0 ? last : pickFrom(random, moments).ordinal,
  };
}

function beside(random: Random, instant: Instant): Instant {
  return Math.min(Math.max(instant + pickFrom(random, [-1, 0, 0, 1]), INSTANT_MIN), INSTANT_MAX) as Instant;
}
