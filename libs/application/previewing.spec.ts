import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '#application/engine.js';
import { memoryLog } from '#event-log/memory.js';
import { ClockAhead, type EventLog } from '#event-log/port.js';
import { IN_MEMORY, openStore } from '#read-model/store.js';
import { type Ledger, type LedgerOptions, instant, newLedger } from '../../test/support/ledger.js';

const ACME = { accountId: 'acme', name: 'Acme', region: 'EU', timeZone: 'UTC', currency: 'EUR', billing: 'monthly' };
const QM = { accountId: 'acme', product: 'qm' };

const directory = mkdtempSync(join(tmpdir(), 'seatledger-previewing-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** An account opened in January with Ann, Bob and two licences of qm at 10 a month; `pro` has no price and is bought as needed. */
async function acme(options: Partial<LedgerOptions> = {}): Promise<Ledger> {
  const ledger = await newLedger({ start: '2026-01-05T10:00:00Z', ...options });
  const { engine } = ledger;
  await engine.do('DefineProduct', { product: 'qm', name: 'Qm', provisioning: 'assigned' });
  await engine.do('DefineProduct', { product: 'pro', name: 'Pro', provisioning: 'assigned', overage: 'auto-purchase' });
  await engine.do('SetPrice', { product: 'qm', currency: 'EUR', committed: '10', validFrom: '2026-01-05T10:00:00Z' });
  await engine.do('OpenAccount', { ...ACME, pricingModel: 'named' });
  for (const userId of ['ann', 'bob']) await engine.do('RegisterUser', { accountId: 'acme', userId, name: userId });
  await engine.do('PurchaseLicenses', { ...QM, quantity: 2 });
  return ledger;
}

const line = (month: string, quantity: number): object => ({
  month,
  product: 'qm',
  quantity,
  amount: `${quantity}0.00`,
});

test('roles: the seats that they would give are foreseen with their sources', async () => {
  const { engine } = await acme();
  await engine.do('LinkRole', { accountId: 'acme', role: 'agent', product: 'qm' });
  expect(await engine.preview('ChangeRoles', { accountId: 'acme', userId: 'ann', roles: ['agent'] })).toMatchObject({
    events: [
      { type: 'UserRolesChanged', effectiveAt: '2026-01-05T10:00:00.000Z', data: { userId: 'ann', roles: ['agent'] } },
      { type: 'SeatAssigned', data: { product: 'qm', userId: 'ann', source: 'role:agent' } },
    ],
    allocations: [
      {
        product: 'qm',
        before: { assigned: 0, seats: [] },
        after: { assigned: 1, seats: [{ userId: 'ann', sources: ['role:agent'] }] },
      },
    ],
  });
});

test('what is bought as needed is foreseen, and an invoice that lacks a price is told as refused', async () => {
  const { engine } = await acme();
  const preview = await engine.preview('AssignSeats', { ...QM, product: 'pro', userIds: ['ann', 'bob'] });
  expect(preview.events.map(({ type, data }) => [type, data])).toEqual([
    ['LicensePurchased', { product: 'pro', quantity: 2 }],
    ['SeatAssigned', { product: 'pro', userId: 'ann', source: 'manual' }],
    ['SeatAssigned', { product: 'pro', userId: 'bob', source: 'manual' }],
  ]);
  expect(preview).toMatchObject({
    allocations: [{ product: 'pro', before: { capacity: 0 }, after: { capacity: 2, assigned: 2 } }],
    invoices: [
      {
        period: '2026-01',
        before: { provisional: true, lines: [line('2026-01', 2)], subtotal: '20.00' },
        after: { refused: 'price-missing' },
      },
    ],
  });
});

test('a late fact that changes two periods that were issued: both invoices and the current one, line by line', async () => {
  const { engine, clock } = await acme();
  clock.moveTo(instant('2026-03-10T00:00:00Z'));
  for (const period of ['2026-01', '2026-02']) await engine.do('IssueInvoice', { accountId: 'acme', period });
  const late = { ...QM, quantity: 5, effectiveAt: '2026-01-20T00:00:00Z', reason: 'forgotten' };
  const invoices = (await engine.preview('SetCommitment', late)).invoices!;
  expect(invoices).toMatchObject(
    ['2026-01', '2026-02', '2026-03'].map((period) => ({
      period,
      before: { provisional: period === '2026-03', lines: [line(period, 2)], subtotal: '20.00' },
      after: { lines: [line(period, 5)], subtotal: '50.00' },
    })),
  );
  await engine.do('SetCommitment', late);
  expect(await engine.preview('IssueInvoice', { accountId: 'acme', period: '2026-01' })).toMatchObject({
    events: [{ type: 'InvoiceAdjusted', data: { period: '2026-01', subtotal: '30.00' } }],
    allocations: [],
    invoices: [{ period: '2026-03', before: { subtotal: '50.00' }, after: { subtotal: '50.00' } }],
  });
});

test('the cart: every product in it, by product; one that may not be sold is refused as the command is', async () => {
  const { engine } = await acme();
  const cart = (quantity: number): object => ({
    accountId: 'acme',
    changes: [
      { product: 'qm', quantity: 1 },
      { product: 'pro', quantity },
    ],
  });
  expect(await engine.preview('ChangeLicenses', cart(4))).toMatchObject({
    events: [{ type: 'LicenseReduced' }, { type: 'LicensePurchased' }],
    allocations: [
      { product: 'pro', before: { purchased: 0 }, after: { purchased: 4 } },
      { product: 'qm', before: { purchased: 2 }, after: { purchased: 1 } },
    ],
  });
  await engine.do('ChangeSale', { product: 'pro', sale: 'not-on-sale' });
  await expect(engine.preview('ChangeLicenses', cart(4))).rejects.toMatchObject({ code: 'not-for-sale' });
});

test('a deactivation names no product: the allocations of the seats that it ends are told', async () => {
  const { engine } = await acme();
  await engine.do('AssignSeats', { ...QM, userIds: ['ann', 'bob'] });
  expect(await engine.preview('DeactivateUser', { accountId: 'acme', userId: 'ann' })).toMatchObject({
    events: [{ type: 'UserDeactivated' }],
    allocations: [{ product: 'qm', before: { assigned: 2 }, after: { assigned: 1, seats: [{ userId: 'bob' }] } }],
  });
});

test('before an account is open it has no invoice', async () => {
  const { engine } = await acme();
  expect(await engine.preview('OpenAccount', { ...ACME, accountId: 'bolt', pricingModel: 'named' })).toMatchObject({
    events: [{ type: 'AccountOpened' }],
    allocations: [],
    invoices: [{ period: '2026-01', before: { refused: 'account-not-found' }, after: { lines: [], subtotal: '0.00' } }],
    revision: -1,
  });
  await expect(engine.ask('account', { accountId: 'bolt' })).rejects.toMatchObject({ code: 'account-not-found' });
});

test('of catalog and program commands the events alone are told', async () => {
  const { engine, log } = await acme();
  expect(await engine.preview('ChangeSale', { product: 'qm', sale: 'not-on-sale' })).toEqual({
    events: [
      {
        type: 'ProductSaleChanged',
        effectiveAt: '2026-01-05T10:00:00.000Z',
        data: { product: 'qm', sale: 'not-on-sale' },
      },
    ],
    knownAt: '2026-01-05T10:00:00.000Z',
    position: await log.head(),
    revision: 2,
  });
});

describe('a preview appends and remembers nothing', () => {
  test('its commandId is free for any command afterwards', async () => {
    const { engine, log } = await acme();
    const head = await log.head();
    const preview = await engine.preview('PurchaseLicenses', { ...QM, quantity: 3, commandId: 'c' });
    expect([await log.head(), preview.position, preview.revision]).toEqual([head, head, 3]);
    const expected = { expectedRevision: preview.revision, commandId: 'c' };
    expect(await engine.do('PurchaseLicenses', { ...QM, quantity: 4, ...expected })).toMatchObject({ revision: 4 });
    await expect(engine.preview('PurchaseLicenses', { ...QM, quantity: 4, expectedRevision: 3 })).rejects.toMatchObject(
      {
        code: 'revision-conflict',
      },
    );
  });

  test('of a repeat it tells what was recorded, which changes nothing any more; the id with another body is refused', async () => {
    const { engine } = await acme();
    const buy = { ...QM, quantity: 3, commandId: 'c' };
    const first = await engine.preview('PurchaseLicenses', buy);
    await engine.do('PurchaseLicenses', buy);
    await engine.do('ReduceLicenses', { ...QM, quantity: 1 });
    const again = await engine.preview('PurchaseLicenses', buy);
    expect(again.events).toEqual(first.events);
    expect(again.allocations).toMatchObject([{ product: 'qm', before: { purchased: 4 }, after: { purchased: 4 } }]);
    await expect(engine.preview('PurchaseLicenses', { ...buy, quantity: 9 })).rejects.toMatchObject({
      code: 'command-id-reused',
    });
  });
});

test('a machine whose clock may not write is told so by a preview too', async () => {
  const log: EventLog = { ...memoryLog(), checkClock: () => Promise.reject(new ClockAhead('an hour ahead')) };
  const engine = await openEngine({ log, store: openStore(IN_MEMORY) });
  const define = { product: 'qm', name: 'Qm', provisioning: 'assigned' };
  await expect(engine.preview('DefineProduct', define)).rejects.toBeInstanceOf(ClockAhead);
});

test('a preview does not wait for the commands of its stream', async () => {
  const log = memoryLog();
  let arrive = (): void => {};
  let release = (): void => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  let isHeld = false;
  const slow: EventLog = {
    ...log,
    async append(...args) {
      if (isHeld) {
        arrive();
        await released;
      }
      return log.append(...args);
    },
  };
  const { engine } = await acme({ log: slow });
  isHeld = true;
  const buying = engine.do('PurchaseLicenses', { ...QM, quantity: 1 });
  await arrived;
  const preview = await engine.preview('PurchaseLicenses', { ...QM, quantity: 1 });
  expect(preview.allocations).toMatchObject([{ before: { purchased: 2 }, after: { purchased: 3 } }]);
  release();
  await buying;
});

describe('of two processes on one read model', () => {
  test('one that is overtaken while it looks ahead looks again', async () => {
    const file = join(directory, 'overtaken.db');
    const log = memoryLog();
    const shared: EventLog = { ...log, close: async () => {} };
    const { engine, clock } = await acme({ log: shared, store: openStore(file) });
    let overtakes = 2;
    const head = async (): Promise<number> => {
      const found = await log.head();
      if (overtakes > 0) {
        overtakes -= 1;
        await engine.do('PurchaseLicenses', { ...QM, quantity: 1 });
        await engine.sync();
      }
      return found;
    };
    const other = await openEngine({ log: { ...shared, head }, store: openStore(file), clock });
    const preview = await other.preview('PurchaseLicenses', { ...QM, quantity: 10 });
    expect(preview.allocations).toMatchObject([{ before: { purchased: 4 }, after: { purchased: 14 } }]);
    expect(overtakes).toBe(0);
    for (const each of [engine, other]) await each.close();
  });

  test('commands go on while the other looks ahead, and each preview is of one state', async () => {
    const file = join(directory, 'together.db');
    const log: EventLog = { ...memoryLog(), close: async () => {} };
    const { engine, clock } = await acme({ log, store: openStore(file) });
    const other = await openEngine({ log, store: openStore(file), clock });
    const buy = { ...QM, quantity: 1 };
    const looks = Array.from({ length: 30 }, (_, n) => (n % 2 ? engine : other).preview('PurchaseLicenses', buy));
    const buys = Array.from({ length: 30 }, (_, n) => (n % 2 ? engine : other).do('PurchaseLicenses', buy));
    await Promise.all(buys);
    for (const { allocations } of await Promise.all(looks)) {
      const [{ before, after }] = allocations as unknown as [Record<'before' | 'after', { purchased: number }>];
      expect(after.purchased).toBe(before.purchased + 1);
    }
    const asked = (each: Engine): Promise<object> => each.ask('allocation', QM);
    expect(await asked(engine)).toMatchObject({ purchased: 32 });
    expect(await asked(other)).toEqual(await asked(engine));
    for (const each of [engine, other]) await each.close();
  });
});
