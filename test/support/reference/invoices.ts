/** SPEC §4 invoice: the lines of a period, month by month and product by product. */
import type { LineKind, Price, ProductDefinition } from '#domain/events.js';
import { compareText, type LogEvent } from './log.js';
import { usedIn } from './figures.js';
import { amountOf, decimalOf, minorDigits, minus, textOf } from './money.js';
import { countedStates, peakOf, type Counted } from './peaks.js';
import { priceOf } from './prices.js';
import { holdingOf, type State } from './state.js';
import { monthSpan, type Span } from './time.js';

export interface Line {
  readonly month: string;
  readonly product: string;
  readonly kind: LineKind;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly amount: string;
}

/** What is asked of the ledger: `now` is state(knownAt, knownAt). */
export interface Billing {
  readonly known: readonly LogEvent[];
  readonly accountId: string;
  readonly now: State;
}

/** Lines and subtotal of the months; null where something to be billed has no price. */
export function invoiceOf(billing: Billing, months: readonly string[]): { lines: Line[]; subtotal: string } | null {
  const { account, products } = billing.now;
  if (account === null) throw new Error('only an account that is open is billed');
  const lines: Line[] = [];
  for (const month of months) {
    const counted = countedStates(billing.known, account, billing.accountId, month, billing.now.at);
    const span = monthSpan(month, account.timeZone);
    // Priced products in order: the sort below is stable, so equal lines keep it.
    for (const product of [...products.keys()].toSorted(compareText)) {
      const price = priceOf(billing.known, product, billing.accountId, account.currency, span);
      for (const item of itemsOf(counted, product, span, products)) {
        if (price === null) return null;
        lines.push(...linesOf(month, product, item, price, minorDigits(account.currency)));
      }
    }
  }
  lines.sort(
    (a, b) => compareText(a.month, b.month) || compareText(a.product, b.product) || compareText(a.kind, b.kind),
  );
  return {
    lines,
    subtotal: sumOf(
      lines.map((line) => line.amount),
      account.currency,
    ),
  };
}

/** The sum of amounts of a currency, in its precision. */
export function sumOf(amounts: readonly string[], currency: string): string {
  const units = amounts.reduce((sum, amount) => sum + decimalOf(amount).units, 0n);
  return textOf({ units, scale: minorDigits(currency) });
}

interface Item {
  readonly kind: LineKind;
  readonly quantity: number;
}

/** What is to be billed of one product in the month, zero quantities left out. */
function itemsOf(
  counted: readonly Counted[],
  product: string,
  month: Span,
  products: ReadonlyMap<string, ProductDefinition>,
): Item[] {
  const provisioning = products.get(product)?.provisioning;
  const subscribed = counted.filter(({ account }) => holdingOf(account, product).subscribed !== null);
  const items: Item[] = [];
  if (provisioning === 'assigned') {
    const peak = peakOf(counted, product);
    items.push({ kind: 'licences', quantity: peak.licences.quantity });
    items.push({ kind: 'overage', quantity: peak.billableOverage });
  }
  if (provisioning === 'account-wide') {
    const active = subscribed.map(({ account }) => [...account.users.values()].filter((user) => user.active).length);
    items.push({ kind: 'account-wide', quantity: Math.max(0, ...active) });
  }
  if (provisioning === 'unmanaged' || provisioning === 'metered') {
    items.push({ kind: 'subscription', quantity: subscribed.length > 0 ? 1 : 0 });
  }
  if (provisioning === 'metered') items.push({ kind: 'usage', quantity: usageBeyondPack(counted, product, month) });
  return items.filter(({ quantity }) => quantity !== 0);
}

function usageBeyondPack(counted: readonly Counted[], product: string, month: Span): number {
  const last = counted.at(-1);
  if (!last) return 0;
  const basePack = last.state.products.get(product)?.basePack ?? 0;
  return Math.max(0, usedIn(month, last.account, product) - basePack);
}

function linesOf(month: string, product: string, { kind, quantity }: Item, price: Price, digits: number): Line[] {
  const unitPrice = kind === 'overage' || kind === 'usage' ? price.uncommitted : price.committed;
  const whole = amountOf(quantity, decimalOf(unitPrice), digits);
  const amountText = (units: bigint): string => textOf({ units, scale: digits });
  if (kind !== 'licences' || price.breakdown.length === 0) {
    return [{ month, product, kind, quantity, unitPrice, amount: amountText(whole) }];
  }
  const parts = price.breakdown.map((part) => ({
    ...part,
    units: amountOf(quantity, decimalOf(part.amount), digits),
  }));
  const lines = parts.map((part): Line => ({
    month,
    product: part.product,
    kind: 'licences-part',
    quantity,
    unitPrice: part.amount,
    amount: amountText(part.units),
  }));
  const unitRest = minus(
    decimalOf(price.committed),
    price.breakdown.map((part) => decimalOf(part.amount)),
  );
  const rest = parts.reduce((left, part) => left - part.units, whole);
  if (unitRest.units === 0n && rest === 0n) return lines;
  return [...lines, { month, product, kind, quantity, unitPrice: textOf(unitRest), amount: amountText(rest) }];
}
