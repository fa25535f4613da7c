/** Subscriptions as the real server serves them: history, then `caughtUp`, then live events through a buffer that is small. */
import { setImmediate as turn } from 'node:timers/promises';
import { END, eventTypeFilter, jsonEvent, START, streamNameFilter, type Position } from '@eventstore/db-client';
import { soon } from '../../contract/soon.js';
import { bulky, drivenForEach, numbered, numberedTo, range, watch } from './driving.js';
import { jsonEvent as foreignEvent } from './events.js';
import { LIVE_EVENTS_MAX } from './subscriptions.js';

const driven = drivenForEach();
const { append } = driven;
const ours = (prefix = 'a'): ReturnType<typeof streamNameFilter> => streamNameFilter({ prefixes: [prefix] });

const lastPosition = (): Position => {
  const commit = BigInt(driven.server.log.at(-1)!.position);
  return { commit, prepare: commit };
};

describe('a subscription to all', () => {
  test('confirms, tells history in order, tells once that it caught up, then what is appended', async () => {
    await append('a', numberedTo(100));
    await append('other', numbered(-1));
    await append(
      'a',
      range(100, 120).map((n) => numbered(n)),
    );
    const watched = watch(driven.client.subscribeToAll({ fromPosition: START, filter: ours() }));
    await watched.live();
    await append('a', [numbered(120), numbered(121)]);
    await append('other', numbered(-1));
    await append('a', numbered(122));
    await watched.numbers(range(0, 123));
    expect(watched.told).toEqual(['confirmed', ...range(0, 120), 'caughtUp', 120, 121, 122]);
  });

  test('starts after a position, and from the end with what comes next', async () => {
    await append('a', numberedTo(3));
    const position = lastPosition();
    await append('a', numbered(3));
    const after = watch(driven.client.subscribeToAll({ fromPosition: position, filter: ours() }));
    const live = watch(driven.client.subscribeToAll({ fromPosition: END, filter: ours() }));
    await Promise.all([after.live(), live.live()]);
    await append('a', numbered(4));
    await after.numbers([3, 4]);
    await live.numbers([4]);
  });

  test('does not start at a position at which no event is', async () => {
    await append('a', numberedTo(2));
    const between = { commit: lastPosition().commit - 1n, prepare: lastPosition().commit - 1n };
    const watched = watch(driven.client.subscribeToAll({ fromPosition: between, filter: ours() }));
    await watched.failed();
    expect(watched.error).toMatchObject({ type: 'unknown', code: 2 });
  });

  test.each([
    ['prefixes of streams', streamNameFilter({ prefixes: ['aa', 'b'] }), [0, 2]],
    ['a pattern of streams', streamNameFilter({ regex: '^a+$' }), [0, 1]],
    ['prefixes of types', eventTypeFilter({ prefixes: ['Odd'] }), [3]],
    ['a pattern of types', eventTypeFilter({ regex: 'd$' }), [0, 1, 2, 3]],
  ])('filters by %s', async (_by, filter, expected) => {
    for (const [n, stream] of ['aa', 'a', 'b'].entries()) await append(stream, numbered(n));
    await append('c', jsonEvent({ type: 'Odd', data: { n: 3 } }));
    const watched = watch(driven.client.subscribeToAll({ filter }));
    await watched.live();
    const own = watched.events.filter(({ event }) => !event?.streamId.startsWith('$'));
    expect(own.map(({ event }) => event?.data)).toEqual(expected.map((n) => ({ n })));
  });

  test('without a filter tells the events of the system and of others too', async () => {
    driven.server.inject('foreign', [foreignEvent('Foreign', '{"n":7}')]);
    const watched = watch(driven.client.subscribeToAll());
    await watched.live();
    expect(watched.events.map(({ event }) => event?.streamId)).toEqual([
      '$$$scavenges',
      '$user-admin',
      '$users',
      'foreign',
    ]);
  });

  test('that is unsubscribed leaves the server', async () => {
    const subscription = driven.client.subscribeToAll({ filter: ours() });
    await watch(subscription).live();
    expect(driven.server.subscriptions).toHaveLength(1);
    await subscription.unsubscribe();
    await soon(() => driven.server.subscriptions.length === 0);
  });
});

