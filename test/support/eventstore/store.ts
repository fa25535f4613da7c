/**
 * The events that the server holds: one log in memory, in which positions are growing byte offsets with gaps, and its streams.
 * Appends are whole or not at all, and what has been answered is in the journal before anybody sees it.
 */
import {
  isSoftDeleted,
  jsonEvent,
  NO_EVENTS,
  revisionOf,
  TOMBSTONE_REVISION,
  TOMBSTONE_TYPE,
  type Appended,
  type Expected,
  type ProposedEvent,
  type Readable,
  type RecordedEvent,
  type Stream,
} from './events.js';
import { decide } from './expected-revision.js';
import type { Journal } from './journal.js';
import { recentEvents } from './recent-events.js';
import { applyMetadata, metadataStreamOf, ofMetadataStream, softDeletion, truncation } from './stream-metadata.js';

/** What the log holds of an event beside its data, about as much as a real record's framing. */
const RECORD_BYTES = 90;
/** A new log begins with records that no reader sees. */
const FIRST_POSITION = 548;

export interface Store {
  readonly log: readonly RecordedEvent[];
  append(stream: string, expected: Expected, events: readonly ProposedEvent[]): Appended;
  /** A soft delete: reads as missing, and can be appended to again. */
  delete(stream: string, expected: Expected): Appended;
  /** A hard delete, for ever. */
  tombstone(stream: string, expected: Expected): Appended;
  read(stream: string): Readable;
  /** A stream, also one that has no events yet; it is the store's own and grows. */
  stream(name: string): Stream;
  /** Index in the log of the event at a position; the log's length for what is at its end or beyond; undefined for none. */
  indexOf(position: number): number | undefined;
  /** Calls with the events of each append, once it is stored. @returns ends it */
  listen(listener: (events: readonly RecordedEvent[]) => void): () => void;
  close(): void;
}

/** @param now the server's clock, milliseconds since 1970 */
export function openStore(journal: Journal | undefined, now: () => number): Store {
  const log: RecordedEvent[] = [];
  const streams = new Map<string, Stream>();
  const recent = recentEvents();
  const listeners = new Set<(events: readonly RecordedEvent[]) => void>();

  function streamOf(name: string): Stream {
    const known = streams.get(name);
    if (known) return known;
    const stream = { name, events: [], tombstoned: false, truncateBefore: 0, maxCount: Number.POSITIVE_INFINITY };
    streams.set(name, stream);
    return stream;
  }

  function take(event: RecordedEvent): void {
    const stream = streamOf(event.stream);
    log.push(event);
    if (event.type === TOMBSTONE_TYPE) stream.tombstoned = true;
    else stream.events.push(event);
    const described = ofMetadataStream(event.stream);
    if (described !== undefined) applyMetadata(streamOf(described), event.data);
  }

  /** Where the next event goes. */
  function end(): number {
    const last = log.at(-1);
    return last ? last.position + sizeOf(last) : FIRST_POSITION;
  }

  function record(name: string, after: number, events: readonly ProposedEvent[]): readonly RecordedEvent[] {
    let position = end();
    const created = now();
    const recorded = events.map((event, index) => {
      const revision = event.type === TOMBSTONE_TYPE ? TOMBSTONE_REVISION : after + 1 + index;
      const whole = { ...event, stream: name, revision, position, created };
      position += sizeOf(whole);
      return whole;
    });
    journal?.write(recorded);
    for (const event of recorded) {
      take(event);
      recent.add(event);
    }
    return recorded;
  }

  function write(stream: Stream, expected: Expected, events: readonly ProposedEvent[], into = stream): Appended {
    const decision = decide(stream, hasMetadata(stream.name), expected, events, recent);
    if (decision.result === 'success') return storedBefore(stream, decision.revision);
    if (decision.result !== 'store') return decision;
    if (events.length === 0) return { result: 'success', revision: Math.max(revisionOf(stream), 0), position: end() };
    const recorded = [...record(into.name, revisionOf(into), events)];
    if (into === stream && isSoftDeleted(stream)) recorded.push(...undelete(stream, recorded[0]?.revision ?? 0));
    for (const listener of listeners) listener(recorded);
    return { result: 'success', revision: revisionOf(into), position: recorded[events.length - 1]?.position };
  }

  /** The first append to a soft-deleted stream makes readers begin at it. */
  function undelete(stream: Stream, from: number): readonly RecordedEvent[] {
    if (stream.tombstoned) return [];
    const name = metadataStreamOf(stream.name);
    return record(name, revisionOf(streamOf(name)), [truncation(from)]);
  }

  const hasMetadata = (name: string): boolean => (streams.get(metadataStreamOf(name))?.events.length ?? 0) > 0;

  journal?.load(take);
  return {
    log,
    append: (name, expected, events) => write(streamOf(name), expected, events),
    delete(name, expected) {
      const stream = streamOf(name);
      if (stream.events.length === 0 && !hasMetadata(name) && !stream.tombstoned) {
        return { result: 'wrong-expected-version', current: NO_EVENTS };
      }
      return write(stream, expected, [softDeletion()], streamOf(metadataStreamOf(name)));
    },
    tombstone: (name, expected) => write(streamOf(name), expected, [jsonEvent(TOMBSTONE_TYPE, '')]),
    read(name) {
      const stream = streams.get(name);
      if (stream?.tombstoned) return 'tombstoned';
      if (!stream || stream.events.length === 0 || isSoftDeleted(stream)) return 'missing';
      return { events: stream.events, first: Math.max(stream.truncateBefore, stream.events.length - stream.maxCount) };
    },
    stream: streamOf,
    indexOf(position) {
      const index = lowerBound(log, position);
      return index === log.length || log[index]?.position === position ? index : undefined;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => journal?.close(),
  };
}

/** A retry is told where its events are, unless they were truncated since. */
function storedBefore(stream: Stream, revision: number): Appended {
  const position = revision < stream.truncateBefore ? undefined : stream.events[revision]?.position;
  return { result: 'success', revision, position };
}

function sizeOf(event: RecordedEvent): number {
  return RECORD_BYTES + event.stream.length + event.type.length + event.data.length + event.metadata.length;
}

function lowerBound(log: readonly RecordedEvent[], position: number): number {
  let [low, high] = [0, log.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (log[middle]!.position < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
