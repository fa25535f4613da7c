/** Tables for a terminal: numbers and money to the right, nothing cut off. */
import CliTable from 'cli-table3';

const NOTHING = '-';
const NUMERIC = /^-?\d[\d,]*(\.\d+)?$/;

/** What moves a terminal's cursor or changes its colours; a cell of several lines is ours. */
const CONTROLS_IN_CELLS = /[^\P{Cc}\n]/gu;
const CONTROLS = /\p{Cc}/gu;
const REPLACEMENT = '\uFFFD';

export type Fields = Readonly<Record<string, unknown>>;

export function table(titles: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const texts = rows.map((row) => row.map(cell));
  const aligns = titles.map((_, column) => {
    const cells = texts.map((row) => row[column]!).filter((text) => text !== NOTHING && text !== '');
    return cells.length > 0 && cells.every((text) => NUMERIC.test(text)) ? 'right' : 'left';
  });
  // Rules between rows only help where a row has several lines.
  const compact = !texts.some((row) => row.some((text) => text.includes('\n')));
  const drawn = new CliTable({ head: [...titles], colAligns: aligns, style: { head: [], border: [], compact } });
  for (const row of texts) drawn.push(row);
  return drawn.toString();
}

/** A table of objects, a column for each field that any of them has. */
export function listing(rows: readonly Fields[]): string {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return table(
    titles,
    rows.map((row) => titles.map((title) => row[title])),
  );
}

/** One value a row, for what an answer says once. */
export function sheet(entries: readonly (readonly [title: string, value: unknown])[]): string {
  const width = Math.max(0, ...entries.map(([title]) => title.length));
  return entries.map(([title, value]) => `${title.padEnd(width)}  ${cell(value)}`).join('\n');
}

/** A value on one line: instants without needless milliseconds, lists by comma, objects as `name value`; blank where there is no such field. */
export function cell(value: unknown): string {
  if (value === undefined) return '';
  if (value === null || value === '') return NOTHING;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return instant(shownIn(value, CONTROLS_IN_CELLS));
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : value.map(item).join(', ');
  return Object.entries(value)
    .map(([name, of]) => `${name} ${cell(of)}`)
    .join(', ');
}

/** Text on one line that does nothing to a terminal, whoever has written it. */
export function plain(text: string): string {
  return shownIn(text, CONTROLS);
}

function shownIn(text: string, controls: RegExp): string {
  return text.replace(controls, REPLACEMENT);
}

function item(value: unknown): string {
  return typeof value === 'object' && value !== null ? `(${cell(value)})` : cell(value);
}

export function instant(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.000Z$/, '$1Z');
}
