/** `seatledger export`: events and answers of all accounts as CSV and JSON Lines, of one state of the ledger. */
import { openLog } from '#application/ledger.js';
import { type Billing, parseMonth, periodMonths } from '#kernel/month.js';
import { Refusal, invalid } from '#kernel/refusal.js';
import { parseQuestion } from '#projections/answers.js';
import { type OnAccess, access, serviceAccess } from '../access.js';
import { csvRow } from '../csv.js';
import { type ExitCode, REFUSED, SUCCEEDED, failureOf } from '../failure.js';
import { type AnswerKind, exportedAnswers } from '../exporting/answers.js';
import { exportedEvents, readOf } from '../exporting/events.js';
import type { Exported, Item } from '../exporting/exported.js';
import { openSink } from '../exporting/sink.js';
import { locationOf } from '../location.js';
import { print, printError, printJson } from '../output.js';
import { progress } from '../progress.js';
import { flagFields, questionOf } from '../question.js';

export const WHAT = ['events', 'users', 'allocations', 'holdings', 'peaks', 'invoices'] as const;
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;

export interface ExportFlags extends OnAccess {
  readonly what: (typeof WHAT)[number];
  readonly format: (typeof EXPORT_FORMATS)[number];
  readonly json?: boolean;
  readonly account?: readonly string[];
  readonly month?: string;
  readonly period?: string;
  readonly out?: string;
}

const BILLINGS: readonly Billing[] = ['monthly', 'quarterly', 'annual'];
/** Of all that is known, not of an instant. */
const WITHOUT_AT: readonly string[] = ['holdings', 'peaks', 'invoices'];

export async function exportAll(options: ExportFlags): Promise<ExitCode> {
  requireFitting(options);
  if (options.what === 'events') return exportEvents(options);
  const asking = await access(options);
  try {
    return await written(await exportedAnswers(asking, options.what satisfies AnswerKind, scopeOf(options)), options);
  } finally {
    await asking.close();
  }
}

async function exportEvents(options: ExportFlags): Promise<ExitCode> {
  const { at, knownAt, position } = parseQuestion('accounts', scopeOf(options).bounds);
  const bounds = { at, knownAt, accounts: options.account ?? [] };
  const service = await serviceAccess(options);
  if (service) return written(exportedEvents(await service.events(position), bounds), options);
  const log = await openLog(locationOf(options.log), { create: false, prefix: options.prefix });
  try {
    return await written(exportedEvents(await readOf(log, position), bounds), options);
  } finally {
    await log.close();
  }
}

/** @throws Refusal `invalid-input` for what is missing, and for what is of another export */
function requireFitting({ what, month, period, ...rest }: ExportFlags): void {
  if (what === 'peaks' ? parseMonth(month ?? '') === undefined : month !== undefined) {
    throw invalid('month', what === 'peaks' ? 'a month such as 2026-03' : `no such field: ${what} are of no month`);
  }
  const isPeriod = BILLINGS.some((billing) => periodMonths(period ?? '', billing) !== undefined);
  if (what === 'invoices' ? !isPeriod : period !== undefined) {
    const expected = 'a billing period such as 2026-03, 2026-Q1 or 2026';
    throw invalid('period', what === 'invoices' ? expected : `no such field: ${what} are of no period`);
  }
  if (WITHOUT_AT.includes(what) && flagFields(rest)['at'] !== undefined) {
    throw invalid('at', `no such field: ${what} are of all that is known`);
  }
}

function scopeOf(options: ExportFlags) {
  const { at, knownAt, position } = flagFields(options);
  const bounds = questionOf({ ...(at && { at }), ...(knownAt && { knownAt }), ...(position && { position }) });
  return { accounts: options.account ?? [], month: options.month, period: options.period, bounds };
}

async function written(exported: Exported, { what, format, json, out }: ExportFlags): Promise<ExitCode> {
  const isJson = json || format === 'jsonl';
  const bar = await progress(`Exporting ${what}`);
  const sink = await openSink(out);
  let rows = 0;
  let failed = 0;
  try {
    if (!isJson) await sink.write(csvRow(exported.fields));
    for await (const item of exported.items) {
      for (const text of textsOf(item, isJson)) {
        rows += 1;
        await sink.write(text);
      }
      if (item.failed) {
        failed += 1;
        printError(`${item.failed.accountId}: ${failureOf(item.failed.error)}`);
      }
      bar.update(item.done, exported.total);
    }
    await sink.finish();
    bar.end();
    if (out !== undefined) tellDone(exported, out, rows, failed, Boolean(json));
    return failed > 0 ? REFUSED : SUCCEEDED;
  } finally {
    bar.end();
    await sink.abandon();
  }
}

function textsOf({ rows = [], json = [], failed }: Item, isJson: boolean): readonly string[] {
  if (!isJson) return rows.map(csvRow);
  const lines = failed?.error instanceof Refusal ? [toldAsJson(failed.accountId, failed.error)] : json;
  return lines.map((line) => `${JSON.stringify(line)}\n`);
}

function toldAsJson(accountId: string, { code, message, errors }: Refusal): object {
  return { accountId, refused: code, message, errors };
}

function tellDone({ pinned }: Exported, out: string, rows: number, failed: number, isJson: boolean): void {
  if (isJson) printJson({ file: out, rows, failed, ...pinned });
  else {
    const known = pinned.knownAt === undefined ? '' : `as known at ${pinned.knownAt}, `;
    print(`${out}: ${rows} rows (${known}read up to position ${pinned.position}).`);
  }
}
