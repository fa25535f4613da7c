/** SPEC §4 peak: the state at every instant of the month at which anything could have changed. */
import type { LogEvent } from './log.js';
import { figuresOf, multiplierOf, overageIsBilled } from './figures.js';
import { stateAt } from './fold.js';
import { holdingOf, runningTrial, type Account, type State } from './state.js';
import { holds, instantOf, monthSpan } from './time.js';

/** The state of a counted instant, with the account that is open there. */
export interface Counted {
  readonly at: number;
  readonly state: State;
  readonly account: Account;
}

export interface Peak {
  readonly licences: PeakFigure;
  readonly assigned: PeakFigure;
  readonly overage: PeakFigure;
  readonly billableOverage: number;
}

export interface PeakFigure {
  readonly quantity: number;
  /** The earliest counted instant that has it; null for 0. */
  readonly at: number | null;
}

/** The states of the month up to `knownAt`, from the account's opening on; earliest first. */
export function countedStates(
  known: readonly LogEvent[],
  { opened, timeZone }: Account,
  accountId: string,
  month: string,
  knownAt: number,
): Counted[] {
  const span = monthSpan(month, timeZone);
  const trialEnds = known.flatMap((event) => (event.type === 'TrialStarted' ? [instantOf(event.data.endsAt)] : []));
  const changes = known.map((event) => event.effectiveAt);
  const candidates = [span.from, opened.effectiveAt, ...changes, ...trialEnds, span.to - 1, knownAt];
  return [...new Set(candidates)]
    .filter((at) => holds(span, at) && at <= knownAt && at >= opened.effectiveAt)
    .toSorted((a, b) => a - b)
    .map((at) => {
      const state = stateAt(known, at, accountId);
      if (state.account === null) throw new Error('the account is open from its opening on');
      return { at, state, account: state.account };
    });
}

export function peakOf(counted: readonly Counted[], product: string): Peak {
  const billable = counted.filter(({ at, account }) => !runningTrial(holdingOf(account, product), at));
  const billing = billable.filter(({ state, account }) => overageIsBilled(state, account, product));
  const licences = greatest(billable, ({ state, account }) => {
    const { purchased, commitment } = figuresOf(state, account, product);
    return Math.max(purchased, commitment) * multiplierOf(state, account, product);
  });
  const demand = billing.map(({ state, account }) => {
    const { assigned, complimentary } = figuresOf(state, account, product);
    return (assigned - complimentary) * multiplierOf(state, account, product);
  });
  return {
    licences,
    assigned: greatest(counted, ({ state, account }) => figuresOf(state, account, product).assigned),
    overage: greatest(counted, ({ state, account }) => figuresOf(state, account, product).overage),
    billableOverage: Math.max(0, ...demand.map((quantity) => quantity - licences.quantity)),
  };
}

function greatest(counted: readonly Counted[], figure: (counted: Counted) => number): PeakFigure {
  const quantity = Math.max(0, ...counted.map(figure));
  const first = counted.find((candidate) => figure(candidate) === quantity);
  return { quantity, at: quantity === 0 ? null : (first?.at ?? null) };
}
