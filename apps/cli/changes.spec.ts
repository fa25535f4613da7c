/** Following an account from the command line, on an embedded ledger that others write to. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ledger, openLedger, openLedgerOn, openLog, rebuildLedger } from '#application/ledger.js';
import type { Engine } from '#application/engine.js';
import { LogUnavailable } from '#event-log/port.js';
import { changesOf } from './changes.js';

const OF = { accountId: 'harbor' };
const ACCOUNT = { ...OF, name: 'H', region: 'eu', timeZone: 'UTC', currency: 'EUR', billing: 'monthly' };
let location: string;
let writer: Engine;
let ledger: Ledger;
/** Reads of the log's end that find no server. */
let unreachable = 0;

beforeEach(async () => {
  location = join(mkdtempSync(join(tmpdir(), 'seatledger-follow-')), 'ledger');
  writer = await openLedger(location, { create: true });
  await writer.do('OpenAccount', { ...ACCOUNT, pricingModel: 'named' });
  const log = await openLog(location, { create: false });
  const head = async (known?: number): Promise<number> => {
    if (unreachable === 0) return log.head(known);
    unreachable -= 1;
    throw new LogUnavailable('');
  };
  ledger = await openLedgerOn({ ...log, head }, location, {});
});
afterEach(async () => {
  await ledger.engine.close();
  await writer.close();
  rmSync(join(location, '..'), { recursive: true });
});

const register = (userId: string): Promise<unknown> => writer.do('RegisterUser', { ...OF, userId, name: 'U' });

/** Registers users one after another, each when the one before was told. */
async function told(after: number, users: readonly string[], before: (userId: string) => void): Promise<string[]> {
  const stop = new AbortController();
  const seen: string[] = [];
  const waiting = [...users];
  const goOn = async (): Promise<void> => {
    const userId = waiting.shift();
    if (userId === undefined) return stop.abort();
    before(userId);
    await register(userId);
  };
  await goOn();
  for await (const { type, data } of changesOf(ledger, 'harbor', after, stop.signal)) {
    seen.push((data as { userId?: string }).userId ?? type);
    if (seen.at(-1) !== 'AccountOpened') await goOn();
  }
  return seen;
}

test('from a position on each event is told once, and a server that was gone is gone on with', async () => {
  const users = ['ana', 'ben', 'cleo'];
  expect(
    await told(1, users, (userId) => {
      if (userId === 'ben') unreachable = 1;
    }),
  ).toEqual(users);
  expect(unreachable).toBe(0);
});

test('from the beginning on everything is told, also while the read model is built anew', async () => {
  await writer.do('DefineProduct', { product: 'p', name: 'P', provisioning: 'assigned' });
  await rebuildLedger(location);
  expect(ledger.isCurrent()).toBe(false);
  expect(await told(0, ['ana', 'ben'], () => {})).toEqual(['AccountOpened', 'ana', 'ben']);
});
