/** Users, over TLS: the client sends credentials over nothing else. */
import { EventStoreDBClient } from '@eventstore/db-client';
import { collect, numbered, numberOf, watch } from './driving.js';
import { startEventStore, type EventStoreServer } from './server.js';
import { TEST_CA_FILE, testTls } from './tls/test-material.js';

let server: EventStoreServer;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await startEventStore({ tls: testTls(), users: { admin: 'changeit', ops: 'a:b' } });
});
afterAll(() => server.stop());
afterEach(() => client.dispose());

/** @param user as in a connection string, with its `@` */
function connect(user: string): EventStoreDBClient {
  client = EventStoreDBClient.connectionString(`${server.url.replace('://', `://${user}`)}&tlsCAFile=${TEST_CA_FILE}`);
  return client;
}

test('who knows the password appends, reads and subscribes', async () => {
  connect('admin:changeit@');
  await client.appendToStream('a', numbered(0));
  await client.appendToStream('a', numbered(1), { credentials: { username: 'ops', password: 'a:b' } });
  expect(await collect(client.readStream('a'), numberOf)).toEqual([0, 1]);
  await watch(client.subscribeToStream('a')).numbers([0, 1]);
});

test.each([
  ['a wrong password', 'admin:guess@', 16],
  ['an unknown user', 'nobody:changeit@', 16],
  ['nobody', '', 7],
])('%s is refused, whatever is asked', async (_who, user, code) => {
  connect(user);
  const stored = server.log.length;
  const denied = { type: 'access-denied' };
  await expect(client.appendToStream('b', numbered(0))).rejects.toMatchObject(denied);
  await expect(collect(client.readStream('a'), numberOf)).rejects.toMatchObject({ ...denied, code });
  await expect(client.deleteStream('a')).rejects.toMatchObject({ ...denied, code });
  const watched = watch(client.subscribeToAll());
  await watched.failed();
  expect(watched.error).toMatchObject({ ...denied, code });
  expect(server.log).toHaveLength(stored);
});

test('while the server is starting it cannot check a password, and refuses whole calls', async () => {
  connect('admin:changeit@');
  server.faults.notReady = true;
  const starting = { type: 'unavailable', code: 14, message: '14 UNAVAILABLE: Server not ready' };
  await expect(client.appendToStream('c', numbered(0))).rejects.toMatchObject(starting);
  await expect(collect(client.readStream('c'), numberOf)).rejects.toMatchObject(starting);
  server.faults.notReady = false;
  await client.appendToStream('c', numbered(0));
});

test('a client that does not trust the certificate, or speaks without TLS, gets nothing', async () => {
  for (const url of [server.url, server.url.replace('tls=true', 'tls=false')]) {
    client = EventStoreDBClient.connectionString(url);
    await expect(client.appendToStream('a', numbered(9))).rejects.toMatchObject({ code: 14 });
  }
});
