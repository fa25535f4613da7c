/** Two ledgers asked the same: everything at the end, and at random bounds as much as is quickly asked. */
import { type Instant, formatInstant } from '#kernel/instant.js';
import { type Question, parseQuestion, takesAt } from '#projections/answers.js';
import type { Told } from '#application/asking.js';
import type { Engine } from '#application/engine.js';
import { type Moment, randomBounds } from '#application/copying/bounds.js';
import { type Difference, type Sides, answerDifference } from '#application/copying/difference.js';
import type { Ordinals } from '#application/copying/ordinals.js';
import { type Most, someQuestions } from '#application/copying/drawing.js';
import { type Asked, type Scope, countQuestions, everyQuestion } from '#application/copying/questions.js';
import type { Random } from '#application/copying/random.js';

/** At each of the random bounds: what takes seconds for a small ledger, and minutes for one of a million events. */
export const QUESTIONS_AT_BOUNDS: Most = { generalMax: 3_000, generalDrawn: 500, personalDrawn: 200 };
/** Questions between which others have their turn. */
const BATCH_QUESTIONS_MAX = 500;

export interface AnswerDifference extends Difference {
  readonly answer: string;
  /** As asked, with the bounds; `position` is the source's. */
  readonly of: Readonly<Record<string, string | number>>;
  /** The same place in the target; undefined where the log's end was asked about. */
  readonly targetPosition: number | undefined;
}

export interface Compared {
  /** Questions that were answered, or refused, alike. */
  readonly answers: number;
  readonly difference: AnswerDifference | undefined;
}

export interface Plan {
  readonly scope: Scope;
  /** Bounds of the questions at the end: no event is recorded later. */
  readonly end: Instant;
  readonly ordinals: Sides<Ordinals>;
  /** How many random bounds. */
  readonly boundsCount: number;
  /** That they are picked from. */
  readonly moments: readonly Moment[];
  readonly random: Random;
  readonly onProgress: (stage: AskingStage, done: number, total: number) => void;
}

export type AskingStage = 'asking at the end' | 'asking at random bounds';

interface Bounds {
  readonly at: Instant;
  readonly knownAt: Instant;
  readonly ordinal: number | undefined;
}

export async function compareAnswers(engines: Sides<Engine>, plan: Plan): Promise<Compared> {
  const { scope, end, ordinals, moments, random, onProgress } = plan;
  const boundsCount = moments.length === 0 ? 0 : plan.boundsCount;
  const everything = countQuestions(scope);
  let answers = 0;

  const compare = async (questions: Iterable<Asked>, bounds: Bounds): Promise<AnswerDifference | undefined> => {
    for (const batch of batches(questions)) {
      const difference = await compareBatch(engines, ordinals, batch, bounds);
      if (difference) return difference;
      answers += batch.length;
      if (bounds.ordinal === undefined) onProgress('asking at the end', answers, everything);
    }
    return undefined;
  };

  let difference = await compare(everyQuestion(scope), { at: end, knownAt: end, ordinal: undefined });
  for (let count = 0; count < boundsCount && !difference; count += 1) {
    const bounds = randomBounds(random, moments, ordinals.source.count);
    difference = await compare(someQuestions(scope, random, QUESTIONS_AT_BOUNDS), bounds);
    onProgress('asking at random bounds', count + 1, boundsCount);
  }
  return { answers, difference };
}

async function compareBatch(
  { source, target }: Sides<Engine>,
  ordinals: Sides<Ordinals>,
  batch: readonly Asked[],
  { at, knownAt, ordinal }: Bounds,
): Promise<AnswerDifference | undefined> {
  const questions = batch.map((asked) => questionOf(asked, at));
  const position = ordinal === undefined ? undefined : ordinals.source.position(ordinal);
  const targetPosition = ordinal === undefined ? undefined : ordinals.target.position(ordinal);
  const answers = await source.askTogether(questions, { knownAt, position });
  const copies = await target.askTogether(questions, { knownAt, position: targetPosition });
  for (const [index, { name, of }] of batch.entries()) {
    const difference = toldDifference(answers[index]!, copies[index]!, ordinals);
    if (!difference) continue;
    const bounds = { ...(takesAt(name) && { at: formatInstant(at) }), knownAt: formatInstant(knownAt) };
    const asked = { ...of, ...bounds, ...(position !== undefined && { position }) };
    return { answer: name, of: asked, targetPosition, ...difference };
  }
  return undefined;
}

function questionOf({ name, of }: Asked, at: Instant): Question {
  return { ...parseQuestion(name, of), at: takesAt(name) ? at : undefined };
}

function toldDifference(source: Told, target: Told, ordinals: Sides<Ordinals>): Difference | undefined {
  if ('answer' in source && 'answer' in target) return answerDifference(source.answer, target.answer, ordinals);
  return answerDifference(source, target, ordinals);
}

function* batches(questions: Iterable<Asked>): Generator<readonly Asked[]> {
  let batch: Asked[] = [];
  for (const question of questions) {
    batch.push(question);
    if (batch.length < BATCH_QUESTIONS_MAX) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
