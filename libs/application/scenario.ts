/** Scenario files (SPEC §5): lines that move the clock, do and ask, and what each must come to. */
import { type Instant, parseInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import type { StandingClock } from '#application/clock.js';
import type { Engine } from '#application/engine.js';

/** One `do` or `ask` of a file; `line` counts all lines from 1. */
export interface Step {
  readonly line: number;
  readonly at: Instant;
  readonly name: string;
  readonly given: unknown;
  readonly kind: 'do' | 'ask';
  readonly refused: string | undefined;
  readonly answer: unknown;
}

/** What a step came to: exactly one of the three. */
export type Result =
  | { readonly events: readonly string[] }
  | { readonly answer: object }
  | { readonly refused: string; readonly message: string };

/** A file that is no scenario, with the line that is not. */
export class BrokenScenario extends Error {
  override readonly name = 'BrokenScenario';
}

/** @throws BrokenScenario naming file and line for what is not JSON or has no `at`, `do` or `ask` */
export function parseScenario(file: string, text: string): Step[] {
  const steps: Step[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const step = parseStep(`${file}:${index + 1}`, index + 1, line);
    if (step.at < before)
      throw new BrokenScenario(`${file}:${index + 1}: at is before that of an earlier line; time never goes back`);
    before = step.at;
    steps.push(step);
  }
  return steps;
}

function parseStep(place: string, line: number, text: string): Step {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BrokenScenario(`${place}: not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null) throw new BrokenScenario(`${place}: expected an object`);
  const { at, do: command, with: body, ask, of, refused, answer } = value as Record<string, unknown>;
  const instant = typeof at === 'string' ? parseInstant(at) : undefined;
  if (instant === undefined) throw new BrokenScenario(`${place}: at: expected an RFC 3339 instant`);
  const name = command ?? ask;
  if (typeof name !== 'string' || (command !== undefined && ask !== undefined)) {
    throw new BrokenScenario(`${place}: expected either do, a command, or ask, an answer`);
  }
  if (refused !== undefined && typeof refused !== 'string')
    throw new BrokenScenario(`${place}: refused: expected a code`);
  const kind = command === undefined ? 'ask' : 'do';
  return { line, at: instant, name, given: (kind === 'do' ? body : of) ?? {}, kind, refused, answer };
}

/** Moves the clock to the step, stopping where a phase starts, and carries it out. */
export async function runStep(engine: Engine, clock: StandingClock, step: Step): Promise<Result> {
  for (let owed = await engine.scheduler.next(step.at); owed; owed = await engine.scheduler.next(step.at)) {
    if (owed.startsAt > clock.now()) clock.moveTo(owed.startsAt);
    await engine.scheduler.run();
  }
  clock.moveTo(step.at);
  try {
    if (step.kind === 'ask') return { answer: await engine.ask(step.name, step.given) };
    const { events } = await engine.do(step.name, step.given, { actor: 'scenario' });
    return { events };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code, message: error.message };
    throw error;
  }
}

/** How a result differs from what the step says, one line a difference; empty where it does not. */
export function differencesFrom(step: Step, result: Result): string[] {
  if ('refused' in result) {
    if (step.refused === result.refused) return [];
    const expected = step.refused === undefined ? 'success' : `refused ${step.refused}`;
    return [`expected ${expected}, was refused ${result.refused}: ${result.message}`];
  }
  if (step.refused !== undefined) return [`expected refused ${step.refused}, succeeded with ${JSON.stringify(result)}`];
  return 'answer' in result && step.answer !== undefined ? notContained('answer', step.answer, result.answer) : [];
}

/** Containment: objects by the keys given, lists whole and in order. */
function notContained(path: string, expected: unknown, actual: unknown): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: expected a list, was ${JSON.stringify(actual)}`];
    const lengths =
      expected.length === actual.length
        ? []
        : [`${path}: expected ${expected.length} items, was ${JSON.stringify(actual)}`];
    return [
      ...lengths,
      ...expected.flatMap((item, index) =>
        index < actual.length ? notContained(`${path}[${index}]`, item, actual[index]) : [],
      ),
    ];
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null)
      return [`${path}: expected an object, was ${JSON.stringify(actual)}`];
    return Object.entries(expected).flatMap(([key, value]) =>
      Object.hasOwn(actual, key)
        ? notContained(`${path}.${key}`, value, (actual as Record<string, unknown>)[key])
        : [`${path}.${key}: expected ${JSON.stringify(value)}, was missing`],
    );
  }
  return Object.is(expected, actual)
    ? []
    : [`${path}: expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual)}`];
}
