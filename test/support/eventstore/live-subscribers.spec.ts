/** Who keeps up and who is dropped: the buffer of live events is small, and normal life overflows it. */
import { setImmediate as turn } from 'node:timers/promises';
import { END, START, streamNameFilter, type Position } from '@eventstore/db-client';
import { soon } from '../../contract/soon.js';
import { bulky, drivenForEach, numbered, numberedTo, numberOf, range, watch } from './driving.js';
import { jsonEvent as foreignEvent } from './events.js';
import { LIVE_EVENTS_MAX } from './subscriptions.js';

const driven = drivenForEach();
const { append } = driven;
const ours = (): ReturnType<typeof streamNameFilter> => streamNameFilter({ prefixes: ['a'] });

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
      subscription.on('data', (resolved) => {
        seen.push(numberOf(resolved));
        position = resolved.event!.position;
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
    subscription.on('data', (resolved) => seen.push(numberOf(resolved)));
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
