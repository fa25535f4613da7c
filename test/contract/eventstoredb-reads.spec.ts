/** Reads of a log among others' streams on EventStoreDB: filtered, cut off, slow, and of places where nothing is. */
import { DamagedLog, NO_STREAM, ORIGIN, PAGE_EVENTS_MAX, type StoredEvent } from '#event-log/port.js';
import { eventStoreForTests } from '../support/eventstore-url.js';
import { jsonEvent } from '../support/eventstore/events.js';
import { openEventStoreLog } from '#event-log/eventstoredb.js';
import { WAITS_OF_TESTS, faultyEventStore } from './faulty-eventstore.js';
import { all, labelOf, labels, newEvent, newEvents } from './new-event.js';

const foreign = (count: number) => Array.from({ length: count }, (_, n) => jsonEvent('Foreign', `{"n":${n}}`));

describe('among others on one server', () => {
  const server = eventStoreForTests();

  test('a log has its own events only: not of a prefix that begins with its own, nor of metadata, nor of the system', async () => {
    const prefix = server.freshPrefix();
    const others = [`${prefix}2`, `${prefix} `, `x${prefix}`, prefix.toUpperCase()];
    const log = await openEventStoreLog(server.url, { prefix });
    const neighbours = await Promise.all(others.map((each) => openEventStoreLog(server.url, { prefix: each })));
    for (let round = 0; round < 3; round += 1) {
      for (const each of neighbours) await each.append('account-1', round - 1, newEvents(1, 'theirs'));
      await log.append('account-1', round - 1, [newEvent(round)]);
    }
    for (const each of neighbours) await each.append('account-1', 2, newEvents(1, 'theirs'));
    const events = await all(log.readAll(ORIGIN));
    expect(events.map(labelOf)).toEqual([0, 1, 2]);
    expect((await all(log.readAll(events[0]!))).map(labelOf)).toEqual([1, 2]);
    expect(await log.head()).toBe(events.at(-1)!.position);
    for (const each of neighbours) expect(await labels(each)).toHaveLength(4);
    await Promise.all([log, ...neighbours].map((each) => each.close()));
  });

  test('its end is found where thousands of foreign events follow, and where none is its own', async () => {
    const [prefix, noisy] = [server.freshPrefix(), server.freshPrefix()];
    const [log, noise] = await Promise.all(
      [prefix, noisy].map((each) => openEventStoreLog(server.url, { prefix: each })),
    );
    const { position } = await log!.append('account-1', NO_STREAM, newEvents(2_050));
    for (let n = 0; n < 3; n += 1) await noise!.append(`n-${n}`, NO_STREAM, newEvents(700));
    const fresh = await openEventStoreLog(server.url, { prefix });
    expect(await fresh.head()).toBe(position);
    expect(await fresh.head(position)).toBe(position);
    const none = await openEventStoreLog(server.url, { prefix: server.freshPrefix() });
    expect(await none.head()).toBe(0);
    expect(await all(none.readAll(ORIGIN))).toEqual([]);
    await Promise.all([log!, noise!, fresh, none].map((each) => each.close()));
  }, 20_000);

  test('a position is of one event of its own: not of another log, not inside an event, not behind the end', async () => {
    const [log, other] = await Promise.all(
      [server.freshPrefix(), server.freshPrefix()].map((prefix) => openEventStoreLog(server.url, { prefix })),
    );
    const [event] = newEvents(1);
    const { position } = await log!.append('account-1', NO_STREAM, [event!]);
    expect(await log!.idAt(position)).toBe(event!.id);
    expect(await other!.idAt(position)).toBeUndefined();
    expect(await log!.idAt(position + 1)).toBeUndefined();
    expect(await log!.idAt(position + 1_000_000)).toBeUndefined();
    expect(await log!.idAt(0)).toBeUndefined();
    await Promise.all([log!, other!].map((each) => each.close()));
  });
});

