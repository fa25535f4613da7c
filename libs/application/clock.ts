/** Where the time comes from: nothing but this reads a machine's clock. */
import type { Instant } from '#kernel/instant.js';

export interface Clock {
  now(): Instant;
  /** A machine's clock may be wrong, and is held against the log's; one that was set is what it was set to. */
  readonly isMachine: boolean;
}

const OFFSET = 'SEATLEDGER_CLOCK_OFFSET_MS';

/** The environment asks for a clock that there is none of; the message says what to type. */
export class ClockUnset extends Error {
  override readonly name = 'ClockUnset';
}

/** This machine's, shifted by SEATLEDGER_CLOCK_OFFSET_MS, with which tests make machines of one that disagree. */
export const machineClock: Clock = { now: () => (Date.now() + offset()) as Instant, isMachine: true };

let shift: number | undefined;

function offset(): number {
  if (shift !== undefined) return shift;
  const given = process.env[OFFSET] || '0';
  if (!/^[+-]?\d{1,12}$/.test(given)) {
    throw new ClockUnset(`${OFFSET} is ${JSON.stringify(given)}: expected whole milliseconds, such as -5000`);
  }
  return (shift = Number(given));
}

/** A clock that stands where it was put: a scenario's. */
export interface StandingClock extends Clock {
  /** @throws Error for an instant before the one it stands at */
  moveTo(instant: Instant): void;
}

export function standingClock(start: Instant): StandingClock {
  let instant = start;
  return {
    now: () => instant,
    isMachine: false,
    moveTo(next) {
      if (next < instant) throw new Error('a clock never goes back');
      instant = next;
    },
  };
}
