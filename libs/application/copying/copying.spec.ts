import { memoryLog } from '#event-log/memory.js';
import { type EventLog, type NewEvent, ORIGIN, OutcomeUnknown, type StoredEvent } from '#event-log/port.js';
import { carryOver } from '#application/copying/copying.js';
import { CopyRefused } from '#application/copying/refused.js';
import { all, newEvent, newEvents } from '../../../test/contract/new-event.js';
import { gapped } from '../../../test/support/gapped.js';

const QUIET = { onEvent: () => {}, onProgress: () => {} };
const events = (log: EventLog): Promise<readonly StoredEvent[]> => all(log.readAll(ORIGIN));
const content = ({ position: _position, ...rest }: StoredEvent): object => rest;

/** Two streams taking turns: seven appends, twelve events. */
async function sample(): Promise<EventLog> {
  const log = memoryLog();
  const revisions = new Map<string, number>();
  for (const [stream, count] of [
    ['a', 1],
    ['b', 3],
    ['a', 2],
    ['a', 1],
    ['b', 1],
    ['c', 3],
    ['b', 1],
  ] as const) {
    const [first, ...rest] = newEvents(count, stream);
    const command = [first!, ...rest.map((event) => ({ ...event, metadata: first!.metadata }))];
    await log.append(stream, revisions.get(stream) ?? -1, command);
    revisions.set(stream, (revisions.get(stream) ?? -1) + count);
  }
  return log;
}

/** A log with the first of another's events, the last of them changed. */
async function beginning(of: EventLog, count: number, change: Partial<NewEvent> = {}): Promise<EventLog> {
  const log = memoryLog();
  for (const [index, { stream, revision, id, type, version, data, metadata }] of (await events(of))
    .slice(0, count)
    .entries()) {
    const event = { id, type, version, data, metadata };
    await log.append(stream, revision - 1, [index === count - 1 ? { ...event, ...change } : event]);
  }
  return log;
}

test('every event is carried over with all that it has, in order, and each append is told', async () => {
  const source = await sample();
  const target = gapped(memoryLog());
  const told: (readonly [string, number, number])[] = [];
  const carried = await carryOver(
    { source, target },
    { onEvent: () => {}, onProgress: (stage, position, head) => told.push([stage, position, head]) },
  );
  expect(carried).toMatchObject({ appended: 12, difference: undefined });
  expect((await events(target)).map(content)).toEqual((await events(source)).map(content));
  expect(told.slice(0, 6)).toEqual([1, 4, 7, 8, 11, 12].map((position) => ['copying', position, 12]));
  expect(told.slice(6)).toEqual(Array.from({ length: 12 }, (_, index) => ['comparing', index + 1, 12]));
});

test('a copy that was cut off anywhere is gone on with; a whole one is only compared', async () => {
  const source = await sample();
  for (let cut = 0; cut <= 12; cut += 1) {
    const target = await beginning(source, cut);
    const seen: number[] = [];
    const carried = await carryOver({ source, target }, { ...QUIET, onEvent: (_, ordinal) => seen.push(ordinal) });
    expect(carried).toMatchObject({ appended: 12 - cut, difference: undefined });
    expect(seen).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect((await events(target)).map(content)).toEqual((await events(source)).map(content));
  }
});

test.each<readonly [key: string, change: (event: NewEvent) => Partial<NewEvent>]>([
  ['data', () => ({ data: '{"label": 1}' })],
  ['type', () => ({ type: 'Other' })],
  ['version', () => ({ version: 2 })],
  ['metadata.actor', ({ metadata }) => ({ metadata: { ...metadata, actor: 'somebody' } })],
  ['metadata.reason', ({ metadata }) => ({ metadata: { ...metadata, reason: 'because' } })],
])('an event of the target that is not the same in its %s is told, and nothing is appended', async (key, change) => {
  const source = await sample();
  const fifth = (await events(source))[4]!;
  const target = await beginning(source, 5, change(fifth));
  const { difference, appended } = await carryOver({ source, target }, QUIET);
  expect(difference).toMatchObject({ event: 5, key, stream: 'a', id: fifth.id });
  expect(appended).toBe(0);
  expect(await target.head()).toBe(5);
});

test.each([
  ['another event in a place of the source', 12, { id: 'other' }, 'event 12 of the target'],
  ['another ledger', 1, { id: 'other' }, 'the target holds something else: event 1 of the target'],
])('a target with %s is refused, and nothing is appended', async (_, count, change, message) => {
  const source = await sample();
  const target = await beginning(source, count, change);
  await expect(carryOver({ source, target }, QUIET)).rejects.toThrow(message);
  expect(await target.head()).toBe(count);
});

test('a target that goes on where the source ends is refused', async () => {
  const source = await sample();
  const target = await beginning(source, 12);
  await target.append('d', -1, [newEvent('more')]);
  await expect(carryOver({ source, target }, QUIET)).rejects.toThrow(
    'the target goes on where the source ends: the source has no event in the place of event 13',
  );
  await expect(carryOver({ source: memoryLog(), target }, QUIET)).rejects.toThrow(CopyRefused);
});

test('a target that somebody else appends to meanwhile is refused', async () => {
  const source = await sample();
  const target = memoryLog();
  const onProgress = (): void => void target.append('c', -1, [newEvent('intruder')]).catch(() => {});
  await expect(carryOver({ source, target }, { ...QUIET, onProgress })).rejects.toThrow('the target is in use');
});

test('an empty log is whole when it is copied', async () => {
  const carried = await carryOver({ source: memoryLog(), target: memoryLog() }, QUIET);
  expect(carried).toMatchObject({ appended: 0, difference: undefined });
});

test('where it is not known whether an append was stored, the same copy again finds out', async () => {
  const source = await sample();
  const target = memoryLog();
  const losing: EventLog = {
    ...target,
    async append(stream, expectedRevision, appended) {
      await target.append(stream, expectedRevision, appended);
      throw new OutcomeUnknown('no answer');
    },
  };
  const lost = carryOver({ source, target: losing }, QUIET);
  await expect(lost).rejects.toThrow('the same copy again finds out');
  expect(await carryOver({ source, target }, QUIET)).toMatchObject({ appended: 11, difference: undefined });
});
