/** What there is to ask a ledger about, as its own answers tell it. */
import { type Instant, instantOf } from '#kernel/instant.js';
import { type Billing, type Month, monthOf, periodOf } from '#kernel/month.js';
import { parseQuestion } from '#projections/answers.js';
import type { Engine } from '#application/engine.js';
import type { AccountScope, Asked, Scope } from '#application/copying/questions.js';

/** Months of an account that are asked about, the last ones: a hundred years, for one that was opened as of long ago. */
const MONTHS_MAX = 1_200;

interface Opened {
  readonly accountId: string;
  readonly timeZone: string;
  readonly billing: Billing;
  readonly openedAt: string;
}

/** @param end the instant up to which months are asked about */
export async function scopeOf(engine: Engine, end: Instant): Promise<Scope> {
  const ask = async <Answer>(name: Asked['name'], of: Asked['of'] = {}): Promise<Answer> => {
    const [told] = await engine.askTogether([parseQuestion(name, of)], { knownAt: end, position: undefined });
    return (told as { readonly answer: Answer }).answer;
  };
  const { accounts } = await ask<{ accounts: readonly Opened[] }>('accounts');
  const { products } = await ask<{ products: readonly { product: string }[] }>('products');
  const { programs } = await ask<{ programs: readonly { programId: string }[] }>('programs');
  const scopes: AccountScope[] = [];
  for (const { accountId, timeZone, billing, openedAt } of accounts) {
    const { users } = await ask<{ users: readonly { userId: string }[] }>('overview', { accountId });
    const months = monthsBetween(monthOf(instantOf(openedAt), timeZone), monthOf(end, timeZone));
    const periods = [...new Set(months.map((month) => periodOf(month, billing)))];
    scopes.push({ accountId, users: users.map(({ userId }) => userId), months, periods });
  }
  return {
    accounts: scopes,
    products: products.map(({ product }) => product),
    programs: programs.map(({ programId }) => programId),
  };
}

function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  let month = Temporal.PlainYearMonth.from(last);
  while (months.length < MONTHS_MAX && month.toString() >= first) {
    months.push(month.toString() as Month);
    month = month.subtract({ months: 1 });
  }
  return months.toReversed();
}
