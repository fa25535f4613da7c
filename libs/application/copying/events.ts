/** Two logs read in step: how far the target holds the source's events, one by one, and where it does not. */
import { type EventLog, type Mark, ORIGIN, type StoredEvent } from '#event-log/port.js';
import { type Difference, differenceOf, type Sides } from '#application/copying/difference.js';
import { type Ordinals, ordinals } from '#application/copying/ordinals.js';
import { CopyRefused } from '#application/copying/refused.js';

export interface EventDifference extends Difference {
  /** Its place in both logs, from 1. */
  readonly event: number;
  readonly id: string;
  readonly type: string;
  readonly stream: string;
}

/** Told of each event that both logs have. */
export type OnEvent = (event: StoredEvent, ordinal: number) => void;

export interface Comparison {
  /** Of the events that both have. */
  readonly ordinals: Sides<Ordinals>;
  /** The last events that both have. */
  readonly reached: Sides<Mark>;
  /**
   * Goes on until an event differs or the target ends.
   * @param until the last position of the source
   * @throws CopyRefused where the target has an event that the source has not in that place
   */
  goOn(until: number): Promise<EventDifference | undefined>;
}

export function compareEvents({ source, target }: Sides<EventLog>, onEvent: OnEvent): Comparison {
  const counted = { source: ordinals(), target: ordinals() };
  let reached: Sides<Mark> = { source: ORIGIN, target: ORIGIN };
  return {
    ordinals: counted,
    get reached() {
      return reached;
    },
    async goOn(until) {
      const sources = eachOf(source.readAll(reached.source, until));
      try {
        for await (const copy of eachOf(target.readAll(reached.target))) {
          const { value: event } = await sources.next();
          const ordinal = counted.source.count + 1;
          if (!event || event.id !== copy.id) throw new CopyRefused(holdsSomethingElse(event, copy, ordinal));
          const difference = differenceOf(contentOf(event), contentOf(copy));
          if (difference)
            return { event: ordinal, id: event.id, type: event.type, stream: event.stream, ...difference };
          counted.source.add(event.position);
          counted.target.add(copy.position);
          reached = { source: event, target: copy };
          onEvent(event, ordinal);
        }
        return undefined;
      } finally {
        await sources.return(undefined);
      }
    },
  };
}

async function* eachOf(pages: AsyncIterable<readonly StoredEvent[]>): AsyncGenerator<StoredEvent, undefined> {
  for await (const page of pages) yield* page;
}

/** All of an event but its position; metadata by name, since logs may keep it in another order. */
function contentOf({ id, stream, revision, type, version, data, metadata, recordedAt }: StoredEvent): object {
  const { actor, commandId, correlationId, causationId, effectiveAt, reason, fingerprint } = metadata;
  const named = { actor, commandId, correlationId, causationId, effectiveAt, recordedAt: metadata.recordedAt };
  return { id, stream, revision, type, version, data, metadata: { ...named, reason, fingerprint }, recordedAt };
}

function holdsSomethingElse(event: StoredEvent | undefined, copy: StoredEvent, ordinal: number): string {
  const told = `event ${ordinal} of the target (${nameOf(copy)}, position ${copy.position})`;
  return event
    ? `the target holds something else: ${told} is not the source's (${nameOf(event)}, position ${event.position})`
    : `the target goes on where the source ends: the source has no event in the place of ${told}`;
}

function nameOf({ type, stream, revision, id }: StoredEvent): string {
  return `${type}, revision ${revision} of ${stream}, id ${id}`;
}
