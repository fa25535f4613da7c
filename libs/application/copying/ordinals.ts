/** The places of a log's events counted from 1, by which positions of two logs are compared: another log gives other positions (SPEC §1). */

const CAPACITY_FIRST = 1_024;

export interface Ordinals {
  /** Events counted so far. */
  readonly count: number;
  /** Counts the next event of the log. */
  add(position: number): void;
  /** Of the event at a position, from 1; 0 for position 0, undefined where there is no such event. */
  of(position: number): number | undefined;
  /** Of the event with an ordinal; 0 for 0. */
  position(ordinal: number): number;
}

/** Eight bytes an event: the one thing of a log that a comparison holds whole. */
export function ordinals(): Ordinals {
  let positions = new Float64Array(CAPACITY_FIRST);
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(position) {
      if (count === positions.length) {
        const grown = new Float64Array(count * 2);
        grown.set(positions);
        positions = grown;
      }
      positions[count] = position;
      count += 1;
    },
    of(position) {
      if (position === 0) return 0;
      let [low, high] = [0, count];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (positions[middle]! < position) low = middle + 1;
        else high = middle;
      }
      return low < count && positions[low] === position ? low + 1 : undefined;
    },
    position: (ordinal) => (ordinal === 0 ? 0 : positions[ordinal - 1]!),
  };
}
