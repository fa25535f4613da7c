/**
 * What an account is after the events folded so far. The fold owns its accumulator and changes it in place: an account of ten
 * thousand users and a million events must not be copied an event.
 */
import type { Instant } from '#kernel/instant.js';
import type { Billing } from '#kernel/month.js';
import type { InvoiceLine, PricingModel, Source } from '#domain/events.js';

/** An event as answers cite it: `decisive` and `evidence` of SPEC §4. */
export interface Citation {
  readonly type: string;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly position: number;
}

export interface Facts {
  readonly accountId: string;
  readonly name: string;
  readonly region: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly billing: Billing;
  readonly openedAt: Instant;
  pricingModel: PricingModel;
  /** The event that set the pricing model. */
  pricedBy: Citation;
}

/** A holding that has ended, touching ones joined; it has a length. */
export interface EndedHolding {
  readonly from: Instant;
  readonly to: Instant;
  readonly began: Citation;
  readonly ended: Citation;
}

/** What one user holds of one product. */
export interface Seat {
  /** Empty while not held. */
  sources: Source[];
  /** When the sources last went from none to one; not yet joined with what it touches (`holdingOf`). */
  current: { readonly from: Instant; readonly began: Citation } | null;
  last: EndedHolding | null;
}

export interface User {
  readonly userId: string;
  readonly name: string;
  roles: readonly string[];
  active: boolean;
  /** The UserDeactivated that made the user inactive; null while active. */
  deactivated: Citation | null;
  /** By product, those ever held. */
  readonly seats: Map<string, Seat>;
}

export interface Trial {
  readonly from: Instant;
  readonly endsAt: Instant;
  readonly started: Citation;
}

/** What the account has of one product, seats apart. */
export interface Holdings {
  purchased: number;
  commitment: number;
  /** Retention as it was set; multiplier 1 while null. */
  retention: { readonly days: number | null; readonly months: number | null } | null;
  /** The last trial that was started and not ended early; it runs while the instant is before its endsAt. */
  trial: Trial | null;
  subscribed: Citation | null;
  unsubscribed: Citation | null;
  /** Units a month over the base pack; null: no limit. */
  limit: number | null;
  readonly linkedRoles: Set<string>;
}

/** Users who hold a seat of a product. */
export type Holders = Set<string>;

export interface InvoiceDocument {
  readonly type: 'InvoiceIssued' | 'InvoiceAdjusted';
  readonly invoiceId: string;
  readonly lines: readonly InvoiceLine[];
  readonly subtotal: string;
}

export interface Usage {
  readonly ids: Set<string>;
  /** Units by local month. */
  readonly used: Map<string, number>;
}

export interface Account {
  facts: Facts | null;
  /** How many of the users are active. */
  activeUsers: number;
  readonly users: Map<string, User>;
  readonly holdings: Map<string, Holdings>;
  readonly holders: Map<string, Holders>;
  readonly usage: Map<string, Usage>;
  readonly documents: Map<string, InvoiceDocument[]>;
}

export function emptyAccount(): Account {
  return {
    facts: null,
    activeUsers: 0,
    users: new Map(),
    holdings: new Map(),
    holders: new Map(),
    usage: new Map(),
    documents: new Map(),
  };
}

export function emptyHoldings(): Holdings {
  return {
    purchased: 0,
    commitment: 0,
    retention: null,
    trial: null,
    subscribed: null,
    unsubscribed: null,
    limit: null,
    linkedRoles: new Set(),
  };
}

/** A copy to fold on with: neither changes with the other. */
export function copyAccount({ facts, activeUsers, users, holdings, holders, usage, documents }: Account): Account {
  return {
    facts: facts && { ...facts },
    activeUsers,
    users: copyMap(users, (user) => ({ ...user, seats: copyMap(user.seats, (seat) => ({ ...seat })) })),
    holdings: copyMap(holdings, (each) => ({ ...each, linkedRoles: new Set(each.linkedRoles) })),
    holders: copyMap(holders, (userIds) => new Set(userIds)),
    usage: copyMap(usage, ({ ids, used }) => ({ ids: new Set(ids), used: new Map(used) })),
    documents: copyMap(documents, (list) => [...list]),
  };
}

function copyMap<T>(map: ReadonlyMap<string, T>, copy: (value: T) => T): Map<string, T> {
  const copied = new Map<string, T>();
  for (const [key, value] of map) copied.set(key, copy(value));
  return copied;
}

const NOTHING: Readonly<Holdings> = emptyHoldings();
const NOBODY: ReadonlySet<string> = new Set();

export function holdingsOf(account: Account, product: string): Readonly<Holdings> {
  return account.holdings.get(product) ?? NOTHING;
}

export function holdersOf(account: Account, product: string): ReadonlySet<string> {
  return account.holders.get(product) ?? NOBODY;
}

/** Licences that count: the greater of what was purchased and what was committed to. */
export function licencesOf(holdings: Readonly<Holdings>): number {
  return Math.max(holdings.purchased, holdings.commitment);
}

/** How often a licence counts: once per 3 months of retention, not at all for days (SPEC §3, SetRetention). */
export function multiplierOf(holdings: Readonly<Holdings>): number {
  if (!holdings.retention) return 1;
  return holdings.retention.months === null ? 0 : holdings.retention.months / 3;
}

export function trialAt(holdings: Readonly<Holdings>, at: Instant): Trial | null {
  return holdings.trial && at < holdings.trial.endsAt ? holdings.trial : null;
}

/** The unbroken holding that runs, joined with one that it touches; null while none does. */
export function holdingOf(seat: Seat): { readonly from: Instant; readonly began: Citation } | null {
  return seat.current && seat.last?.to === seat.current.from ? seat.last : seat.current;
}

export function holds(user: User, product: string): boolean {
  return Boolean(user.seats.get(product)?.current);
}

export function holdsFrom(user: User, product: string, source: Source): boolean {
  return user.seats.get(product)?.sources.includes(source) ?? false;
}
