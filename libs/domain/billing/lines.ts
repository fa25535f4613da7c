/** Prices in force and the lines of an invoice, exact to the minor unit (SPEC §4, invoice). */
import { minorUnits } from '#kernel/currency.js';
import { add, formatDecimal, parseDecimal, roundHalfEven, subtract, sum, times } from '#kernel/decimal.js';
import { compareIds } from '#kernel/id.js';
import type { Interval, Month } from '#kernel/month.js';
import type { PriceVersion } from '#domain/catalog/catalog.js';
import type { InvoiceLine, LineKind, Price } from '#domain/events.js';

/** What is to be billed of a product in a month, before its price. */
export interface Charge {
  readonly month: Month;
  readonly product: string;
  readonly kind: Exclude<LineKind, 'licences-part'>;
  readonly quantity: number;
}

/**
 * The price that a month is billed at, of those known: the contract's in force at its first instant, else the list's in force
 * then, else the first of either to come into force within it. Both lists in the fold's order.
 */
export function priceFor(
  month: Interval,
  contract: readonly PriceVersion[],
  list: readonly PriceVersion[],
): Price | undefined {
  const inForce = (prices: readonly PriceVersion[]): PriceVersion | undefined =>
    prices.findLast((price) => price.effectiveAt <= month.from);
  const first = (prices: readonly PriceVersion[]): PriceVersion | undefined => {
    const next = prices.find((price) => price.effectiveAt > month.from && price.effectiveAt < month.to);
    return next && prices.findLast((price) => price.effectiveAt === next.effectiveAt);
  };
  const standing = inForce(contract) ?? inForce(list);
  if (standing) return standing.price;
  const own = first(contract);
  const everyones = first(list);
  return own && everyones && everyones.effectiveAt < own.effectiveAt ? everyones.price : (own ?? everyones)?.price;
}

/** The lines of one charge: one, or with a breakdown its parts and what they leave. */
export function linesOf(charge: Charge, price: Price): InvoiceLine[] {
  const scale = minorUnits(price.currency);
  const unitPrice = charge.kind === 'overage' || charge.kind === 'usage' ? price.uncommitted : price.committed;
  const whole = roundHalfEven(times(parseDecimal(unitPrice), charge.quantity), scale);
  const line = { ...charge, unitPrice, amount: formatDecimal(whole) };
  if (charge.kind !== 'licences' || price.breakdown.length === 0) return [line];

  const parts = price.breakdown.map(({ product, amount }): InvoiceLine => {
    const rounded = roundHalfEven(times(parseDecimal(amount), charge.quantity), scale);
    return { ...charge, product, kind: 'licences-part', unitPrice: amount, amount: formatDecimal(rounded) };
  });
  const restPrice = subtract(parseDecimal(unitPrice), sum(price.breakdown.map(({ amount }) => parseDecimal(amount))));
  const rest = subtract(whole, sum(parts.map(({ amount }) => parseDecimal(amount))));
  if (restPrice.units === 0n && rest.units === 0n) return parts;
  return [{ ...line, unitPrice: formatDecimal(restPrice), amount: formatDecimal(rest) }, ...parts];
}

/** By (month, product, kind); equal ones stay in the order they have (the sort is stable). */
export function sortLines(lines: readonly InvoiceLine[]): InvoiceLine[] {
  return [...lines].sort(
    (a, b) => compareIds(a.month, b.month) || compareIds(a.product, b.product) || compareIds(a.kind, b.kind),
  );
}

export function subtotalOf(lines: readonly InvoiceLine[], currency: string): string {
  const zero = { units: 0n, scale: minorUnits(currency) };
  return formatDecimal(lines.reduce((total, { amount }) => add(total, parseDecimal(amount)), zero));
}
