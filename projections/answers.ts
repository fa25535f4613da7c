/** Every answer of SPEC §4: what it takes, and how it is asked of a view. */
import { z } from 'zod';
import * as input from '#domain/input.js';
import { type Instant, formatInstant } from '#kernel/instant.js';
import { invalid } from '#kernel/refusal.js';
import { allocation } from '#projections/allocations/allocation.js';
import { account, accounts, products, programs } from '#projections/directory/directory.js';
import { explain } from '#projections/explanations/explain.js';
import { features } from '#projections/features/features.js';
import { history } from '#projections/history/history.js';
import { holdings } from '#projections/holdings/holdings.js';
import { invoice } from '#projections/invoices/invoice.js';
import { issued } from '#projections/issued/issued.js';
import { overview } from '#projections/overviews/overview.js';
import { peak } from '#projections/peaks/peak.js';
import { phases } from '#projections/phases/phases.js';
import type { View } from '#projections/view.js';

const { id, instant, shape } = input;

/** The bounds that every answer takes; `at` only where the answer is of an instant. */
const known = {
  knownAt: instant.optional(),
  position: input.whole(0, Number.MAX_SAFE_INTEGER).optional(),
};
const bounded = { at: instant.optional(), ...known };
const ofAccount = { accountId: id };

interface Answer<T extends z.ZodType = z.ZodType> {
  readonly of: T;
  readonly ask: (view: View, of: z.output<T>) => object;
}

function answer<T extends z.ZodType>(of: T, ask: (view: View, of: z.output<T>) => object): Answer<T> {
  return { of, ask };
}

export const ANSWERS = {
  accounts: answer(shape(bounded), accounts),
  account: answer(shape({ ...ofAccount, ...bounded }), account),
  products: answer(shape(bounded), products),
  programs: answer(shape(bounded), programs),
  allocation: answer(shape({ ...ofAccount, product: id, ...bounded }), allocation),
  overview: answer(shape({ ...ofAccount, product: id.optional(), ...bounded }), overview),
  features: answer(shape({ ...ofAccount, userId: id, ...bounded }), features),
  holdings: answer(shape({ ...ofAccount, product: id, userId: id.optional(), ...known }), holdings),
  peak: answer(shape({ ...ofAccount, product: id, month: input.month, ...known }), peak),
  invoice: answer(shape({ ...ofAccount, period: input.name, ...known }), invoice),
  explain: answer(shape({ ...ofAccount, userId: id, product: id, ...bounded }), explain),
  phases: answer(shape({ programId: id, ...bounded }), phases),
  history: answer(
    shape({
      ...ofAccount,
      userId: id.optional(),
      product: id.optional(),
      from: instant.optional(),
      to: instant.optional(),
      ...bounded,
    }),
    history,
  ),
  issued: answer(shape({ ...ofAccount, period: input.name, ...known }), issued),
} as const;

export type AnswerName = keyof typeof ANSWERS;

/** A question whose body alone shows nothing wrong. */
export interface Question {
  readonly name: AnswerName;
  readonly of: object;
  /** Undefined too where the answer takes none. */
  readonly at: Instant | undefined;
  readonly knownAt: Instant | undefined;
  readonly position: number | undefined;
}

/** @throws Refusal `invalid-input` for an unknown answer or fields that are not its, naming each */
export function parseQuestion(name: string, of: unknown): Question {
  if (!Object.hasOwn(ANSWERS, name)) throw invalid('answer', `one of ${Object.keys(ANSWERS).join(', ')}`);
  const known = name as AnswerName;
  const parsed = input.parse<z.ZodType>(ANSWERS[known].of, of, known) as Partial<Question>;
  return { name: known, of: parsed, at: parsed.at, knownAt: parsed.knownAt, position: parsed.position };
}

/** Whether an answer is of an instant; the others are of all that is known. */
export function takesAt(name: AnswerName): boolean {
  return 'at' in (ANSWERS[name].of as z.ZodObject).shape;
}

/** The answer with the bounds it was read in: asked with all of them it is the same for ever. */
export function answerTo({ name, of }: Question, view: View): object {
  const { ask } = ANSWERS[name] as Answer;
  const at = takesAt(name) ? { at: formatInstant(view.at) } : {};
  return { ...ask(view, of), ...at, knownAt: formatInstant(view.knownAt), position: view.position };
}
