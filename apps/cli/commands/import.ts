/** `seatledger import FILE`: users and seats from a CSV file; an account is imported whole or not at all. */
import { openLedger } from '#application/ledger.js';
import { actorOf } from '../actor.js';
import { type OnAccess, serviceAccess } from '../access.js';
import type { ImportTarget } from '../accessible.js';
import { type ExitCode, REFUSED, SUCCEEDED, failureText } from '../failure.js';
import { type Imported, type ImportStage, type ImportSummary, importRows } from '../importing/import.js';
import type { BadRow } from '../importing/parts.js';
import { readTable } from '../importing/table.js';
import { targetOn } from '../importing/target.js';
import { locationOf } from '../location.js';
import { print, printJson } from '../output.js';
import { progressOf } from '../progress.js';
import { plain } from '../render/table.js';

export interface ImportFlags extends OnAccess {
  readonly account?: readonly string[];
  readonly dryRun?: boolean;
  readonly actor?: string;
  readonly json?: boolean;
}

const TITLES: Readonly<Record<ImportStage, string>> = { judging: 'Checking accounts', writing: 'Importing accounts' };

export async function importFile(file: string, options: ImportFlags): Promise<ExitCode> {
  const { account: only, dryRun = false, json = false } = options;
  const table = readTable(file).filter(({ cells }) => only === undefined || only.includes(cells.account));
  const target = await targetFor(options);
  const bars = await progressOf(TITLES);
  try {
    if (!dryRun) await target.begin();
    const summary = await importRows(target, table, {
      dryRun,
      onBad: (bad) => (json ? printJson(bad) : print(plain(badText(file, bad)))),
      onImported: (imported) => (json ? printJson(imported) : print(plain(importedText(imported, dryRun)))),
      onProgress: bars.update,
      textOf: failureText,
    });
    bars.end();
    if (json) printJson({ summary });
    else print(summaryText(summary));
    return summary.outcomes.refused + summary.outcomes.failed > 0 ? REFUSED : SUCCEEDED;
  } finally {
    bars.end();
    await target.close();
  }
}

interface OpenTarget extends ImportTarget {
  /** Before anything is written. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

async function targetFor(options: ImportFlags): Promise<OpenTarget> {
  const service = await serviceAccess(options);
  // A service starts by itself what is owed.
  if (service) return { ...service.target, begin: () => Promise.resolve(), close: () => service.close() };
  const actor = actorOf(options.actor);
  const engine = await openLedger(locationOf(options.log), { create: false, prefix: options.prefix });
  return {
    ...targetOn(engine, actor),
    begin: () => engine.scheduler.run(),
    close: () => engine.close(),
  };
}

function badText(file: string, { line, account, column, expected, refused }: BadRow): string {
  const what = refused === undefined ? `${column === undefined ? '' : `${column}: `}expected ` : `${refused}: `;
  return `${file}:${line}: account ${account}: ${what}${expected}`;
}

function importedText({ account, outcome, rows, events, message }: Imported, dryRun: boolean): string {
  switch (outcome) {
    case 'imported':
      return `${account}: ${dryRun ? 'would be imported' : 'imported'}: ${rows} rows, ${events} events`;
    case 'imported-before':
      return `${account}: these ${rows} rows were imported before`;
    case 'unchanged':
      return `${account}: nothing to change`;
    case 'refused':
      return `${account}: ${dryRun ? 'would be refused' : 'not imported'}${message === undefined ? '' : `: ${message}`}`;
    case 'failed':
      return `${account}: not imported: ${message}`;
    default:
      return outcome satisfies never;
  }
}

function summaryText({ accounts, rows, badRows, outcomes, dryRun }: ImportSummary): string {
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome.replaceAll('-', ' ')}`);
  const dry = dryRun ? ' (a dry run: nothing was written)' : '';
  return `${rows} rows of ${accounts} accounts, ${badRows} of them bad: ${counts.join(', ')}${dry}.`;
}
