/** A server for each test that can be told to misbehave, and logs on it that lose patience soon. */
import { type EventStoreOptions, openEventStoreLog } from '#event-log/eventstoredb.js';
import type { EventLog, NewEvent } from '#event-log/port.js';
import type { ProposedEvent } from '../support/eventstore/events.js';
import { type EventStoreServer, type ServerOptions, startEventStore } from '../support/eventstore/server.js';

/** Far above what a busy machine takes for a call, and short enough to wait for. */
export const WAITS_OF_TESTS = { answerMs: 1_000, patienceMs: 2_000, beatMs: 250 };

export interface FaultyEventStore {
  readonly server: EventStoreServer;
  /** Closed after the test; of the prefix `seatledger` unless told. */
  open(options?: EventStoreOptions & { readonly url?: string }): Promise<EventLog>;
  /** Starts another server, which is `server` from now on. */
  start(options?: ServerOptions): Promise<EventStoreServer>;
  /** Stops `server`. */
  stop(): Promise<void>;
}

/** @param options of the server; null: the tests start their own */
export function faultyEventStore(options: ServerOptions | null = {}): FaultyEventStore {
  const servers: EventStoreServer[] = [];
  const logs: EventLog[] = [];
  const start = async (given: ServerOptions = {}): Promise<EventStoreServer> => {
    const server = await startEventStore(given);
    servers.push(server);
    return server;
  };
  if (options) beforeEach(() => start(options));
  afterEach(async () => {
    for (const { faults } of servers) {
      faults.link.thaw();
      faults.notReady = false;
    }
    await Promise.all(logs.splice(0).map((log) => log.close()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });
  return {
    get server() {
      return servers.at(-1)!;
    },
    async open({ url = servers.at(-1)!.url, ...given } = {}) {
      const log = await openEventStoreLog(url, { waits: WAITS_OF_TESTS, ...given });
      logs.push(log);
      return log;
    },
    start,
    stop: async () => servers.pop()?.stop(),
  };
}

/** An event as the adapter writes it, for whoever stores it behind the protocol's back. */
export function asStored({ id, type, version, data, metadata }: NewEvent): ProposedEvent {
  const { effectiveAt, recordedAt, ...texts } = metadata;
  const iso = (at: number): string => new Date(at).toISOString();
  const told = { version, effectiveAt: iso(effectiveAt), recordedAt: iso(recordedAt), ...texts };
  return { id, type, isJson: true, data: Buffer.from(data), metadata: Buffer.from(JSON.stringify(told)) };
}