describe('where the server misbehaves', () => {
  const on = faultyEventStore({ maxAppendBytes: 16_000_000 });

  test.each(['readAll', 'readStream'] as const)(
    '%s that is cut half way goes on without loss or repeat',
    async (how) => {
      const log = await on.open();
      const count = 3 * PAGE_EVENTS_MAX + 500;
      await log.append('account-1', NO_STREAM, newEvents(count));
      const pages = how === 'readAll' ? log.readAll(ORIGIN) : log.readStream('account-1');
      const revisions: number[] = [];
      on.server.faults.link.cutAfter(100_000, 'to-client');
      for await (const page of pages) {
        revisions.push(...page.map(({ revision }) => revision));
        on.server.faults.link.thaw();
        if (revisions.length < 2_500) on.server.faults.link.cutAfter(150_000, 'to-client');
      }
      expect(revisions).toEqual(Array.from({ length: count }, (_, n) => n));
    },
    20_000,
  );

  test('a subscription that reads for a slow reader is dropped, and goes on', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(2_500));
    const head = await log.head();
    const seen: StoredEvent[] = [];
    for await (const page of log.readAll(ORIGIN, head)) {
      seen.push(...page);
      on.server.faults.dropSubscriptions();
      await log.append('account-2', seen.length / 1_000 > 1 ? 299 : NO_STREAM, newEvents(300)).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(seen.map(({ revision }) => revision)).toEqual(Array.from({ length: 2_500 }, (_, n) => n));
  }, 20_000);

  test('a reader that takes longer with a page than the server may be silent is not given up', async () => {
    const log = await on.open({ waits: { ...WAITS_OF_TESTS, answerMs: 500 } });
    await log.append('account-1', NO_STREAM, newEvents(2_500)).catch(() => {});
    let count = 0;
    for await (const page of log.readAll(ORIGIN)) {
      count += page.length;
      await new Promise((resolve) => setTimeout(resolve, 1_200));
    }
    expect(count).toBe(2_500);
  }, 20_000);

  test('an event that was the last and is not there any more is missed at once, and not waited for', async () => {
    const log = await on.open();
    const { position } = await log.append('account-1', NO_STREAM, newEvents(3));
    // As a scavenge leaves it.
    (on.server.log as unknown[]).pop();
    on.server.inject('elsewhere', foreign(1));
    const began = performance.now();
    await expect(all(log.readAll(ORIGIN, position))).rejects.toBeInstanceOf(DamagedLog);
    await expect(all(log.readAll(ORIGIN, position))).rejects.toThrow(`position ${position} was the log's last`);
    expect(performance.now() - began).toBeLessThan(WAITS_OF_TESTS.answerMs);
  });

  test('a server whose log is shorter than what was read of it is told as such', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(3));
    const known = await log.head();
    (on.server.log as unknown[]).splice(-2);
    await expect(log.head(known)).rejects.toBeInstanceOf(DamagedLog);
    await expect(log.head(known)).rejects.toThrow('events are missing, or it is another server');
  });

  test('events that the server was told to truncate are missed, with their stream and revisions', async () => {
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(5));
    on.server.inject('$$seatledger/account-1', [jsonEvent('$metadata', '{"$tb":3}')]);
    const read = all(log.readStream('account-1'));
    await expect(read).rejects.toBeInstanceOf(DamagedLog);
    await expect(read).rejects.toMatchObject({ place: { stream: 'account-1', revision: 0 } });
    await expect(read).rejects.toThrow('events 0 to 2 of account-1 are missing');
    expect((await all(log.readStream('account-1', 3))).map(labelOf)).toEqual(['3', '4']);
  });

  test("a search through others' events that takes longer than an answer may is no silence", async () => {
    on.server.inject('elsewhere', foreign(30_000));
    on.server.faults.link.delay(0);
    const log = await on.open({ waits: { ...WAITS_OF_TESTS, answerMs: 600, patienceMs: 1_500 } });
    on.server.faults.searchMs = 50;
    expect(await log.head()).toBe(0);
  }, 20_000);

  test('a stream that is not there has no events, and a first one can be appended to it', async () => {
    const log = await on.open();
    expect(await all(log.readStream('account-1'))).toEqual([]);
    expect(await all(log.readStream('account-1', 7))).toEqual([]);
    await expect(log.append('account-1', NO_STREAM, newEvents(1))).resolves.toMatchObject({ revision: 0 });
  });
});
