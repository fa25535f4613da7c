/** Every event of the log as it is stored, whatever stream it is in, so that whoever has the export can check the ledger by it. */
import { type EventLog, ORIGIN, type StoredEvent } from '#event-log/port.js';
import { accountStream } from '#domain/events.js';
import { type Instant, formatInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import type { Exported, Item } from './exported.js';

export interface EventBounds {
  readonly at: Instant | undefined;
  readonly knownAt: Instant | undefined;
  /** Undefined: the end of the log as it is now. */
  readonly position: number | undefined;
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
export async function exportedEvents(log: EventLog, bounds: EventBounds): Promise<Exported> {
  const head = await log.head();
  const { position = head } = bounds;
  if (position > head) {
    throw new Refusal('position-not-reached', `position ${position} is not in the log, which ends at ${head}`);
  }
  return { fields: FIELDS, pinned: { position }, total: position, items: itemsOf(log, bounds, position) };
}

async function* itemsOf(log: EventLog, { at, knownAt, accounts }: EventBounds, until: number): AsyncGenerator<Item> {
  const streams = new Set(accounts.map(accountStream));
  for await (const page of log.readAll(ORIGIN, until)) {
    for (const event of page) {
      const isWanted =
        (streams.size === 0 || streams.has(event.stream)) &&
        (knownAt === undefined || event.recordedAt <= knownAt) &&
        (at === undefined || event.metadata.effectiveAt <= at);
      yield { done: event.position, ...(isWanted && itemOf(event)) };
    }
  }
}

function itemOf({ position, id, stream, revision, type, version, recordedAt, metadata, data }: StoredEvent) {
  const { effectiveAt, actor, reason = null, commandId } = metadata;
  const [effective, recorded] = [formatInstant(effectiveAt), formatInstant(recordedAt)];
  return {
    rows: [[position, id, stream, revision, type, version, effective, recorded, actor, reason, commandId, data]],
    json: [
      {
        position,
        id,
        stream,
        revision,
        type,
        version,
        effectiveAt: effective,
        recordedAt: recorded,
        actor,
        reason,
        commandId,
        data: JSON.parse(data) as object,
      },
    ],
  };
}
