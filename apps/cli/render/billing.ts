/** A billing run for people: who was billed what, who was not and why, and what it comes to. */
import type { Billed, Summary } from '../billing/run.js';
import { table } from './table.js';

/** Accounts that are listed; JSON Lines tell them all. */
const LISTED_MAX = 1_000;

export function billed(all: readonly Billed[], summary: Summary): string {
  const isTold = ({ outcome }: Billed): boolean => outcome === 'issued' || outcome === 'adjusted';
  const documents = all.filter(isTold);
  const failed = all.filter(({ outcome }) => outcome === 'failed');
  return [
    ...(documents.length > 0 ? [documentsTable(documents)] : []),
    ...more(documents.length),
    ...(failed.length > 0 ? ['Failed:', failedTable(failed)] : []),
    ...more(failed.length),
    summed(summary),
  ].join('\n');
}

function documentsTable(documents: readonly Billed[]): string {
  const rows = documents.slice(0, LISTED_MAX).map((document) => {
    const { accountId, outcome } = document;
    const { subtotal, currency, invoiceId } = document as Extract<Billed, { outcome: 'issued' | 'adjusted' }>;
    return [accountId, outcome, subtotal, currency, invoiceId];
  });
  return table(['account', 'outcome', 'subtotal', 'currency', 'invoice'], rows);
}

function failedTable(failed: readonly Billed[]): string {
  const rows = failed.slice(0, LISTED_MAX).map((failure) => {
    const { refused, message } = failure as Extract<Billed, { outcome: 'failed' }>;
    return [failure.accountId, refused, message];
  });
  return table(['account', 'refused', 'why'], rows);
}

function more(count: number): string[] {
  return count > LISTED_MAX ? [`(and ${count - LISTED_MAX} more: --json tells them all)`] : [];
}

function summed({ period, dryRun, accounts, outcomes, totals }: Summary): string {
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome.replaceAll('-', ' ')}`);
  const total = totals.map(({ currency, total: amount }) => `${amount} ${currency}`).join(', ');
  return [
    `${period}: ${accounts} accounts${dryRun ? ', had this not been a dry run' : ''}: ${counts.join(', ')}.`,
    ...(total === '' ? [] : [`In all: ${total}.`]),
  ].join('\n');
}
