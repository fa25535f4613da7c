/** Appends as the real server takes them: each fact was measured on version 23.10.6 with the same client. */
import { randomUUID } from 'node:crypto';
import {
  ANY,
  binaryEvent,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  type AppendExpectedRevision,
} from '@eventstore/db-client';
import { bulky, collect, drivenForEach, numbered, numberedTo, range } from './driving.js';

const MIB = 1024 * 1024;
const AN_HOUR_MS = 3_600_000;
const driven = drivenForEach({ now: () => Date.now() + AN_HOUR_MS });
const { append, numbers } = driven;

/** Per-call credentials make the client take the call for one append in place of the batch call. */
const WAYS = [
  ['batch', {}],
  ['unary', { credentials: { username: 'admin', password: 'changeit' } }],
] as const;

describe.each(WAYS)('the %s call', (_way, way) => {
  test('stores at the revision that is expected, and tells the last revision and position', async () => {
    const first = await append('a', numberedTo(3), { ...way, expectedRevision: NO_STREAM });
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 2n });
    const second = await append('a', numbered(3), { ...way, expectedRevision: 2n });
    expect(second.nextExpectedRevision).toBe(3n);
    const positions = await collect(driven.client.readStream('a'), ({ event }) => event?.position);
    expect([first.position, second.position]).toEqual([positions[2], positions[3]]);
    expect(await numbers('a')).toEqual([0, 1, 2, 3]);
  });

  test.each<[string, string, AppendExpectedRevision, unknown, unknown]>([
    ['no-stream where there is one', 'a', NO_STREAM, 'no_stream', 1n],
    ['too high', 'a', 2n, 2n, 1n],
    ['too low', 'a', 0n, 0n, 1n],
    ['a revision of no stream', 'none', 0n, 0n, 'no_stream'],
    ['that a missing stream exists', 'none', STREAM_EXISTS, 'stream_exists', 'no_stream'],
  ])('refuses the expectation: %s', async (_case, stream, expectedRevision, expectedVersion, actualVersion) => {
    await append('a', numberedTo(2));
    const refused = append(stream, numbered(9), { ...way, expectedRevision });
    await expect(refused).rejects.toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion,
      actualVersion,
    });
    expect(await numbers('a')).toEqual([0, 1]);
  });

  test('stores with `any`, and with `stream-exists` where it does', async () => {
    await append('a', numbered(0), { ...way, expectedRevision: ANY });
    await append('a', numbered(1), { ...way, expectedRevision: ANY });
    await append('a', numbered(2), { ...way, expectedRevision: STREAM_EXISTS });
    expect(await numbers('a')).toEqual([0, 1, 2]);
  });

  test('refuses an append over the limit whole, with the limit', async () => {
    const half = (): ReturnType<typeof binaryEvent> => binaryEvent({ type: 'Half', data: Buffer.alloc(MIB / 2) });
    await driven.client.appendToStream('a', [half(), half()], way);
    const over = driven.client.appendToStream(
      'b',
      [half(), half(), binaryEvent({ type: 'One', data: Buffer.alloc(1) })],
      way,
    );
    await expect(over).rejects.toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: MIB });
    await expect(numbers('b')).rejects.toMatchObject({ type: 'stream-not-found' });
  });
});

test('the size of an append is that of its data: metadata and types do not count', async () => {
  const metadata = Buffer.alloc(MIB / 2);
  const events = range(0, 4).map(() => binaryEvent({ type: 'Small', data: Buffer.alloc(1), metadata }));
  await expect(driven.client.appendToStream('a', events)).resolves.toMatchObject({ success: true });
});

test('an append that comes in many messages is one', async () => {
  const MESSAGE_BYTES = 10_000;
  const many = range(0, 100).map(bulky);
  await append('a', many, { batchAppendSize: MESSAGE_BYTES, expectedRevision: NO_STREAM });
  expect(await numbers('a')).toEqual(range(0, 100));
  expect(new Set(driven.server.log.slice(-100).map(({ created }) => created)).size).toBe(1);
});

test('an append of many messages whose connection breaks between them leaves nothing', async () => {
  const MESSAGE_BYTES = 10_000;
  const stored = driven.server.log.length;
  driven.server.faults.link.cutAfter(100_000, 'to-server');
  const broken = append('a', range(0, 500).map(bulky), { batchAppendSize: MESSAGE_BYTES });
  await expect(broken).rejects.toMatchObject({ code: 14 });
  expect(driven.server.log).toHaveLength(stored);
});

test('an append whose deadline has passed is not stored', async () => {
  await append('a', numbered(0));
  const late = append('a', numbered(1), { deadline: -2_000 });
  await expect(late).rejects.toMatchObject({ type: 'deadline-exceeded' });
  expect(await numbers('a')).toEqual([0]);
});

test('positions are byte offsets: they grow, have gaps, and the system has the first', async () => {
  await append('a', [numbered(0), bulky(1), numbered(2)]);
  const all = await collect(driven.client.readAll({ direction: FORWARDS, fromPosition: START }), ({ event }) => event);
  expect(all[0]?.streamId.startsWith('$')).toBe(true);
  const commits = all.map((event) => Number(event?.position?.commit));
  const gaps = commits.slice(1).map((commit, index) => commit - commits[index]!);
  expect(commits[0]).toBeGreaterThan(0);
  expect(Math.min(...gaps)).toBeGreaterThan(50);
  const [small, bulk] = gaps.slice(-2);
  expect(bulk! - small!).toBeGreaterThan(900);
  for (const event of all) expect(event?.position?.commit).toBe(event?.position?.prepare);
});

test("what is stored comes back as it was, created by the server's clock", async () => {
  const id = randomUUID();
  const metadata = { actor: 'zoë', at: [1, null] };
  await append('straße', jsonEvent({ id, type: 'Grüße', data: { text: 'ü€𝄞', n: 1 }, metadata }));
  const bytes = Buffer.from([0, 255, 1]);
  await driven.client.appendToStream('straße', binaryEvent({ type: 'Bytes', data: bytes, metadata: bytes }));
  const [json, binary] = await collect(driven.client.readStream('straße'), ({ event }) => event);
  expect(json).toMatchObject({
    id,
    type: 'Grüße',
    data: { text: 'ü€𝄞', n: 1 },
    metadata,
    isJson: true,
    streamId: 'straße',
  });
  expect(Math.abs(json!.created.getTime() - Date.now() - AN_HOUR_MS)).toBeLessThan(AN_HOUR_MS / 2);
  expect(binary).toMatchObject({ isJson: false, revision: 1n });
  expect([binary?.data, binary?.metadata].map((each) => Buffer.from(each as Uint8Array))).toEqual([bytes, bytes]);
});

test('of many writers that expect the same revision one wins each time', async () => {
  const ROUNDS = 20;
  for (const n of range(0, ROUNDS)) {
    const expectedRevision = n === 0 ? NO_STREAM : BigInt(n - 1);
    const tries = await Promise.allSettled(range(0, 5).map(() => append('a', numbered(n), { expectedRevision })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
  expect(await numbers('a')).toEqual(range(0, ROUNDS));
});
