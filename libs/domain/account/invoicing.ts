/** Freezing the invoice of a period that is over, and crediting or charging what late facts changed (SPEC §4, issued invoices). */
import { derivedId } from '#kernel/id.js';
import { formatInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import type { Decision, Situation } from '#domain/account/situation.js';
import { differences } from '#domain/billing/adjustment.js';
import { subtotalOf } from '#domain/billing/lines.js';
import { endOf, requirePeriod } from '#domain/billing/period.js';
import type { Body } from '#domain/commands.js';

export function issueInvoice(situation: Situation, { period }: Body<'IssueInvoice'>): Decision {
  const { accountId, facts, known, now } = situation;
  if (now < endOf(requirePeriod(facts, period), facts)) {
    throw new Refusal('period-not-over', `${period} is not over yet; issue its invoice when it is`);
  }
  const due = situation.invoice(period);

  const documents = known.documents.get(period) ?? [];
  const invoiceId = derivedId('invoice', accountId, period, documents.length + 1);
  const knownAt = formatInstant(now);
  const [first] = documents;
  if (!first) {
    if (due.lines.length === 0) return [];
    const { lines, subtotal } = due;
    return [{ type: 'InvoiceIssued', data: { invoiceId, period, knownAt, lines, subtotal } }];
  }
  const issued = documents.flatMap(({ lines }) => lines);
  const lines = differences(issued, due.lines);
  if (lines.length === 0) return [];
  const subtotal = subtotalOf(lines, facts.currency);
  return [{ type: 'InvoiceAdjusted', data: { invoiceId, adjusts: first.invoiceId, period, knownAt, lines, subtotal } }];
}
