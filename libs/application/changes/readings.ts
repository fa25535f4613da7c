/**
 * Reads of one stream that many follow at their own pace: a read that was left off is gone on with, since to begin one in the middle
 * of a long stream may cost as much as to read all that comes after.
 */
import type { EventLog, StreamEvent } from '#event-log/port.js';

export interface Readings {
  /** The stream's events from a revision on up to another one, as many as the log gives at a time; at least one. */
  read(from: number, until: number): Promise<readonly StreamEvent[]>;
  /** How many may be left off at a time: one for each who follows. */
  allow(count: number): void;
}

type Pages = AsyncIterator<readonly StreamEvent[]>;

export function readingsOf(stream: string, log: EventLog): Readings {
  /** By the revision that each goes on from; those that were left off first come first. */
  const leftOff = new Map<number, Pages>();
  let countMax = 0;

  const begin = (from: number): Pages => log.readStream(stream, from)[Symbol.asyncIterator]();

  /** Nobody waits for it, nor for what a server that is gone has to say of it. */
  const end = (pages: Pages | undefined): void => void pages?.return?.().catch(() => {});

  const trim = (): void => {
    for (const [from, pages] of leftOff) {
      if (leftOff.size <= countMax) return;
      leftOff.delete(from);
      end(pages);
    }
  };

  const leaveOff = (pages: Pages, from: number): void => {
    end(leftOff.get(from));
    leftOff.set(from, pages);
    trim();
  };

  const goOn = async (from: number): Promise<{ readonly pages: Pages; readonly events: readonly StreamEvent[] }> => {
    const known = leftOff.get(from);
    leftOff.delete(from);
    if (known) {
      const { value, done } = await known.next();
      // It ends where the stream ended when it was begun.
      if (done !== true) return { pages: known, events: value };
    }
    const pages = begin(from);
    const { value, done } = await pages.next();
    if (done === true) throw new Error(`${stream} has no event ${from}, which its read model has`);
    return { pages, events: value };
  };

  return {
    async read(from, until) {
      const { pages, events } = await goOn(from);
      const wanted = events.filter(({ revision }) => revision <= until);
      const next = from + events.length;
      if (next > until) end(pages);
      else leaveOff(pages, next);
      return wanted;
    },
    allow(count) {
      countMax = count;
      trim();
    },
  };
}
