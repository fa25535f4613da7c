/**
 * Subscriptions: history first, at the reader's own pace, then `caughtUp` once, then each event as it is appended. Live events wait
 * in a buffer that is small; who lets it overflow is dropped and has to subscribe again.
 */
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Outlet } from './calls.js';
import { TOMBSTONE_TYPE, type RecordedEvent } from './events.js';
import { caughtUpResponse, confirmationResponse } from './messages.js';
import { consumerTooSlow, streamDeleted, type Refused } from './statuses.js';
import type { Switches } from './faults.js';
import type { Store } from './store.js';
import { courseOf, liveResponses, nextPage, type Course } from './subscription-course.js';

/** Live events that wait for one subscriber, as in the real server. */
export const LIVE_EVENTS_MAX = 32;

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

export function openSubscriptions(store: Store, faults: Pick<Switches, 'searchMs'>): Subscriptions {
  const open = new Set<Subscription>();
  return {
    get open() {
      return [...open];
    },
    begin(outlet, options) {
      const subscription = begin(store, faults, outlet, courseOf(store, options));
      open.add(subscription);
      outlet.onClose(() => open.delete(subscription));
    },
  };
}

function begin(store: Store, faults: Pick<Switches, 'searchMs'>, outlet: Outlet, course: Course): Subscription {
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
      if (faults.searchMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.searchMs));
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
      if (isOfCourse(event)) for (const response of liveResponses(course, event)) wait(response);
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
