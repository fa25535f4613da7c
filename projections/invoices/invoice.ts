/** `invoice`: the lines of a period, to the minor unit, as known at an instant. */
import type { Facts } from '#domain/account/state.js';
import { type Charge, linesOf, priceFor, sortLines, subtotalOf } from '#domain/billing/lines.js';
import { endOf, requirePeriod } from '#domain/billing/period.js';
import type { InvoiceLine } from '#domain/events.js';
import { monthInterval } from '#kernel/month.js';
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
  const { currency } = facts;
  const provisional = view.knownAt < endOf(months, facts);
  return { accountId, period, currency, provisional, lines, subtotal: subtotalOf(lines, currency) };
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
  throw new Refusal(
    'price-missing',
    `${product} has no price in ${currency} for ${kind} in ${month}; SetPrice sets one`,
  );
}
