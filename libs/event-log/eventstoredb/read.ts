/** Reads of our events on a server that holds others' too. Reads are asked of the leader: no other node surely has what was acknowledged. */
import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  START,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { DamagedLog, type Mark, type StoredEvent, type StreamEvent } from '#event-log/port.js';
import { later } from '#kernel/instant.js';
import type { Connection } from '#event-log/eventstoredb/connection.js';
import { type Read, fromRecorded, isWithinAppend, positionOf } from '#event-log/eventstoredb/events.js';
import { NoAnswer, failureOf, mayPass } from '#event-log/eventstoredb/failures.js';
import type { Location } from '#event-log/eventstoredb/location.js';
import { SEARCHED, pagesOf } from '#event-log/eventstoredb/paging.js';
import { backoff, patiently } from '#event-log/eventstoredb/waiting.js';
import { setTimeout as sleep } from 'node:timers/promises';

/** Until the rest of an append is looked for that is being written. */
const WRITING_MS = 2;
/** Looking back for our last event: one, then ever more at a time. */
const BACK_EVENTS_MIN = 1;
const BACK_EVENTS_MAX = 250;
/** For each of them an answer may take so much longer. */
const BACK_EVENT_MS_MAX = 2;
/** Others' events looked back through before the server is asked for ours alone, from the last that is known. */
const FOREIGN_EVENTS_MAX = 500;
/** Of the way back to the last of ours that is known, the part that is looked back through before. */
const LOOKED_BACK_SHARE = 4;
/** Bytes of the server's log that are read as they are, others' events and all: a filtered read takes longer to begin. */
const UNFILTERED_BYTES_MAX = 256 * 1_024;
/** Events of a filtered read that the server looks through before it tells how far it is. */
const SEARCH_WINDOW = 1_000;

export interface Reader {
  log(after: Mark, until: number): AsyncGenerator<readonly StoredEvent[]>;
  stream(stream: string, fromRevision: number): AsyncGenerator<readonly StreamEvent[]>;
  /** @param known a position of ours */
  head(known: number): Promise<number>;
  idAt(position: number): Promise<string | undefined>;
  /** The event of a stream at a revision; undefined where the stream ends before. */
  at(stream: string, revision: number): Promise<StreamEvent | undefined>;
  /** The last revision of a stream; -1 where there is none. */
  lastRevision(stream: string): Promise<number>;
  /** The server's own stamp of the newest event that was read, in ms since 1970; 0 for none. */
  readonly newestStamp: number;
  /** What is known of the end of the log without being read: an append's answer. */
  learn(position: number): void;
}

