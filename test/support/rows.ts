/** What a read model holds, told apart by content: row ids say only in which order it was written. */
import type { Store } from '#read-model/store.js';

/** A row as JSON text, the table it is of before it. */
export type Row = string;

const TABLES: Readonly<Record<string, string>> = {
  checkpoint: 'SELECT position, recorded_at, event_id FROM checkpoint',
  page: `SELECT key, valid_from, position, base, known_from, known_to, body FROM page JOIN timeline ON timeline.id = timeline`,
  stream: 'SELECT name, revision, valid_to FROM stream',
  command: 'SELECT stream, command_id, fingerprint, events, position, revision FROM command',
};
const TOLD_MAX = 5;
const TOLD_CHARACTERS_MAX = 1_000;

export function rowsOf(store: Store): Row[] {
  return Object.entries(TABLES).flatMap(([table, sql]) =>
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
