/** One account of a billing run: its period is issued, or adjusted where late facts changed what was issued. */
import { differences } from '#domain/billing/adjustment.js';
import { subtotalOf } from '#domain/billing/lines.js';
import type { InvoiceLine } from '#domain/events.js';
import { derivedId } from '#kernel/id.js';
import { instantOf } from '#kernel/instant.js';
import { type Billing, monthInterval, periodMonths } from '#kernel/month.js';
import { Refusal } from '#kernel/refusal.js';
import type { Access } from '../access.js';

/** What bills: a ledger here, or a service elsewhere. */
export type Biller = Pick<Access, 'ask' | 'do'>;

/** An account as `accounts` tells it. */
export interface Billable {
  readonly accountId: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly billing: Billing;
}

export type Bill =
  | {
      readonly outcome: 'issued' | 'adjusted';
      readonly currency: string;
      readonly subtotal: string;
      /** Of what was issued; what would be has none yet. */
      readonly invoiceId?: string;
    }
  | { readonly outcome: 'unchanged' | 'nothing-to-bill' };

interface Document {
  readonly type: string;
  readonly invoiceId: string;
  readonly subtotal: string;
  readonly lines: readonly InvoiceLine[];
}

/** The state that a dry run looks at. */
export interface Pinned {
  readonly knownAt: string;
  readonly position: number;
}

/**
 * The command's id counts the documents there are: sent again by a run that was cut off, or by another run beside this one, it is
 * one command; once its document is there, the next run's is another one, which adjusts what late facts have changed since.
 * @throws Refusal of IssueInvoice
 */
export async function bill(biller: Biller, { accountId, currency }: Billable, period: string): Promise<Bill> {
  const before = await documentsOf(biller, { accountId, period });
  const commandId = derivedId('billing-run', accountId, period, before.length + 1);
  const { events, position } = await biller.do('IssueInvoice', { accountId, period, commandId });
  if (events.length === 0) return { outcome: before.length === 0 ? 'nothing-to-bill' : 'unchanged' };
  const issued = (await documentsOf(biller, { accountId, period, position })).at(-1)!;
  const { type, invoiceId, subtotal } = issued;
  return { outcome: type === 'InvoiceIssued' ? 'issued' : 'adjusted', currency, subtotal, invoiceId };
}

/** What `bill` would come to in a state, by the answers alone. @throws Refusal of IssueInvoice */
export async function wouldBill(
  biller: Biller,
  { accountId, currency, billing, timeZone }: Billable,
  period: string,
  pinned: Pinned,
): Promise<Bill> {
  const documents = await documentsOf(biller, { accountId, period, ...pinned });
  const end = monthInterval(periodMonths(period, billing)!.at(-1)!, timeZone).to;
  if (instantOf(pinned.knownAt) < end) {
    throw new Refusal('period-not-over', `${period} is not over yet; issue its invoice when it is`);
  }
  const due = (await biller.ask('invoice', { accountId, period, ...pinned })) as Omit<Document, 'type'>;
  if (documents.length === 0) {
    if (due.lines.length === 0) return { outcome: 'nothing-to-bill' };
    return { outcome: 'issued', currency, subtotal: due.subtotal };
  }
  const issued = documents.flatMap(({ lines }) => lines);
  const lines = differences(issued, due.lines);
  if (lines.length === 0) return { outcome: 'unchanged' };
  return { outcome: 'adjusted', currency, subtotal: subtotalOf(lines, currency) };
}

async function documentsOf(biller: Biller, of: object): Promise<readonly Document[]> {
  return ((await biller.ask('issued', of)) as { readonly documents: readonly Document[] }).documents;
}
