/** What a read model holds, told apart by content: row ids say only in which order it was written. */
import { COMPARED_TABLES } from '#read-model/comparing.js';
import type { Store } from '#read-model/store.js';

/** A row as JSON text, the table it is of before it. */
export type Row = string;

const TOLD_MAX = 5;
const TOLD_CHARACTERS_MAX = 1_000;

export function rowsOf(store: Store): Row[] {
  return COMPARED_TABLES.flatMap(({ table, sql }) =>
    store
      .prepare(sql)
      .all()
      .map((row) => `${table} ${JSON.stringify(row)}`),
  );
}

/** The first rows that only one of the two has, each marked with which. */
export function differing(before: readonly Row[], after: readonly Row[]): string[] {
  const lacking = (rows: readonly Row[], from: readonly Row[]): Row[] => {
    const known = new Set(from);
    return rows.filter((row) => !known.has(row));
  };
  const told = (sign: string, rows: readonly Row[]): string[] =>
    rows.slice(0, TOLD_MAX).map((row) => `${sign} ${row.slice(0, TOLD_CHARACTERS_MAX)}`);
  return [...told('-', lacking(before, after)), ...told('+', lacking(after, before))];
}
