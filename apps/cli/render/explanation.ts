/** `explain` as a support person would tell it: the verdict, what decided it, and the events that led there. */
import type { Story } from '#projections/history/history.js';
import type { Reason } from '#projections/explanations/reason.js';
import { events } from './events.js';
import { type Fields, cell } from './table.js';

const BECAUSE: Readonly<Record<Reason, string>> = {
  'account-not-open': 'the account is not open',
  'user-not-registered': 'the account has no such user',
  'product-unknown': 'there is no such product',
  'user-inactive': 'the user is not active',
  'not-subscribed': 'the account is not subscribed to it',
  'account-wide': 'the account is subscribed for every active user',
  'usage-limit-reached': "the month's usage has reached its limit",
  subscription: 'the account is subscribed',
  trial: 'a trial runs, and gives every active user access',
  'concurrent-pricing': 'the account is priced by concurrent use: its licences, not seats, give access',
  'prerequisite-missing': 'the user holds a seat, but not what the product requires',
  seat: 'the user holds a seat',
  included: 'the user holds a seat of a product that includes it',
  transition: 'a program covers the product and is not restricted yet: nobody loses access before that',
  'seat-released': "the user's seat was released",
  'never-assigned': 'the user never held a seat',
};

export function explanation(answer: Fields, { accountId, userId, product }: Fields): string {
  const { licensed, access, reason, decisive, evidence } = answer;
  const who = `${cell(userId)} of ${cell(accountId)}`;
  const verdict = `${who} is ${licensed ? '' : 'not '}licensed for ${cell(product)} and has ${access ? '' : 'no '}access: ${
    BECAUSE[reason as Reason]
  } (${cell(reason)}).`;
  return [verdict, decided(decisive as Fields | null), '', events(evidence as readonly Story[])].join('\n');
}

function decided(decisive: Fields | null): string {
  if (!decisive) return 'No single event decided it.';
  const { type, effectiveAt, recordedAt, actor, position } = decisive;
  const learned = recordedAt === effectiveAt ? '' : `, recorded on ${cell(recordedAt)}`;
  return `Decided by ${cell(type)} on ${cell(effectiveAt)}${learned}, by ${cell(actor)} (position ${cell(position)}).`;
}