export function reader(connection: Connection, location: Location): Reader {
  const { streams } = location;
  const requiresLeader = true;
  const { answerMs: silenceMs, patienceMs } = connection.waits;
  let newestStamp = 0;
  /** Up to `searchedTo`, which may be others' event, ours ends at `head`. */
  let searchedTo = 0;
  let head = 0;

  const stampOf = (event: Read): void => {
    newestStamp = Math.max(newestStamp, event.created.getTime());
  };
  const learn = (position: number, searched: number = position): void => {
    if (searched <= searchedTo) return;
    searchedTo = searched;
    head = Math.max(head, position);
  };

  const fromPositionOf = (after: number) =>
    after === 0 ? START : ({ commit: BigInt(after), prepare: BigInt(after) } as const);

  /** Of our events after a position, to the end; a short way is read as it is. */
  async function* pagesAfter(
    after: number,
    isNear: boolean,
    isLast?: (item: AllStreamResolvedEvent) => boolean,
  ): AsyncGenerator<AllStreamResolvedEvent[]> {
    const { client, ended, failed } = await connection.client();
    const fromPosition = fromPositionOf(after);
    const source = isNear
      ? client.readAll({ fromPosition, requiresLeader })
      : client.subscribeToAll({ fromPosition, requiresLeader, filter: filterOf(streams) });
    const stop = (): void => void ('cancel' in source ? source.cancel() : source.unsubscribe()).catch(() => {});
    try {
      yield* pagesOf<AllStreamResolvedEvent>({ source, stop, silenceMs, ended, ...(isLast && { isLast }) });
    } catch (error) {
      failed(error);
      throw error;
    }
  }

  async function* rangeOnce(after: number, until: number): AsyncGenerator<readonly StreamEvent[]> {
    let isWhole = false;
    const isLast = ({ event }: AllStreamResolvedEvent): boolean =>
      (isWhole = event !== undefined && positionOf(event) >= until);
    const isNear = after > 0 && until - after <= UNFILTERED_BYTES_MAX;
    for await (const page of pagesAfter(after, isNear, isLast)) {
      const events: StreamEvent[] = [];
      for (const { event } of page) {
        // A read begins at the position, a subscription after it; and a read tells others' events too.
        if (!event?.streamId.startsWith(streams)) continue;
        const position = positionOf(event);
        if (position <= after || position > until) continue;
        events.push(fromRecorded(event, streams));
        stampOf(event);
      }
      if (events.length > 0) yield events;
    }
    // The server has told all it has: what is not there is not to be waited for.
    if (!isWhole) throw missing(until);
  }

  async function* streamOnce(stream: string, from: number): AsyncGenerator<readonly StreamEvent[]> {
    const { client, ended, failed } = await connection.client();
    const source = client.readStream(`${streams}${stream}`, { fromRevision: BigInt(from), requiresLeader });
    const stop = (): void => void source.cancel().catch(() => {});
    let next = from;
    try {
      for await (const page of pagesOf<ResolvedEvent>({ source, stop, silenceMs, ended })) {
        const events = page.map(({ event }) => fromRecorded(event as Read, streams));
        for (const { revision } of events) if (revision !== next++) throw truncated(stream, next - 1, revision);
        yield events;
      }
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'stream-not-found') return;
      if (failure.kind === 'stream-deleted') throw deleted(location, stream, error);
      failed(error);
      throw error;
    }
  }

  /** @param pages from where the last page ended that it gave; goes on where it was dropped, for as long as it gets anywhere */
  async function* goingOn<Page>(pages: () => AsyncGenerator<Page>): AsyncGenerator<Page> {
    let stuck = 0;
    let stuckSince = 0;
    for (;;) {
      try {
        for await (const page of pages()) {
          stuck = 0;
          yield page;
        }
        return;
      } catch (error) {
        const failure = failureOf(error);
        if (!mayPass(failure)) throw error;
        if (stuck === 0) stuckSince = performance.now();
        if (performance.now() - stuckSince > patienceMs) throw error;
        // A burst drops a subscriber, which goes on at once; a server that is gone is given time.
        if (failure.kind !== 'dropped' || stuck > 0) await sleep(backoff(stuck));
        stuck += 1;
      }
    }
  }

  const back = (count: number, from: number | undefined): Promise<AllStreamResolvedEvent[]> =>
    patiently(
      () =>
        connection.read(
          async (client) => {
            const fromPosition = from === undefined ? END : fromPositionOf(from);
            const source = client.readAll({ direction: BACKWARDS, fromPosition, maxCount: count, requiresLeader });
            return collected(source);
          },
          silenceMs + count * BACK_EVENT_MS_MAX,
        ),
      patienceMs,
    );

  const inStream = (
    stream: string,
    from: bigint | typeof END,
    direction?: typeof BACKWARDS,
  ): Promise<Read | undefined> =>
    patiently(
      () =>
        connection.read(async (client) => {
          const options = { fromRevision: from, maxCount: 1, requiresLeader, ...(direction && { direction }) };
          try {
            const [found] = await collected<ResolvedEvent>(client.readStream(`${streams}${stream}`, options));
            if (found?.event) stampOf(found.event as Read);
            return found?.event as Read | undefined;
          } catch (error) {
            if (failureOf(error).kind === 'stream-not-found') return undefined;
            throw error;
          }
        }),
      patienceMs,
    );

  /** The last of ours after a position, by reading all of ours after it. */
  const headByReading = async (after: number): Promise<number | undefined> => {
    let last = after;
    let isWithin = false;
    for await (const page of goingOn(() => pagesAfter(last, false))) {
      const event = page.at(-1)!.event!;
      last = positionOf(event);
      isWithin = isWithinAppend(event);
    }
    return isWithin ? undefined : last;
  };

  /** undefined where the log ends within an append, of which the server shows one event before the others as it writes them. */
  const searchedHead = async (known: number): Promise<number | undefined> => {
    learn(known);
    // What is appended while the server is asked is learned meanwhile, and may not be in its answer.
    const least = head;
    let from: number | undefined;
    let newest: number | undefined;
    let foreign = 0;
    for (let count = BACK_EVENTS_MIN; ; count = Math.min(count * 8, BACK_EVENTS_MAX)) {
      const events = await back(count, from);
      for (const { event } of events) {
        if (!event) continue;
        const position = positionOf(event);
        newest ??= position;
        if (newest < least) throw shrunk(newest, least);
        if (event.streamId.startsWith(streams)) {
          stampOf(event);
          if (isWithinAppend(event)) return undefined;
          learn(position, newest);
          return head;
        }
        if (position <= searchedTo) {
          learn(head, newest);
          return head;
        }
        from = position;
      }
      foreign += events.length;
      if (events.length < count) break;
      // To read all of ours again for their end is worth it only once looking back has gone a good part of that way.
      const isShort = newest! - from! < (newest! - head) / LOOKED_BACK_SHARE;
      if (foreign < FOREIGN_EVENTS_MAX || isShort) continue;
      const last = await headByReading(head);
      if (last === undefined) return undefined;
      learn(last, newest);
      return head;
    }
    if (newest !== undefined) learn(head, newest);
    return head;
  };

  return {
    get newestStamp() {
      return newestStamp;
    },
    learn: (position) => learn(position),

    async *log(after, until) {
      let clock = after.recordedAt;
      let reached = after.position;
      for await (const page of goingOn(() => rangeOnce(reached, until))) {
        reached = page.at(-1)!.position;
        yield page.map((event): StoredEvent => {
          clock = later(clock ?? event.metadata.recordedAt, event.metadata.recordedAt);
          return { ...event, recordedAt: clock };
        });
      }
    },

    async *stream(stream, fromRevision) {
      let next = fromRevision;
      for await (const page of goingOn(() => streamOnce(stream, next))) {
        next = page.at(-1)!.revision + 1;
        yield page;
      }
    },

    async head(known) {
      const since = performance.now();
      for (;;) {
        const found = await searchedHead(known);
        if (found !== undefined) return found;
        if (performance.now() - since > patienceMs) throw new NoAnswer(patienceMs);
        await sleep(WRITING_MS);
      }
    },

    async idAt(position) {
      const fromPosition = fromPositionOf(position);
      const reading = (): Promise<AllStreamResolvedEvent[]> =>
        connection.read((client) => collected(client.readAll({ fromPosition, maxCount: 1, requiresLeader })));
      let event: Read | undefined;
      try {
        event = (await patiently(reading, patienceMs))[0]?.event;
      } catch (error) {
        if (failureOf(error).kind !== 'no-such-position') throw error;
      }
      return event?.streamId.startsWith(streams) && positionOf(event) === position ? event.id : undefined;
    },

    async at(stream, revision) {
      const event = await inStream(stream, BigInt(revision));
      return event && Number(event.revision) === revision ? fromRecorded(event, streams) : undefined;
    },

    async lastRevision(stream) {
      const event = await inStream(stream, END, BACKWARDS);
      return event ? Number(event.revision) : -1;
    },
  };
}

