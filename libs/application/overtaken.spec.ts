/** Two processes of a machine file one log into one read model, and either may be faster while the other is reading. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '#application/engine.js';
import { memoryLog } from '#event-log/memory.js';
import type { EventLog, Mark } from '#event-log/port.js';
import { openStore } from '#read-model/store.js';

const directory = mkdtempSync(join(tmpdir(), 'seatledger-overtaken-'));
afterAll(() => rmSync(directory, { recursive: true }));

const HARBOR = { name: 'Harbor', region: 'EU', timeZone: 'UTC', currency: 'EUR', pricingModel: 'named' };

async function record(engine: Engine, round: number): Promise<void> {
  const accountId = `harbor-${round}`;
  await engine.do('DefineProduct', { product: `p${round}`, name: 'P', provisioning: 'assigned', overage: 'allow' });
  await engine.do('OpenAccount', { accountId, ...HARBOR, billing: 'monthly' });
  for (const userId of ['ana', 'ben']) {
    await engine.do('RegisterUser', { accountId, userId, name: userId });
    await engine.do('RegisterUser', { accountId: 'harbor-0', userId: `${userId}-${round}`, name: userId });
  }
  const phases = [{ phase: 'restricted', region: null, startsAt: '2099-01-01T00:00:00Z' }];
  await engine.do('AnnounceProgram', { programId: `x${round}`, name: 'X', products: [`p${round}`], phases });
}

test('who was overtaken while it read the log files what is missing, and takes nothing for damage', async () => {
  const log = memoryLog();
  const shared = { ...log, close: async () => {} };
  const writer = await openEngine({ log: shared, store: openStore(':memory:') });
  const file = join(directory, 'read-model.db');
  const faster = await openEngine({ log: shared, store: openStore(file) });
  let overtakes = 0;
  async function* readAll(after: Mark, until?: number): ReturnType<EventLog['readAll']> {
    for await (const page of log.readAll(after, until)) {
      await faster.sync();
      overtakes += 1;
      yield page;
    }
  }
  const slower = await openEngine({ log: { ...shared, readAll }, store: openStore(file) });
  for (const round of [0, 1, 2]) {
    await record(writer, round);
    await slower.sync();
    expect(slower.position).toBe(await log.head());
    const answers = [slower, faster, writer].map((engine) =>
      engine.ask('overview', { accountId: 'harbor-0', knownAt: '2099-01-01T00:00:00Z', position: slower.position }),
    );
    const [first, ...others] = await Promise.all(answers);
    expect(others).toEqual([first, first]);
  }
  expect(overtakes).toBeGreaterThanOrEqual(3);
  for (const engine of [slower, faster, writer]) await engine.close();
});
