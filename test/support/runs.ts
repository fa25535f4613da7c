/** How long properties search: a little on every run, and as long as `PROPERTY_RUNS` says in a campaign. */
export interface Runs {
  readonly numRuns: number;
  readonly endOnFailure: boolean;
  readonly seed?: number;
}

/**
 * A failure tells its seed, which PROPERTY_SEED repeats; with PROPERTY_SHRINK it is made smaller first, which takes minutes.
 * @param few runs of a usual test run; PROPERTY_RUNS is how many times as many
 */
export function runs(few: number): Runs {
  const times = Number(process.env['PROPERTY_RUNS'] ?? 1);
  const seed = process.env['PROPERTY_SEED'];
  const endOnFailure = process.env['PROPERTY_SHRINK'] === undefined;
  return { numRuns: Math.ceil(few * times), endOnFailure, ...(seed !== undefined && { seed: Number(seed) }) };
}
