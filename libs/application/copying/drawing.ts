/** Some of the questions that a ledger gives rise to, drawn at random where there are too many to ask them all. */
import type { AnswerName } from '#projections/answers.js';
import {
  type AccountScope,
  type Asked,
  type Field,
  NAMES,
  type Scope,
  TAKES,
  type Takes,
  countOf,
  countQuestions,
  given,
  questionsOf,
  valuesOf,
} from '#application/copying/questions.js';
import { pickFrom, type Random } from '#application/copying/random.js';

/** How many questions are asked where not all are. */
export interface Most {
  /** All that name no user, up to so many; */
  readonly generalMax: number;
  /** where there are more of them, so many drawn at random. */
  readonly generalDrawn: number;
  /** Drawn at random of the answers that take a user. */
  readonly personalDrawn: number;
}

/** What is drawn has every question of an answer that has few, random ones of an answer that has many. */
export function* someQuestions(scope: Scope, random: Random, most: Most): Generator<Asked> {
  const withoutUsers = { ...scope, accounts: scope.accounts.map((account) => ({ ...account, users: [] })) };
  const isSmall = countQuestions(withoutUsers) <= most.generalMax;
  yield* shared(NAMES, withoutUsers, random, isSmall ? most.generalMax : most.generalDrawn);
  yield* shared(NAMES.filter(takesUser), scope, random, most.personalDrawn);
}

function* shared(names: readonly AnswerName[], scope: Scope, random: Random, most: number): Generator<Asked> {
  const counts = names.map((name) => ({ name, count: countOf(name, scope) })).sort((a, b) => a.count - b.count);
  let left = most;
  for (const [index, { name, count }] of counts.entries()) {
    const share = Math.floor(left / (counts.length - index));
    if (count <= share) yield* questionsOf(name, scope);
    else yield* randomQuestions(name, scope, random, share);
    left -= Math.min(count, share);
  }
}

function takesUser(name: AnswerName): boolean {
  return (TAKES[name] as Takes).includes('userId') || (TAKES[name] as Takes).includes('userId?');
}

/** Of an answer that has questions, so that some account has a value for each of its fields. */
function* randomQuestions(
  name: AnswerName,
  { accounts, products, programs }: Scope,
  random: Random,
  count: number,
): Generator<Asked> {
  const takes: Takes = TAKES[name];
  const fields = typeof takes === 'string' ? [] : takes;
  const fitting = accounts.filter((account) => fields.every((field) => valuesOf(field, account, products).length > 0));
  for (let drawn = 0; drawn < count; drawn += 1) {
    if (takes === 'nothing') yield { name, of: {} };
    else if (takes === 'program') yield { name, of: { programId: pickFrom(random, programs) } };
    else yield { name, of: randomCombination(takes, pickFrom(random, fitting), products, random) };
  }
}

function randomCombination(
  takes: readonly Field[],
  account: AccountScope,
  products: readonly string[],
  random: Random,
): Asked['of'] {
  const fields = takes.map((field) => given(field, pickFrom(random, valuesOf(field, account, products))));
  return Object.assign({ accountId: account.accountId }, ...fields) as Asked['of'];
}
