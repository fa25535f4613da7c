/** Where the time comes from: nothing but this reads a machine's clock. */
import type { Instant } from '#kernel/instant.js';

export interface Clock {
  now(): Instant;
}

export const machineClock: Clock = { now: () => Date.now() as Instant };

/** A clock that stands where it was put: a scenario's. */
export interface StandingClock extends Clock {
  /** @throws Error for an instant before the one it stands at */
  moveTo(instant: Instant): void;
}

export function standingClock(start: Instant): StandingClock {
  let instant = start;
  return {
    now: () => instant,
    moveTo(next) {
      if (next < instant) throw new Error('a clock never goes back');
      instant = next;
    },
  };
}
