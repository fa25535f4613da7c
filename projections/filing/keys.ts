/** Which timelines there are: one for each thing that a question asks about. */

export const CLOCK = 'clock';
export const DIRECTORY = 'directory';

/** Before everything of one account; ids have no slash. */
const ofAccount = (accountId: string, kind: string): string => `account/${accountId}/${kind}`;

export const ACCOUNTS = 'facts/';

/** AccountOpened, PricingModelChanged. */
export const factsKey = (accountId: string): string => `${ACCOUNTS}${accountId}`;
/** Registrations, roles and (de)activations of all users, each with how many users are active after it. */
export const rosterKey = (accountId: string): string => ofAccount(accountId, 'roster');
/** InvoiceIssued, InvoiceAdjusted. */
export const invoicesKey = (accountId: string): string => ofAccount(accountId, 'invoices');
/** Every event of one user. */
export const userKey = (accountId: string, userId: string): string => ofAccount(accountId, `user/${userId}`);
/** Licences, links, subscriptions, limits, retention and trials of one product. */
export const productKey = (accountId: string, product: string): string => ofAccount(accountId, `product/${product}`);
/** Seats of one product, each event with how many are assigned after it. */
export const seatsKey = (accountId: string, product: string): string => ofAccount(accountId, `seats/${product}`);
/** UsageRecorded of one product. */
export const usageKey = (accountId: string, product: string): string => ofAccount(accountId, `usage/${product}`);

export const usersPrefix = (accountId: string): string => userKey(accountId, '');
export const productsPrefix = (accountId: string): string => productKey(accountId, '');
export const seatsPrefix = (accountId: string): string => seatsKey(accountId, '');
export const usagePrefix = (accountId: string): string => usageKey(accountId, '');

/** What follows a prefix: the user or the product. */
export function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
