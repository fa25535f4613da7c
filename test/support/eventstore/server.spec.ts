/** The protocol server, driven by the real client. */
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { startEventStore, type EventStoreServer } from './server.js';

let server: EventStoreServer;
let client: EventStoreDBClient;

beforeEach(async () => {
  server = await startEventStore();
  client = EventStoreDBClient.connectionString(server.url);
});
afterEach(async () => {
  await client.dispose();
  await server.stop();
});

test('an append at a wrong revision is refused with the revision that the stream is at', async () => {
  const events = [1, 2].map((n) => jsonEvent({ type: 'Counted', data: { n } }));
  const appended = await client.appendToStream('account-1', events, { expectedRevision: NO_STREAM });
  expect(appended).toMatchObject({ success: true, nextExpectedRevision: 1n });
  const again = client.appendToStream('account-1', jsonEvent({ type: 'Counted', data: {} }), { expectedRevision: 7n });
  await expect(again).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n, expectedVersion: 7n });
});
