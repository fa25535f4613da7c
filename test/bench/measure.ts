/** Timing in rounds that take turns, so that a machine whose speed drifts drifts for all alike; figures are medians of rounds. */

export const ROUNDS = 7;

/** Runs each of the contestants once a round; @returns the milliseconds of each round, by contestant */
export async function inTurns<Name extends string>(
  contestants: Readonly<Record<Name, (round: number) => Promise<void> | void>>,
  rounds = ROUNDS,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contestants) as Name[];
  const took = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const started = performance.now();
      await contestants[name](round);
      // The first round warms up.
      if (round > 0) took[name].push(performance.now() - started);
    }
  }
  return took;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;
}

/** How many times as fast `ours` is as `theirs`, round by round. */
export function speedRatio(theirs: readonly number[], ours: readonly number[]): number {
  return median(theirs.map((took, round) => took / ours[round]!));
}

/** A line of the report; `bound` is what the ratio is to reach or, for `most`, not to exceed. */
export function report(what: string, ratio: number, bound: { least?: number; most?: number }, detail: string): void {
  const met = (bound.least === undefined || ratio >= bound.least) && (bound.most === undefined || ratio <= bound.most);
  const wanted = bound.least === undefined ? `<= ${bound.most}` : `>= ${bound.least}`;
  console.log(
    `${what.padEnd(58)} ${ratio.toFixed(2).padStart(6)}   ${wanted.padEnd(8)} ${met ? 'met   ' : 'MISSED'} ${detail}`,
  );
}
