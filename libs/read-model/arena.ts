/**
 * Text that waits to be written, kept outside the heap: the garbage collector would copy millions of short strings that live until
 * the next flush, which measured as a quarter of a rebuild.
 */

/** Separates the entries of a page's body; no entry has one inside. */
export const ENTRY_SEPARATOR = '\n';
const FIRST_BYTES = 64 * 1024;
/** Of UTF-8 for one UTF-16 code unit. */
const BYTES_PER_UNIT_MAX = 3;

export interface Arena {
  /** Keeps a line; where it is goes to the end of `places`. */
  add(places: number[], line: string): void;
  /** The lines so far, as UTF-8; they are the arena's until `clear`. */
  readonly lines: Uint8Array;
  readonly used: number;
  /** Forgets all lines; `given` where they are another's now, which the arena then leaves alone. */
  clear(given: boolean): void;
}

export function openArena(): Arena {
  let buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  let used = 0;

  const makeRoom = (bytes: number): void => {
    if (used + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, used + bytes));
    buffer.copy(larger, 0, 0, used);
    buffer = larger;
  };

  return {
    add(places, line) {
      makeRoom(line.length * BYTES_PER_UNIT_MAX);
      const end = used + buffer.write(line, used, 'utf8');
      places.push(used, end);
      used = end;
    },
    get lines() {
      return buffer.subarray(0, used);
    },
    get used() {
      return used;
    },
    clear(given) {
      used = 0;
      if (given) buffer = Buffer.allocUnsafeSlow(buffer.length);
    },
  };
}

/** The lines at the places, separated. */
export function textOf(lines: Uint8Array, places: readonly number[]): string {
  const buffer = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  const texts: string[] = [];
  for (let index = 0; index < places.length; index += 2) {
    texts.push(buffer.toString('utf8', places[index], places[index + 1]));
  }
  return texts.join(ENTRY_SEPARATOR);
}
