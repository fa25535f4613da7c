/** What a command's events change of its account: the allocations that they touch and the invoices, before and after them. */
import type { Effective } from '#domain/catalog/decide.js';
import type { AccountEvent } from '#domain/events.js';
import { compareIds } from '#kernel/id.js';
import { later } from '#kernel/instant.js';
import { monthOf, periodOf, periodsBack } from '#kernel/month.js';
import { Refusal, type RefusalCode } from '#kernel/refusal.js';
import { type Allocation, allocation } from '#projections/allocations/allocation.js';
import { loadUser } from '#projections/filing/load.js';
import { type Invoice, invoice } from '#projections/invoices/invoice.js';
import { type View, boundsOf, requireAccount } from '#projections/view.js';

/** Months of invoices that are compared, back from now: what one correction may cost. */
export const MONTHS_COMPARED_MAX = 600;

/** Where there is no answer, why. */
export interface Refused {
  readonly refused: RefusalCode;
}

export interface Change<Answer> {
  readonly before: Answer | Refused;
  readonly after: Answer | Refused;
}

export interface AllocationChange extends Change<Allocation> {
  readonly product: string;
}

export type InvoiceTold = Omit<Invoice, 'accountId' | 'period'>;

export interface InvoiceChange extends Change<InvoiceTold> {
  readonly period: string;
}

export interface Consequences {
  /** Of every seat-managed product that the events name, and of those of which a user they name holds another seat than before; by product. */
  readonly allocations: readonly AllocationChange[];
  /** Of the current period, and of every one whose invoice changes from `invoicesFrom` on; oldest first. */
  readonly invoices: readonly InvoiceChange[];
  /** The first period that was compared: what the events are effective in, but no more than MONTHS_COMPARED_MAX back. */
  readonly invoicesFrom: string;
}

/** @param events of one command; both views are of one instant, without and with them */
export function consequencesOf(
  before: View,
  after: View,
  accountId: string,
  events: readonly Effective<AccountEvent>[],
): Consequences {
  const { timeZone, billing, openedAt } = requireAccount(after, accountId);
  const now = monthOf(after.at, timeZone);
  const since = monthOf(later(events[0]?.effectiveAt ?? after.at, openedAt), timeZone);
  const periods = before === after ? [periodOf(now, billing)] : periodsBack(now, since, billing, MONTHS_COMPARED_MAX);
  return {
    allocations: allocationChanges(before, after, accountId, events),
    invoices: periods
      .map((period) => ({ period, ...compared(before, after, (view) => invoiceTold(view, accountId, period)) }))
      .filter((change) => change.period === periodOf(now, billing) || isChanged(change)),
    invoicesFrom: periods[0]!,
  };
}

function allocationChanges(
  before: View,
  after: View,
  accountId: string,
  events: readonly Effective<AccountEvent>[],
): AllocationChange[] {
  const named = new Set(events.flatMap(({ event }) => ('product' in event.data ? [event.data.product] : [])));
  const users = new Set(
    events.flatMap(({ event }) => ('userId' in event.data && !('product' in event.data) ? [event.data.userId] : [])),
  );
  const held = [...users].flatMap((userId) => [before, after].flatMap((view) => everHeld(view, accountId, userId)));
  return [...new Set([...named, ...held])]
    .filter((product) => after.catalog.definition(product, boundsOf(after))?.provisioning === 'assigned')
    .sort(compareIds)
    .map((product) => ({ product, ...compared(before, after, (view) => allocation(view, { accountId, product })) }))
    .filter((change) => named.has(change.product) || isDifferent(change));
}

/** Products that the user holds or held a seat of: an event of the user's alone, such as a deactivation, names none. */
function everHeld({ store, at, position }: View, accountId: string, userId: string): string[] {
  return [...(loadUser(store, accountId, userId, { at, position })?.seats.keys() ?? [])];
}

function invoiceTold(view: View, accountId: string, period: string): InvoiceTold {
  const { currency, provisional, lines, subtotal } = invoice(view, { accountId, period });
  return { currency, provisional, lines, subtotal };
}

function compared<Answer>(before: View, after: View, ask: (view: View) => Answer): Change<Answer> {
  return { before: told(() => ask(before)), after: told(() => ask(after)) };
}

function told<Answer>(ask: () => Answer): Answer | Refused {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}

function isDifferent({ before, after }: Change<object>): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

/** An account that opens owes nothing for any period yet: no invoice of it changes. */
function isChanged(change: InvoiceChange): boolean {
  const isOpening = 'refused' in change.before && change.before.refused === 'account-not-found';
  return !isOpening && isDifferent(change);
}
