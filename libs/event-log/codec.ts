/**
 * Between the events of a domain and what a log stores. What is read is always of today's shape: an event of an older
 * version passes through the upcasters of its type, one version at a time.
 */
import type { Instant } from '#kernel/instant.js';
import { DamagedLog, type EventMetadata, type NewEvent, type StoredEvent } from '#event-log/port.js';

export interface EventShape {
  readonly type: string;
  readonly data: object;
}

/** An event as it is read: the fact, with when, where and by whom it was recorded. */
export interface RecordedEvent<Event extends EventShape> {
  readonly event: Event;
  readonly effectiveAt: Instant;
  /** The log's clock at the event (SPEC §1). */
  readonly recordedAt: Instant;
  readonly position: number;
  readonly actor: string;
  readonly reason: string | null;
  readonly stream: string;
  readonly revision: number;
  readonly metadata: EventMetadata;
}

/** Turns the data of one version into that of the next; pure, and total over all that was ever written. */
export type Upcaster = (data: unknown) => unknown;

/** By type, then by the version that it reads. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcaster>>>>;

export interface Codec<Event extends EventShape> {
  /** @param id UUID, unique in the log */
  encode(event: Event, id: string, metadata: EventMetadata): NewEvent;
  /** @throws DamagedLog for an unknown type, a version from the future, or data that is not a JSON object */
  decode(stored: StoredEvent): RecordedEvent<Event>;
}

/**
 * @param versions the version written today of every type there is
 * @throws Error where a version below today's has no upcaster, or an upcaster nothing to do
 */
export function eventCodec<Event extends EventShape>(
  versions: Readonly<Record<Event['type'], number>>,
  upcasters: Upcasters = {},
): Codec<Event> {
  const current = new Map<string, number>(Object.entries<number>(versions));
  assertComplete(current, upcasters);

  return {
    encode: (event, id, metadata) => ({
      id,
      type: event.type,
      version: versions[event.type as Event['type']],
      data: JSON.stringify(event.data),
      metadata,
    }),

    decode(stored) {
      let data = parse(stored);
      // Nearly every event is of today's version: a rebuild of a million of them must not pay for the others.
      if (stored.version !== current.get(stored.type)) data = upcast(stored, data, current.get(stored.type), upcasters);
      const { metadata } = stored;
      return {
        event: { type: stored.type, data } as Event,
        effectiveAt: metadata.effectiveAt,
        recordedAt: stored.recordedAt,
        position: stored.position,
        actor: metadata.actor,
        reason: metadata.reason ?? null,
        stream: stored.stream,
        revision: stored.revision,
        metadata,
      };
    },
  };
}

function parse(stored: StoredEvent): object {
  let data: unknown;
  try {
    data = JSON.parse(stored.data);
  } catch (error) {
    throw damaged(stored, 'its data is no JSON', error);
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw damaged(stored, 'its data is no JSON object');
  }
  return data;
}

function upcast(stored: StoredEvent, data: object, current: number | undefined, upcasters: Upcasters): object {
  const { type, version } = stored;
  if (current === undefined) throw damaged(stored, `there is no event type ${type}`);
  if (version > current) {
    throw damaged(stored, `it was written by a newer Seatledger, which this one (version ${current}) cannot read`);
  }
  if (!Number.isInteger(version) || version < 1) throw damaged(stored, 'versions begin at 1');
  let shape: unknown = data;
  for (let from = version; from < current; from++) shape = upcasters[type]![from]!(shape);
  return shape as object;
}

function damaged({ type, version, stream, revision, position }: StoredEvent, why: string, cause?: unknown): DamagedLog {
  const message = `event ${revision} of ${stream} at position ${position} (${type}, version ${version}): ${why}`;
  return new DamagedLog(message, { stream, revision, position }, { cause });
}

/** A gap in a chain is found when the program starts, not when the one old event is read. */
function assertComplete(current: ReadonlyMap<string, number>, upcasters: Upcasters): void {
  for (const [type, version] of current) {
    for (let from = 1; from < version; from++) {
      if (!upcasters[type]?.[from]) throw new Error(`no upcaster for ${type} from version ${from}`);
    }
  }
  for (const [type, chain] of Object.entries(upcasters)) {
    for (const from of Object.keys(chain)) {
      if (Number(from) < (current.get(type) ?? 0)) continue;
      throw new Error(`the upcaster for ${type} from version ${from} leads to a version that is not written`);
    }
  }
}
