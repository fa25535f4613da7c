/** Every event of the log as it is stored, whatever stream it is in, so that whoever has them can check the ledger by them. */
import type { EventLog, Mark, StoredEvent } from '#event-log/port.js';
import { INSTANT_MAX, formatInstant } from '#kernel/instant.js';
import { CLOCK } from '#projections/filing/keys.js';
import { readBackwards } from '#read-model/reading.js';
import type { Store } from '#read-model/store.js';
import { reach } from '#application/asking.js';
import type { Follower } from '#application/follower.js';

/** An event with all that an auditor checks. */
export interface EventTold {
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly version: number;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly commandId: string;
  readonly data: object;
}

export interface EventsAsked {
  /** The events after this position. */
  readonly after: number;
  /** No event after this one; undefined: the end of the log as it is now. */
  readonly position: number | undefined;
  /** Events that are told at most. */
  readonly limit: number;
}

export interface EventsPage {
  /** In the order of the log. */
  readonly events: readonly EventTold[];
  /** The bound that they were read in. */
  readonly position: number;
}

export function toldOf({ position, id, stream, revision, type, version, ...event }: StoredEvent): EventTold {
  const { effectiveAt, actor, reason = null, commandId } = event.metadata;
  const [effective, recorded] = [formatInstant(effectiveAt), formatInstant(event.recordedAt)];
  const data = JSON.parse(event.data) as object;
  const times = { effectiveAt: effective, recordedAt: recorded };
  return { position, id, stream, revision, type, version, ...times, actor, reason, commandId, data };
}

/** @throws Refusal `position-not-reached` */
export async function eventsOf(
  log: EventLog,
  follower: Follower,
  store: Store,
  asked: EventsAsked,
): Promise<EventsPage> {
  const { after, limit } = asked;
  if (asked.position !== undefined) await reach(follower, asked.position);
  const { position, mark } = await follower.levelToRead(() => {
    const until = asked.position ?? follower.projector.saved.position;
    return { position: until, mark: markAt(store, Math.min(after, until)) };
  });
  const events: EventTold[] = [];
  if (after >= position) return { events, position };
  for await (const page of log.readAll(mark, position)) {
    events.push(...page.slice(0, limit - events.length).map(toldOf));
    if (events.length === limit) break;
  }
  return { events, position };
}

/** The last event up to a position, from which on a log can be read: it knows no place between events. */
function markAt(store: Store, position: number): Mark {
  for (const [recordedAt, filed] of readBackwards(store, CLOCK, INSTANT_MAX, position))
    return { position: filed, recordedAt };
  return { position: 0, recordedAt: null };
}
