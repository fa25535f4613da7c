/** What every log promises of appends. */
import { NO_STREAM, ORIGIN, RevisionConflict, type EventLog } from '#event-log/port.js';
import { all, labels, newEvent, newEvents } from './new-event.js';

const CONCURRENT = 50;

export function appendingContract(log: () => EventLog): void {
  describe('appending', () => {
    test('a stream begins at revision 0, with the expectation that it does not exist', async () => {
      await expect(log().append('account-1', NO_STREAM, [newEvent('a')])).resolves.toMatchObject({ revision: 0 });
    });

    test('the result tells revision and position of the last event', async () => {
      await log().append('account-1', NO_STREAM, newEvents(2));
      const appended = await log().append('account-1', 1, newEvents(3));
      const last = (await all(log().readAll(ORIGIN))).at(-1)!;
      expect(appended).toEqual({ revision: 4, position: last.position });
      expect(last.revision).toBe(4);
    });

    test.each([
      ['a stream that exists is expected not to', 2, NO_STREAM],
      ['a stream that does not exist is expected to', 0, 0],
      ['the expectation is behind', 3, 1],
      ['the expectation is ahead', 3, 3],
      ['the expectation is no revision', 3, -2],
    ])('nothing is appended where %s', async (_, count, expected) => {
      if (count > 0) await log().append('account-1', NO_STREAM, newEvents(count));
      const refused = log().append('account-1', expected, newEvents(2, 'late'));
      await expect(refused).rejects.toBeInstanceOf(RevisionConflict);
      await expect(refused).rejects.toMatchObject({
        stream: 'account-1',
        expectedRevision: expected,
        actualRevision: count - 1,
      });
      expect(await all(log().readAll(ORIGIN))).toHaveLength(count);
      expect(await all(log().readStream('account-1'))).toHaveLength(count);
    });

    test('20,000 events are one append, in order', async () => {
      const appended = await log().append('account-1', NO_STREAM, newEvents(20_000));
      expect(appended.revision).toBe(19_999);
      expect(await labels(log())).toEqual(Array.from({ length: 20_000 }, (_, index) => String(index)));
    }, 30_000);

    test.each([0, 20_001])('an append of %d events is an error, and appends nothing', async (count) => {
      await expect(log().append('account-1', NO_STREAM, newEvents(count))).rejects.toBeInstanceOf(RangeError);
      expect(await log().head()).toBe(0);
    });

    test('of 50 concurrent appends at one expected revision one wins, and the others conflict', async () => {
      await log().append('account-1', NO_STREAM, [newEvent('first')]);
      const tries = Array.from({ length: CONCURRENT }, (_, n) => log().append('account-1', 0, newEvents(2, `${n}-`)));
      const outcomes = await Promise.allSettled(tries);
      const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(RevisionConflict);
      }
      expect(await labels(log(), 'account-1')).toEqual(['first', `${won}-0`, `${won}-1`]);
    });

    test('appends to one stream whose revisions were foretold all succeed, in order', async () => {
      const appends = Array.from({ length: CONCURRENT }, (_, n) => log().append('account-1', n - 1, [newEvent(n)]));
      await Promise.all(appends);
      expect(await labels(log(), 'account-1')).toEqual(Array.from({ length: CONCURRENT }, (_, n) => n));
    });
  });
}
