/** Pages of the log, on one whose positions have gaps as a server's do. */
import { toldOf } from '#application/auditing.js';
import { memoryLog } from '#event-log/memory.js';
import { ORIGIN } from '#event-log/port.js';
import { all } from '../../test/contract/new-event.js';
import { ACCOUNT, PRODUCT } from '../../test/e2e/support/stories.js';
import { gapped } from '../../test/support/gapped.js';
import { newLedger } from '../../test/support/ledger.js';

test('a page is the events after any position and up to any other, whether there is an event at them or not', async () => {
  const { engine, log } = await newLedger({ start: '2026-01-05T10:00:00Z', log: gapped(memoryLog()) });
  await engine.do('DefineProduct', PRODUCT);
  await engine.do('OpenAccount', ACCOUNT);
  for (const userId of ['ana', 'ben', 'cleo']) {
    await engine.do('RegisterUser', { accountId: 'harbor', userId, name: userId });
  }
  const stored = (await all(log.readAll(ORIGIN))).map(toldOf);
  const head = await log.head();
  for (let after = 0; after <= head; after += 1) {
    for (const position of [undefined, stored[1]!.position, stored[3]!.position, stored[3]!.position + 1]) {
      const until = position ?? head;
      const wanted = stored.filter((event) => event.position > after && event.position <= until);
      expect([after, await engine.events({ after, position, limit: 2 })]).toEqual([
        after,
        { events: wanted.slice(0, 2), position: until },
      ]);
    }
  }
  await engine.close();
});
