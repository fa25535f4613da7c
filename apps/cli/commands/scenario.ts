/** `seatledger scenario FILE...`: each file on an empty ledger of its own; says what differs, or what each line came to. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type StandingClock, standingClock } from '#application/clock.js';
import type { Engine } from '#application/engine.js';
import { isEventStore, isVacant, openForOnce, openLedger, openMemoryLedger } from '#application/ledger.js';
import { type Result, type Step, differencesFrom, parseScenario, runStep } from '#application/scenario.js';
import { DEFAULT_PREFIX } from '#event-log/prefix.js';
import { INSTANT_MIN } from '#kernel/instant.js';
import { type ExitCode, Failure, REFUSED, SUCCEEDED } from '../failure.js';
import { print, printJson } from '../output.js';

export interface ScenarioOptions {
  readonly log: string;
  /** On EventStoreDB: a file's ledger has the prefix `PREFIX-NAME`. */
  readonly prefix?: string;
  readonly answers?: boolean;
}

interface Scenario {
  readonly file: string;
  readonly steps: readonly Step[];
  /** Undefined: in memory. */
  readonly location: string | undefined;
  readonly prefix?: string;
}

export async function scenario(
  files: readonly string[],
  { log, prefix, answers = false }: ScenarioOptions,
): Promise<ExitCode> {
  // Whatever is wrong with any file or its place is told before the first line of the first is carried out.
  const parsed = files.map((file) => ({ file, steps: parseScenario(file, readFileSync(file, 'utf8')) }));
  const scenarios =
    log === 'memory' ? parsed.map((each) => ({ ...each, location: undefined })) : await placed(parsed, log, prefix);

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

async function carryOut({ file, steps, ...place }: Scenario, on: (step: Step, result: Result) => void): Promise<void> {
  const clock = standingClock(INSTANT_MIN);
  const engine = await opened(place, clock);
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

function opened({ location, prefix }: Pick<Scenario, 'location' | 'prefix'>, clock: StandingClock): Promise<Engine> {
  if (location === undefined) return openMemoryLedger(clock);
  const options = { create: true, prefix, clock };
  return isEventStore(location) ? openForOnce(location, options) : openLedger(location, options);
}

/** Each file's ledger: a directory of its name, or streams with a prefix of its name. */
async function placed(
  scenarios: readonly Omit<Scenario, 'location' | 'prefix'>[],
  log: string,
  prefix: string = DEFAULT_PREFIX,
): Promise<Scenario[]> {
  const byName = new Map<string, string>();
  const all: Scenario[] = [];
  for (const each of scenarios) {
    const name = basename(each.file, '.jsonl');
    const place = isEventStore(log) ? { location: log, prefix: `${prefix}-${name}` } : { location: join(log, name) };
    const shown = 'prefix' in place ? `with the prefix ${place.prefix}` : place.location;
    const other = byName.get(name);
    if (other !== undefined) {
      throw new Failure(`${other} and ${each.file} would share the ledger ${shown}; rename one of them`);
    }
    if (!(await isVacant(place.location, place.prefix))) {
      throw new Failure(`the ledger ${shown} is not empty; remove it, or give another --log or --prefix`);
    }
    byName.set(name, each.file);
    all.push({ ...each, ...place });
  }
  return all;
}

function told(file: string, { line }: Step, result: Result): object {
  if ('events' in result) return { file, line, events: result.events };
  return 'answer' in result ? { file, line, answer: result.answer } : { file, line, refused: result.refused };
}

function count(quantity: number, what: string): string {
  return `${quantity} ${what}${quantity === 1 ? '' : 's'}`;
}
