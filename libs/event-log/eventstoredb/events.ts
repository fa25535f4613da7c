/**
 * An event as EventStoreDB holds it: data and metadata are JSON objects, ids are the server's, so that whoever looks at a stream with
 * the server's own tools sees what was recorded. Instants are RFC 3339 there (SPEC §1).
 */
import type { AllStreamResolvedEvent, EventData, RecordedEvent } from '@eventstore/db-client';
import { DamagedLog, type EventMetadata, type NewEvent, type StreamEvent } from '#event-log/port.js';
import { type Instant, formatInstant } from '#kernel/instant.js';

/** What the server writes to a stream that somebody deletes for ever. */
const TOMBSTONE = '$streamDeleted';

/** What the metadata of an event holds beside its version and instants. */
const TEXTS = ['actor', 'commandId', 'correlationId', 'causationId', 'reason', 'fingerprint'];
const OPTIONAL = new Set(['reason', 'fingerprint']);

/**
 * Serialised here, before the call: an event that does not serialise inside the client ends the process.
 * @param isWithin whether more events of its append follow, which is written with it: a reader may be shown the one before the others
 * @throws SyntaxError, TypeError for an event that is no JSON
 */
export function toEventData({ id, type, version, data, metadata }: NewEvent, isWithin = false): EventData {
  const { effectiveAt, recordedAt, ...texts } = metadata;
  const told = {
    version,
    effectiveAt: formatInstant(effectiveAt),
    recordedAt: formatInstant(recordedAt),
    ...texts,
    ...(isWithin && { more: true }),
  };
  return {
    id,
    type,
    contentType: 'application/json',
    data: JSON.parse(data) as Record<string, unknown>,
    metadata: new TextEncoder().encode(JSON.stringify(told)),
  } as unknown as EventData;
}

/** Bytes of an append as the server counts them against its limit: metadata and types are free. */
export function sizeOf(events: readonly NewEvent[]): number {
  return events.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0);
}

/** The recorded event of a read; links and system events are not among what is read. */
export type Read = NonNullable<AllStreamResolvedEvent['event']>;

/** Whether the append that it is of goes on after it. */
export function isWithinAppend({ metadata }: Pick<RecordedEvent, 'metadata'>): boolean {
  return (metadata as { readonly more?: unknown } | undefined)?.more === true;
}

/**
 * @param prefix what the names of the log's streams begin with
 * @throws DamagedLog for what this program has not written
 */
export function fromRecorded(event: Read, prefix: string): StreamEvent {
  const { streamId, id, type, data, position } = event;
  const place = {
    stream: streamId.slice(prefix.length),
    revision: Number(event.revision),
    position: positionOf(event),
  };
  if (type === TOMBSTONE) {
    const { stream, position: at } = place;
    throw new DamagedLog(`${streamId} was deleted for ever, by the event at position ${at}`, { stream, position: at });
  }
  if (!event.isJson || typeof data !== 'object' || data === null)
    throw foreign(event, place, 'its data is no JSON object');
  if (position?.commit !== position?.prepare) throw foreign(event, place, 'it is part of a transaction of the server');
  const told = event.metadata as Told | Uint8Array | undefined;
  if (typeof told !== 'object' || told === null || told instanceof Uint8Array) {
    throw foreign(event, place, 'its metadata is no JSON object');
  }
  const { version } = told;
  if (typeof version !== 'number') throw foreign(event, place, 'its metadata has no version');
  const metadata = metadataOf(told, event, place);
  return {
    id,
    type,
    version,
    data: JSON.stringify(data),
    metadata,
    stream: place.stream,
    revision: place.revision,
    position: place.position,
  };
}

/** Positions are offsets in bytes: exact as numbers up to nine petabytes. */
export function positionOf({ position, streamId }: Pick<RecordedEvent, 'position' | 'streamId'>): number {
  const commit = Number(position?.commit);
  if (Number.isSafeInteger(commit)) return commit;
  throw new DamagedLog(
    `an event of ${streamId} has no position, or one beyond nine petabytes: ${String(position?.commit)}`,
  );
}

type Place = Pick<StreamEvent, 'stream' | 'revision' | 'position'>;

/** Of what is told, as somebody may have written it. */
type Told = Readonly<Record<string, unknown>>;

function metadataOf(told: Told, event: Read, place: Place): EventMetadata {
  const { actor, commandId, correlationId, causationId, effectiveAt, recordedAt, reason, fingerprint } = told;
  for (const name of TEXTS) {
    const text = told[name];
    if (typeof text !== 'string' && (text !== undefined || !OPTIONAL.has(name))) {
      throw foreign(event, place, `its metadata has no ${name}`);
    }
  }
  const known = { actor, commandId, correlationId, causationId } as Record<'actor' | 'commandId', string>;
  const effective = instantOf(effectiveAt);
  // Most events are effective when they are recorded.
  const recorded = recordedAt === effectiveAt ? effective : instantOf(recordedAt);
  if (effective === undefined || recorded === undefined) {
    const name = effective === undefined ? 'effectiveAt' : 'recordedAt';
    throw foreign(event, place, `its metadata has no ${name} in RFC 3339, UTC, with milliseconds`);
  }
  const metadata = { ...known, effectiveAt: effective, recordedAt: recorded } as EventMetadata;
  if (reason === undefined && fingerprint === undefined) return metadata;
  return {
    ...metadata,
    ...(reason !== undefined && { reason: reason as string }),
    ...(fingerprint !== undefined && { fingerprint: fingerprint as string }),
  };
}

/** Of a text in the one form in which instants are written here: one that comes back otherwise was written by somebody else. */
function instantOf(text: unknown): Instant | undefined {
  if (typeof text !== 'string') return undefined;
  const instant = Date.parse(text) as Instant;
  return !Number.isNaN(instant) && formatInstant(instant) === text ? instant : undefined;
}

function foreign({ type, streamId }: Read, place: Place, why: string): DamagedLog {
  const { revision, position } = place;
  return new DamagedLog(
    `event ${revision} of ${streamId} at position ${position} (${type}) was not written by Seatledger: ${why}`,
    place,
  );
}
