/** Checkpoints of filtered subscriptions, at the very events where the real server has them. */
import { END, streamNameFilter, type Position } from '@eventstore/db-client';
import { soon } from '../../contract/soon.js';
import { drivenForEach, numbered, numberedTo, range, watch } from './driving.js';

const driven = drivenForEach();
const { append } = driven;

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
    ['by windows that pages do not fill', { maxSearchWindow: 40 }, [64, 96, 100, 137]],
    ['by small windows', { maxSearchWindow: 7, checkpointInterval: 3 }, [21, 42, 63, 84, 100, 120, 141, 162, 183]],
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
