/** A log that lives as long as its process: for tests and scenarios. */
import { later, type Instant } from '#kernel/instant.js';
import { listeners } from '#event-log/listeners.js';
import {
  assertAppendable,
  NO_STREAM,
  PAGE_EVENTS_MAX,
  RevisionConflict,
  type Appended,
  type EventLog,
  type NewEvent,
  type StoredEvent,
} from '#event-log/port.js';

export function memoryLog(): EventLog {
  const log: StoredEvent[] = [];
  const streams = new Map<string, StoredEvent[]>();
  const subscribers = listeners();
  let clock: Instant | undefined;
  let open = true;

  function append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Appended {
    assertOpen();
    assertAppendable(stream, events);
    const known = streams.get(stream) ?? [];
    const revision = known.length - 1;
    if (revision !== expectedRevision) throw new RevisionConflict(stream, expectedRevision, revision);
    for (const event of events) {
      clock = later(clock ?? event.metadata.recordedAt, event.metadata.recordedAt);
      const stored = { ...event, stream, revision: known.length, position: log.length + 1, recordedAt: clock };
      known.push(stored);
      log.push(stored);
    }
    streams.set(stream, known);
    subscribers.tell();
    return { revision: known.length - 1, position: log.length };
  }

  function assertOpen(): void {
    if (!open) throw new Error('the log is closed');
  }

  async function* pages(events: readonly StoredEvent[], from: number): AsyncGenerator<readonly StoredEvent[]> {
    const until = events.length;
    for (let start = from; start < until; start += PAGE_EVENTS_MAX) {
      assertOpen();
      yield events.slice(start, Math.min(start + PAGE_EVENTS_MAX, until));
    }
  }

  return {
    append: async (stream, expectedRevision, events) => append(stream, expectedRevision, events),
    readStream: (stream, fromRevision = NO_STREAM + 1) => pages(streams.get(stream) ?? [], fromRevision),
    readAll: ({ position }, until) => pages(log.slice(position, until), 0),
    head: async () => log.length,
    idAt: async (position) => log[position - 1]?.id,
    subscribe: (onAdvance) => subscribers.add(onAdvance),
    checkClock: async () => {},
    close: async () => void (open = false),
  };
}
