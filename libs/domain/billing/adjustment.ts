/** What late facts changed of an issued invoice: the differences, line by line (SPEC §4, issued invoices). */
import { add, formatDecimal, negate, parseDecimal } from '#kernel/decimal.js';
import { compareIds } from '#kernel/id.js';
import type { InvoiceLine } from '#domain/events.js';

/** The lines that turn what was issued into what is due: by (month, product, kind, unitPrice), sorted so, no zero ones. */
export function differences(issued: readonly InvoiceLine[], due: readonly InvoiceLine[]): InvoiceLine[] {
  const byKey = new Map<string, InvoiceLine>();
  for (const line of issued) addLine(byKey, { ...line, quantity: -line.quantity, amount: negated(line.amount) });
  for (const line of due) addLine(byKey, line);
  return [...byKey.values()]
    .filter(({ quantity, amount }) => quantity !== 0 || parseDecimal(amount).units !== 0n)
    .sort(
      (a, b) =>
        compareIds(a.month, b.month) ||
        compareIds(a.product, b.product) ||
        compareIds(a.kind, b.kind) ||
        compareIds(a.unitPrice, b.unitPrice),
    );
}

function addLine(byKey: Map<string, InvoiceLine>, line: InvoiceLine): void {
  const key = JSON.stringify([line.month, line.product, line.kind, line.unitPrice]);
  const sofar = byKey.get(key);
  byKey.set(key, {
    ...line,
    quantity: (sofar?.quantity ?? 0) + line.quantity,
    amount: sofar ? formatDecimal(add(parseDecimal(sofar.amount), parseDecimal(line.amount))) : line.amount,
  });
}

function negated(amount: string): string {
  return formatDecimal(negate(parseDecimal(amount)));
}
