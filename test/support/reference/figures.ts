/** The figures of one product of the account in one state: capacity, seats, and what the programs say of it. */
import { monthSpanAt, holds, type Span } from './time.js';
import { holdingOf, type Account, type Entry, type Program, type State } from './state.js';
import type { Phase } from '#domain/events.js';

export interface Figures {
  readonly purchased: number;
  readonly commitment: number;
  readonly complimentary: number;
  readonly capacity: number;
  readonly assigned: number;
  readonly available: number;
  readonly overage: number;
}

export function figuresOf(state: State, account: Account, product: string): Figures {
  const { purchased, commitment } = holdingOf(account, product);
  const complimentary = state.products.get(product)?.complimentary ?? 0;
  const capacity = Math.max(purchased, commitment) + complimentary;
  const assigned = [...account.users.values()].filter((user) => user.seats.has(product)).length;
  const available = Math.max(0, capacity - assigned);
  const overage = Math.max(0, assigned - capacity);
  return { purchased, commitment, complimentary, capacity, assigned, available, overage };
}

/** How often a licence counts: 1 but for retention, where 14 days are free and 3 months count once. */
export function multiplierOf(state: State, account: Account, product: string): number {
  const { retention } = holdingOf(account, product);
  if (state.products.get(product)?.units !== 'retention' || retention === null) return 1;
  return retention.months === null ? 0 : retention.months / 3;
}

export function usedIn(span: Span, account: Account, product: string): number {
  const records = [...holdingOf(account, product).usage.values()];
  return records.filter(({ effectiveAt }) => holds(span, effectiveAt)).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The base pack and the limit are used up in this month; never where no limit is set. */
export function limitReached(month: Span, account: Account, product: string, basePack: number): boolean {
  const { limit } = holdingOf(account, product);
  return limit !== null && usedIn(month, account, product) >= basePack + limit;
}

export function monthOfState(state: State, account: Account): Span {
  return monthSpanAt(state.at, account.timeZone);
}

/** The programs that cover the product, in the order of announcement. */
export function programsOf(state: State, product: string): Program[] {
  return state.programs.filter((program) => program.products.includes(product));
}

/** The phase's entry of exactly this region, else the one for every region without its own. */
export function entryFor(program: Program, phase: Phase, region: string): Entry | undefined {
  const entries = program.entries.filter((entry) => entry.phase === phase);
  return entries.find((entry) => entry.region === region) ?? entries.find((entry) => entry.region === null);
}

/** Every `overage-billing` entry that applies, of the programs announced by then that cover the product, has started. */
export function overageIsBilled(state: State, account: Account, product: string): boolean {
  return programsOf(state, product)
    .map((program) => entryFor(program, 'overage-billing', account.region))
    .every((entry) => entry === undefined || entry.started);
}