/** Of the streams of one log, by the server: the client's plain read takes no filter, and ignores one without a word. */
export function filterOf(streams: string): AllFilter {
  return {
    filterOn: 'streamName',
    prefixes: [streams],
    maxSearchWindow: SEARCH_WINDOW,
    checkpointInterval: 1,
    checkpointReached: (subscription) => void subscription.emit(SEARCHED),
  };
}

type AllFilter = NonNullable<Parameters<EventStoreDBClient['subscribeToAll']>[0]>['filter'] & object;

/** All of a short read. */
export async function collected<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of source) items.push(item);
  return items;
}

function shrunk(end: number, known: number): DamagedLog {
  return new DamagedLog(
    `the server's log ends at position ${end}, but an event of ours was read at position ${known}: events are missing, or it is another server's log`,
    { position: known },
  );
}

function missing(position: number): DamagedLog {
  return new DamagedLog(`the event at position ${position} was the log's last, and cannot be read any more`, {
    position,
  });
}

function truncated(stream: string, wanted: number, found: number): DamagedLog {
  return new DamagedLog(
    `events ${wanted} to ${found - 1} of ${stream} are missing: the stream was truncated on the server`,
    {
      stream,
      revision: wanted,
    },
  );
}

export function deleted({ streams, shown }: Location, stream: string, cause: unknown): DamagedLog {
  const message = `${streams}${stream} was deleted on EventStoreDB at ${shown}, and takes no event any more`;
  return new DamagedLog(message, { stream }, { cause });
}
