/** `npm start`: where there is no ledger, makes one with the sample history, once and whole; then shows it. */
import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { standingClock } from '#application/clock.js';
import { hasLedger, isVacant, openLedger } from '#application/ledger.js';
import { differencesFrom, parseScenario, runStep } from '#application/scenario.js';
import { INSTANT_MIN } from '#kernel/instant.js';
import { type ExitCode, Failure } from '../failure.js';
import { DEFAULT_LOCATION } from '../location.js';
import { printError } from '../output.js';
import { progress } from '../progress.js';
import { tour } from './tour.js';

export async function start(root: string, options: { readonly log?: string }): Promise<ExitCode> {
  const location = options.log ?? DEFAULT_LOCATION;
  if (!hasLedger(location)) await makeSample(join(root, 'apps', 'cli', 'sample', 'history.jsonl'), location);
  return tour({ log: location });
}

/** Made beside its place and moved there when it is complete: a start that was killed leaves no half of it. */
async function makeSample(sample: string, location: string): Promise<void> {
  if (!(await isVacant(location))) {
    throw new Failure(`${location} is there but holds no ledger: remove it, or give --log another directory`);
  }
  removeLeftovers(location);
  const partial = `${resolve(location)}${MAKING}${process.pid}`;
  printError(`Making a ledger in ${location} with two years of sample history`);
  await fill(sample, partial);
  try {
    renameSync(partial, location);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another start was faster: its ledger is the same.
    if (!hasLedger(location)) throw error;
  }
}

async function fill(sample: string, location: string): Promise<void> {
  const steps = parseScenario(sample, readFileSync(sample, 'utf8'));
  const clock = standingClock(INSTANT_MIN);
  const engine = await openLedger(location, { create: true, clock });
  const bar = await progress('Recording');
  try {
    for (const [index, step] of steps.entries()) {
      const [difference] = differencesFrom(step, await runStep(engine, clock, step));
      if (difference !== undefined) throw new Failure(`${sample}:${step.line}: ${difference}`);
      bar.update(index + 1, steps.length);
    }
  } finally {
    bar.end();
    await engine.close();
  }
}

const MAKING = '.making-';

/** Of starts that were killed. */
function removeLeftovers(location: string): void {
  const directory = dirname(resolve(location));
  const prefix = `${basename(resolve(location))}${MAKING}`;
  if (!existsSync(directory)) return;
  for (const name of readdirSync(directory)) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      rmSync(join(directory, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
