/** `explain` as a support person would tell it: the verdict, its cause, and how it came to that. */
import type { Story } from '#projections/history/history.js';
import type { Reason } from '#projections/explanations/reason.js';
import type { Decisive } from '#projections/explanations/explain.js';
import { sentence } from './sentence.js';
import { story } from './story.js';
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
  const events = evidence as readonly Story[];
  const decided = decisive as Decisive | null;
  return [
    `${who} is ${licensed ? '' : 'not '}licensed for ${cell(product)} and has ${access ? '' : 'no '}access.`,
    `Why: ${BECAUSE[reason as Reason]} (${cell(reason)}).`,
    cause(decided, events),
    ...(events.length > 0 ? ['', 'How it came to that:', '', story(events, decided?.position)] : []),
  ].join('\n');
}

/** The decisive event is one of the story, where all of that is told. */
function cause(decisive: Decisive | null, events: readonly Story[]): string {
  if (!decisive) return 'No single event decided it.';
  const { type, position, effectiveAt, actor } = decisive;
  const event = events.find((known) => known.position === position);
  const what = event ? sentence(event) : `${type} (position ${position})`;
  return `Decided on ${cell(effectiveAt)} by ${cell(actor)}: ${what}.`;
}
