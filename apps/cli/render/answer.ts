/** Answers for people: what an answer says once as a sheet, its lists as tables; a few tell more as a text of their own. */
import type { Story } from '#projections/history/history.js';
import { account } from './account.js';
import { events } from './events.js';
import { explanation } from './explanation.js';
import { invoice, issued } from './invoice.js';
import { type Fields, cell, listing, sheet, table } from './table.js';

/** The bounds it was read in; told last. */
const BOUNDS = ['at', 'knownAt', 'position'];

const OWN: Readonly<Record<string, (answer: Fields, of: Fields) => string>> = {
  account,
  explain: explanation,
  history: ({ events: told }) => events(told as readonly Story[]),
  invoice,
  issued,
  peak,
  products,
  programs,
};

export function rendered(name: string, of: object, answer: object): string {
  const fields = answer as Fields;
  const own = Object.hasOwn(OWN, name) ? OWN[name]! : generic;
  const body = Object.fromEntries(Object.entries(fields).filter(([field]) => !BOUNDS.includes(field)));
  return `${own(body, of as Fields)}\n\n${bounds(fields)}`;
}

export function generic(answer: Fields): string {
  const entries = Object.entries(answer);
  const lists = entries.filter(([, value]) => isTable(value)) as [string, Fields[]][];
  const rest = entries.filter(([, value]) => !isTable(value));
  return [...(rest.length > 0 ? [sheet(rest)] : []), ...lists.map(([, rows]) => listing(rows))].join('\n');
}

function isTable(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((row) => typeof row === 'object' && row !== null);
}

/** What it was read in, below what was answered. */
export function bounds({ at, knownAt, position }: Fields): string {
  const asOf = at === undefined ? '' : `as of ${cell(at)}, `;
  return `(${asOf}as known at ${cell(knownAt)}, read up to position ${cell(position)})`;
}

function peak({ billableOverage, ...highest }: Fields): string {
  const rows = Object.entries(highest).map(([figure, value]) => {
    const { quantity, at } = value as Fields;
    return [figure, quantity, at];
  });
  return table(['highest', 'quantity', 'first reached'], [...rows, ['billable overage', billableOverage, null]]);
}

function products({ products: defined }: Fields): string {
  const told = defined as readonly (Fields & { prices: readonly Fields[] })[];
  if (told.length === 0) return 'No products.';
  const facts = told.map(({ prices: _prices, ...definition }) => definition);
  const prices = told.flatMap(({ product, prices: of }) => of.map((price) => ({ product, ...price })));
  return [table(PRODUCT_COLUMNS, facts.map(productRow)), ...(prices.length > 0 ? [listing(prices)] : [])].join('\n');
}

function programs({ programs: announced }: Fields): string {
  const told = announced as readonly (Fields & { phases: readonly Fields[] })[];
  if (told.length === 0) return 'No programs.';
  return told
    .map(({ phases, ...program }) => [sheet(Object.entries(program)), listing(phases)].join('\n'))
    .join('\n\n');
}

const PRODUCT_COLUMNS = ['product', 'name', 'provisioning', 'sale', 'overage', 'and'];

function productRow({ product, name, provisioning, sale, overage, ...rest }: Fields): unknown[] {
  const said = Object.entries(rest).filter(([, value]) => !isDefault(value));
  return [
    product,
    name,
    provisioning,
    sale,
    overage,
    said.map(([field, value]) => `${field} ${cell(value)}`).join('; '),
  ];
}

function isDefault(value: unknown): boolean {
  return value === null || value === 0 || value === 'seat' || (Array.isArray(value) && value.length === 0);
}
