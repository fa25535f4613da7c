/** The billing job: peaks and invoices of every account, twice the same; a run that one account fails; a late fact that becomes an adjustment. */
import type { Seatledger } from '../../../sdk/client.js';
import { type Story, beginStory, refusalOf } from '../../support/api/story.js';

let story: Story;
let job: Seatledger;
beforeAll(async () => {
  story = await beginStory('2026-01-05T10:00:00Z');
  await story.sells('qm', { provisioning: 'assigned', overage: 'allow' }, { committed: '30.00', uncommitted: '45.00' });
  const { vendor } = story;
  for (const [index, accountId] of ['acme', 'bolt', 'crux'].entries()) {
    const currency = accountId === 'crux' ? 'USD' : 'EUR';
    await story.opens(accountId, { currency }, 'ann', 'ben');
    await vendor.do('PurchaseLicenses', { accountId, product: 'qm', quantity: index + 1 });
    await vendor.do('AssignSeats', { accountId, product: 'qm', userIds: ['ann', 'ben'] });
  }
  job = await story.person('billing-job', '*', 'billing.read', 'billing.run');
  await story.at('2026-02-01T02:00:00Z');
});
afterAll(() => story.end());

const january = { period: '2026-01' } as const;

async function allAccounts(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { accounts } of job.pages('accounts', { limit: 2 }))
    ids.push(...accounts.map((each) => each.accountId));
  return ids;
}

/** Each account on its own: what one is refused with stops no other. */
async function billingRun(period: string): Promise<Record<string, unknown>> {
  const outcomes: Record<string, unknown> = {};
  for (const accountId of await allAccounts()) {
    outcomes[accountId] = await job.do('IssueInvoice', { accountId, period }).then(
      ({ events }) => events,
      (problem: { code: string }) => problem.code,
    );
  }
  return outcomes;
}

test('asks the peak and the invoice of every account, and is answered the same twice', async () => {
  const askAll = async (): Promise<unknown[]> => {
    const answers: unknown[] = [];
    for (const accountId of await allAccounts()) {
      answers.push(await job.ask('peak', { accountId, product: 'qm', month: '2026-01' }));
      if (accountId !== 'crux') answers.push(await job.ask('invoice', { accountId, ...january }));
    }
    return answers;
  };
  const first = await askAll();
  expect(first).toHaveLength(5);
  expect(first[0]).toMatchObject({ licences: { quantity: 1 }, assigned: { quantity: 2 }, billableOverage: 1 });
  expect(first[1]).toMatchObject({ provisional: false, subtotal: '75.00' });
  expect(await askAll()).toEqual(first);
});

test('issues a period for every account though one lacks a price, and only what is missing when it runs again', async () => {
  expect(await billingRun('2026-01')).toEqual({
    acme: ['InvoiceIssued'],
    bolt: ['InvoiceIssued'],
    crux: 'price-missing',
  });
  expect(await refusalOf(job.ask('invoice', { accountId: 'crux', ...january }))).toMatchObject({
    status: 409,
    code: 'price-missing',
  });
  const price = { product: 'qm', currency: 'USD', committed: '33.00', validFrom: '2026-01-01T00:00:00Z' };
  await story.vendor.do('SetPrice', { ...price, reason: 'forgotten at the opening' });
  expect(await billingRun('2026-01')).toEqual({ acme: [], bolt: [], crux: ['InvoiceIssued'] });
  expect(await billingRun('2026-02')).toEqual({
    acme: 'period-not-over',
    bolt: 'period-not-over',
    crux: 'period-not-over',
  });
});

test('a late fact becomes an adjustment: what was issued and adjusted is what is owed', async () => {
  await story.at('2026-02-05T09:00:00Z');
  const admin = await story.person('carla', 'acme', 'licensing.update', 'licensing.correct');
  const late = { effectiveAt: '2026-01-05T10:00:00Z', reason: 'never started' };
  await admin.do('ReleaseSeats', { accountId: 'acme', product: 'qm', userIds: ['ben'], ...late });
  expect(await billingRun('2026-01')).toEqual({ acme: ['InvoiceAdjusted'], bolt: [], crux: [] });
  const { documents, total } = await job.ask('issued', { accountId: 'acme', ...january });
  expect(documents.map(({ type, subtotal }) => [type, subtotal])).toEqual([
    ['InvoiceIssued', '75.00'],
    ['InvoiceAdjusted', '-45.00'],
  ]);
  expect(documents[1]!.lines).toMatchObject([{ kind: 'overage', quantity: -1, unitPrice: '45.00', amount: '-45.00' }]);
  expect((await job.ask('invoice', { accountId: 'acme', ...january })).subtotal).toBe(total);
});

test('may bill, and neither see who holds a seat nor change one', async () => {
  expect(await refusalOf(job.ask('allocation', { accountId: 'acme', product: 'qm' }))).toMatchObject({ status: 403 });
  const assigned = job.do('AssignSeats', { accountId: 'acme', product: 'qm', userIds: ['ann'] });
  expect(await refusalOf(assigned)).toMatchObject({ status: 403, code: 'forbidden' });
});
