/** `npm run bench`: every figure that the README tells, as ratios within this run. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteLog } from '#event-log/sqlite.js';
import { benchAppends } from '#bench/appends.js';
import { writeLedger } from '#bench/ledger.js';
import { benchAlternatives } from '#bench/alternatives.js';
import { type Ledger, benchQuestions } from '#bench/questions.js';
import { benchRebuild, rebuild } from '#bench/rebuild.js';

/** @param largest events of the largest ledger; the others have a tenth and a hundredth of it */
export async function bench(directory: string, largest: number): Promise<void> {
  mkdirSync(directory, { recursive: true });
  console.log(`${'what'.padEnd(58)}  ratio   wanted          detail`);
  await benchAppends(directory);
  const ledgers = await Promise.all(
    [largest / 100, largest / 10, largest].map((size) => ledgerOf(directory, Math.round(size))),
  );
  const last = ledgers.at(-1)!;
  await benchRebuild(last.log, last.readModel, last.size);
  await benchQuestions(ledgers);
  await benchAlternatives(last);
}

/** Ledgers are kept from one run to the next; they are the same for the same size. */
async function ledgerOf(directory: string, size: number): Promise<Ledger> {
  const ledger: Ledger = {
    size,
    log: join(directory, `ledger-${size}.db`),
    readModel: join(directory, `read-model-${size}.db`),
  };
  if (!existsSync(ledger.log)) {
    process.stderr.write(`writing a ledger of ${size} events...\n`);
    const log = openSqliteLog(ledger.log, { create: true });
    await writeLedger(log, size);
    await log.close();
  }
  await rebuild(ledger.log, ledger.readModel);
  return ledger;
}
