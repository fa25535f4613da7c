/** What every adapter of the port promises; an adapter's spec gives the logs to run it on. */
import { NO_STREAM, ORIGIN, RevisionConflict, type EventLog } from '#event-log/port.js';
import { appendingContract } from './appending.contract.js';
import { all, newEvents } from './new-event.js';
import { readingContract } from './reading.contract.js';
import { soon } from './soon.js';

/** @param make a new, empty log */
export function eventLogContract(name: string, make: () => EventLog | Promise<EventLog>): void {
  describe(`${name} keeps the promises of a log`, () => {
    let current: EventLog;
    const log = (): EventLog => current;

    beforeEach(async () => {
      current = await make();
    });
    afterEach(() => current.close());

    appendingContract(log);
    readingContract(log);

    describe('a subscription', () => {
      test('is told that there is something to read, which then is there', async () => {
        let told = 0;
        log().subscribe(() => told++);
        await log().append('account-1', NO_STREAM, newEvents(1));
        await soon(() => told > 0);
        expect(await all(log().readAll(ORIGIN))).toHaveLength(1);
      });

      test('is told no more once it has ended, and ends no other', async () => {
        let ended = 0;
        let other = 0;
        const end = log().subscribe(() => ended++);
        log().subscribe(() => other++);
        end();
        end();
        await log().append('account-1', NO_STREAM, newEvents(1));
        await soon(() => other > 0);
        expect(ended).toBe(0);
      });

      test('is not told of what is refused', async () => {
        await log().append('account-1', NO_STREAM, newEvents(1));
        let told = 0;
        log().subscribe(() => told++);
        await expect(log().append('account-1', NO_STREAM, newEvents(1))).rejects.toThrow(RevisionConflict);
        expect(told).toBe(0);
      });
    });

    test('a closed log takes and gives nothing', async () => {
      await log().append('account-1', NO_STREAM, newEvents(1));
      await log().close();
      await log().close();
      await expect(log().append('account-1', 0, newEvents(1))).rejects.toThrow('closed');
      await expect(all(log().readStream('account-1'))).rejects.toThrow('closed');
    });

    test('what was under way when the log was closed is settled', async () => {
      const appended = log().append('account-1', NO_STREAM, newEvents(1));
      await log().close();
      await expect(appended).resolves.toMatchObject({ revision: 0 });
    });
  });
}
