/** The ledger that is served, to whoever handles a request. */
import type { Observable } from 'rxjs';
import type { ChangesOptions } from '#application/changes.js';
import type { Engine } from '#application/engine.js';
import type { Story } from '#projections/history/history.js';

export const LEDGER = Symbol('Ledger');

/** Lends its engine for a piece of work; which engine that is may change between two. */
export interface ServedLedger {
  use<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
  /** The changes of an account from a position on, as they come. */
  changes(accountId: string, after: number, options?: ChangesOptions): Observable<Story>;
}
