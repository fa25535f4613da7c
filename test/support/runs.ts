/** How long properties search: a little on every run, and as long as `PROPERTY_RUNS` says in a campaign. */
import type { LogPlace } from './logs.js';

export interface Runs {
  readonly numRuns: number;
  readonly endOnFailure: boolean;
  readonly seed?: number;
}

/** A usual run looks at one in so many on EventStoreDB, where every append and every read takes a round trip. */
const EACH_ON_EVENTSTOREDB = 20;

/**
 * A failure tells its seed, which PROPERTY_SEED repeats; with PROPERTY_SHRINK it is made smaller first, which takes minutes.
 * @param few runs of a usual test run; PROPERTY_RUNS is how many times as many
 * @param place on EventStoreDB it is as many only where EVENTSTORE_URL names the server to test on
 */
export function runs(few: number, place: LogPlace = 'in memory'): Runs {
  const times = Number(process.env['PROPERTY_RUNS'] ?? 1);
  const seed = process.env['PROPERTY_SEED'];
  const endOnFailure = process.env['PROPERTY_SHRINK'] === undefined;
  const isSampled = place === 'on EventStoreDB' && process.env['EVENTSTORE_URL'] === undefined;
  const numRuns = Math.ceil((few * times) / (isSampled ? EACH_ON_EVENTSTOREDB : 1));
  return { numRuns, endOnFailure, ...(seed !== undefined && { seed: Number(seed) }) };
}
