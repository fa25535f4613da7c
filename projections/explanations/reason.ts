/** Why a user has a product or has not: the rows of SPEC §4 (explain), the first that applies. */
import { cite } from '#domain/account/evolve.js';
import { type Citation, type Facts, type User, holdingOf, licencesOf, trialAt } from '#domain/account/state.js';
import type { ProductDefinition } from '#domain/events.js';
import { entryFor } from '#domain/program/programs.js';
import { compareIds } from '#kernel/id.js';
import type { Standpoint } from '#projections/explanations/standpoint.js';
import { usageReached } from '#projections/explanations/usage.js';
import { boundsOf } from '#projections/view.js';

export type Reason =
  | 'account-not-open'
  | 'user-not-registered'
  | 'product-unknown'
  | 'user-inactive'
  | 'not-subscribed'
  | 'account-wide'
  | 'usage-limit-reached'
  | 'subscription'
  | 'trial'
  | 'concurrent-pricing'
  | 'prerequisite-missing'
  | 'seat'
  | 'included'
  | 'transition'
  | 'seat-released'
  | 'never-assigned';

export interface Verdict {
  readonly licensed: boolean;
  readonly access: boolean;
  readonly reason: Reason;
  readonly decisive: Citation | null;
}

export function reasonFor(stand: Standpoint, product: string): Verdict {
  const { facts, user } = stand;
  if (!facts) return no('account-not-open');
  if (!user) return no('user-not-registered');
  const definition = stand.definition(product);
  if (!definition) return no('product-unknown');
  if (!user.active) return no('user-inactive', user.deactivated);
  return definition.provisioning === 'assigned'
    ? bySeat(stand, facts, user, definition)
    : bySubscription(stand, facts, definition);
}

function bySubscription(stand: Standpoint, facts: Facts, definition: ProductDefinition): Verdict {
  const { subscribed, unsubscribed } = stand.holdings(definition.product);
  if (!subscribed) return no('not-subscribed', unsubscribed);
  if (definition.provisioning === 'account-wide') return yes('account-wide', subscribed);
  if (definition.provisioning === 'metered') {
    const reached = usageReached(stand, facts, definition);
    if (reached) return no('usage-limit-reached', reached.by);
  }
  return yes('subscription', subscribed);
}

function bySeat(stand: Standpoint, facts: Facts, user: User, definition: ProductDefinition): Verdict {
  const { product, complimentary } = definition;
  const holdings = stand.holdings(product);
  const trial = trialAt(holdings, stand.view.at);
  if (trial) return yes('trial', trial.started);
  if (facts.pricingModel === 'concurrent') {
    const licensed = licencesOf(holdings) + complimentary > 0;
    return { licensed, access: licensed, reason: 'concurrent-pricing', decisive: facts.pricedBy };
  }
  const seat = user.seats.get(product);
  const holding = seat && holdingOf(seat);
  if (holding) return stand.hasRequired(definition) ? yes('seat', holding.began) : no('prerequisite-missing');
  const including = includedBy(stand, user, product);
  if (including) return yes('included', including);
  const awaited = transitionOf(stand, facts, product);
  if (awaited) return { licensed: false, access: true, reason: 'transition', decisive: awaited };
  return seat?.last ? no('seat-released', seat.last.ended) : no('never-assigned');
}

/** The seat that includes the product; of several the earliest held, then by product id. */
function includedBy(stand: Standpoint, user: User, product: string): Citation | undefined {
  const [first] = [...user.seats]
    .map(([other, seat]) => ({ other, holding: holdingOf(seat) }))
    .filter(({ other, holding }) => holding && stand.definition(other)?.includes.includes(product))
    .sort((a, b) => a.holding!.from - b.holding!.from || compareIds(a.other, b.other));
  return first?.holding?.began;
}

/** The announcement of the first program whose restricted phase is still to come for the region. */
function transitionOf({ view }: Standpoint, { region }: Facts, product: string): Citation | undefined {
  const bounds = boundsOf(view);
  const program = view.programs
    .covering(product, bounds)
    .find((covering) => entryFor(covering, 'restricted', region, bounds)?.started === false);
  return program && cite(program.announced);
}

function yes(reason: Reason, decisive: Citation): Verdict {
  return { licensed: true, access: true, reason, decisive };
}

function no(reason: Reason, decisive: Citation | null = null): Verdict {
  return { licensed: false, access: false, reason, decisive };
}
