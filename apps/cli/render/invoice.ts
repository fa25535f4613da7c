/** Invoices as a page: a line a row, the total below. */
import { type Fields, cell, table } from './table.js';

const COLUMNS = ['month', 'product', 'kind', 'quantity', 'unit price', 'amount'];

export function invoice({ accountId, period, currency, provisional, lines, subtotal }: Fields): string {
  const state = provisional ? ' (provisional: the period is not over)' : '';
  const title = `Invoice of ${cell(accountId)} for ${cell(period)}${state}, in ${cell(currency)}`;
  return [title, linesTable(lines as readonly Fields[], subtotal)].join('\n');
}

export function issued({ documents, total }: Fields, { accountId, period }: Fields): string {
  const pages = (documents as readonly Fields[]).map(({ type, invoiceId, lines, subtotal }) =>
    [`${cell(type)} ${cell(invoiceId)}`, linesTable(lines as readonly Fields[], subtotal)].join('\n'),
  );
  if (pages.length === 0) return `Nothing is issued to ${cell(accountId)} for ${cell(period)}.`;
  return [...pages, `Total of ${cell(accountId)} for ${cell(period)}: ${cell(total)}`].join('\n\n');
}

function linesTable(lines: readonly Fields[], subtotal: unknown): string {
  const rows = lines.map(({ month, product, kind, quantity, unitPrice, amount }) => [
    month,
    product,
    kind,
    quantity,
    unitPrice,
    amount,
  ]);
  return table(COLUMNS, [...rows, ['subtotal', undefined, undefined, undefined, undefined, subtotal]]);
}
