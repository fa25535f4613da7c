/** An EventStoreDB for the tests of a file: a real one where EVENTSTORE_URL names it, else one that speaks its protocol. */
import { randomUUID } from 'node:crypto';
import { type EventStoreServer, startEventStore } from './eventstore/server.js';

/** As `compose.yaml` sets it: what an append of 20,000 events needs. */
export const MAX_APPEND_BYTES = 16_000_000;

export interface TestServer {
  /** Once tests run. */
  readonly url: string;
  /** Of a log that nothing was written to yet. */
  freshPrefix(): string;
}

export function eventStoreForTests(): TestServer {
  const given = process.env['EVENTSTORE_URL'];
  let server: EventStoreServer | undefined;
  beforeAll(async () => {
    if (given === undefined) server = await startEventStore({ maxAppendBytes: MAX_APPEND_BYTES });
  });
  afterAll(() => server?.stop());
  return {
    get url() {
      return given ?? server!.url;
    },
    freshPrefix: () => `test-${randomUUID()}`,
  };
}
