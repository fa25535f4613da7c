/** The clock of a machine against the server's stamps: one that is far ahead must not write, and asking costs one event at most. */
import { ClockAhead, NO_STREAM, ORIGIN, type EventLog } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';
import { faultyEventStore } from './faulty-eventstore.js';
import { all, newEvents } from './new-event.js';

const SECOND = 1_000;
const NOON = Date.parse('2026-06-01T12:00:00Z');

let serverNow = NOON;
const on = faultyEventStore({ now: () => serverNow });
beforeEach(() => {
  serverNow = NOON;
});

const check = (log: EventLog, seconds: number): Promise<void> =>
  log.checkClock((serverNow + seconds * SECOND) as Instant);
const probes = (): number => on.server.log.filter(({ stream }) => stream === 'seatledger.clock').length;

test('60 seconds ahead of the server may write; more is refused, with both times', async () => {
  const log = await on.open();
  await check(log, -86_400);
  await check(log, 0);
  await check(log, 60);
  const refused = check(log, 3_600);
  await expect(refused).rejects.toBeInstanceOf(ClockAhead);
  await expect(refused).rejects.toThrow('3600 s ahead of EventStoreDB');
  await expect(refused).rejects.toThrow('2026-06-01T13:00:00.000Z here, 2026-06-01T12:00:00.000Z there');
});

test('it asks for nothing while stamps are fresh, and for one when the log is quiet', async () => {
  const log = await on.open();
  await log.append('account-1', NO_STREAM, newEvents(1));
  await all(log.readAll(ORIGIN));
  for (const seconds of [0, 30, 60]) await check(log, seconds);
  expect(probes()).toBe(0);
  serverNow += 3_600 * SECOND;
  await check(log, 0);
  expect(probes()).toBe(1);
});

test('of the events that it asks with one is readable, and none is of the log, whatever answers are lost', async () => {
  const log = await on.open();
  await log.append('account-1', NO_STREAM, newEvents(1));
  const head = await log.head();
  for (let round = 0; round < 4; round += 1) {
    if (round === 0) on.server.faults.onNextAppend('cut-stored');
    await expect(check(log, 3_600)).rejects.toBeInstanceOf(ClockAhead);
  }
  const readable = on.server.store.read('seatledger.clock');
  if (typeof readable === 'string') throw new Error(readable);
  expect(readable.events.length - readable.first).toBe(1);
  expect(await log.head()).toBe(head);
  expect(await all(log.readAll(ORIGIN))).toHaveLength(1);
});
