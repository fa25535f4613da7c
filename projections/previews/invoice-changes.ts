/** The invoices that a command's events change, before and after them: of the current period, and of those before it. */
import type { Facts } from '#domain/account/state.js';
import { requirePeriod } from '#domain/billing/period.js';
import type { Effective } from '#domain/catalog/decide.js';
import type { AccountEvent } from '#domain/events.js';
import { later } from '#kernel/instant.js';
import { monthOf, periodOf, periodsBack } from '#kernel/month.js';
import { chargesOf } from '#projections/invoices/charges.js';
import { type Invoice, invoice } from '#projections/invoices/invoice.js';
import { type Change, type Views, changeOf, isDifferent } from '#projections/previews/change.js';
import { type View, requireAccount } from '#projections/view.js';

/** Months whose invoices are compared, back from now: what one correction may cost. */
export const MONTHS_COMPARED_MAX = 600;

export type InvoiceTold = Omit<Invoice, 'accountId' | 'period'>;

export interface InvoiceChange extends Change<InvoiceTold> {
  readonly period: string;
}

export interface InvoiceChanges {
  /** Of the current period, the last, and of every one whose invoice changes from `invoicesFrom` on; oldest first. */
  readonly invoices: readonly InvoiceChange[];
  /** The first period that was compared: the one that the events are effective in, or the first of the last MONTHS_COMPARED_MAX months. */
  readonly invoicesFrom: string;
}

export function invoiceChanges(
  views: Views,
  accountId: string,
  events: readonly Effective<AccountEvent>[],
): InvoiceChanges {
  const facts = requireAccount(views.after, accountId);
  const { billing, timeZone, openedAt } = facts;
  const month = monthOf(views.after.at, timeZone);
  const since = events.reduce((first, { effectiveAt }) => (effectiveAt < first ? effectiveAt : first), views.after.at);
  // Of a repeat both views are one: no invoice changes.
  const months = views.before === views.after ? 1 : MONTHS_COMPARED_MAX;
  const periods = periodsBack(month, monthOf(later(since, openedAt), timeZone), billing, months);
  const current = periodOf(month, billing);
  const products = charged(events);
  return {
    invoices: periods
      .filter((period) => period === current || isChargedOtherwise(views, facts, period, products))
      .map((period) => ({ period, ...changeOf(views, (view) => invoiceTold(view, accountId, period)) }))
      .filter((change) => change.period === current || isDifferent(change)),
    invoicesFrom: periods[0]!,
  };
}

/** Products that the events may be charged for: those they name or, where one is of all products, such as a deactivation, undefined. */
function charged(events: readonly Effective<AccountEvent>[]): string[] | undefined {
  const products = new Set<string>();
  for (const { event } of events) {
    if (!('product' in event.data)) return undefined;
    products.add(event.data.product);
  }
  return [...products];
}

/** Prices are the same in both: where the charges are, the invoice is. */
function isChargedOtherwise(
  { before, after }: Views,
  facts: Facts,
  period: string,
  products: readonly string[] | undefined,
): boolean {
  return requirePeriod(facts, period).some((month) =>
    isDifferent({
      before: chargesOf(before, facts, month, products),
      after: chargesOf(after, facts, month, products),
    }),
  );
}

function invoiceTold(view: View, accountId: string, period: string): InvoiceTold {
  const { currency, provisional, lines, subtotal } = invoice(view, { accountId, period });
  return { currency, provisional, lines, subtotal };
}
