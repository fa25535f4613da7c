/** CSV for spreadsheets and programs (RFC 4180, CRLF): rows are told as they come, and no cell is one that a spreadsheet would run. */
import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | boolean | null;

/** Rows of one piece of text. */
const PIECE_ROWS_MAX = 500;
const NUMBER = /^-?\d+(\.\d+)?$/;
/** What makes a cell a formula or a command, also where a spreadsheet trims it or reads the wide forms as the narrow ones. */
const RUNS = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** Pieces of the text, the columns' names first. */
export function* csvOf(
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Generator<string, void, undefined> {
  let piece: (readonly Cell[])[] = [columns];
  for (const row of rows) {
    piece.push(row);
    if (piece.length < PIECE_ROWS_MAX) continue;
    yield text(piece);
    piece = [];
  }
  if (piece.length > 0) yield text(piece);
}

/** Rows alone, for whoever prints them as they come. */
export function csvRow(row: readonly Cell[]): string {
  return text([row]);
}

function text(rows: readonly (readonly Cell[])[]): string {
  // The package quotes a line feed only where it ends a row, which here is CRLF.
  return stringify(
    rows.map((row) => row.map(cell)),
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}

/** An apostrophe is what spreadsheets take for "this is text". */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  return RUNS.test(value) && !NUMBER.test(value) ? `'${value}` : value;
}
