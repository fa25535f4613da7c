/** Reading: a stream or all of the log, either way, to its end or for a count of events. */
import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { inTime, outletOf, refusalOf, type Context, type Outlet } from './calls.js';
import type { RecordedEvent } from './events.js';
import { eventFilter } from './filter.js';
import { eventResponse, streamNameOf, streamNotFoundResponse } from './messages.js';
import { handlerFailed, invalidArgument, Refused, streamDeleted, unknown } from './statuses.js';
import type { Subscriptions } from './subscriptions.js';

/** A count of events with which the real server reads all of the log for ever and never answers. */
const NOTHING = '0';

export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;

export function read(context: Context, subscriptions: Subscriptions, call: ReadCall): void {
  const outlet = outletOf(call);
  const options = call.request.getOptions();
  inTime(context.faults, () => {
    const refusal = options ? refusalOf(call, context) : invalidArgument('no options');
    try {
      if (refusal || !options) throw refusal;
      if (options.hasSubscription()) subscriptions.begin(outlet, options);
      else if (options.hasAll() && options.getCount() === NOTHING) return;
      else if (options.hasAll()) void sendAll(outlet, allEvents(context, options));
      else readStream(context, outlet, options);
    } catch (error) {
      outlet.fail(error instanceof Refused ? error : handlerFailed());
    }
  });
}

function readStream({ store }: Context, outlet: Outlet, options: streams.ReadReq.Options): void {
  const stream = streamNameOf(options.getStream()?.getStreamIdentifier());
  const readable = store.read(stream);
  if (readable === 'tombstoned') {
    outlet.fail(streamDeleted(stream));
  } else if (readable === 'missing') {
    outlet.write(streamNotFoundResponse(stream));
    outlet.end();
  } else {
    void sendAll(outlet, streamEvents(readable.events, readable.first, options));
  }
}

const isBackwards = (options: streams.ReadReq.Options): boolean =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/**
 * What is there when the read begins; a read does not see later appends.
 * @throws Refused for no events, and forwards from the end
 */
function streamEvents(
  events: readonly RecordedEvent[],
  first: number,
  options: streams.ReadReq.Options,
): Iterable<RecordedEvent> {
  const from = options.getStream()!;
  const last = events.length - 1;
  const count = Number(options.getCount());
  if (count === 0 || (from.hasEnd() && !isBackwards(options))) throw unknown('Unexpected ReadStreamResult: Error');
  if (isBackwards(options)) {
    const start = from.hasEnd() ? last : from.hasStart() ? 0 : Math.min(Number(from.getRevision()), last);
    return backwards(events, start, first, count);
  }
  const start = from.hasEnd() ? events.length : from.hasStart() ? 0 : Number(from.getRevision());
  return forwards(events, Math.max(start, first), count);
}

/**
 * Forwards a position is where reading begins; backwards it is the first that is not read.
 * @throws Refused for a position at which no event is, and backwards from beyond the end
 */
function allEvents({ store }: Context, options: streams.ReadReq.Options): Iterable<RecordedEvent> {
  const from = options.getAll()!;
  const position = from.getPosition();
  const start = position ? store.indexOf(Number(position.getCommitPosition())) : from.hasEnd() ? store.log.length : 0;
  const count = Number(options.getCount());
  const isBeyond = position !== undefined && start === store.log.length && isBackwards(options);
  if (start === undefined || isBeyond) throw unknown('Unexpected ReadAllResult: Error');
  const passes = eventFilter(options.getFilter());
  const events = isBackwards(options)
    ? backwards(store.log, start - 1, 0, Infinity)
    : forwards(store.log, start, Infinity);
  return Iterator.from(events).filter(passes).take(count);
}

function* forwards(events: readonly RecordedEvent[], start: number, count: number): Generator<RecordedEvent> {
  const end = Math.min(events.length, start + count);
  for (let index = start; index < end; index++) yield events[index]!;
}

function* backwards(
  events: readonly RecordedEvent[],
  start: number,
  first: number,
  count: number,
): Generator<RecordedEvent> {
  for (let index = start; index >= first && index > start - count; index--) yield events[index]!;
}

async function sendAll(outlet: Outlet, events: Iterable<RecordedEvent>): Promise<void> {
  for (const event of events) {
    if (!outlet.isOpen) return;
    if (!outlet.write(eventResponse(event))) await outlet.drained();
  }
  outlet.end();
}
