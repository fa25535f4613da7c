/**
 * Subscriptions: history first, at the reader's own pace, then `caughtUp` once, then each event as it is appended. Live events wait
 * in a buffer that is small; who lets it overflow is dropped and has to subscribe again.
 */
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Outlet } from './calls.js';
import { TOMBSTONE_TYPE, type RecordedEvent } from './events.js';
import { eventFilter, type EventFilter } from './filter.js';
import { caughtUpResponse, checkpointResponse, confirmationResponse, eventResponse, streamNameOf } from './messages.js';
import { consumerTooSlow, handlerFailed, streamDeleted, type Refused } from './statuses.js';
import type { Store } from './store.js';

/** Live events that wait for one subscriber, as in the real server. */
export const LIVE_EVENTS_MAX = 32;
/** Events that a page of history has at most, and those that one is searched for where the client names no window. */
const PAGE_EVENTS = 32;

export interface Subscription {
  readonly id: string;
  /** `$all` or a stream. */
  readonly of: string;
  /** Whether it has told its client that it caught up. */
  readonly isLive: boolean;
  /** Stays open and never says anything again. */
  stall(): void;
  /** Ends it with an error: that of a slow consumer unless told. */
  drop(refused?: Refused): void;
}

export interface Subscriptions {
  /** Those that are open. */
  readonly open: readonly Subscription[];
  begin(outlet: Outlet, options: streams.ReadReq.Options): void;
}

/** What a subscription is of, and how far it has been searched. */
interface Course {
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

export function openSubscriptions(store: Store): Subscriptions {
  const open = new Set<Subscription>();
  return {
    get open() {
      return [...open];
    },
    begin(outlet, options) {
      const course = options.hasAll() ? courseOfAll(store, options) : courseOfStream(store, options);
      const subscription = begin(store, outlet, course);
      open.add(subscription);
      outlet.onClose(() => open.delete(subscription));
    },
  };
}

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

function begin(store: Store, outlet: Outlet, course: Course): Subscription {
  const id = crypto.randomUUID();
  const waiting: streams.ReadResp[] = [];
  let isLive = false;
  let isStalled = false;
  let leave = (): void => {};

  function say(response: streams.ReadResp): boolean {
    return isStalled || outlet.write(response);
  }

  async function catchUp(): Promise<void> {
    say(confirmationResponse(id));
    while (course.next < course.history.length || course.isMissing()) {
      if (course.isMissing()) await appended(store, outlet);
      const page = nextPage(course);
      for (const response of page) if (!say(response)) await outlet.drained();
      if (!outlet.isOpen) return;
    }
    goLive();
  }

  function goLive(): void {
    isLive = true;
    leave = store.listen(appear);
    say(caughtUpResponse());
  }

  function appear(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      if (isOfCourse(event)) for (const response of searched(course, event)) wait(response);
      if (event.type === TOMBSTONE_TYPE && event.stream === course.of) fail(streamDeleted(event.stream));
    }
    pump();
  }

  const isOfCourse = (event: RecordedEvent): boolean => course.of === '$all' || course.of === event.stream;

  function wait(response: streams.ReadResp): void {
    if (isStalled) return;
    if (waiting.length < LIVE_EVENTS_MAX) waiting.push(response);
    else fail(consumerTooSlow());
  }

  /** What waits is sent before the error, so that a client may get an append in part and has to read the rest again. */
  function fail(refused: Refused): void {
    for (const response of waiting.splice(0)) say(response);
    outlet.fail(refused);
  }

  function pump(): void {
    while (waiting.length > 0 && !outlet.isFull) say(waiting.shift()!);
  }

  outlet.onDrain(pump);
  outlet.onClose(() => leave());
  void catchUp();
  return {
    id,
    of: course.of,
    get isLive() {
      return isLive;
    },
    stall() {
      isStalled = true;
      waiting.length = 0;
    },
    drop: (refused = consumerTooSlow()) => fail(refused),
  };
}

/** Resolves when something was appended, and when the call is closed. */
function appended(store: Store, outlet: Outlet): Promise<void> {
  return new Promise((resolve) => {
    const leave = store.listen(() => {
      leave();
      resolve();
    });
    outlet.onClose(() => {
      leave();
      resolve();
    });
  });
}

/** What the search of one page of history has to tell. */
function nextPage(course: Course): readonly streams.ReadResp[] {
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
function searched(course: Course, event: RecordedEvent): readonly streams.ReadResp[] {
  const responses = course.passes(event) ? [eventResponse(event)] : [];
  course.searched += 1;
  if (course.searched >= course.checkpointEvents) {
    course.searched = 0;
    responses.push(checkpointResponse(event.position));
  }
  return responses;
}
