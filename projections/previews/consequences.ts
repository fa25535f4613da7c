/** What a command's events change of its account, as far as a preview tells. */
import type { Effective } from '#domain/catalog/decide.js';
import type { AccountEvent } from '#domain/events.js';
import { type AllocationChange, allocationChanges } from '#projections/previews/allocation-changes.js';
import type { Views } from '#projections/previews/change.js';
import { type InvoiceChanges, invoiceChanges } from '#projections/previews/invoice-changes.js';

export interface Consequences extends InvoiceChanges {
  /** Of every seat-managed product that the events touch, by product. */
  readonly allocations: readonly AllocationChange[];
}

/** @param events of one command */
export function consequencesOf(
  views: Views,
  accountId: string,
  events: readonly Effective<AccountEvent>[],
): Consequences {
  return { allocations: allocationChanges(views, accountId, events), ...invoiceChanges(views, accountId, events) };
}
