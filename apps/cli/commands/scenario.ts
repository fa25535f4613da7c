/** `seatledger scenario FILE...`: each file on an empty ledger of its own; says what differs, or what each line came to. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { standingClock } from '#application/clock.js';
import type { Engine } from '#application/engine.js';
import { isEventStore, isVacant, openLedger, openMemoryLedger } from '#application/ledger.js';
import { type Result, type Step, differencesFrom, parseScenario, runStep } from '#application/scenario.js';
import { INSTANT_MIN } from '#kernel/instant.js';
import { type ExitCode, Failure, REFUSED, SUCCEEDED } from '../failure.js';
import { print, printJson } from '../output.js';

export interface ScenarioOptions {
  readonly log: string;
  readonly answers?: boolean;
}

interface Scenario {
  readonly file: string;
  readonly steps: readonly Step[];
  /** Undefined: in memory. */
  readonly location: string | undefined;
}

export async function scenario(files: readonly string[], { log, answers = false }: ScenarioOptions): Promise<ExitCode> {
  // Whatever is wrong with any file or its place is told before the first line of the first is carried out.
  const parsed = files.map((file) => ({ file, steps: parseScenario(file, readFileSync(file, 'utf8')) }));
  const scenarios =
    log === 'memory' ? parsed.map((each) => ({ ...each, location: undefined })) : await placed(parsed, log);

  let differing = 0;
  for (const each of scenarios) {
    await carryOut(each, (step, result) => {
      if (answers) return printJson(told(each.file, step, result));
      const differences = differencesFrom(step, result);
      if (differences.length > 0) differing += 1;
      for (const difference of differences)
        print(`${each.file}:${step.line}: ${step.kind} ${step.name}: ${difference}`);
    });
  }
  if (answers) return SUCCEEDED;
  const lines = scenarios.reduce((count, { steps }) => count + steps.length, 0);
  const told_ = `${count(scenarios.length, 'file')}, ${count(lines, 'line')}`;
  print(
    differing === 0
      ? `${told_}: all as they say.`
      : `${told_}: ${differing} ${differing === 1 ? 'differs' : 'differ'}.`,
  );
  return differing === 0 ? SUCCEEDED : REFUSED;
}

async function carryOut({ file, steps, location }: Scenario, on: (step: Step, result: Result) => void): Promise<void> {
  const clock = standingClock(INSTANT_MIN);
  const engine: Engine =
    location === undefined ? await openMemoryLedger(clock) : await openLedger(location, { create: true, clock });
  try {
    for (const step of steps) {
      try {
        on(step, await runStep(engine, clock, step));
      } catch (error) {
        throw new Failure(`${file}:${step.line}: ${(error as Error).stack ?? String(error)}`, { cause: error });
      }
    }
  } finally {
    await engine.close();
  }
}

async function placed(scenarios: readonly Omit<Scenario, 'location'>[], log: string): Promise<Scenario[]> {
  if (isEventStore(log)) await openLedger(log, { create: false });
  const byLocation = new Map<string, string>();
  for (const { file } of scenarios) {
    const location = join(log, basename(file, '.jsonl'));
    const other = byLocation.get(location);
    if (other !== undefined)
      throw new Failure(`${other} and ${file} would share the ledger ${location}; rename one of them`);
    if (!(await isVacant(location)))
      throw new Failure(`${location} is not empty; remove it, or give --log another directory`);
    byLocation.set(location, file);
  }
  return scenarios.map((each) => ({ ...each, location: join(log, basename(each.file, '.jsonl')) }));
}

function told(file: string, { line }: Step, result: Result): object {
  if ('events' in result) return { file, line, events: result.events };
  return 'answer' in result ? { file, line, answer: result.answer } : { file, line, refused: result.refused };
}

function count(quantity: number, what: string): string {
  return `${quantity} ${what}${quantity === 1 ? '' : 's'}`;
}
