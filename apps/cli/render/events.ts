/** Events as rows of a story: when it was so, when it was learned, who said it and why. */
import type { Story } from '#projections/history/history.js';
import type { Layout } from '../rows.js';
import { cell, table } from './table.js';

/** Of a list whose end is not known: it may still be told why. */
export const EVENTS: Layout<Story> = {
  fields: ['position', 'type', 'effectiveAt', 'recordedAt', 'actor', 'reason', 'data'],
  cells: ({ position, type, effectiveAt, recordedAt, actor, reason, data }) => [
    position,
    type,
    effectiveAt,
    recordedAt,
    actor,
    reason,
    JSON.stringify(data),
  ],
  titles: ['position', 'effective', 'recorded', 'event', 'data', 'actor', 'reason'],
  shown: row,
  json: (event) => event,
};

export function events(told: readonly Story[]): string {
  if (told.length === 0) return 'No events.';
  const saysWhy = told.some(({ reason }) => reason !== null);
  const titles = saysWhy ? EVENTS.titles : EVENTS.titles.slice(0, -1);
  return table(
    titles,
    told.map((event) => row(event).slice(0, titles.length)),
  );
}

function row({ position, effectiveAt, recordedAt, type, data, actor, reason }: Story): unknown[] {
  const learned = recordedAt === effectiveAt ? 'then' : recordedAt;
  return [position, effectiveAt, learned, type, brief(data), actor, reason];
}

/** Characters of data that are read at a glance; more is told a field a line. */
const LINE_LENGTH_MAX = 56;

/** An invoice's lines and a program's phases are answers of their own. */
function brief(data: object): string {
  const told = Object.entries(data).map(([field, value]) => {
    const isLong = Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);
    return `${field} ${isLong ? `(${(value as unknown[]).length})` : cell(value)}`;
  });
  const line = told.join(', ');
  return line.length <= LINE_LENGTH_MAX ? line : told.join('\n');
}
