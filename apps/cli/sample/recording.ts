/** The sample history, carried out on an empty ledger: its events are the same to the last id whenever and wherever it is done. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type StandingClock, standingClock } from '#application/clock.js';
import { type Engine, openEngine } from '#application/engine.js';
import { type Step, differencesFrom, parseScenario, runStep } from '#application/scenario.js';
import { memoryLog } from '#event-log/memory.js';
import type { EventLog } from '#event-log/port.js';
import { INSTANT_MIN } from '#kernel/instant.js';
import { IN_MEMORY, openStore } from '#read-model/store.js';
import { Failure } from '../failure.js';

const HISTORY = join('apps', 'cli', 'sample', 'history.jsonl');

export type OnStep = (done: number, total: number) => void;

/** @param root the checkout's directory */
export async function recordSample(root: string, engine: Engine, clock: StandingClock, onStep: OnStep): Promise<void> {
  const file = join(root, HISTORY);
  const steps = parseScenario(file, readFileSync(file, 'utf8'));
  for (const [index, step] of steps.entries()) {
    const [difference] = differencesFrom(step, await runStep(engine, clock, identified(step)));
    if (difference !== undefined) throw new Failure(`${file}:${step.line}: ${difference}`);
    onStep(index + 1, steps.length);
  }
}

/** The sample's events, to be carried to another log. The caller closes it. */
export async function sampleInMemory(root: string): Promise<EventLog> {
  const log = memoryLog();
  const clock = standingClock(INSTANT_MIN);
  const engine = await openEngine({ log: { ...log, close: async () => {} }, store: openStore(IN_MEMORY), clock });
  try {
    await recordSample(root, engine, clock, () => {});
    return log;
  } finally {
    await engine.close();
  }
}

/** A command's id is its line's, and the ids of its events follow from it. */
function identified(step: Step): Step {
  if (step.kind === 'ask') return step;
  return { ...step, given: { ...(step.given as object), commandId: `sample-${step.line}` } };
}
