/** Discovery of the leader, and followers that send there what requires it. */
import { EventStoreDBClient } from '@eventstore/db-client';
import { startCluster, type Cluster } from './cluster.js';
import { collect, numbered, numberOf, watch } from './driving.js';

const REQUIRES_LEADER = { requiresLeader: true };
let cluster: Cluster;
let client: EventStoreDBClient;

beforeEach(async () => {
  cluster = await startCluster(3);
});
afterEach(async () => {
  await client.dispose();
  await cluster.stop();
});

const connect = (url: string): EventStoreDBClient => (client = EventStoreDBClient.connectionString(url));

test('gossip leads a client to the leader, or to a follower where it prefers one', async () => {
  connect(cluster.url);
  await client.appendToStream('a', numbered(0), REQUIRES_LEADER);
  await watch(client.subscribeToStream('a')).numbers([0]);
  expect(cluster.servers.map(({ subscriptions }) => subscriptions.length)).toEqual([1, 0, 0]);
  await client.dispose();

  connect(`${cluster.url}&nodePreference=follower`);
  await watch(client.subscribeToStream('a')).numbers([0]);
  expect(cluster.servers[0]?.subscriptions).toHaveLength(0);
});

test('gossip of dead members leads nowhere', async () => {
  for (const server of cluster.servers)
    server.members = server.members.map((member) => ({ ...member, isAlive: false }));
  connect(`${cluster.url}&maxDiscoverAttempts=2&discoveryInterval=10`);
  await expect(client.appendToStream('a', numbered(0))).rejects.toThrow('Failed to discover after 2 attempts.');
});

test('a follower serves what does not require the leader, and names it for what does', async () => {
  const [leader, follower] = cluster.servers;
  connect(follower!.url);
  await client.appendToStream('a', numbered(0));
  expect(await collect(client.readStream('a'), numberOf)).toEqual([0]);
  // The client's batch call goes by what its first append required.
  await client.appendToStream('a', numbered(1), REQUIRES_LEADER);
  await client.dispose();

  connect(follower!.url);
  const toLeader = { type: 'not-leader', leader: { address: leader!.host, port: leader!.port } };
  await expect(client.appendToStream('a', numbered(2), REQUIRES_LEADER)).rejects.toMatchObject(toLeader);
  // The client has gone to the leader that it was told of.
  await client.appendToStream('a', numbered(3), REQUIRES_LEADER);
  expect(await collect(client.readStream('a', REQUIRES_LEADER), numberOf)).toEqual([0, 1, 3]);
});

test('reads, subscriptions and appends with credentials are sent to the leader too', async () => {
  const credentials = { username: 'admin', password: 'changeit' };
  const attempts = [
    () => collect(client.readStream('a', REQUIRES_LEADER), numberOf),
    () => client.appendToStream('a', numbered(0), { ...REQUIRES_LEADER, credentials }),
    () => client.deleteStream('a', REQUIRES_LEADER),
  ];
  for (const attempt of attempts) {
    connect(cluster.servers[1]!.url);
    await expect(attempt()).rejects.toMatchObject({ type: 'not-leader' });
    await client.dispose();
  }
  connect(cluster.servers[1]!.url);
  const watched = watch(client.subscribeToAll(REQUIRES_LEADER));
  await watched.failed();
  expect(watched.error).toMatchObject({ type: 'not-leader' });
});

test('after an election appends under way fail with the new leader, which has all that was stored', async () => {
  connect(cluster.url);
  await client.appendToStream('a', numbered(0), REQUIRES_LEADER);
  cluster.elect(cluster.servers[2]!);
  const refused = client.appendToStream('a', numbered(1), REQUIRES_LEADER);
  await expect(refused).rejects.toMatchObject({ type: 'not-leader', leader: { port: cluster.leader.port } });
  await client.appendToStream('a', numbered(2), REQUIRES_LEADER);
  expect(await collect(client.readStream('a', REQUIRES_LEADER), numberOf)).toEqual([0, 2]);
});
