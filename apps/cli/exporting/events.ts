/** Every event of the log as it is stored, whatever stream it is in, so that whoever has the export can check the ledger by it. */
import { type EventTold, toldOf } from '#application/auditing.js';
import { type EventLog, ORIGIN } from '#event-log/port.js';
import { accountStream } from '#domain/events.js';
import { type Instant, parseInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import type { EventsRead } from '../accessible.js';
import type { Exported, Item } from './exported.js';

export interface EventBounds {
  readonly at: Instant | undefined;
  readonly knownAt: Instant | undefined;
  /** Only their streams, where any are named. */
  readonly accounts: readonly string[];
}

const FIELDS = [
  'position',
  'id',
  'stream',
  'revision',
  'type',
  'version',
  'effectiveAt',
  'recordedAt',
  'actor',
  'reason',
  'commandId',
  'data',
] as const;

/** @throws Refusal `position-not-reached` */
export async function readOf(log: EventLog, given: number | undefined): Promise<EventsRead> {
  const head = await log.head();
  const position = given ?? head;
  if (position > head) {
    throw new Refusal('position-not-reached', `position ${position} is not in the log, which ends at ${head}`);
  }
  return { position, pages: pagesOf(log, position) };
}

async function* pagesOf(log: EventLog, until: number): AsyncGenerator<readonly EventTold[]> {
  for await (const page of log.readAll(ORIGIN, until)) yield page.map(toldOf);
}

export function exportedEvents({ position, pages }: EventsRead, bounds: EventBounds): Exported {
  return { fields: FIELDS, pinned: { position }, total: position, items: itemsOf(pages, bounds) };
}

async function* itemsOf(pages: EventsRead['pages'], { at, knownAt, accounts }: EventBounds): AsyncGenerator<Item> {
  const streams = new Set(accounts.map(accountStream));
  for await (const page of pages) {
    for (const event of page) {
      const isWanted =
        (streams.size === 0 || streams.has(event.stream)) &&
        (knownAt === undefined || parseInstant(event.recordedAt)! <= knownAt) &&
        (at === undefined || parseInstant(event.effectiveAt)! <= at);
      yield { done: event.position, ...(isWanted && itemOf(event)) };
    }
  }
}

function itemOf(event: EventTold): Pick<Item, 'rows' | 'json'> {
  const row = FIELDS.map((field) => (field === 'data' ? JSON.stringify(event.data) : event[field]));
  return { rows: [row], json: [event] };
}
