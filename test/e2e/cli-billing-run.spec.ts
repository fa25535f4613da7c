/** `seatledger billing-run` as a billing job starts it: killed at any moment and run again, it ends as if it had never been. */
import { join } from 'node:path';
import { standingClock } from '#application/clock.js';
import { openLedger } from '#application/ledger.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { instantOf } from '#kernel/instant.js';
import { eventsOf } from '../support/ledger.js';
import { SLOW_MS, freshDirectory, removeDirectories, seatledger, start } from './support/launcher.js';
import { ACCOUNT, PRODUCT } from './support/stories.js';

import.meta.jest.setTimeout(2 * SLOW_MS);
afterAll(removeDirectories);

const ACCOUNTS = 200;
const PERIOD = '2026-03';
const RUN = ['billing-run', '--period', PERIOD, '--log', 'a'];

const ids = Array.from({ length: ACCOUNTS }, (_, n) => `account-${String(n).padStart(3, '0')}`);

/** Accounts with a licence since March, one of them in a currency without a price. */
async function ledgerToBill(): Promise<string> {
  const cwd = freshDirectory();
  const clock = standingClock(instantOf('2026-03-01T10:00:00.000Z'));
  const engine = await openLedger(join(cwd, 'a'), { create: true, clock });
  await engine.do('DefineProduct', PRODUCT);
  await engine.do('SetPrice', {
    product: 'copilot',
    currency: 'EUR',
    committed: '10',
    validFrom: '2026-03-01T10:00:00Z',
  });
  await Promise.all(
    ids.map(async (accountId, n) => {
      await engine.do('OpenAccount', { ...ACCOUNT, accountId, currency: n === 7 ? 'CHF' : 'EUR' });
      await engine.do('PurchaseLicenses', { accountId, product: 'copilot', quantity: 1 + n });
    }),
  );
  await engine.close();
  return cwd;
}

/** Account, and how often it was issued. */
async function issuedIn(cwd: string): Promise<Map<string, number>> {
  const log = openSqliteLog(join(cwd, 'a', 'ledger.db'), { create: false });
  const issued = new Map<string, number>();
  for (const { type, stream } of await eventsOf(log)) {
    if (type.startsWith('Invoice')) issued.set(stream, (issued.get(stream) ?? 0) + 1);
  }
  await log.close();
  return issued;
}

test('killed in its course and run again until it ends, a run has issued each account once; one that fails is exit 1', async () => {
  const cwd = await ledgerToBill();
  const told = new Set<string>();
  for (const lines of [1, 30, 60]) {
    const victim = start([...RUN, '--json', '--concurrency', '3'], { cwd });
    await victim.printed(lines);
    victim.child.kill('SIGKILL');
    await victim.ended;
    for (const line of victim.lines) {
      const { accountId, outcome } = JSON.parse(line) as { accountId: string; outcome: string };
      if (outcome === 'issued') told.add(`account-${accountId}`);
    }
  }
  const cut = await issuedIn(cwd);
  expect([...told].filter((stream) => !cut.has(stream))).toEqual([]);
  expect(cut.size).toBeLessThan(ACCOUNTS - 1);

  const whole = await seatledger([...RUN, '--json'], { cwd });
  expect(whole).toMatchObject({ code: 1, stderr: '' });
  const lines = whole.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toHaveLength(ACCOUNTS + 1);
  expect(lines[7]).toMatchObject({ accountId: ids[7], outcome: 'failed', refused: 'price-missing' });
  expect(lines.at(-1)).toMatchObject({
    summary: { accounts: ACCOUNTS, outcomes: { issued: ACCOUNTS - 1 - cut.size, unchanged: cut.size, failed: 1 } },
  });
  const issued = await issuedIn(cwd);
  expect(issued.size).toBe(ACCOUNTS - 1);
  expect([...issued.values()].every((times) => times === 1)).toBe(true);

  const again = await seatledger([...RUN, '--account', ids[7]!, '--account', ids[8]!], { cwd });
  expect(again).toMatchObject({ code: 1, stderr: '', stdout: expect.stringContaining('price-missing') });
  expect(again.stdout).toContain('2 accounts: 0 issued, 0 adjusted, 1 unchanged, 0 nothing to bill, 1 failed.');
});
