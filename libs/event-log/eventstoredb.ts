/**
 * The log of record that teams run: EventStoreDB, on one node or a cluster, with others' streams beside ours. A log is all streams that
 * begin with `{prefix}/`; its positions are the server's commit positions, which grow with gaps.
 */
import { appender } from '#event-log/eventstoredb/append.js';
import { type Connection, connectionTo } from '#event-log/eventstoredb/connection.js';
import { follow } from '#event-log/eventstoredb/live.js';
import { locationOf } from '#event-log/eventstoredb/location.js';
import { type Reader, reader } from '#event-log/eventstoredb/read.js';
import { checkClock } from '#event-log/eventstoredb/stamps.js';
import { isOfClient, unavailable } from '#event-log/eventstoredb/failures.js';
import type { Waits } from '#event-log/eventstoredb/waiting.js';
import { listeners } from '#event-log/listeners.js';
import { type EventLog, assertAppendable } from '#event-log/port.js';

export interface EventStoreOptions {
  /** Of the names of the log's streams, before a slash. */
  readonly prefix?: string;
  /** Of the process's connection to the server, where this is the first log on it. */
  readonly waits?: Partial<Waits>;
}

/**
 * Opens the log and reads a first event, so that a wrong address or password is told at once.
 * @param url a connection string: `esdb://` or `esdb+discover://`
 * @throws LogUnavailable
 */
export async function openEventStoreLog(url: string, { prefix, waits }: EventStoreOptions = {}): Promise<EventLog> {
  const location = locationOf(url, prefix);
  const connection = connectionTo(location.url, waits);
  const log = logOn(connection, location, reader(connection, location));
  try {
    await log.idAt(0);
    return log;
  } catch (error) {
    await log.close();
    throw error;
  }
}

function logOn(connection: Connection, location: ReturnType<typeof locationOf>, read: Reader): EventLog {
  const append = appender(connection, location, read);
  const subscribers = listeners();
  const underWay = new Set<Promise<unknown>>();
  let following: AbortController | undefined;
  let isOpen = true;

  const assertOpen = (): void => {
    if (!isOpen) throw new Error(`the log at ${location.shown} is closed`);
  };

  /** What the client fails with, in words. */
  const told = async <T>(answer: Promise<T>): Promise<T> => {
    underWay.add(answer);
    try {
      return await answer;
    } catch (error) {
      throw isOfClient(error) ? unavailable(location.shown, error) : error;
    } finally {
      underWay.delete(answer);
    }
  };

  async function* toldPages<Page>(pages: () => AsyncGenerator<Page>): AsyncGenerator<Page> {
    assertOpen();
    try {
      yield* pages();
    } catch (error) {
      throw isOfClient(error) ? unavailable(location.shown, error) : error;
    }
  }

  return {
    async append(stream, expectedRevision, events) {
      assertOpen();
      assertAppendable(stream, events);
      return told(append(stream, expectedRevision, events));
    },

    readStream: (stream, fromRevision = 0) => toldPages(() => read.stream(stream, fromRevision)),

    readAll(after, until) {
      // Asked at the time of the call, and not when the first page is.
      const end = until === undefined ? told(read.head(after.position)) : Promise.resolve(until);
      end.catch(() => {});
      return toldPages(async function* () {
        const last = await end;
        if (last > after.position) yield* read.log(after, last);
      });
    },

    async head(known = 0) {
      assertOpen();
      return told(read.head(known));
    },

    async idAt(position) {
      assertOpen();
      return told(read.idAt(position));
    },

    subscribe(onAdvance) {
      const leave = subscribers.add(onAdvance);
      if (!following) {
        following = new AbortController();
        void follow(connection, location, read, () => subscribers.tell(), following.signal);
      }
      return () => {
        leave();
        if (subscribers.count > 0) return;
        following?.abort();
        following = undefined;
      };
    },

    async checkClock(now) {
      assertOpen();
      await told(checkClock(now, connection, location, read));
    },

    async close() {
      if (!isOpen) return;
      isOpen = false;
      following?.abort();
      // What was sent is answered; every wait of it is bounded.
      await Promise.allSettled(underWay);
      await connection.release();
    },
  };
}
