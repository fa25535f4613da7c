/** An import: every row is judged before anything is written, then each account whose rows are all right is written as one append. */
import { PartsRefused, type Together } from '#application/together.js';
import { derivedId } from '#kernel/id.js';
import { Refusal } from '#kernel/refusal.js';
import type { ImportTarget } from '../accessible.js';
import { type AccountRows, type BadRow, accountRowsOf, soundOf } from './parts.js';
import { type TableRow, fingerprintOfRows } from './table.js';

export type ImportOutcome = 'imported' | 'imported-before' | 'unchanged' | 'refused' | 'failed';

export interface Imported {
  readonly account: string;
  readonly outcome: ImportOutcome;
  readonly rows: number;
  /** Recorded for it, or to be; 0 where it is refused. */
  readonly events: number;
  /** What is no fault of the rows. */
  readonly message?: string;
}

export interface ImportOptions {
  readonly dryRun: boolean;
  readonly onBad: (bad: BadRow) => void;
  readonly onImported: (imported: Imported) => void;
  /** Told while rows are judged, then while accounts are written. */
  readonly onProgress: (stage: ImportStage, done: number, total: number) => void;
  /** The text of what is no refusal. */
  readonly textOf: (error: unknown) => string;
}

export type ImportStage = 'judging' | 'writing';

export interface ImportSummary {
  readonly dryRun: boolean;
  readonly accounts: number;
  readonly rows: number;
  readonly badRows: number;
  readonly outcomes: Readonly<Record<ImportOutcome, number>>;
}

export async function importRows(
  target: ImportTarget,
  table: readonly TableRow[],
  options: ImportOptions,
): Promise<ImportSummary> {
  const { dryRun, onProgress } = options;
  const accounts = [...Map.groupBy(table, ({ cells }) => cells.account)];
  const tally = newTally(options);
  const good: { readonly rows: AccountRows; readonly judged: Imported }[] = [];
  for (const [index, [account, rows]] of accounts.entries()) {
    const judged = await judgeAccount(target, accountRowsOf(account, rows), tally.bad);
    if (judged.imported.outcome === 'imported' && !dryRun) good.push({ rows: judged.rows, judged: judged.imported });
    else tally.imported(judged.imported);
    onProgress('judging', index + 1, accounts.length);
  }
  for (const [index, { rows, judged }] of good.entries()) {
    tally.imported(await writeAccount(target, rows, judged, options, tally.bad));
    onProgress('writing', index + 1, good.length);
  }
  return { dryRun, accounts: accounts.length, rows: table.length, ...tally.told() };
}

type OnBad = ImportOptions['onBad'];

async function judgeAccount(
  target: ImportTarget,
  rows: AccountRows,
  onBad: OnBad,
): Promise<{ readonly rows: AccountRows; readonly imported: Imported }> {
  if (rows.bad.length > 0) {
    rows.bad.forEach(onBad);
    await judgeAccount(target, soundOf(rows), onBad);
    return { rows, imported: refused(rows) };
  }
  try {
    const {
      events: { length: events },
      isRepeat,
    } = await target.judge(togetherOf(rows));
    const outcome = isRepeat ? 'imported-before' : events === 0 ? 'unchanged' : 'imported';
    return { rows, imported: { account: rows.account, outcome, rows: rows.rows.length, events } };
  } catch (error) {
    return { rows, imported: refusedBy(error, rows, onBad) };
  }
}

/** What was judged to be right may be refused by now: others change the account too. */
async function writeAccount(
  target: ImportTarget,
  rows: AccountRows,
  judged: Imported,
  { textOf }: ImportOptions,
  onBad: OnBad,
): Promise<Imported> {
  try {
    const { events } = await target.record(togetherOf(rows));
    return { ...judged, events: events.length };
  } catch (error) {
    if (error instanceof PartsRefused || error instanceof Refusal) return refusedBy(error, rows, onBad);
    return { ...judged, outcome: 'failed', events: 0, message: textOf(error) };
  }
}

function togetherOf({ account, rows, parts }: AccountRows): Together {
  return { accountId: account, commandId: derivedId('import', account, fingerprintOfRows(rows)), parts };
}

function refused({ account, rows }: AccountRows): Imported {
  return { account, outcome: 'refused', rows: rows.length, events: 0 };
}

function refusedBy(error: unknown, account: AccountRows, onBad: OnBad): Imported {
  if (error instanceof PartsRefused) {
    for (const { index, refusal } of error.parts) {
      const { line } = account.rows[index]!;
      onBad({ line, account: account.account, expected: refusal.message, refused: refusal.code });
    }
    return refused(account);
  }
  if (!(error instanceof Refusal)) throw error;
  const { code, message } = error;
  const advice = code === 'too-many-events' ? ': split its rows over several files, by users or by effectiveAt' : '';
  return { ...refused(account), message: `${code}: ${message}${advice}` };
}

function newTally({ onBad, onImported }: ImportOptions) {
  const outcomes: Record<ImportOutcome, number> = {
    imported: 0,
    'imported-before': 0,
    unchanged: 0,
    refused: 0,
    failed: 0,
  };
  const badLines = new Set<number>();
  return {
    bad: (bad: BadRow): void => {
      badLines.add(bad.line);
      onBad(bad);
    },
    imported: (imported: Imported): void => {
      outcomes[imported.outcome] += 1;
      onImported(imported);
    },
    told: (): Pick<ImportSummary, 'badRows' | 'outcomes'> => ({ badRows: badLines.size, outcomes: { ...outcomes } }),
  };
}
