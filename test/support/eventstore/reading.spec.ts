/** Reads as the real server answers them, streams that are missing, truncated or deleted included. */
import {
  BACKWARDS,
  END,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  type Position,
} from '@eventstore/db-client';
import { collect, drivenForEach, numbered, numberedTo, numberOf, range } from './driving.js';
import { jsonEvent as foreignEvent } from './events.js';

const driven = drivenForEach();
const { append, numbers } = driven;

const readable = (stream: string, options: object): Promise<readonly number[]> =>
  collect(driven.client.readStream(stream, options), numberOf);

test.each([
  ['forwards', { direction: FORWARDS }, range(0, 50)],
  ['forwards from a revision for a count', { fromRevision: 10n, maxCount: 3 }, [10, 11, 12]],
  ['forwards from beyond its end', { fromRevision: 60n }, []],
  ['backwards', { direction: BACKWARDS, fromRevision: END }, range(0, 50).toReversed()],
  ['backwards for one', { direction: BACKWARDS, fromRevision: END, maxCount: 1 }, [49]],
  ['backwards from a revision', { direction: BACKWARDS, fromRevision: 2n }, [2, 1, 0]],
  ['backwards from beyond its end', { direction: BACKWARDS, fromRevision: 60n, maxCount: 2 }, [49, 48]],
  ['backwards from the start', { direction: BACKWARDS, fromRevision: START }, [0]],
])('a stream is read %s', async (_how, options, expected) => {
  await append('a', numberedTo(50));
  expect(await readable('a', options)).toEqual(expected);
});

test('no events and forwards from the end are errors, and a missing stream is not found', async () => {
  await append('a', numberedTo(2));
  await expect(readable('a', { maxCount: 0 })).rejects.toMatchObject({ type: 'unknown' });
  await expect(readable('a', { fromRevision: END })).rejects.toMatchObject({ type: 'unknown' });
  await expect(numbers('none')).rejects.toMatchObject({ type: 'stream-not-found', streamName: 'none' });
});

describe('all of the log', () => {
  const all = (options: object = {}): Promise<readonly (string | undefined)[]> =>
    collect(driven.client.readAll(options), ({ event }) => `${event?.streamId}@${event?.revision}`);
  let positions: readonly Position[];

  beforeEach(async () => {
    for (const stream of ['a', 'b', 'a', 'b']) await append(stream, numbered(0));
    positions = driven.server.log
      .slice(-4)
      .map(({ position }) => ({ commit: BigInt(position), prepare: BigInt(position) }));
  });

  test('is read from and including a position forwards, from before it backwards', async () => {
    expect(await all({ fromPosition: positions[1] })).toEqual(['b@0', 'a@1', 'b@1']);
    expect(await all({ fromPosition: positions[2], direction: BACKWARDS, maxCount: 2 })).toEqual(['b@0', 'a@0']);
    expect(await all({ fromPosition: END, direction: BACKWARDS, maxCount: 1 })).toEqual(['b@1']);
    expect(await all({ fromPosition: END })).toEqual([]);
    expect(await all({ fromPosition: START, direction: BACKWARDS })).toEqual([]);
  });

  test('is read whole, events of the system and of others included; the client drops a filter without a word', async () => {
    driven.server.inject('foreign', [foreignEvent('Odd', 'not json')]);
    const filter = { filterOn: 'streamName', prefixes: ['a'] };
    const streams = await all({ filter });
    expect(streams.slice(-5)).toEqual(['a@0', 'b@0', 'a@1', 'b@1', 'foreign@0']);
    expect(streams[0]).toBe('$$$scavenges@0');
  });

  test('is not read from a position at which no event is; beyond its end there is nothing', async () => {
    const between = { commit: positions[1]!.commit + 1n, prepare: positions[1]!.commit + 1n };
    await expect(all({ fromPosition: between })).rejects.toMatchObject({ type: 'unknown' });
    const beyond = { commit: 1n << 40n, prepare: 1n << 40n };
    expect(await all({ fromPosition: beyond })).toEqual([]);
  });
});

test('a read does not see what is appended while it goes on', async () => {
  await append('a', numberedTo(300));
  const seen: number[] = [];
  for await (const event of driven.client.readStream('a')) {
    if (seen.length === 0) await append('a', numbered(300));
    seen.push(numberOf(event));
  }
  expect(seen).toEqual(range(0, 300));
});

describe('metadata of a stream', () => {
  beforeEach(() => append('a', numberedTo(5)));

  test('is a stream of its own, and bounds what is read', async () => {
    await driven.client.setStreamMetadata('a', { maxCount: 2 });
    expect(await numbers('a')).toEqual([3, 4]);
    await driven.client.setStreamMetadata('a', { truncateBefore: 4 });
    expect(await numbers('a')).toEqual([4]);
    expect(await readable('a', { direction: BACKWARDS, fromRevision: END })).toEqual([4]);
    const own = await collect(driven.client.readStream('$$a'), ({ event }) => event?.type);
    expect(own).toEqual(['$metadata', '$metadata']);
  });

  test('makes a stream that has no events exist', async () => {
    await driven.client.setStreamMetadata('b', { owner: 'me' });
    await append('b', numbered(0), { expectedRevision: STREAM_EXISTS });
    expect(await numbers('b')).toEqual([0]);
  });
});

describe('a deleted stream', () => {
  beforeEach(() => append('a', numberedTo(2)));

  test('reads as not found, and begins again after its last revision', async () => {
    await driven.client.deleteStream('a', { expectedRevision: 1n });
    await expect(numbers('a')).rejects.toMatchObject({ type: 'stream-not-found' });
    const missing = append('a', numbered(9), { expectedRevision: STREAM_EXISTS });
    await expect(missing).rejects.toMatchObject({ type: 'stream-deleted' });
    await expect(append('a', numbered(2), { expectedRevision: NO_STREAM })).resolves.toMatchObject({
      nextExpectedRevision: 2n,
    });
    expect(await numbers('a')).toEqual([2]);
  });

  test('is deleted at the revision that is expected only; a missing one cannot be', async () => {
    const wrong = driven.client.deleteStream('a', { expectedRevision: 0n });
    await expect(wrong).rejects.toMatchObject({
      type: 'wrong-expected-version',
      expectedVersion: 0n,
      actualVersion: 1n,
    });
    await expect(driven.client.deleteStream('none')).rejects.toMatchObject({ type: 'wrong-expected-version' });
    expect(await numbers('a')).toEqual([0, 1]);
  });

  test('that has a tombstone is deleted for ever, for readers and writers', async () => {
    const { position } = await driven.client.tombstoneStream('a', { expectedRevision: 1n });
    expect(Number(position?.commit)).toBe(driven.server.log.at(-1)?.position);
    await expect(numbers('a')).rejects.toMatchObject({ type: 'stream-deleted', streamName: 'a' });
    await expect(append('a', numbered(2))).rejects.toMatchObject({ type: 'stream-deleted', streamName: 'a' });
    await expect(driven.client.deleteStream('a')).rejects.toMatchObject({ type: 'stream-deleted' });
    const last = driven.client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 });
    expect(await collect(last, ({ event }) => [event?.type, event?.revision])).toEqual([
      ['$streamDeleted', 9223372036854775807n],
    ]);
  });
});

test('a type that no event of ours has is read as it is', async () => {
  await append('a', jsonEvent({ type: '💺', data: [] }));
  expect(await collect(driven.client.readStream('a'), ({ event }) => event?.type)).toEqual(['💺']);
});