describe('checkpoints', () => {
  const checkpoints: bigint[] = [];
  const filtered = (prefix: string, options: object): ReturnType<typeof streamNameFilter> =>
    streamNameFilter({
      prefixes: [prefix],
      ...options,
      checkpointReached: (_subscription, { commit }) => void checkpoints.push(commit),
    });
  /** Index of an event in the log from the first of ours on. */
  let indexes: ReadonlyMap<bigint, number>;

  beforeEach(async () => {
    checkpoints.length = 0;
    const before = driven.server.log.length;
    await append('a', numberedTo(101));
    await append('b', numberedTo(100));
    indexes = new Map(driven.server.log.slice(before).map(({ position }, index) => [BigInt(position), index]));
  });

  const first = (): Position => {
    const [commit] = [...indexes.keys()] as [bigint];
    return { commit, prepare: commit };
  };

  test.each([
    ['by pages of 32 where nothing is told', {}, [32, 64, 96, 100, 129, 161]],
    ['by windows', { maxSearchWindow: 50 }, [64, 100, 147]],
    ['by windows and intervals', { maxSearchWindow: 10, checkpointInterval: 4 }, [40, 80, 111, 151, 191]],
  ])('come with history, %s', async (how, options, expected) => {
    const watched = watch(driven.client.subscribeToAll({ fromPosition: first(), filter: filtered('a', options) }));
    await watched.live();
    await watched.numbers(range(1, 101));
    expect([how, ...checkpoints.map((commit) => indexes.get(commit))]).toEqual([how, ...expected]);
  });

  test('come live after each window times interval of events that were searched, told or not', async () => {
    const filter = filtered('a', { maxSearchWindow: 5, checkpointInterval: 2 });
    const watched = watch(driven.client.subscribeToAll({ fromPosition: END, filter }));
    await watched.live();
    for (const n of range(0, 10)) {
      await append('b', numbered(n));
      await append('a', numbered(n));
    }
    await soon(() => checkpoints.length === 2);
    const [tenth, last] = [driven.server.log.at(-11), driven.server.log.at(-1)];
    expect(checkpoints).toEqual([tenth, last].map((event) => BigInt(event!.position)));
    await watched.numbers(range(0, 10));
  });
});

describe('a subscription to a stream', () => {
  test('tells it from its start, from after a revision, or from its end', async () => {
    await append('a', numberedTo(3));
    await append('ab', numbered(-1));
    const options = [{}, { fromRevision: 1n }, { fromRevision: END }] as const;
    const watched = options.map((from) => watch(driven.client.subscribeToStream('a', from)));
    for (const each of watched) await each.live();
    await append('ab', numbered(-1));
    await append('a', numbered(3));
    const expected = [[0, 1, 2, 3], [2, 3], [3]];
    for (const [index, each] of watched.entries()) await each.numbers(expected[index]!);
  });

  test('that is missing confirms and says nothing until there is one', async () => {
    const missing = watch(driven.client.subscribeToStream('a'));
    const fromItsEnd = watch(driven.client.subscribeToStream('a', { fromRevision: END }));
    await fromItsEnd.live();
    expect(missing.told).toEqual(['confirmed']);
    await append('a', numberedTo(2));
    await missing.live();
    expect(missing.told).toEqual(['confirmed', 0, 1, 'caughtUp']);
    await fromItsEnd.numbers([0, 1]);
  });

  test('ends when the stream gets its tombstone, and cannot begin after it', async () => {
    await append('a', jsonEvent({ type: 'Numbered', data: { n: 0 } }));
    const before = driven.client.subscribeToStream('a');
    let failure: unknown;
    before.on('error', (error) => (failure = error)).on('data', () => {});
    await new Promise((resolve) => before.once('caughtUp', resolve));
    await driven.client.tombstoneStream('a');
    await soon(() => failure !== undefined);
    expect(failure).toMatchObject({ type: 'stream-deleted', streamName: 'a' });
    const after = watch(driven.client.subscribeToStream('a'));
    await after.failed();
    expect(after.error).toMatchObject({ type: 'stream-deleted' });
  });
});

const TOO_SLOW = {
  type: 'timeout',
  code: 10,
  message:
    '10 ABORTED: Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
};

