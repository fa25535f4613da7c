/** Numbers that look random and are the same from the same seed: mulberry32. */

export type Random = (below: number) => number;

export const SEEDS = 2 ** 32;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / SEEDS) * below);
  };
}

export function pickFrom<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)]!;
}

export interface Sample<T> {
  offer(item: T): void;
  readonly kept: readonly T[];
}

/** Of all items offered, however many, each equally likely to be kept. */
export function sampleOf<T>(random: Random, size: number): Sample<T> {
  const kept: T[] = [];
  let offered = 0;
  return {
    kept,
    offer(item) {
      offered += 1;
      const place = kept.length < size ? kept.length : random(offered);
      if (place < size) kept[place] = item;
    },
  };
}
