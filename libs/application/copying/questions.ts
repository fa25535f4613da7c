/** The questions of SPEC §4 that a ledger gives rise to: of each account, product, user, month, period and program that it has. */
import type { AnswerName } from '#projections/answers.js';
import type { Month } from '#kernel/month.js';

export interface AccountScope {
  readonly accountId: string;
  readonly users: readonly string[];
  readonly months: readonly Month[];
  readonly periods: readonly string[];
}

/** All that there is to ask about. */
export interface Scope {
  readonly accounts: readonly AccountScope[];
  readonly products: readonly string[];
  readonly programs: readonly string[];
}

/** A question without its bounds. */
export interface Asked {
  readonly name: AnswerName;
  readonly of: Readonly<Record<string, string>>;
}

export type Field = 'product' | 'product?' | 'userId' | 'userId?' | 'month' | 'period';
export type Takes = 'nothing' | 'program' | readonly Field[];

/** What each answer takes; a list: an account, and these of it. */
export const TAKES = {
  accounts: 'nothing',
  products: 'nothing',
  programs: 'nothing',
  phases: 'program',
  account: [],
  allocation: ['product'],
  overview: ['product?'],
  features: ['userId'],
  holdings: ['product', 'userId?'],
  peak: ['product', 'month'],
  invoice: ['period'],
  issued: ['period'],
  explain: ['userId', 'product'],
  history: ['userId?', 'product?'],
} as const satisfies Record<AnswerName, Takes>;

export const NAMES = Object.keys(TAKES) as AnswerName[];

/** Every question, one after another; never all at once. */
export function* everyQuestion(scope: Scope): Generator<Asked> {
  for (const name of NAMES) yield* questionsOf(name, scope);
}

/** How many `everyQuestion` has. */
export function countQuestions(scope: Scope): number {
  return NAMES.reduce((count, name) => count + countOf(name, scope), 0);
}

/** Every question of one answer. */
export function* questionsOf(name: AnswerName, { accounts, products, programs }: Scope): Generator<Asked> {
  const takes: Takes = TAKES[name];
  if (takes === 'nothing') {
    yield { name, of: {} };
  } else if (takes === 'program') {
    for (const programId of programs) yield { name, of: { programId } };
  } else {
    for (const account of accounts) {
      for (const of of combinations(takes, account, products)) {
        yield { name, of: { accountId: account.accountId, ...of } };
      }
    }
  }
}

function* combinations(
  [field, ...rest]: readonly Field[],
  account: AccountScope,
  products: readonly string[],
): Generator<Asked['of']> {
  if (field === undefined) {
    yield {};
    return;
  }
  for (const value of valuesOf(field, account, products)) {
    for (const of of combinations(rest, account, products)) yield { ...given(field, value), ...of };
  }
}

/** How many `questionsOf` has. */
export function countOf(name: AnswerName, { accounts, products, programs }: Scope): number {
  const takes: Takes = TAKES[name];
  if (takes === 'nothing') return 1;
  if (takes === 'program') return programs.length;
  return accounts
    .map((account) => takes.reduce((count, field) => count * valuesOf(field, account, products).length, 1))
    .reduce((sum, count) => sum + count, 0);
}

/** What there is to say in a field; undefined: to leave it out. */
export function valuesOf(
  field: Field,
  account: AccountScope,
  products: readonly string[],
): readonly (string | undefined)[] {
  switch (field) {
    case 'product':
      return products;
    case 'product?':
      return [undefined, ...products];
    case 'userId':
      return account.users;
    case 'userId?':
      return [undefined, ...account.users];
    case 'month':
      return account.months;
    case 'period':
      return account.periods;
    default:
      return field satisfies never;
  }
}

/** A field said, or left out. */
export function given(field: Field, value: string | undefined): Asked['of'] {
  return value === undefined ? {} : { [field.replace('?', '')]: value };
}
