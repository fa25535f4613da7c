/**
 * Two read models of one log at one position, row by row. They are told apart by content: row ids say only in which order something was
 * written. Rows come in the order of their keys from both, so that no more than two are held however many there are.
 */
import type { Store } from '#read-model/store.js';

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

export interface ComparedTable {
  readonly table: string;
  /** What a row is known by, in the order of the rows; nothing where there is one row. */
  readonly key: readonly string[];
  readonly sql: string;
}

/** All that a read model holds of its log. What start was completed is a note that may be lost, and is none of it. */
export const COMPARED_TABLES: readonly ComparedTable[] = [
  { table: 'checkpoint', key: [], sql: 'SELECT position, recorded_at, event_id FROM checkpoint' },
  { table: 'timeline', key: ['key'], sql: 'SELECT key FROM timeline ORDER BY key' },
  {
    table: 'page',
    key: ['key', 'valid_from', 'position', 'base', 'known_from'],
    // The join is crossed so that both indexes are walked in their order, and nothing is sorted but what shares a key.
    sql: `SELECT key, valid_from, position, base, known_from, known_to, body
      FROM timeline CROSS JOIN page ON page.timeline = timeline.id
      ORDER BY key, valid_from, position, base, known_from`,
  },
  { table: 'stream', key: ['name'], sql: 'SELECT name, revision, valid_to FROM stream ORDER BY name' },
  { table: 'together', key: ['first'], sql: 'SELECT first, last FROM together ORDER BY first' },
  {
    table: 'command',
    key: ['stream', 'command_id'],
    sql: `SELECT stream, command_id, fingerprint, events, position, revision FROM command ORDER BY stream, command_id`,
  },
];

/** The first row, by table and key, that one of the two has not, or has otherwise. */
export interface RowDifference {
  readonly table: string;
  readonly key: Row;
  /** The first that differs; undefined where a whole row is missing or too many. */
  readonly column: string | undefined;
  /** Of the whole row where there is no column; null where the row should not be. */
  readonly expected: Value | Row;
  /** null where the row is missing. */
  readonly found: Value | Row;
}

/** Told now and then: rows looked at, of so many that there should be. */
export type OnRows = (done: number, total: number) => void;

export interface Comparison {
  readonly rows: number;
  readonly difference: RowDifference | undefined;
}

const ROWS_BETWEEN_TELLING = 1_000;

/** Each is read as it is while this runs: whoever compares one that others write to holds it in a transaction. */
export function compareRows(expected: Store, found: Store, onRows: OnRows = () => {}): Comparison {
  const total = COMPARED_TABLES.reduce((sum, { table }) => sum + rowsIn(expected, table), 0);
  let rows = 0;
  const count = (): void => {
    rows += 1;
    if (rows % ROWS_BETWEEN_TELLING === 0) onRows(Math.min(rows, total), total);
  };
  for (const table of COMPARED_TABLES) {
    const difference = compareTable(table, expected, found, count);
    if (difference) return { rows, difference };
  }
  return { rows, difference: undefined };
}

function rowsIn(store: Store, table: string): number {
  return (store.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { readonly rows: number }).rows;
}

function compareTable(
  { table, key, sql }: ComparedTable,
  expected: Store,
  found: Store,
  count: () => void,
): RowDifference | undefined {
  const [due, there] = [cursor(expected, sql), cursor(found, sql)];
  try {
    for (; due.row || there.row; count()) {
      const order = orderOf(key, due.row, there.row);
      const at = (row: Row): Row => Object.fromEntries(key.map((name) => [name, row[name]!]));
      if (order < 0) return { table, key: at(due.row!), column: undefined, expected: { ...due.row! }, found: null };
      if (order > 0) return { table, key: at(there.row!), column: undefined, expected: null, found: { ...there.row! } };
      const [mine, other] = [due.row!, there.row!];
      const column = Object.keys(mine).find((name) => mine[name] !== other[name]);
      if (column !== undefined) {
        return { table, key: at(mine), column, expected: mine[column]!, found: other[column]! };
      }
      due.next();
      there.next();
    }
    return undefined;
  } finally {
    due.close();
    there.close();
  }
}

/** Below 0 where the first comes before the second; what is at its end comes last. */
function orderOf(key: readonly string[], a: Row | undefined, b: Row | undefined): number {
  if (!a || !b) return a ? -1 : 1;
  for (const name of key) {
    if (a[name] === b[name]) continue;
    return a[name]! < b[name]! ? -1 : 1;
  }
  return 0;
}

interface Cursor {
  readonly row: Row | undefined;
  next(): void;
  close(): void;
}

function cursor(store: Store, sql: string): Cursor {
  const rows = store.prepare(sql).iterate() as unknown as IterableIterator<Row>;
  let row: Row | undefined;
  const next = (): void => {
    const { done, value } = rows.next();
    row = done ? undefined : value;
  };
  next();
  return {
    get row() {
      return row;
    },
    next,
    close: () => void rows.return?.(),
  };
}