describe('a live subscriber', () => {
  test('is told of an append that fills its buffer, and dropped by one that overflows it', async () => {
    const filter = streamNameFilter({ prefixes: ['a'], checkpointInterval: 1_000 });
    const watched = watch(driven.client.subscribeToAll({ filter }));
    await watched.live();
    await append('a', numberedTo(LIVE_EVENTS_MAX));
    await watched.numbers(range(0, LIVE_EVENTS_MAX));
    await append(
      'a',
      range(LIVE_EVENTS_MAX, LIVE_EVENTS_MAX + 300).map((n) => numbered(n)),
    );
    await watched.failed();
    expect(watched.error).toMatchObject(TOO_SLOW);
    expect(watched.events.length).toBeLessThan(LIVE_EVENTS_MAX + 300);
    await soon(() => driven.server.subscriptions.length === 0);
  });

  test('has a place less in its buffer where a checkpoint is due: it waits among the events', async () => {
    const watched = watch(driven.client.subscribeToAll({ fromPosition: END, filter: ours() }));
    await watched.live();
    await append('a', numberedTo(LIVE_EVENTS_MAX));
    await watched.failed();
    expect(watched.error).toMatchObject(TOO_SLOW);
  });

  test('is not dropped by a burst of what its filter leaves out', async () => {
    const watched = watch(driven.client.subscribeToAll({ filter: ours() }));
    await watched.live();
    await append('other', numberedTo(300));
    await append('a', numbered(0));
    await watched.numbers([0]);
    expect(watched.error).toBeUndefined();
  });

  test('who subscribes again after each drop, from the last position, loses nothing and gets nothing twice', async () => {
    const seen: number[] = [];
    let drops = 0;
    let position: Position | typeof START = START;
    function subscribe(): void {
      const subscription = driven.client.subscribeToAll({ fromPosition: position, filter: ours() });
      subscription.on('data', ({ event }) => {
        seen.push((event?.data as { readonly n: number }).n);
        position = event!.position;
      });
      subscription.on('error', () => {
        drops += 1;
        subscribe();
      });
    }
    subscribe();
    for (const burst of range(0, 10)) {
      await soon(() => driven.server.subscriptions.some(({ isLive }) => isLive));
      await append(
        'a',
        range(burst * 100, burst * 100 + 100).map((n) => numbered(n)),
      );
    }
    await soon(() => seen.length >= 1_000);
    expect(seen).toEqual(range(0, 1_000));
    expect(drops).toBe(10);
  });

  test('who reads slowly is dropped once connection and buffer are full, though no append is large', async () => {
    const APPENDS_MAX = 5_000;
    const subscription = driven.client.subscribeToAll({ fromPosition: END, filter: ours() });
    let failure: unknown;
    subscription.on('error', (error) => (failure = error));
    await soon(() => driven.server.subscriptions.some(({ isLive }) => isLive));
    let appended = 0;
    while (driven.server.subscriptions.length > 0 && appended < APPENDS_MAX) {
      driven.server.inject('a', [
        foreignEvent('Numbered', JSON.stringify({ n: appended++, filler: 'x'.repeat(1_000) })),
      ]);
      await turn();
    }
    expect(appended).toBeGreaterThan(2 * LIVE_EVENTS_MAX);
    expect(appended).toBeLessThan(APPENDS_MAX);
    const seen: number[] = [];
    subscription.on('data', ({ event }) => seen.push((event?.data as { readonly n: number }).n));
    await soon(() => failure !== undefined);
    expect(failure).toMatchObject(TOO_SLOW);
    expect(seen).toEqual(range(0, seen.length));
  });

  test('who keeps up is not dropped by many small appends at once', async () => {
    const watched = watch(driven.client.subscribeToAll({ filter: ours() }));
    await watched.live();
    await Promise.all(range(0, 100).map((n) => append(`a-${n}`, numbered(n))));
    await soon(() => watched.events.length === 100);
    expect(watched.error).toBeUndefined();
  });
});

test('who reads history slowly is not dropped, however much is appended meanwhile', async () => {
  for (const part of range(0, 10)) await append('a', range(part * 100, part * 100 + 100).map(bulky));
  const subscription = driven.client.subscribeToAll({ fromPosition: START, filter: ours() });
  await soon(() => driven.server.subscriptions.length === 1);
  await append('a', range(1_000, 1_300).map(bulky));
  expect(driven.server.subscriptions.map(({ isLive }) => isLive)).toEqual([false]);
  const watched = watch(subscription);
  await watched.live();
  await watched.numbers(range(0, 1_300));
  expect(watched.error).toBeUndefined();
});

test('one of many subscriptions can be made to stall: it stays open and says nothing more', async () => {
  const watched = [0, 1].map(() => watch(driven.client.subscribeToAll({ filter: ours() })));
  for (const each of watched) await each.live();
  driven.server.subscriptions[0]!.stall();
  await append('a', numberedTo(300 - LIVE_EVENTS_MAX));
  await soon(() => watched.some(({ error }) => error !== undefined));
  expect(watched.filter(({ error }) => error !== undefined)).toHaveLength(1);
  expect(watched.filter(({ events }) => events.length === 0)).toHaveLength(1);
  expect(driven.server.subscriptions).toHaveLength(1);
});

test('all subscriptions can be dropped at once', async () => {
  const watched = [0, 1].map(() => watch(driven.client.subscribeToAll({ filter: ours() })));
  for (const each of watched) await each.live();
  driven.server.faults.dropSubscriptions();
  for (const each of watched) {
    await each.failed();
    expect(each.error).toMatchObject(TOO_SLOW);
  }
});
