/**
 * Whether an append is stored, was stored before, or is refused: the real server's rule, which looks at the events' ids alone.
 * At an exact revision (or no-stream) it compares with what the stream holds, so a retry is known for ever; with `any` and
 * `stream-exists` it only remembers recent ids, and a restart forgets them.
 */
import { isSoftDeleted, revisionOf, type Appended, type Expected, type ProposedEvent, type Stream } from './events.js';
import type { RecentEvents } from './recent-events.js';

export type Decision =
  | { readonly result: 'store' }
  /** It was stored before, up to this revision. */
  | { readonly result: 'success'; readonly revision: number }
  | Exclude<Appended, { readonly result: 'success' }>;

const STORE: Decision = { result: 'store' };
const DELETED: Decision = { result: 'stream-deleted' };

/** @param recent events by id, as far as they are remembered since the server was started */
export function decide(
  stream: Stream,
  hasMetadata: boolean,
  expected: Expected,
  events: readonly ProposedEvent[],
  recent: RecentEvents,
): Decision {
  const current = revisionOf(stream);
  const wrong: Decision = { result: 'wrong-expected-version', current };
  if (stream.tombstoned) return DELETED;
  if (expected === 'stream-exists') {
    if (isSoftDeleted(stream)) return DELETED;
    if (current < 0 && !hasMetadata) return wrong;
  }
  if (expected === 'any' || expected === 'stream-exists') return byRecentIds(stream, events, recent);
  const after = expected === 'no-stream' ? -1 : expected;
  if (after === current) return STORE;
  const differs = events.findIndex((event, index) => stream.events[after + 1 + index]?.id !== event.id);
  if (differs === -1 && events.length > 0) return { result: 'success', revision: after + events.length };
  if (differs === 0 && expected === 'no-stream' && isSoftDeleted(stream)) return STORE;
  // A part that is known and a part that is not: the real server calls it corrupted and answers a wrong revision.
  return wrong;
}

function byRecentIds(stream: Stream, events: readonly ProposedEvent[], recent: RecentEvents): Decision {
  const known = events.map(({ id }) => recent.get(id)).filter((event) => event?.stream === stream.name);
  const last = known.at(-1);
  if (!last || recent.get(events[0]!.id)?.stream !== stream.name) return STORE;
  if (known.length === events.length) return { result: 'success', revision: last.revision };
  return { result: 'wrong-expected-version', current: revisionOf(stream) };
}
