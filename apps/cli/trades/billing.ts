/** Commands of billing: what a month and a period come to. */
import { type BillingRunOptions, CONCURRENCY, billingRunCommand } from '../commands/billing-run.js';
import { type PeaksOptions, peaks } from '../commands/peaks.js';
import { type Registry, onAccess, register, withFlags, withRepeated } from '../registry.js';
import { withFormat } from '../rows.js';
import { registerAnswer } from './answers.js';

export function registerBilling(registry: Registry): void {
  const listing = register(registry, 'peaks', {
    description:
      "a month's peaks of every account and seat-managed product: licences, assigned, overage, billable overage",
    examples: [
      'peaks --month 2025-12',
      'peaks --month 2025-12 --account harbor --account northwind --product copilot --format csv',
      'peaks --month 2025-12 --known-at 2026-01-12T00:00:00Z --json',
    ],
    exitCodes: '0 done, 1 refused, or some accounts failed and the others are told, 2 anything else',
  }).requiredOption('--month <YYYY-MM>', 'a calendar month, in the time zone of each account');
  withRepeated(listing, 'account', 'only this account; may be repeated');
  withRepeated(listing, 'product', 'only this product; may be repeated');
  withFormat(
    onAccess(withFlags(listing, ['knownAt', 'position'])),
    'a line of JSON for each row (--format jsonl)',
  ).action(async (options: PeaksOptions) => registry.end(await peaks(options)));

  registerAnswer(registry, 'invoice', ['accountId', 'period'], {
    description: "an account's invoice for a period, line by line, provisional while the period is not over",
    examples: ['invoice northwind 2025-12', 'invoice northwind 2025-12 --known-at 2026-01-12T00:00:00Z --json'],
  });

  const running = register(registry, 'billing-run', {
    description:
      'issue the invoices of a period for every account whose billing it fits, and adjust those that late facts changed since; one account that fails stops no other, and a run that was cut off is run again',
    examples: [
      'billing-run --period 2025-12 --dry-run',
      'billing-run --period 2025-12 --account northwind --account harbor',
      'billing-run --period 2025-Q4 --json',
    ],
    exitCodes: '0 every account was billed, 1 some failed and the others were billed, 2 anything else',
  });
  withRepeated(onAccess(running), 'account', 'only this account, whatever its billing; may be repeated')
    .requiredOption('--period <period>', 'the billing period, which is over: 2026-03, 2026-Q1 or 2026')
    .option('--concurrency <n>', 'accounts at once', String(CONCURRENCY))
    .option('--dry-run', 'issue nothing; say what would be issued')
    .option('--actor <name>', 'who does it (default: the user of this system)')
    .option('--json', 'print JSON Lines: one an account, and a summary last')
    .action(async (options: BillingRunOptions) => registry.end(await billingRunCommand(options)));
}
