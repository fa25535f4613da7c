/** Answers of many rows, printed as they come: as tables for people, as CSV, as JSON Lines. */
import { type Command, Option } from 'commander';
import { type Cell, csvRow } from './csv.js';
import { print, printJson } from './output.js';
import { table } from './render/table.js';

export const FORMATS = ['table', 'csv', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

export interface Formatted {
  readonly format: Format;
  readonly json?: boolean;
}

/** A table is drawn when its widths are known: a longer one is several. */
const TABLE_ROWS_MAX = 1_000;

/** What a row is in each format. */
export interface Layout<Item> {
  /** Of CSV, in SPEC's words. */
  readonly fields: readonly string[];
  readonly cells: (item: Item) => readonly Cell[];
  /** Of a table. */
  readonly titles: readonly string[];
  readonly shown: (item: Item) => readonly unknown[];
  readonly json: (item: Item) => object;
}

export interface Rows<Item> {
  add(item: Item): void;
  /** What is still kept is printed. */
  end(): void;
}

/** @param json what `--json` says in the command's help */
export function withFormat(command: Command, json: string): Command {
  return command
    .addOption(new Option('--format <format>', 'of the rows').choices(FORMATS).default('table'))
    .addOption(new Option('--json', json).conflicts('format'));
}

export function formatOf({ format, json }: Formatted): Format {
  return json ? 'jsonl' : format;
}

export function rowsAs<Item>(format: Format, layout: Layout<Item>): Rows<Item> {
  if (format === 'jsonl') return { add: (item) => printJson(layout.json(item)), end: () => {} };
  if (format === 'table') return tables(layout);
  process.stdout.write(csvRow(layout.fields));
  return { add: (item) => void process.stdout.write(csvRow(layout.cells(item))), end: () => {} };
}

function tables<Item>({ titles, shown }: Layout<Item>): Rows<Item> {
  let kept: (readonly unknown[])[] = [];
  const draw = (): void => {
    if (kept.length > 0) print(table(titles, kept));
    kept = [];
  };
  return {
    add(item) {
      kept.push(shown(item));
      if (kept.length === TABLE_ROWS_MAX) draw();
    },
    end: draw,
  };
}
