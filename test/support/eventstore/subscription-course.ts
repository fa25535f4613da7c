/** The course of a subscription: what it is of, from where, which events pass, and after how many of them a checkpoint is told. */
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { RecordedEvent } from './events.js';
import { eventFilter, type EventFilter } from './filter.js';
import { checkpointResponse, eventResponse, streamNameOf } from './messages.js';
import { handlerFailed, streamDeleted } from './statuses.js';
import type { Store } from './store.js';

/** Events that a page of history has at most, and those that one is searched for where the client names no window. */
const PAGE_EVENTS = 32;

export interface Course {
  readonly of: string;
  /** Grows while events are appended. */
  readonly history: readonly RecordedEvent[];
  readonly passes: EventFilter;
  /** Events of the log that a filtered subscription searches from one checkpoint to the next; Infinity: there are none. */
  readonly checkpointEvents: number;
  readonly windowEvents: number;
  /** Whether it waits for a stream that is not there; from a stream's end on nobody waits. */
  readonly isMissing: () => boolean;
  /** Index in the history of what is next to be searched. */
  next: number;
  /** Events searched since the last checkpoint. */
  searched: number;
}

/** @throws Refused where it cannot begin */
export const courseOf = (store: Store, options: streams.ReadReq.Options): Course =>
  options.hasAll() ? courseOfAll(store, options) : courseOfStream(store, options);

function courseOfAll(store: Store, options: streams.ReadReq.Options): Course {
  const from = options.getAll()!;
  const filter = options.getFilter();
  const position = from.getPosition();
  const windowEvents = filter?.hasMax() ? filter.getMax() : PAGE_EVENTS;
  return {
    of: '$all',
    history: store.log,
    passes: eventFilter(filter),
    windowEvents,
    checkpointEvents: filter ? windowEvents * filter.getCheckpointintervalmultiplier() : Infinity,
    isMissing: () => false,
    next: position ? indexAfter(store, Number(position.getCommitPosition())) : from.hasEnd() ? store.log.length : 0,
    searched: 0,
  };
}

/** @throws Refused for a position at which no event is */
function indexAfter(store: Store, position: number): number {
  const index = store.indexOf(position);
  if (index === undefined) throw handlerFailed();
  return index + 1;
}

/** @throws Refused for a stream that was tombstoned */
function courseOfStream(store: Store, options: streams.ReadReq.Options): Course {
  const from = options.getStream()!;
  const begin = from.hasRevision() ? Number(from.getRevision()) + 1 : 0;
  const stream = store.stream(streamNameOf(from.getStreamIdentifier()));
  if (stream.tombstoned && !from.hasEnd()) throw streamDeleted(stream.name);
  return {
    of: stream.name,
    history: stream.events,
    passes: ({ revision }) => revision >= Math.max(begin, stream.truncateBefore),
    windowEvents: PAGE_EVENTS,
    checkpointEvents: Infinity,
    isMissing: () => !from.hasEnd() && store.read(stream.name) === 'missing',
    next: from.hasEnd() ? stream.events.length : begin,
    searched: 0,
  };
}

/** What the search of one page of history has to tell. */
export function nextPage(course: Course): readonly streams.ReadResp[] {
  const responses: streams.ReadResp[] = [];
  const end = Math.min(course.history.length, course.next + course.windowEvents);
  let position = course.history[course.next]?.position ?? 0;
  const begun = course.next;
  while (course.next < end && responses.length < PAGE_EVENTS) {
    const event = course.history[course.next++]!;
    if (!course.passes(event)) continue;
    position = event.position;
    responses.push(eventResponse(event));
  }
  course.searched += course.next - begun;
  const isFull = responses.length === PAGE_EVENTS || course.next - begun === course.windowEvents;
  if (isFull && course.searched >= course.checkpointEvents) {
    course.searched %= course.checkpointEvents;
    // Only a full page has one. It is of the last event told, or where the page began: the real server's checkpoints lag by up to a page.
    responses.push(checkpointResponse(position));
  }
  return responses;
}

/** What one live event has to tell: itself, a checkpoint, both or nothing. */
export function liveResponses(course: Course, event: RecordedEvent): readonly streams.ReadResp[] {
  const responses = course.passes(event) ? [eventResponse(event)] : [];
  course.searched += 1;
  if (course.searched >= course.checkpointEvents) {
    course.searched = 0;
    responses.push(checkpointResponse(event.position));
  }
  return responses;
}
