/** What is exported: rows of one state of a ledger, one after another, each for spreadsheets and for programs. */
import type { Cell } from '../csv.js';

export interface Item {
  /** Of `total`, for the bar. */
  readonly done: number;
  /** As CSV has it. */
  readonly rows?: readonly (readonly Cell[])[];
  /** As JSON Lines has it. */
  readonly json?: readonly object[];
  /** An account that could not be asked about; the others are exported. */
  readonly failed?: { readonly accountId: string; readonly error: unknown };
}

export interface Exported {
  /** Columns of the rows. */
  readonly fields: readonly string[];
  /** The bounds of all of it: asked with them again it is the same. */
  readonly pinned: { readonly at?: string; readonly knownAt?: string; readonly position: number };
  readonly total: number;
  readonly items: AsyncIterable<Item>;
}
