/** Everything that one account's questions may need of a state: the catalog, the programs and that account. */
import type { Billing } from '#kernel/month.js';
import type { Phase, PricingModel, ProductDefinition } from '#domain/events.js';
import type { LogEvent } from './log.js';

export interface State {
  /** The instant asked about: a trial's end passes without an event. */
  readonly at: number;
  readonly products: Map<string, ProductDefinition>;
  /** In the order of announcement. */
  readonly programs: Program[];
  account: Account | null;
}

export interface Program {
  readonly announced: LogEvent;
  readonly programId: string;
  readonly products: readonly string[];
  readonly entries: Entry[];
}

export interface Entry {
  readonly phase: Phase;
  readonly region: string | null;
  startsAt: string;
  started: boolean;
}

export interface Account {
  readonly opened: LogEvent;
  readonly region: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly billing: Billing;
  pricingModel: PricingModel;
  pricingModelSet: LogEvent;
  readonly users: Map<string, User>;
  readonly holdings: Map<string, Holding>;
}

export interface User {
  roles: readonly string[];
  active: boolean;
  deactivated: LogEvent | null;
  /** Sources by product; a product is there only while it has a source. */
  readonly seats: Map<string, Set<string>>;
}

/** What the account has of one product. */
export interface Holding {
  purchased: number;
  commitment: number;
  subscribed: LogEvent | null;
  unsubscribed: LogEvent | null;
  limit: number | null;
  /** By usageId. */
  readonly usage: Map<string, { readonly quantity: number; readonly effectiveAt: number }>;
  retention: { readonly days: number | null; readonly months: number | null } | null;
  trial: { readonly started: LogEvent; readonly endsAt: number } | null;
}

export function emptyState(at: number): State {
  return { at, products: new Map(), programs: [], account: null };
}

/** What the account has of the product; a fresh one is filed where there was none. */
export function holdingOf(account: Account, product: string): Holding {
  const known = account.holdings.get(product);
  if (known) return known;
  const fresh: Holding = {
    purchased: 0,
    commitment: 0,
    subscribed: null,
    unsubscribed: null,
    limit: null,
    usage: new Map(),
    retention: null,
    trial: null,
  };
  account.holdings.set(product, fresh);
  return fresh;
}

export function runningTrial(holding: Holding, instant: number): Holding['trial'] {
  return holding.trial !== null && instant < holding.trial.endsAt ? holding.trial : null;
}
