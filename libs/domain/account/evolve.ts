/**
 * What an event of an account means. Total: what does not fit is ignored, all else applies; capacity, prerequisites and
 * subscriptions are never judged again (SPEC §1).
 */
import { type Instant, instantOf } from '#kernel/instant.js';
import { monthOf } from '#kernel/month.js';
import type { AccountEvent, Fact } from '#domain/events.js';
import {
  type Account,
  type Citation,
  type Holdings,
  type Seat,
  type Usage,
  type User,
  emptyHoldings,
  trialAt,
} from '#domain/account/state.js';

const NONE: readonly string[] = [];

/**
 * Folds one more event into the account, which it changes in place. Facts come in the fold's order.
 * @returns the products of which somebody's seat changed
 */
export function evolve(account: Account, fact: Fact<AccountEvent>): readonly string[] {
  const { event, effectiveAt } = fact;
  switch (event.type) {
    case 'AccountOpened': {
      if (account.facts) return NONE;
      account.facts = { ...event.data, openedAt: effectiveAt, pricedBy: cite(fact) };
      return NONE;
    }
    case 'PricingModelChanged': {
      if (account.facts) {
        account.facts.pricingModel = event.data.pricingModel;
        account.facts.pricedBy = cite(fact);
      }
      return NONE;
    }
    case 'UserRegistered': {
      const { userId, name, roles } = event.data;
      if (!account.users.has(userId)) {
        account.users.set(userId, { userId, name, roles, active: true, deactivated: null, seats: new Map() });
        account.activeUsers += 1;
      }
      return NONE;
    }
    case 'UserRolesChanged': {
      const user = account.users.get(event.data.userId);
      if (user) user.roles = event.data.roles;
      return NONE;
    }
    case 'UserDeactivated': {
      const user = account.users.get(event.data.userId);
      if (!user?.active) return NONE;
      user.active = false;
      account.activeUsers -= 1;
      user.deactivated = cite(fact);
      return releaseAll(account, user, fact);
    }
    case 'UserReactivated': {
      const user = account.users.get(event.data.userId);
      if (user && !user.active) {
        account.activeUsers += 1;
        user.active = true;
        user.deactivated = null;
      }
      return NONE;
    }
    case 'RoleLinked':
      holdingsIn(account, event.data.product).linkedRoles.add(event.data.role);
      return NONE;
    case 'RoleUnlinked':
      holdingsIn(account, event.data.product).linkedRoles.delete(event.data.role);
      return NONE;
    case 'LicensePurchased':
      holdingsIn(account, event.data.product).purchased += event.data.quantity;
      return NONE;
    case 'LicenseReduced': {
      const holdings = holdingsIn(account, event.data.product);
      holdings.purchased = Math.max(0, holdings.purchased - event.data.quantity);
      return NONE;
    }
    case 'CommitmentSet':
      holdingsIn(account, event.data.product).commitment = event.data.quantity;
      return NONE;
    case 'SeatAssigned': {
      const { userId, product, source } = event.data;
      const user = account.users.get(userId);
      if (!user?.active) return NONE;
      const seat = seatIn(user, product);
      if (seat.sources.includes(source)) return NONE;
      gainSource(seat, source, effectiveAt, cite(fact));
      holdersIn(account, product).add(userId);
      return [product];
    }
    case 'SeatReleased': {
      const { userId, product, source } = event.data;
      const seat = account.users.get(userId)?.seats.get(product);
      if (!seat?.sources.includes(source)) return NONE;
      loseSource(seat, source, effectiveAt, cite(fact));
      if (!seat.current) holdersIn(account, product).delete(userId);
      return [product];
    }
    case 'ProductSubscribed': {
      const holdings = holdingsIn(account, event.data.product);
      holdings.subscribed ??= cite(fact);
      holdings.unsubscribed = null;
      return NONE;
    }
    case 'ProductUnsubscribed': {
      const holdings = holdingsIn(account, event.data.product);
      if (holdings.subscribed) holdings.unsubscribed = cite(fact);
      holdings.subscribed = null;
      return NONE;
    }
    case 'UsageLimitSet':
      holdingsIn(account, event.data.product).limit = event.data.limit;
      return NONE;
    case 'UsageRecorded': {
      const usage = usageIn(account, event.data.product);
      if (usage.ids.has(event.data.usageId)) return NONE;
      usage.ids.add(event.data.usageId);
      const month = monthOf(effectiveAt, account.facts?.timeZone ?? 'UTC');
      usage.used.set(month, (usage.used.get(month) ?? 0) + event.data.quantity);
      return NONE;
    }
    case 'RetentionSet':
      holdingsIn(account, event.data.product).retention = { days: event.data.days, months: event.data.months };
      return NONE;
    case 'TrialStarted': {
      const holdings = holdingsIn(account, event.data.product);
      if (!trialAt(holdings, effectiveAt)) {
        holdings.trial = { from: effectiveAt, endsAt: instantOf(event.data.endsAt), started: cite(fact) };
      }
      return NONE;
    }
    case 'TrialEnded': {
      const holdings = holdingsIn(account, event.data.product);
      if (trialAt(holdings, effectiveAt)) holdings.trial = null;
      return NONE;
    }
    case 'InvoiceIssued':
    case 'InvoiceAdjusted': {
      const { period, invoiceId, lines, subtotal } = event.data;
      const documents = account.documents.get(period) ?? [];
      account.documents.set(period, documents);
      documents.push({ type: event.type, invoiceId, lines, subtotal });
      return NONE;
    }
    default:
      return event satisfies never;
  }
}

