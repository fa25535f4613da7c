/** What outlives the server: its file has every append that was acknowledged, whole, and nothing of what it only remembered. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANY, EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { soon } from '../../contract/soon.js';
import { collect, numbered, numberedTo, numberOf, range, staysPending } from './driving.js';
import { spawnEventStore, type ServerProcess } from './server-process.js';
import { startEventStore, type EventStoreServer } from './server.js';

/** A build of the sources may be made in it. */
const SLOW_MS = 60_000;

let directory: string;
let file: string;
let client: EventStoreDBClient;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'seatledger-eventstore-'));
  file = join(directory, 'events.jsonl');
});
afterEach(async () => {
  await client.dispose();
  rmSync(directory, { recursive: true });
});

function connect({ url }: { readonly url: string }): void {
  client = EventStoreDBClient.connectionString(url);
}

describe('in this process', () => {
  let server: EventStoreServer;
  afterEach(() => server.stop());

  async function start(): Promise<void> {
    server = await startEventStore({ file });
    connect(server);
  }

  const stored = (): readonly object[] =>
    server.log.map((event) => ({ ...event, data: [...event.data], metadata: [...event.metadata] }));

  async function restart(): Promise<void> {
    await client.dispose();
    await server.stop();
    await start();
  }

  test('a server that is started again has the same log, deleted streams and metadata included', async () => {
    await start();
    await client.appendToStream('a', [jsonEvent({ type: 'T', data: { n: 0 }, metadata: { é: 1 } }), numbered(1)]);
    await client.appendToStream('gone', numbered(0));
    await client.tombstoneStream('gone');
    await client.appendToStream('deleted', numbered(0));
    await client.deleteStream('deleted');
    const before = stored();
    await restart();
    expect(stored()).toEqual(before);
    await expect(collect(client.readStream('gone'), numberOf)).rejects.toMatchObject({ type: 'stream-deleted' });
    await expect(collect(client.readStream('deleted'), numberOf)).rejects.toMatchObject({ type: 'stream-not-found' });
    await expect(client.appendToStream('a', numbered(2), { expectedRevision: 1n })).resolves.toMatchObject({
      nextExpectedRevision: 2n,
    });
  });

  test('a retry at an exact revision is known after a restart; one with `any` is stored twice', async () => {
    await start();
    const events = numberedTo(2);
    const original = await client.appendToStream('a', events, { expectedRevision: NO_STREAM });
    await restart();
    await expect(client.appendToStream('a', events, { expectedRevision: NO_STREAM })).resolves.toEqual(original);
    expect(await collect(client.readStream('a'), numberOf)).toEqual([0, 1]);
    await client.appendToStream('a', events, { expectedRevision: ANY });
    expect(await collect(client.readStream('a'), numberOf)).toEqual([0, 1, 0, 1]);
  });

  test('an append that is in the file in part was never answered, and is dropped', async () => {
    await start();
    await client.appendToStream('a', numbered(0));
    await client.dispose();
    await server.stop();
    appendFileSync(file, '[{"stream":"a","revision":1,"position":99999,');
    await start();
    expect(await collect(client.readStream('a'), numberOf)).toEqual([0]);
    await client.appendToStream('a', numbered(1), { expectedRevision: 0n });
    await restart();
    expect(await collect(client.readStream('a'), numberOf)).toEqual([0, 1]);
  });
});

describe('in a process of its own', () => {
  const EVENTS_PER_APPEND = 3;
  let server: ServerProcess;
  afterEach(() => server.end());

  test(
    'killed while it is written to, it loses nothing acknowledged and leaves no append in part',
    async () => {
      server = await spawnEventStore({ file });
      const acknowledged = new Set<string>();
      for (const round of range(0, 2)) {
        connect(server);
        let failed = 0;
        const append = async (n: number): Promise<void> => {
          await client.appendToStream(`a-${round}-${n}`, numberedTo(EVENTS_PER_APPEND), {
            expectedRevision: NO_STREAM,
          });
          acknowledged.add(`a-${round}-${n}`);
        };
        const target = acknowledged.size + 150;
        const writers = range(0, 20).map(async (writer) => {
          for (let n = writer; failed === 0; n += 20) await append(n).catch(() => (failed += 1));
        });
        await soon(() => acknowledged.size >= target);
        await server.end('SIGKILL');
        await Promise.all(writers);
        await client.dispose();
        server = await spawnEventStore({ file, port: server.port });
      }
      connect(server);
      const stored = await collect(client.readAll(), ({ event }) => event?.streamId ?? '');
      const counts = new Map<string, number>();
      for (const stream of stored) if (stream.startsWith('a-')) counts.set(stream, (counts.get(stream) ?? 0) + 1);
      for (const stream of acknowledged) expect(counts.get(stream)).toBe(EVENTS_PER_APPEND);
      for (const count of counts.values()) expect(count).toBe(EVENTS_PER_APPEND);
    },
    SLOW_MS,
  );

  test(
    'it can be frozen and thawed by signals, and is not ready while it starts if told so',
    async () => {
      server = await spawnEventStore({ file, notReadyMs: 300, maxAppendBytes: 2_000_000 });
      connect(server);
      await expect(client.appendToStream('a', numbered(0))).rejects.toThrow('Server Is Not Ready');
      let isReady = false;
      const retry = (): void => void client.appendToStream('a', numbered(1)).then(() => (isReady = true), retry);
      retry();
      await soon(() => isReady);
      server.signal('SIGSTOP');
      const late = client.appendToStream(
        'a',
        jsonEvent({ type: 'Big', data: { n: 2, filler: 'x'.repeat(1_500_000) } }),
      );
      expect(await staysPending(late)).toBe(true);
      server.signal('SIGCONT');
      await late;
      expect((await collect(client.readStream('a'), numberOf)).at(-1)).toBe(2);
    },
    SLOW_MS,
  );

  test(
    'told to stop, it goes on acknowledging for a while, and all of that is there',
    async () => {
      server = await spawnEventStore({ file });
      connect(server);
      await client.appendToStream('a', numbered(0));
      server.signal('SIGTERM');
      await client.appendToStream('a', numbered(1));
      await server.end('SIGTERM');
      await client.dispose();
      server = await spawnEventStore({ file });
      connect(server);
      expect(await collect(client.readStream('a'), numberOf)).toEqual([0, 1]);
    },
    SLOW_MS,
  );
});
