/**
 * Text that waits to be written, kept outside the heap: the garbage collector would copy millions of short strings that live until
 * the next flush, which measured as a quarter of a rebuild.
 */
import { ENTRY_SEPARATOR } from '#read-model/batch.js';

const FIRST_BYTES = 64 * 1024;
/** Of UTF-8 for one UTF-16 code unit. */
const BYTES_PER_UNIT_MAX = 3;

export interface Arena {
  /** Keeps a line; where it is goes to the end of `places`. */
  add(places: number[], line: string): void;
  /** The lines at the places, separated. */
  text(places: readonly number[]): string;
  readonly used: number;
  /** Forgets all lines. */
  clear(): void;
}

export function openArena(): Arena {
  let buffer = Buffer.allocUnsafe(FIRST_BYTES);
  let used = 0;

  const makeRoom = (bytes: number): void => {
    if (used + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, used + bytes));
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
    text(places) {
      const lines: string[] = [];
      for (let index = 0; index < places.length; index += 2) {
        lines.push(buffer.toString('utf8', places[index], places[index + 1]));
      }
      return lines.join(ENTRY_SEPARATOR);
    },
    get used() {
      return used;
    },
    clear() {
      used = 0;
    },
  };
}
