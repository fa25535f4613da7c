/** Events as paragraphs of a story: what happened, and below it who said so, when it was learned, and why. */
import type { Story } from '#projections/history/history.js';
import { sentence } from './sentence.js';
import { cell, plain } from './table.js';

const MARK = '> ';
const DAY_MS = 86_400_000;

/** @param marked the position of the event that is marked */
export function story(events: readonly Story[], marked?: number): string {
  const width = Math.max(0, ...events.map(({ effectiveAt }) => cell(effectiveAt).length));
  return events.map((event) => paragraph(event, width, event.position === marked)).join('\n');
}

export function paragraph(event: Story, width = cell(event.effectiveAt).length, isMarked = false): string {
  const when = cell(event.effectiveAt).padEnd(width);
  const margin = ' '.repeat(MARK.length);
  const facts = [event.type, `position ${event.position}`, `by ${event.actor}`, ...learned(event)];
  return [
    `${isMarked ? MARK : margin}${when}  ${sentence(event)}`,
    `${margin}${' '.repeat(width)}  (${plain(facts.join(', '))})`,
  ].join('\n');
}

/** What came late, and why it was said. */
function learned({ effectiveAt, recordedAt, reason }: Story): string[] {
  const said = reason === null ? [] : [`reason: ${reason}`];
  if (recordedAt === effectiveAt) return said;
  const days = Math.floor((Date.parse(recordedAt) - Date.parse(effectiveAt)) / DAY_MS);
  const late = days === 0 ? '' : ` ${days} ${days === 1 ? 'day' : 'days'} later,`;
  return [`known only${late} from ${cell(recordedAt)} on`, ...said];
}
