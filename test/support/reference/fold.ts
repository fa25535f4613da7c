/** SPEC §1: state(at, knownAt), folded from nothing each time it is asked for. */
import { inFoldOrder, type LogEvent } from './log.js';
import { emptyState, holdingOf, runningTrial, type Account, type State } from './state.js';
import { instantOf } from './time.js';

/** The state of the world and of one account at an instant, of events already cut to what was known. */
export function stateAt(known: readonly LogEvent[], at: number, accountId: string): State {
  const state = emptyState(at);
  for (const event of eventsUpTo(known, at)) apply(state, event, accountId);
  return state;
}

export function eventsUpTo(known: readonly LogEvent[], at: number): LogEvent[] {
  return inFoldOrder(known.filter((event) => event.effectiveAt <= at));
}

/** What one event means; nothing where it does not fit. */
export function apply(state: State, event: LogEvent, accountId: string): void {
  applyToCatalog(state, event);
  applyToPrograms(state, event);
  if (event.stream !== `account-${accountId}`) return;
  if (event.type === 'AccountOpened') state.account ??= opened(event);
  const { account } = state;
  if (account === null) return;
  if (event.type === 'PricingModelChanged') {
    account.pricingModel = event.data.pricingModel;
    account.pricingModelSet = event;
  }
  applyToUsers(account, event);
  applyToLicences(account, event);
  applyToServices(account, event);
}

function applyToCatalog({ products }: State, event: LogEvent): void {
  if (event.type === 'ProductDefined') products.set(event.data.product, event.data);
  if (event.type === 'ProductSaleChanged') {
    const definition = products.get(event.data.product);
    if (definition) products.set(event.data.product, { ...definition, sale: event.data.sale });
  }
}

function applyToPrograms({ programs }: State, event: LogEvent): void {
  if (event.type === 'EnforcementProgramAnnounced') {
    const { programId, products, phases } = event.data;
    programs.push({
      announced: event,
      programId,
      products,
      entries: phases.map((entry) => ({ ...entry, started: false })),
    });
  }
  if (event.type !== 'EnforcementPhaseRescheduled' && event.type !== 'EnforcementPhaseStarted') return;
  const { programId, phase, region } = event.data;
  const entry = programs
    .find((program) => program.programId === programId)
    ?.entries.find((candidate) => candidate.phase === phase && candidate.region === region);
  if (!entry) return;
  if (event.type === 'EnforcementPhaseRescheduled') entry.startsAt = event.data.startsAt;
  else entry.started = true;
}

function opened(event: LogEvent & { readonly type: 'AccountOpened' }): Account {
  const { region, timeZone, currency, billing, pricingModel } = event.data;
  return {
    opened: event,
    region,
    timeZone,
    currency,
    billing,
    pricingModel,
    pricingModelSet: event,
    users: new Map(),
    holdings: new Map(),
  };
}

function applyToUsers({ users }: Account, event: LogEvent): void {
  if (event.type === 'UserRegistered' && !users.has(event.data.userId)) {
    const { userId, roles } = event.data;
    users.set(userId, { roles, active: true, deactivated: null, seats: new Map() });
  }
  if (event.type === 'UserRolesChanged') {
    const user = users.get(event.data.userId);
    if (user) user.roles = event.data.roles;
  }
  if (event.type === 'UserDeactivated') {
    const user = users.get(event.data.userId);
    if (!user?.active) return;
    user.active = false;
    user.deactivated = event;
    user.seats.clear();
  }
  if (event.type === 'UserReactivated') {
    const user = users.get(event.data.userId);
    if (user) user.active = true;
  }
  if (event.type === 'SeatAssigned') {
    const { userId, product, source } = event.data;
    const user = users.get(userId);
    if (user?.active) user.seats.set(product, new Set(user.seats.get(product)).add(source));
  }
  if (event.type === 'SeatReleased') {
    const { userId, product, source } = event.data;
    const seats = users.get(userId)?.seats;
    seats?.get(product)?.delete(source);
    if (seats?.get(product)?.size === 0) seats.delete(product);
  }
}

function applyToLicences(account: Account, event: LogEvent): void {
  if (event.type === 'LicensePurchased') holdingOf(account, event.data.product).purchased += event.data.quantity;
  if (event.type === 'LicenseReduced') {
    const holding = holdingOf(account, event.data.product);
    holding.purchased = Math.max(0, holding.purchased - event.data.quantity);
  }
  if (event.type === 'CommitmentSet') holdingOf(account, event.data.product).commitment = event.data.quantity;
  if (event.type === 'RetentionSet') holdingOf(account, event.data.product).retention = event.data;
}

function applyToServices(account: Account, event: LogEvent): void {
  if (event.type === 'ProductSubscribed') holdingOf(account, event.data.product).subscribed ??= event;
  if (event.type === 'ProductUnsubscribed') {
    const holding = holdingOf(account, event.data.product);
    if (holding.subscribed === null) return;
    holding.subscribed = null;
    holding.unsubscribed = event;
  }
  if (event.type === 'UsageLimitSet') holdingOf(account, event.data.product).limit = event.data.limit;
  if (event.type === 'UsageRecorded') {
    const { usage } = holdingOf(account, event.data.product);
    const { usageId, quantity } = event.data;
    if (!usage.has(usageId)) usage.set(usageId, { quantity, effectiveAt: event.effectiveAt });
  }
  if (event.type === 'TrialStarted') {
    const holding = holdingOf(account, event.data.product);
    if (runningTrial(holding, event.effectiveAt)) return;
    holding.trial = { started: event, endsAt: instantOf(event.data.endsAt) };
  }
  if (event.type === 'TrialEnded') {
    const holding = holdingOf(account, event.data.product);
    if (runningTrial(holding, event.effectiveAt)) holding.trial = null;
  }
}
