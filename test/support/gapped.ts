/** A log whose positions grow with gaps, as a server's do: what is right only where positions are dense fails on it. */
import type { EventLog, StreamEvent } from '#event-log/port.js';

const GAP = 10;

/** 0 stays 0. */
const outer = (position: number): number => position * GAP + (position % 7);
const inner = (position: number): number => Math.floor(position / GAP);

export function gapped(log: EventLog): EventLog {
  async function* told<Event extends StreamEvent>(pages: AsyncIterable<readonly Event[]>) {
    for await (const page of pages) yield page.map((event) => ({ ...event, position: outer(event.position) }));
  }
  return {
    ...log,
    async append(stream, expectedRevision, events) {
      const { revision, position } = await log.append(stream, expectedRevision, events);
      return { revision, position: outer(position) };
    },
    readStream: (stream, fromRevision) => told(log.readStream(stream, fromRevision)),
    readAll: ({ position, recordedAt }, until) =>
      told(log.readAll({ position: inner(position), recordedAt }, until === undefined ? undefined : inner(until))),
    head: async () => outer(await log.head()),
    idAt: async (position) => (outer(inner(position)) === position ? log.idAt(inner(position)) : undefined),
  };
}
