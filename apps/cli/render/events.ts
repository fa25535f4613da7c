/** Events as rows of a story: when it was so, when it was learned, who said it and why. */
import type { Fields } from './answer.js';
import { cell, table } from './table.js';

export function events(told: readonly Fields[]): string {
  if (told.length === 0) return 'No events.';
  return table(['position', 'effective', 'recorded', 'event', 'data', 'actor', 'reason'], told.map(row));
}

function row({ position, effectiveAt, recordedAt, type, data, actor, reason }: Fields): unknown[] {
  const learned = recordedAt === effectiveAt ? 'then' : recordedAt;
  return [position, effectiveAt, learned, type, brief(data as Fields), actor, reason];
}

/** An invoice's lines and a program's phases are answers of their own. */
function brief(data: Fields): string {
  return Object.entries(data)
    .map(([field, value]) => {
      const isLong = Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);
      return `${field} ${isLong ? `(${(value as unknown[]).length})` : cell(value)}`;
    })
    .join('\n');
}
