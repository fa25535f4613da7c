/** `issued`: the documents of a period, as they were frozen, and what they come to. */
import { evolve } from '#domain/account/evolve.js';
import { emptyAccount } from '#domain/account/state.js';
import { subtotalOf } from '#domain/billing/lines.js';
import { requirePeriod } from '#domain/billing/period.js';
import type { AccountEvent, InvoiceLine } from '#domain/events.js';
import { factOf } from '#projections/filing/entry.js';
import { timelineKey } from '#projections/filing/keys.js';
import { type View, requireAccount } from '#projections/view.js';
import { readRange } from '#read-model/reading.js';

export interface Issued {
  readonly documents: readonly {
    readonly type: string;
    readonly invoiceId: string;
    readonly subtotal: string;
    readonly lines: readonly InvoiceLine[];
  }[];
  readonly total: string;
}

export function issued(view: View, { accountId, period }: { accountId: string; period: string }): Issued {
  const facts = requireAccount(view, accountId);
  requirePeriod(facts, period);
  const account = emptyAccount();
  for (const entry of readRange(view.store, timelineKey(accountId, 'invoices'), view.position)) {
    evolve(account, factOf<AccountEvent>(entry));
  }
  const documents = account.documents.get(period) ?? [];
  const lines = documents.flatMap((document) => document.lines);
  return { documents, total: subtotalOf(lines, facts.currency) };
}
