/** A service with tenants who have some of everything: seats, services, usage, prices of their own, an invoice, a program ahead. */
import { standingClock } from '#application/clock.js';
import { instant } from '../ledger.js';
import { type TestService, serveInMemory } from './service.js';

export const NOW = '2026-03-10T09:00:00.000Z';
/** Assigned, one of them requiring the other; then account-wide, unmanaged and metered. */
export const PRODUCTS = ['desk', 'voice', 'wide', 'site', 'meter'] as const;
export const PROGRAM = 'paid-voice';
const PRICE = { currency: 'EUR', committed: '49.90', uncommitted: '59.9', validFrom: '2026-01-01T00:00:00Z' };

/** The users of an account, who are named after it. */
export function usersOf(accountId: string): readonly [string, string] {
  return [`${accountId}.ann`, `${accountId}.ben`];
}

/** @param accounts each with all that there is, and all theirs named after them */
export async function serveTenants(accounts: readonly string[]): Promise<TestService> {
  const clock = standingClock(instant('2026-01-05T10:00:00Z'));
  const service = await serveInMemory(clock);
  const record = async (command: string, body: object): Promise<unknown> => service.engine.do(command, body);
  for (const [index, product] of PRODUCTS.entries()) {
    const provisioning = ['assigned', 'assigned', 'account-wide', 'unmanaged', 'metered'][index];
    const own = product === 'voice' ? { requires: [['desk']], overage: 'allow' } : {};
    await record('DefineProduct', { product, name: product, provisioning, features: [`use-${product}`], ...own });
    await record('SetPrice', { product, ...PRICE, reason: 'of the new year' });
  }
  for (const accountId of accounts) await settle(record, accountId);
  const phases = [{ phase: 'restricted', region: null, startsAt: '2026-06-01T00:00:00Z' }];
  await record('AnnounceProgram', { programId: PROGRAM, name: 'Voice becomes paid', products: ['voice'], phases });
  clock.moveTo(instant(NOW));
  for (const accountId of accounts) {
    await record('IssueInvoice', { accountId, period: '2026-01' });
    await record('DeactivateUser', {
      accountId,
      userId: usersOf(accountId)[1],
      effectiveAt: '2026-02-20T09:00:00Z',
      reason: `left ${accountId}`,
    });
  }
  return service;
}

async function settle(record: (command: string, body: object) => Promise<unknown>, accountId: string): Promise<void> {
  const facts = { region: 'EU', timeZone: 'Europe/Berlin', currency: 'EUR', pricingModel: 'named', billing: 'monthly' };
  await record('OpenAccount', { accountId, name: `${accountId} Ltd`, ...facts });
  for (const userId of usersOf(accountId)) {
    await record('RegisterUser', { accountId, userId, name: userId, roles: ['agent'] });
  }
  await record('PurchaseLicenses', { accountId, product: 'desk', quantity: 3 });
  await record('LinkRole', { accountId, role: 'agent', product: 'desk' });
  await record('AssignSeats', { accountId, product: 'voice', userIds: usersOf(accountId) });
  for (const product of ['wide', 'site', 'meter']) await record('Subscribe', { accountId, product });
  await record('RecordUsage', { accountId, product: 'meter', usageId: `${accountId}.call`, quantity: 5 });
  const contract = { currency: 'EUR', committed: '39.90', validFrom: '2026-01-05T10:00:00Z' };
  await record('SetPrice', { product: 'desk', accountId, ...contract });
}
