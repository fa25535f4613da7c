/** Subscriptions as the real server serves them: history, then `caughtUp`, then live events through a buffer that is small. */
import { END, eventTypeFilter, jsonEvent, START, streamNameFilter, type Position } from '@eventstore/db-client';
import { soon } from '../../contract/soon.js';
import { drivenForEach, numbered, numberedTo, range, watch } from './driving.js';
import { jsonEvent as foreignEvent } from './events.js';

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

  test('begins where its metadata lets readers begin', async () => {
    await append('a', numberedTo(5));
    await driven.client.setStreamMetadata('a', { truncateBefore: 3 });
    const watched = watch(driven.client.subscribeToStream('a'));
    await watched.live();
    expect(watched.told).toEqual(['confirmed', 3, 4, 'caughtUp']);
  });

  test('from beyond its end leaves out what comes before that', async () => {
    await append('a', numberedTo(3));
    const watched = watch(driven.client.subscribeToStream('a', { fromRevision: 4n }));
    await watched.live();
    for (const n of range(3, 7)) await append('a', numbered(n));
    await watched.numbers([5, 6]);
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
