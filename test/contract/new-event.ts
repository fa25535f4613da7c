/** Events for tests of logs: their content is told by a label, so that a test can say what it appended and what it read. */
import { randomUUIDv7 } from 'node:crypto';
import type { Instant } from '#kernel/instant.js';
import { type EventLog, type NewEvent, ORIGIN } from '#event-log/port.js';

export function newEvent(label: string | number, recordedAt = 1_000): NewEvent {
  const id = randomUUIDv7();
  const instant = recordedAt as Instant;
  return {
    id,
    type: 'Labelled',
    version: 1,
    data: JSON.stringify({ label }),
    metadata: {
      actor: 'tester',
      commandId: id,
      correlationId: id,
      causationId: id,
      effectiveAt: instant,
      recordedAt: instant,
    },
  };
}

export function newEvents(count: number, label = ''): readonly NewEvent[] {
  return Array.from({ length: count }, (_, index) => newEvent(`${label}${index}`));
}

export function labelOf(event: NewEvent): string | number {
  return (JSON.parse(event.data) as { label: string | number }).label;
}

export async function all<Event>(pages: AsyncIterable<readonly Event[]>): Promise<readonly Event[]> {
  const events: Event[] = [];
  for await (const page of pages) events.push(...page);
  return events;
}

export async function labels(log: EventLog, stream?: string): Promise<readonly (string | number)[]> {
  const pages: AsyncIterable<readonly NewEvent[]> = stream === undefined ? log.readAll(ORIGIN) : log.readStream(stream);
  return (await all(pages)).map(labelOf);
}
