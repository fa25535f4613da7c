/** The ledger that is served, to whoever handles a request. */
import type { Engine } from '#application/engine.js';

export const LEDGER = Symbol('Ledger');

/** Lends its engine for a piece of work; which engine that is may change between two. */
export interface ServedLedger {
  use<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
}
