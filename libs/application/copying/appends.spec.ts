import type { Instant } from '#kernel/instant.js';
import type { StoredEvent } from '#event-log/port.js';
import { SHARED_EVENTS_MAX, SHARED_LENGTH_MAX, appendsOf } from '#application/copying/appends.js';

type Run = readonly [stream: string, commandId: string, count: number, length?: number];

/** A log of runs of events, in pages of a size. */
async function* log(runs: readonly Run[], pageSize: number): AsyncGenerator<readonly StoredEvent[]> {
  const revisions = new Map<string, number>();
  const events = runs
    .flatMap(([stream, commandId, count, length = 2]) =>
      Array.from({ length: count }, () => ({ stream, commandId, length })),
    )
    .map(({ stream, commandId, length }, index): StoredEvent => {
      const revision = (revisions.get(stream) ?? -1) + 1;
      revisions.set(stream, revision);
      const recordedAt = index as Instant;
      const metadata = {
        actor: 'a',
        commandId,
        correlationId: 'c',
        causationId: 'c',
        effectiveAt: recordedAt,
        recordedAt,
      };
      const data = ' '.repeat(length);
      return {
        id: `${index}`,
        type: 'T',
        version: 1,
        data,
        metadata,
        stream,
        revision,
        position: index + 1,
        recordedAt,
      };
    });
  for (let from = 0; from < events.length; from += pageSize) yield events.slice(from, from + pageSize);
}

async function told(runs: readonly Run[], pageSize = 1_000): Promise<(readonly [string, number, number])[]> {
  const appends: (readonly [string, number, number])[] = [];
  for await (const { stream, expectedRevision, events } of appendsOf(log(runs, pageSize)))
    appends.push([stream, expectedRevision, events.length]);
  return appends;
}

test.each([1, 2, 3, 1_000])(
  'short commands of a stream share an append, others of another stream part them: pages of %i',
  async (size) => {
    const runs: Run[] = [
      ['a', '1', 2],
      ['a', '2', 1],
      ['b', '3', 1],
      ['a', '4', 3],
    ];
    expect(await told(runs, size)).toEqual([
      ['a', -1, 3],
      ['b', -1, 1],
      ['a', 2, 3],
    ]);
  },
);

test('a command is one append, however many its events; what would not fit beside it goes on its own', async () => {
  const most = SHARED_EVENTS_MAX;
  expect(
    await told([
      ['a', '1', 1],
      ['a', '2', most * 3],
      ['a', '3', 1],
    ]),
  ).toEqual([
    ['a', -1, 1],
    ['a', 0, most * 3],
    ['a', most * 3, 1],
  ]);
  expect(
    await told([
      ['a', '1', 1],
      ['a', '2', most - 1],
      ['a', '3', 1],
    ]),
  ).toEqual([
    ['a', -1, most],
    ['a', most - 1, 1],
  ]);
});

test('long data does not share', async () => {
  const long = SHARED_LENGTH_MAX / 2;
  expect(
    await told([
      ['a', '1', 1, long],
      ['a', '2', 1, long],
      ['a', '3', 1],
    ]),
  ).toEqual([
    ['a', -1, 2],
    ['a', 1, 1],
  ]);
});

test('the events go as they are, in order, and of an empty log none', async () => {
  const taken: string[] = [];
  const runs: Run[] = [
    ['a', '1', 2],
    ['b', '2', 2],
    ['b', '3', 1],
  ];
  for await (const { events, last } of appendsOf(log(runs, 2))) {
    taken.push(...events.map(({ id }) => id));
    expect(last).toBe(taken.length);
    expect(Object.keys(events[0]!)).toEqual(['id', 'type', 'version', 'data', 'metadata']);
  }
  expect(taken).toEqual(['0', '1', '2', '3', '4']);
  expect(await told([])).toEqual([]);
});
