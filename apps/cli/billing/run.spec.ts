/** A billing run over a real engine: what it issues, what it leaves alone, and what it says of each account. */
import { CONCURRENCY } from '../commands/billing-run.js';
import { memoryLog } from '#event-log/memory.js';
import { type EventLog, LogUnavailable } from '#event-log/port.js';
import { instantOf } from '#kernel/instant.js';
import { type Ledger, eventsOf, newLedger } from '../../../test/support/ledger.js';
import { ACCOUNT, PRODUCT } from '../../../test/e2e/support/stories.js';
import { type Billed, LOST_IN_A_ROW_MAX, type Summary, billingRun } from './run.js';

const OPENED = { effectiveAt: '2026-03-01T00:00:00Z', reason: 'set up' };
const APRIL = '2026-04';
const ISSUES = ['InvoiceIssued', 'InvoiceAdjusted'];

interface Given {
  readonly billing?: string;
  readonly currency?: string;
  readonly licences?: number;
}

/** Accounts with licences since March, in April. */
async function ledgerOf(accounts: Readonly<Record<string, Given>>, log: EventLog = memoryLog()): Promise<Ledger> {
  const ledger = await newLedger({ start: '2026-04-02T10:00:00Z', log });
  const { engine } = ledger;
  await engine.do('DefineProduct', PRODUCT);
  for (const currency of ['EUR', 'JPY']) {
    const price = { product: 'copilot', currency, committed: '10', validFrom: '2026-01-01T00:00:00Z', reason: 'x' };
    await engine.do('SetPrice', price);
  }
  for (const [accountId, { billing = 'monthly', currency = 'EUR', licences = 3 }] of Object.entries(accounts)) {
    await engine.do('OpenAccount', { ...ACCOUNT, accountId, billing, currency, timeZone: 'UTC', ...OPENED });
    if (licences > 0) {
      await engine.do('PurchaseLicenses', { accountId, product: 'copilot', quantity: licences });
    }
  }
  ledger.clock.moveTo(instantOf('2026-05-02T10:00:00Z'));
  return ledger;
}

async function run(
  ledger: Ledger,
  options: { period?: string; accounts?: string[]; dryRun?: boolean } = {},
): Promise<{ billed: Billed[]; summary: Summary }> {
  const billed: Billed[] = [];
  const summary = await billingRun(ledger.engine, {
    period: APRIL,
    accounts: [],
    dryRun: false,
    concurrency: CONCURRENCY,
    onBilled: (one) => billed.push(one),
    textOf: String,
    ...options,
  });
  return { billed, summary };
}

async function documentsIn({ log }: Ledger): Promise<string[]> {
  return (await eventsOf(log))
    .filter(({ type }) => ISSUES.includes(type))
    .map(({ type, stream }) => `${type} ${stream}`);
}

const outcomes = (billed: readonly Billed[]): string[] =>
  billed.map(({ accountId, outcome }) => `${accountId} ${outcome}`);

