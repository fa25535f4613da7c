/** Whether the service is fit to be asked: told to whoever sends it requests. */
import type { KeptState } from '#application/keeping.js';

/** Answers are always read to the end of the log; one that would have to read for longer than that is better asked elsewhere. */
export const READY_LAG_MS_MAX = 10_000;

export interface HealthState extends KeptState {
  /** Whether the log's end was reached once. */
  readonly isCaughtUp: boolean;
  /** Whether it takes nothing new any more. */
  readonly isClosing: boolean;
}

export const HEALTH = Symbol('Health');

export interface Health {
  state(): HealthState;
}

/** What keeps it from being ready, in words; nothing where it is. */
export function obstacles({ isCaughtUp, isClosing, lagMs, troubles }: HealthState): string[] {
  return [
    ...(isClosing ? ['the service is ending'] : []),
    ...(isCaughtUp ? [] : ['the log has not been read to its end yet']),
    ...(isCaughtUp && lagMs > READY_LAG_MS_MAX ? [`the read model is more than ${READY_LAG_MS_MAX} ms behind`] : []),
    ...troubles,
  ];
}
