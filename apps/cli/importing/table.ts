/** A CSV file of users and seats as it was given: its rows by column, each with its line. Nothing is judged here but that it is such a table. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { type FieldError, Refusal } from '#kernel/refusal.js';

export const COLUMNS = ['account', 'userId', 'name', 'roles', 'product', 'effectiveAt', 'reason'] as const;
export type Column = (typeof COLUMNS)[number];

export const FILE_BYTES_MAX = 32 * 1024 * 1024;
export const ROWS_MAX = 200_000;

export interface TableRow {
  /** In the file, from 1: where the row begins. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** How many cells there are, where it is not as many as columns. */
  readonly misfit: number | undefined;
}

/** @throws Refusal `invalid-input` naming what about the file is no such table */
export function readTable(file: string): readonly TableRow[] {
  if (statSync(file).size > FILE_BYTES_MAX) {
    throw refused(file, [
      { field: 'file', expected: `at most ${FILE_BYTES_MAX / 1024 / 1024} MiB; split it by account` },
    ]);
  }
  const records = parsed(file, decoded(file, readFileSync(file)));
  const [header, ...rows] = records;
  const places = placesOf(file, header?.record ?? []);
  return rows.map(({ record, line }) => {
    const cells = Object.fromEntries(COLUMNS.map((column) => [column, record[places.get(column)!]?.trim() ?? '']));
    const misfit = record.length === header!.record.length ? undefined : record.length;
    return { line, cells: cells as Record<Column, string>, misfit };
  });
}

/** Of what the rows say, not of the file: the same rows of an account are the same import, wherever they come from. */
export function fingerprintOfRows(rows: readonly TableRow[]): string {
  const hash = createHash('sha256');
  for (const { cells } of rows) hash.update(`${JSON.stringify(COLUMNS.map((column) => cells[column]))}\n`);
  return hash.digest('hex');
}

function decoded(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused(file, [{ field: 'file', expected: 'text in UTF-8; spreadsheets save it as "CSV UTF-8"' }]);
  }
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly line: number;
}

function parsed(file: string, text: string): ParsedRecord[] {
  let records: { readonly record: string[]; readonly info: { readonly lines: number } }[];
  try {
    records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: ROWS_MAX + 2,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused(file, [{ field: `line ${String(error['lines'])}`, expected: `CSV (${error.message})` }]);
  }
  if (records.length > ROWS_MAX + 1) {
    throw refused(file, [{ field: 'file', expected: `at most ${ROWS_MAX} rows; split it by account` }]);
  }
  // The parser says where a record ends.
  return records.map(({ record, info }) => ({ record, line: info.lines - record.join('').split('\n').length + 1 }));
}

function placesOf(file: string, header: readonly string[]): Map<Column, number> {
  const names = header.map((name) => name.trim());
  const places = new Map(COLUMNS.map((column) => [column, names.indexOf(column)]));
  const missing = COLUMNS.filter((column) => places.get(column) === -1);
  const strange = names.filter((name, index) => names.indexOf(name) !== index || !isColumn(name));
  const errors = [
    ...missing.map((column) => ({ field: column, expected: `a column of this name in the first row` })),
    ...strange.map((name) => ({
      field: name || '(no name)',
      expected: `only the columns ${COLUMNS.join(',')}, each once`,
    })),
  ];
  if (errors.length > 0) throw refused(file, errors);
  return places;
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}

function refused(file: string, errors: readonly FieldError[]): Refusal {
  const told = errors.map(({ field, expected }) => `${field}: expected ${expected}`).join('; ');
  return new Refusal('invalid-input', `${file}: ${told}`, errors);
}