test('every account whose billing the period fits is issued, in their order; totals are by currency', async () => {
  const ledger = await ledgerOf({
    beta: {},
    alpha: { licences: 2 },
    tokyo: { currency: 'JPY' },
    yearly: { billing: 'annual' },
    idle: { licences: 0 },
  });
  const { billed, summary } = await run(ledger);
  expect(outcomes(billed)).toEqual(['alpha issued', 'beta issued', 'idle nothing-to-bill', 'tokyo issued']);
  expect(billed[0]).toEqual({
    accountId: 'alpha',
    period: APRIL,
    outcome: 'issued',
    currency: 'EUR',
    subtotal: '20.00',
    invoiceId: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect(summary).toEqual({
    period: APRIL,
    dryRun: false,
    accounts: 4,
    outcomes: { issued: 3, adjusted: 0, unchanged: 0, 'nothing-to-bill': 1, failed: 0 },
    totals: [
      { currency: 'EUR', total: '50.00' },
      { currency: 'JPY', total: '30' },
    ],
  });
});

test('run again, nothing is issued twice; what late facts changed since is adjusted, each time', async () => {
  const ledger = await ledgerOf({ alpha: {}, beta: {} });
  await run(ledger);
  expect(outcomes((await run(ledger)).billed)).toEqual(['alpha unchanged', 'beta unchanged']);
  for (const total of ['10.00', '10.00']) {
    const late = { effectiveAt: '2026-04-20T00:00:00Z', reason: 'reported late' };
    await ledger.engine.do('PurchaseLicenses', { accountId: 'beta', product: 'copilot', quantity: 1, ...late });
    const { billed, summary } = await run(ledger);
    expect(outcomes(billed)).toEqual(['alpha unchanged', 'beta adjusted']);
    expect(summary.totals).toEqual([{ currency: 'EUR', total }]);
  }
  expect((await documentsIn(ledger)).length).toBe(4);
});

test('runs at once issue each account once, and all of them tell what was issued', async () => {
  const ledger = await ledgerOf({ alpha: {}, beta: {}, gamma: {} });
  const runs = await Promise.all([run(ledger), run(ledger), run(ledger)]);
  for (const { summary } of runs) expect(summary.outcomes.failed).toBe(0);
  expect((await documentsIn(ledger)).sort()).toEqual(
    ['alpha', 'beta', 'gamma'].map((id) => `InvoiceIssued account-${id}`),
  );
});

test("one account's failure is listed with its reason and stops no other; who is named is not skipped", async () => {
  const ledger = await ledgerOf({ alpha: {}, cheap: { currency: 'CHF' }, delta: {}, yearly: { billing: 'annual' } });
  const { billed, summary } = await run(ledger);
  expect(outcomes(billed)).toEqual(['alpha issued', 'cheap failed', 'delta issued']);
  expect(billed[1]).toMatchObject({ refused: 'price-missing', message: expect.stringContaining('CHF') });
  expect(summary.outcomes).toMatchObject({ issued: 2, failed: 1 });

  const named = await run(ledger, { accounts: ['yearly', 'nobody', 'alpha', 'alpha'] });
  expect(outcomes(named.billed)).toEqual(['alpha unchanged', 'nobody failed', 'yearly failed']);
  expect(named.billed.slice(1)).toMatchObject([{ refused: 'account-not-found' }, { refused: 'invalid-period' }]);
});

test('a period that no billing has is invalid-input; one that is not over is refused for each account', async () => {
  const ledger = await ledgerOf({ alpha: {} });
  for (const period of ['2026-13', 'May', '2026-Q5', '']) {
    await expect(run(ledger, { period })).rejects.toMatchObject({
      code: 'invalid-input',
      errors: [{ field: 'period' }],
    });
  }
  for (const dryRun of [false, true]) {
    const { billed } = await run(ledger, { period: '2026-05', dryRun });
    expect(billed).toMatchObject([{ outcome: 'failed', refused: 'period-not-over' }]);
  }
});

test('a dry run appends nothing, and says of each account what the run then does', async () => {
  const ledger = await ledgerOf({ alpha: {}, beta: {}, cheap: { currency: 'CHF' }, idle: { licences: 0 } });
  await run(ledger, { accounts: ['alpha', 'beta'] });
  const late = { effectiveAt: '2026-04-20T00:00:00Z', reason: 'reported late' };
  await ledger.engine.do('PurchaseLicenses', { accountId: 'beta', product: 'copilot', quantity: 4, ...late });
  const before = await ledger.log.head();
  const wanted = { accounts: ['alpha', 'beta', 'cheap', 'idle', 'nobody'] };
  const would = await run(ledger, { ...wanted, dryRun: true });
  expect(await ledger.log.head()).toBe(before);
  expect(outcomes(would.billed)).toEqual([
    'alpha unchanged',
    'beta adjusted',
    'cheap failed',
    'idle nothing-to-bill',
    'nobody failed',
  ]);
  const did = await run(ledger, wanted);
  const withoutIds = did.billed.map((billed) => ({ ...billed, invoiceId: undefined }));
  expect(would.billed.map((billed) => ({ ...billed, invoiceId: undefined }))).toEqual(withoutIds);
  expect(would.summary).toEqual({ ...did.summary, dryRun: true });
});

test('where the log is lost the accounts are told as failed, the rest is not tried for ever, and a run afterwards issues them', async () => {
  const log = memoryLog();
  let isLost = false;
  let attempts = 0;
  const append: EventLog['append'] = async (...args) => {
    attempts += Number(isLost);
    if (isLost) throw new LogUnavailable('nobody answers');
    return log.append(...args);
  };
  const ids = Array.from({ length: 40 }, (_, index) => `account-${index}`);
  const ledger = await ledgerOf(Object.fromEntries(ids.map((id) => [id, {}])), { ...log, append });
  isLost = true;
  const lost = await run(ledger);
  expect(lost.summary.outcomes).toMatchObject({ issued: 0, failed: 40 });
  expect(lost.billed[0]).toMatchObject({ outcome: 'failed', message: expect.stringContaining('nobody answers') });
  expect(lost.billed.at(-1)).toMatchObject({ outcome: 'failed', message: expect.stringContaining('not tried') });
  expect(attempts).toBeLessThan(LOST_IN_A_ROW_MAX + CONCURRENCY);
  isLost = false;
  expect((await run(ledger)).summary.outcomes).toMatchObject({ issued: 40, failed: 0 });
});
