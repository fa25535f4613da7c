/** Appends that are tried again, as the real server knows them: by the ids of their events alone. */
import { randomUUID } from 'node:crypto';
import { ANY, NO_STREAM, STREAM_EXISTS, type AppendResult } from '@eventstore/db-client';
import { drivenForEach, numbered } from './driving.js';

const driven = drivenForEach();
const { append, numbers } = driven;

describe('a retry', () => {
  const [first, second] = [randomUUID(), randomUUID()];
  const both = [numbered(0, first), numbered(1, second)];
  let original: AppendResult;
  beforeEach(async () => {
    original = await append('a', both, { expectedRevision: NO_STREAM });
    await append('a', numbered(2), { expectedRevision: 1n });
  });

  test('at the same revision succeeds with the original answer and stores nothing', async () => {
    await expect(append('a', both, { expectedRevision: NO_STREAM })).resolves.toEqual(original);
    expect(await numbers('a')).toEqual([0, 1, 2]);
  });

  test('of a later part succeeds too', async () => {
    await expect(append('a', numbered(1, second), { expectedRevision: 0n })).resolves.toEqual(original);
    await expect(append('a', numbered(0, first), { expectedRevision: NO_STREAM })).resolves.toMatchObject({
      nextExpectedRevision: 0n,
    });
  });

  test('with other bodies succeeds and stores nothing: ids alone are compared', async () => {
    const others = [numbered(70, first), numbered(71, second)];
    await expect(append('a', others, { expectedRevision: NO_STREAM })).resolves.toEqual(original);
    expect(await numbers('a')).toEqual([0, 1, 2]);
  });

  test.each([
    ['a superset', [...both, numbered(2)]],
    ['another order', both.toReversed()],
    ['another first', [numbered(0), both[1]!]],
  ])('that is %s is at a wrong revision', async (_case, events) => {
    const refused = append('a', events, { expectedRevision: NO_STREAM });
    await expect(refused).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 2n });
  });

  test('at the current revision is stored again', async () => {
    await append('a', numbered(1, second), { expectedRevision: 2n });
    expect(await numbers('a')).toEqual([0, 1, 2, 1]);
  });

  test('with `any` and `stream-exists` is known as long as the server runs', async () => {
    for (const expectedRevision of [ANY, STREAM_EXISTS] as const) {
      await expect(append('a', both, { expectedRevision })).resolves.toEqual(original);
    }
    const superset = append('a', [...both, numbered(9)], { expectedRevision: ANY });
    await expect(superset).rejects.toMatchObject({ type: 'wrong-expected-version', expectedVersion: 'any' });
    expect(await numbers('a')).toEqual([0, 1, 2]);
  });

  test('with `any` of ids that are in two streams is at a wrong revision', async () => {
    const other = randomUUID();
    await append('b', numbered(7, other));
    const refused = append('a', [numbered(0, first), numbered(7, other)], { expectedRevision: ANY });
    await expect(refused).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 2n });
  });

  test('with `any` of an id that was stored twice is answered with its first place', async () => {
    await append('a', numbered(1, second), { expectedRevision: 2n });
    await expect(append('a', numbered(1, second), { expectedRevision: ANY })).resolves.toEqual(original);
    expect(await numbers('a')).toEqual([0, 1, 2, 1]);
  });

  test('of what was truncated since succeeds and is told no position', async () => {
    await driven.client.setStreamMetadata('a', { truncateBefore: 2 });
    for (const expectedRevision of [NO_STREAM, ANY] as const) {
      const retried = await append('a', both, { expectedRevision });
      expect(retried).toEqual({ success: true, nextExpectedRevision: 1n, position: undefined });
    }
  });

  test('in another stream is another append', async () => {
    await append('b', both, { expectedRevision: ANY });
    expect(await numbers('b')).toEqual([0, 1]);
  });
});
