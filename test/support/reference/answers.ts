/** SPEC §4 answers, each as a function of what was known and of the state asked about. */
import type { LogEvent } from './log.js';
import { compareText } from './log.js';
import { explanationOf } from './explain.js';
import { figuresOf } from './figures.js';
import { eventsUpTo } from './fold.js';
import { holdingSpans } from './holdings.js';
import { invoiceOf, sumOf } from './invoices.js';
import { countedStates, peakOf, type PeakFigure } from './peaks.js';
import type { Account, Program, State, User } from './state.js';
import { instantOf, isoOf, monthSpan } from './time.js';

/** What a question may see: `state` is state(at, knownAt), with `at` = knownAt where the answer takes none. */
export interface View {
  readonly known: readonly LogEvent[];
  readonly state: State;
  readonly accountId: string;
}

export function allocation({ known, state, accountId }: View, account: Account, product: string): object {
  const open = holdingSpans(known, state.at, accountId).filter((span) => span.product === product && span.to === null);
  const seats = open.map(({ userId, from }) => ({
    userId,
    since: isoOf(from),
    sources: [...(account.users.get(userId)?.seats.get(product) ?? [])].toSorted(compareText),
  }));
  return { accountId, product, ...figuresOf(state, account, product), seats };
}

export function overview(account: Account, product: string | undefined): object {
  const users = [...account.users]
    .map(([userId, user]) => ({ userId, active: user.active, products: [...user.seats.keys()].toSorted(compareText) }))
    .filter((user) => product === undefined || user.products.includes(product))
    .toSorted((a, b) => compareText(a.userId, b.userId));
  return { users };
}

export function features({ known, state, accountId }: View, userId: string, user: User): object {
  const names = new Set<string>();
  for (const [product, definition] of state.products) {
    if (!explanationOf({ known, at: state.at, accountId, userId, product }).access) continue;
    for (const granted of definition.features) {
      if (typeof granted === 'string') names.add(granted);
      else if (granted.roles.some((role) => user.roles.includes(role))) names.add(granted.feature);
    }
  }
  return { features: [...names].toSorted(compareText) };
}

export function holdings({ known, state, accountId }: View, product: string, userId: string | undefined): object {
  const spans = holdingSpans(known, state.at, accountId)
    .filter((span) => span.product === product && (userId === undefined || span.userId === userId))
    .map((span) => ({ userId: span.userId, from: isoOf(span.from), to: span.to === null ? null : isoOf(span.to) }));
  return { holdings: spans };
}

export function peak({ known, state, accountId }: View, account: Account, product: string, month: string): object {
  const { licences, assigned, overage, billableOverage } = peakOf(
    countedStates(known, account, accountId, month, state.at),
    product,
  );
  const told = ({ quantity, at }: PeakFigure): object => ({ quantity, at: at === null ? null : isoOf(at) });
  return { licences: told(licences), assigned: told(assigned), overage: told(overage), billableOverage };
}

/** null where a price is missing. */
export function invoice(view: View, account: Account, period: string, months: readonly string[]): object | null {
  const { known, state, accountId } = view;
  const billed = invoiceOf({ known, accountId, now: state }, months);
  const over = monthSpan(months.at(-1) ?? period, account.timeZone).to;
  return billed && { accountId, period, currency: account.currency, provisional: state.at < over, ...billed };
}

export function explain({ known, state, accountId }: View, userId: string, product: string): object {
  const explanation = explanationOf({ known, at: state.at, accountId, userId, product });
  const { decisive } = explanation;
  return {
    ...explanation,
    decisive: decisive && {
      type: decisive.type,
      effectiveAt: isoOf(decisive.effectiveAt),
      recordedAt: isoOf(decisive.recordedAt),
      actor: decisive.actor,
      position: decisive.position,
    },
  };
}

export function phases(program: Program): object {
  return { phases: program.entries.map((entry) => ({ ...entry, startsAt: isoOf(instantOf(entry.startsAt)) })) };
}

export interface HistoryFilter {
  readonly userId: string | undefined;
  readonly product: string | undefined;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export function history({ known, state, accountId }: View, { userId, product, from, to }: HistoryFilter): object {
  const events = eventsUpTo(known, state.at)
    .filter(({ stream }) => stream === `account-${accountId}`)
    .filter(({ data }) => userId === undefined || ('userId' in data && data.userId === userId))
    .filter(({ data }) => product === undefined || ('product' in data && data.product === product))
    .filter(({ effectiveAt }) => (from === undefined || from <= effectiveAt) && (to === undefined || effectiveAt < to))
    .map(({ position, type, effectiveAt, recordedAt, actor, reason, data }) => {
      return { position, type, effectiveAt: isoOf(effectiveAt), recordedAt: isoOf(recordedAt), actor, reason, data };
    });
  return { events };
}

export function issued({ known, state, accountId }: View, account: Account, period: string): object {
  const documents = eventsUpTo(known, state.at)
    .filter(({ stream }) => stream === `account-${accountId}`)
    .filter((event) => event.type === 'InvoiceIssued' || event.type === 'InvoiceAdjusted')
    .filter(({ data }) => data.period === period)
    .map(({ type, data }) => ({ type, subtotal: data.subtotal, lines: data.lines }));
  const subtotals = documents.map(({ subtotal }) => subtotal);
  return { documents, total: sumOf(subtotals, account.currency) };
}
