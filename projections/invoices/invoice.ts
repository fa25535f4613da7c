/** `invoice`: the lines of a period, to the minor unit, as known at an instant. */
import type { Facts } from '#domain/account/state.js';
import { type Charge, linesOf, priceFor, sortLines, subtotalOf } from '#domain/billing/lines.js';
import type { InvoiceLine } from '#domain/events.js';
import { type Month, monthInterval, periodMonths } from '#kernel/month.js';
import { Refusal } from '#kernel/refusal.js';
import { chargesOf } from '#projections/invoices/charges.js';
import { type View, requireAccount } from '#projections/view.js';

export interface Invoice {
  readonly accountId: string;
  readonly period: string;
  readonly currency: string;
  readonly provisional: boolean;
  readonly lines: readonly InvoiceLine[];
  readonly subtotal: string;
}

export function invoice(view: View, { accountId, period }: { accountId: string; period: string }): Invoice {
  const facts = requireAccount(view, accountId);
  const months = requirePeriod(facts, period);
  const charges = months.flatMap((month) => chargesOf(view, facts, month));
  const lines = sortLines(charges.flatMap((charge) => pricedLines(view, facts, charge)));
  const end = monthInterval(months.at(-1)!, facts.timeZone).to;
  const { currency } = facts;
  return { accountId, period, currency, provisional: view.knownAt < end, lines, subtotal: subtotalOf(lines, currency) };
}

/** @throws Refusal `invalid-period` */
export function requirePeriod({ billing, accountId }: Facts, period: string): readonly Month[] {
  const months = periodMonths(period, billing);
  if (months) return months;
  const example = { monthly: '2026-03', quarterly: '2026-Q1', annual: '2026' }[billing];
  throw new Refusal('invalid-period', `${accountId} is billed ${billing}: a period is such as ${example}, not ${period}`);
}

/** @throws Refusal `price-missing` */
function pricedLines({ catalog, position }: View, facts: Facts, charge: Charge): InvoiceLine[] {
  const { accountId, currency, timeZone } = facts;
  const { product, month, kind } = charge;
  const price = priceFor(
    monthInterval(month, timeZone),
    catalog.prices(product, currency, accountId, position),
    catalog.prices(product, currency, null, position),
  );
  if (price) return linesOf(charge, price);
  throw new Refusal('price-missing', `${product} has no price in ${currency} for ${kind} in ${month}; SetPrice sets one`);
}
