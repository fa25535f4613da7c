/** Which timelines there are: one for each thing that a question asks about. */

export const CLOCK = 'clock';
export const DIRECTORY = 'directory';

/**
 * The timelines of an account:
 * - `facts`: AccountOpened, PricingModelChanged
 * - `user`, one a user: every event of the user
 * - `product`, one a product: licences, links, subscriptions, limits, retention and trials
 * - `usage`, one a product: UsageRecorded
 * - `invoices`: InvoiceIssued, InvoiceAdjusted
 * - `roster`: who is registered and active, and how many are
 * - `seats`, one a product: who gained and lost which source, and how many hold a seat
 *
 * The last two are told apart from the events, which are in the others, each in one.
 */
export type Kind = 'facts' | 'user' | 'product' | 'usage' | 'invoices' | 'roster' | 'seats';

export const EVENT_KINDS: readonly Kind[] = ['facts', 'user', 'product', 'usage', 'invoices'];

/** Ids have no slash; `id` is the user's or product's, empty for what an account has one of. */
export function timelineKey(accountId: string, kind: Kind, id = ''): string {
  return `account/${accountId}/${kind}/${id}`;
}

/** The user or the product that a key ends with. */
export function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