export function cite(fact: Fact): Citation {
  return {
    type: fact.event.type,
    effectiveAt: fact.effectiveAt,
    recordedAt: fact.recordedAt,
    actor: fact.actor,
    position: fact.position,
  };
}

/** Adds a source that the seat lacks; from none to one, a holding begins. */
export function gainSource(seat: Seat, source: string, at: Instant, by: Citation): void {
  if (seat.sources.length === 0) seat.current = { from: at, began: by };
  seat.sources = seat.sources.length === 0 ? [source] : [...seat.sources, source].sort();
}

/** Takes a source, or all of them, away; with the last one the holding ends, and one of no length never was (SPEC §1). */
export function loseSource(seat: Seat, source: string | null, at: Instant, by: Citation): void {
  seat.sources = source === null ? [] : seat.sources.filter((held) => held !== source);
  if (seat.sources.length > 0 || !seat.current) return;
  if (seat.current.from < at) {
    const joined = seat.last?.to === seat.current.from ? seat.last : seat.current;
    seat.last = { from: joined.from, to: at, began: joined.began, ended: by };
  }
  seat.current = null;
}

function releaseAll(account: Account, user: User, fact: Fact): readonly string[] {
  const released: string[] = [];
  for (const [product, seat] of user.seats) {
    if (!seat.current) continue;
    loseSource(seat, null, fact.effectiveAt, cite(fact));
    holdersIn(account, product).delete(user.userId);
    released.push(product);
  }
  return released;
}

function seatIn(user: User, product: string): Seat {
  let seat = user.seats.get(product);
  if (!seat) user.seats.set(product, (seat = { sources: [], current: null, last: null }));
  return seat;
}

function holdingsIn(account: Account, product: string): Holdings {
  let holdings = account.holdings.get(product);
  if (!holdings) account.holdings.set(product, (holdings = emptyHoldings()));
  return holdings;
}

function holdersIn(account: Account, product: string): Set<string> {
  let holders = account.holders.get(product);
  if (!holders) account.holders.set(product, (holders = new Set()));
  return holders;
}

function usageIn(account: Account, product: string): Usage {
  let usage = account.usage.get(product);
  if (!usage) account.usage.set(product, (usage = { ids: new Set(), used: new Map() }));
  return usage;
}
