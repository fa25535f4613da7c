/** What a log promises that several processes share and that outlives them: each has a connection of its own. */
import { NO_STREAM, ORIGIN, type EventLog } from '#event-log/port.js';
import { all, labelOf, labels, newEvent, newEvents } from './new-event.js';
import { soon } from './soon.js';

/** @param make a new, empty log, as a function that opens a connection to it */
export function sharedLogContract(name: string, make: () => () => EventLog | Promise<EventLog>): void {
  describe(`${name} keeps the promises of a shared log`, () => {
    let log: EventLog;
    let other: EventLog;
    let open: () => EventLog | Promise<EventLog>;

    beforeEach(async () => {
      open = make();
      log = await open();
      other = await open();
    });
    afterEach(async () => {
      await log.close();
      await other.close();
    });

    test('another connection sees what was acknowledged, at once', async () => {
      for (let round = 0; round < 5; round++) {
        await log.append('account-1', 2 * round - 1, [newEvent(2 * round, 1_000 * round)]);
        expect((await all(other.readAll(ORIGIN))).map(labelOf).at(-1)).toBe(2 * round);
        await other.append('account-1', 2 * round, [newEvent(2 * round + 1)]);
        expect(await log.head()).toEqual(await other.head());
        expect(await all(log.readStream('account-1'))).toStrictEqual(await all(other.readStream('account-1')));
      }
      expect(await labels(log)).toEqual(Array.from({ length: 10 }, (_, n) => n));
    });

    test('of two connections that expect the same revision one wins', async () => {
      await log.append('account-1', NO_STREAM, newEvents(1));
      await other.append('account-1', 0, newEvents(1, 'other'));
      await expect(log.append('account-1', 0, newEvents(1))).rejects.toMatchObject({ actualRevision: 1 });
      const both = await Promise.allSettled([log, other].map((each) => each.append('account-1', 1, newEvents(1))));
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    test("a subscription is told of another connection's appends", async () => {
      let told = 0;
      log.subscribe(() => told++);
      await other.append('account-1', NO_STREAM, newEvents(1));
      await soon(() => told > 0);
      expect(await all(log.readAll(ORIGIN))).toHaveLength(1);
    });

    test('what was acknowledged is there after the log was closed and opened', async () => {
      await log.append('account-1', NO_STREAM, [newEvent('a', 9_000), newEvent('b')]);
      await other.close();
      const before = await all(log.readAll(ORIGIN));
      await log.close();
      log = await open();
      expect(await all(log.readAll(ORIGIN))).toStrictEqual(before);
      await log.append('account-1', 1, [newEvent('c')]);
      expect((await all(log.readAll(ORIGIN))).at(-1)!.recordedAt).toBe(9_000);
    });
  });
}
