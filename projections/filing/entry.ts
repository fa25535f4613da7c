/** How an event stands in a timeline: a JSON array of what answers show of it, and a note of what it did there. */
import type { Instant } from '#kernel/instant.js';
import type { Entry } from '#read-model/reading.js';
import type { NewEntry } from '#read-model/timeline.js';
import type { DomainEvent, EventType, Fact } from '#domain/events.js';

type EventEntry<Data> = readonly [
  effectiveAt: Instant,
  position: number,
  recordedAt: Instant,
  type: EventType,
  actor: string,
  reason: string | null,
  data: Data,
  note?: number | null,
];

/** The text of a fact, complete but for the note; made once however many timelines it goes into. */
export function entryText(fact: Fact, data = JSON.stringify(fact.event.data)): string {
  const { effectiveAt, position, recordedAt, actor, reason } = fact;
  const told = `${JSON.stringify(actor)},${reason === null ? 'null' : JSON.stringify(reason)}`;
  return `[${effectiveAt},${position},${recordedAt},"${fact.event.type}",${told},${data}`;
}

export function newEntry(fact: Fact, text: string, note?: number | null): NewEntry {
  const { effectiveAt, position } = fact;
  return { effectiveAt, position, text: note === undefined ? `${text}]` : `${text},${note}]` };
}

export function factOf<Event extends DomainEvent>(entry: Entry): Fact<Event> {
  const [effectiveAt, position, recordedAt, type, actor, reason, data] = entry as unknown as EventEntry<Event['data']>;
  return { event: { type, data } as Event, effectiveAt, position, recordedAt, actor, reason };
}

/** How many after the event (seats assigned, users active); null where the event did nothing there. */
export function noteOf(entry: Entry): number | null {
  return (entry as unknown as EventEntry<unknown>)[7] ?? null;
}

export function typeOf(entry: Entry): EventType {
  return (entry as unknown as EventEntry<unknown>)[3];
}

/** The event's data, as the caller knows it to be of the entry's type. */
export function dataOf(entry: Entry): unknown {
  return (entry as unknown as EventEntry<unknown>)[6];
}
