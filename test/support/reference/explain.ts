/** SPEC §4 explain: the table's rows, tried in its order. */
import type { ProductDefinition } from '#domain/events.js';
import { compareText, type LogEvent } from './log.js';
import { entryFor, figuresOf, limitReached, monthOfState, programsOf } from './figures.js';
import { apply, eventsUpTo, stateAt } from './fold.js';
import { beganBy, endedBy, holdingSpans, type HoldingSpan } from './holdings.js';
import { emptyState, holdingOf, runningTrial, type Account, type State, type User } from './state.js';

export interface Explanation {
  readonly licensed: boolean;
  readonly access: boolean;
  readonly reason: string;
  readonly decisive: LogEvent | null;
}

interface Question {
  readonly known: readonly LogEvent[];
  readonly at: number;
  readonly accountId: string;
  readonly userId: string;
  readonly product: string;
}

/** The explanation at an instant, of events already cut to what was known. */
export function explanationOf(question: Question): Explanation {
  const state = stateAt(question.known, question.at, question.accountId);
  const { account } = state;
  if (account === null) return no('account-not-open', null);
  const user = account.users.get(question.userId);
  if (!user) return no('user-not-registered', null);
  const definition = state.products.get(question.product);
  if (!definition) return no('product-unknown', null);
  if (!user.active) return no('user-inactive', user.deactivated);
  return definition.provisioning === 'assigned'
    ? explainSeat(question, state, account, user, definition)
    : explainService(question, state, account, definition);
}

function explainService(
  question: Question,
  state: State,
  account: Account,
  definition: ProductDefinition,
): Explanation {
  const { subscribed, unsubscribed } = holdingOf(account, definition.product);
  if (subscribed === null) return no('not-subscribed', unsubscribed);
  if (definition.provisioning === 'account-wide') return yes('account-wide', subscribed);
  const month = monthOfState(state, account);
  if (definition.provisioning === 'metered' && limitReached(month, account, definition.product, definition.basePack)) {
    return no('usage-limit-reached', reachedBy(question, state, account, definition));
  }
  return yes('subscription', subscribed);
}

/** The last event that took this month's usage from below the limit to at it, the base pack being today's. */
function reachedBy(question: Question, state: State, account: Account, definition: ProductDefinition): LogEvent | null {
  const month = monthOfState(state, account);
  const replay = emptyState(question.at);
  const reached = (): boolean =>
    replay.account !== null && limitReached(month, replay.account, definition.product, definition.basePack);
  let last: LogEvent | null = null;
  for (const event of eventsUpTo(question.known, question.at)) {
    const reachedBefore = reached();
    apply(replay, event, question.accountId);
    if (!reachedBefore && reached()) last = event;
  }
  return last;
}

function explainSeat(
  question: Question,
  state: State,
  account: Account,
  user: User,
  definition: ProductDefinition,
): Explanation {
  const { known, at, accountId, userId, product } = question;
  const trial = runningTrial(holdingOf(account, product), at);
  if (trial) return yes('trial', trial.started);
  if (account.pricingModel === 'concurrent') {
    const licensed = figuresOf(state, account, product).capacity > 0;
    return { licensed, access: licensed, reason: 'concurrent-pricing', decisive: account.pricingModelSet };
  }
  const spans = holdingSpans(known, at, accountId).filter((span) => span.userId === userId);
  const seat = spans.find((span) => span.product === product && span.to === null);
  if (seat && !hasWhatItRequires(state, account, user, definition)) return no('prerequisite-missing', null);
  if (seat) return yes('seat', beganBy(known, seat, accountId));
  const including = earliestIncluding(state, spans, product);
  if (including) return yes('included', beganBy(known, including, accountId));
  const program = programsOf(state, product).find(
    (candidate) => entryFor(candidate, 'restricted', account.region)?.started === false,
  );
  if (program) return { licensed: false, access: true, reason: 'transition', decisive: program.announced };
  const last = spans.findLast((span) => span.product === product);
  return last ? no('seat-released', endedBy(known, last, accountId)) : no('never-assigned', null);
}

/** Of the user's seats of products that include this one, the earliest held, then by product id. */
function earliestIncluding(state: State, spans: readonly HoldingSpan[], product: string): HoldingSpan | undefined {
  return spans
    .filter((span) => span.to === null && state.products.get(span.product)?.includes.includes(product))
    .toSorted((a, b) => a.from - b.from || compareText(a.product, b.product))[0];
}

/** Of each inner list at least one product is there for this user. */
export function hasWhatItRequires(state: State, account: Account, user: User, definition: ProductDefinition): boolean {
  return definition.requires.every((list) => list.some((product) => isThere(state, account, user, product)));
}

function isThere(state: State, account: Account, user: User, product: string): boolean {
  const definition = state.products.get(product);
  if (!definition) return false;
  if (user.seats.has(product)) return true;
  if ([...user.seats.keys()].some((held) => state.products.get(held)?.includes.includes(product))) return true;
  return definition.provisioning !== 'assigned' && holdingOf(account, product).subscribed !== null;
}

function yes(reason: string, decisive: LogEvent): Explanation {
  return { licensed: true, access: true, reason, decisive };
}

function no(reason: string, decisive: LogEvent | null): Explanation {
  return { licensed: false, access: false, reason, decisive };
}
