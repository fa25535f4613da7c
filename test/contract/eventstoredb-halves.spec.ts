/** Appends that EventStoreDB shows in part while it writes them: to whoever asks for the log's end, they are there whole or not at all. */
import { EventStoreDBClient } from '@eventstore/db-client';
import { openEventStoreLog } from '#event-log/eventstoredb.js';
import { toEventData } from '#event-log/eventstoredb/events.js';
import { NO_STREAM, ORIGIN } from '#event-log/port.js';
import { eventStoreForTests } from '../support/eventstore-url.js';
import { all, newEvents } from './new-event.js';

const server = eventStoreForTests();

test('of an append whose first events are shown before the others, the log ends with the last', async () => {
  const prefix = server.freshPrefix();
  const log = await openEventStoreLog(server.url, { prefix });
  const before = await log.append('account-1', NO_STREAM, newEvents(2));
  expect(await log.head()).toBe(before.position);

  const [first, last] = newEvents(2);
  const client = EventStoreDBClient.connectionString(server.url);
  await client.appendToStream(`${prefix}/account-1`, toEventData(first!, true));
  let told: number | undefined;
  const asked = log.head().then((head) => (told = head));
  // A whole look at the server, by another reader than the log that waits.
  for await (const { event } of client.readStream(`${prefix}/account-1`)) expect(event).toBeDefined();
  expect(told).toBeUndefined();
  const written = await client.appendToStream(`${prefix}/account-1`, toEventData(last!));
  expect(await asked).toBe(Number(written.position!.commit));
  expect(await all(log.readAll(ORIGIN))).toHaveLength(4);
  await client.dispose();
  await log.close();
});

test('an append of many events is read whole by whoever reads while it is written', async () => {
  const prefix = server.freshPrefix();
  const [log, reader] = await Promise.all([1, 2].map(() => openEventStoreLog(server.url, { prefix })));
  const APPENDS = 30;
  const EVENTS = 200;
  let isDone = false;
  const writing = (async () => {
    for (let n = 0; n < APPENDS; n += 1) await log!.append('account-1', n * EVENTS - 1, newEvents(EVENTS));
    isDone = true;
  })();
  while (!isDone) {
    const events = await all(reader!.readAll(ORIGIN));
    expect(events.length % EVENTS).toBe(0);
  }
  await writing;
  await Promise.all([log, reader].map((each) => each!.close()));
}, 60_000);
