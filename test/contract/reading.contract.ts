/** What every log promises of what is read, and of its clock. */
import { NO_STREAM, ORIGIN, PAGE_EVENTS_MAX, type EventLog } from '#event-log/port.js';
import { all, labelOf, newEvent, newEvents, labels } from './new-event.js';

const CONCURRENT = 50;

export function readingContract(log: () => EventLog): void {
  describe('reading', () => {
    test('an event is read as it was appended, with its place', async () => {
      const event = newEvent('a');
      const told = { ...event, metadata: { ...event.metadata, reason: 'späte Meldung 🪑\n', fingerprint: 'f1' } };
      const { position } = await log().append('account-1', NO_STREAM, [event, told]);
      const place = { stream: 'account-1', recordedAt: 1_000 };
      const [first, second] = await all(log().readAll(ORIGIN));
      expect(first).toStrictEqual({ ...event, ...place, revision: 0, position: first!.position });
      expect(second).toStrictEqual({ ...told, ...place, revision: 1, position });
      const inStream = await all(log().readStream('account-1'));
      expect(inStream).toMatchObject([
        { ...event, stream: 'account-1', revision: 0, position: first!.position },
        { ...told, stream: 'account-1', revision: 1, position },
      ]);
      expect(await log().idAt(first!.position)).toBe(event.id);
      expect(await log().idAt(position)).toBe(told.id);
      expect(await log().idAt(position + 1)).toBeUndefined();
    });

    test('the log has one order, in which no event of an append stands apart', async () => {
      const streams = Array.from({ length: CONCURRENT }, (_, n) => `account-${n}`);
      await Promise.all(streams.map((stream) => log().append(stream, NO_STREAM, newEvents(3, `${stream}/`))));
      const events = await all(log().readAll(ORIGIN));
      expect(events).toHaveLength(3 * CONCURRENT);
      for (const [index, event] of events.entries()) {
        expect(event.revision).toBe(index % 3);
        expect(event.stream).toBe(events[index - (index % 3)]!.stream);
        expect(event.position).toBeGreaterThan(events[index - 1]?.position ?? 0);
      }
      expect(await all(log().readAll(ORIGIN))).toStrictEqual(events);
    });

    test('a stream holds its own events only, from the revision asked for', async () => {
      await log().append('account-1', NO_STREAM, newEvents(2, 'a'));
      await log().append('account-2', NO_STREAM, newEvents(2, 'b'));
      await log().append('account-1', 1, newEvents(1, 'c'));
      expect(await labels(log(), 'account-1')).toEqual(['a0', 'a1', 'c0']);
      expect((await all(log().readStream('account-1', 1))).map(labelOf)).toEqual(['a1', 'c0']);
      expect(await all(log().readStream('account-1', 3))).toEqual([]);
      expect(await all(log().readStream('account-3'))).toEqual([]);
    });

    test('reading after a position begins at the next event', async () => {
      await log().append('account-1', NO_STREAM, newEvents(5));
      const events = await all(log().readAll(ORIGIN));
      expect(await all(log().readAll(events[2]!))).toStrictEqual(events.slice(3));
      expect(await all(log().readAll(events[4]!))).toEqual([]);
      expect(await all(log().readAll(events[0]!, events[3]!.position))).toStrictEqual(events.slice(1, 4));
      expect(await log().head()).toBe(events[4]!.position);
    });

    test('pages hold no more than their bound and are whole and in order together', async () => {
      const count = 2 * PAGE_EVENTS_MAX + 1;
      await log().append('account-1', NO_STREAM, newEvents(count));
      for (const read of [log().readAll(ORIGIN), log().readStream('account-1')]) {
        const revisions: number[] = [];
        for await (const page of read) {
          expect(page.length).toBeGreaterThan(0);
          expect(page.length).toBeLessThanOrEqual(PAGE_EVENTS_MAX);
          revisions.push(...page.map(({ revision }) => revision));
        }
        expect(revisions).toEqual(Array.from({ length: count }, (_, index) => index));
      }
    });

    test('its end can be asked for at any moment of many appends, and is no earlier than any that was acknowledged', async () => {
      const appending: Promise<unknown>[] = [];
      const asking: Promise<void>[] = [];
      let acknowledged = 0;
      for (let append = 0; append < 4 * CONCURRENT; append += 1) {
        const least = acknowledged;
        asking.push(
          log()
            .head()
            .then((head) => expect(head).toBeGreaterThanOrEqual(least)),
        );
        const appended = log().append('account-1', append - 1, newEvents(1));
        appending.push(appended.then(({ position }) => (acknowledged = Math.max(acknowledged, position))));
        if (append % 10 === 0) await Promise.race(appending.slice(-5));
      }
      await Promise.all([...appending, ...asking]);
      expect(await log().head()).toBe(acknowledged);
    });

    test('the log is read up to where its reader wants it to end, whatever is appended meanwhile', async () => {
      await log().append('account-1', NO_STREAM, newEvents(2));
      const read = log().readAll(ORIGIN, await log().head());
      await log().append('account-1', 1, newEvents(2, 'late'));
      expect(await all(read)).toHaveLength(2);
    });
  });

  describe('the clock of the log', () => {
    test('an empty log is at position 0', async () => {
      expect(await log().head()).toBe(0);
      expect(await all(log().readAll(ORIGIN))).toEqual([]);
    });

    test('it never runs back: an event is recorded at the latest of all up to it, and keeps its own', async () => {
      await log().append('account-1', NO_STREAM, [newEvent('a', 5_000), newEvent('b', 3_000)]);
      await log().append('account-2', NO_STREAM, [newEvent('c', 4_000), newEvent('d', 7_000)]);
      await log().append('account-1', 1, [newEvent('e', -1)]);
      const events = await all(log().readAll(ORIGIN));
      expect(events.map(({ recordedAt }) => recordedAt)).toEqual([5_000, 5_000, 5_000, 7_000, 7_000]);
      expect(events.map(({ metadata }) => metadata.recordedAt)).toEqual([5_000, 3_000, 4_000, 7_000, -1]);
      // Whoever goes on from a mark knows the clock there, though the log may have to be told.
      expect((await all(log().readAll(events[3]!))).map(({ recordedAt }) => recordedAt)).toEqual([7_000]);
    });
  });
}
