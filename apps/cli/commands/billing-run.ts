/** `seatledger billing-run`: issues a period for every account whose billing it fits (SPEC §4, issued invoices). */
import { whole } from '../whole.js';
import { type OnAccess, access } from '../access.js';
import { actorOf } from '../actor.js';
import { type Billed, type Summary, CONCURRENCY_MAX, billingRun } from '../billing/run.js';
import { type ExitCode, REFUSED, SUCCEEDED, failureText } from '../failure.js';
import { print, printJson } from '../output.js';
import { progress } from '../progress.js';

export interface BillingRunOptions extends OnAccess {
  readonly period: string;
  readonly account?: readonly string[];
  readonly concurrency?: string;
  readonly dryRun?: boolean;
  readonly actor?: string;
  readonly json?: boolean;
}

export const CONCURRENCY = 8;

export async function billingRunCommand(options: BillingRunOptions): Promise<ExitCode> {
  const { period, account: accounts = [], dryRun = false, json = false } = options;
  const concurrency = whole('concurrency', options.concurrency ?? String(CONCURRENCY), 1, CONCURRENCY_MAX);
  const biller = await access(options, actorOf(options.actor));
  const bar = await progress(dryRun ? 'Looking at accounts' : 'Billing accounts');
  const listed: Billed[] = [];
  try {
    const summary = await billingRun(biller, {
      period,
      accounts,
      concurrency,
      dryRun,
      onBilled(billed, done, total) {
        if (json) printJson(billed);
        else listed.push(billed);
        bar.update(done, total);
      },
      textOf: failureText,
    });
    bar.end();
    if (json) {
      printJson({ summary });
    } else {
      const { billed } = await import('../render/billing.js');
      print(billed(listed, summary));
    }
    return exitOf(summary);
  } finally {
    bar.end();
    await biller.close();
  }
}

function exitOf({ outcomes }: Summary): ExitCode {
  return outcomes.failed > 0 ? REFUSED : SUCCEEDED;
}
