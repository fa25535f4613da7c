/**
 * The server stamps every event with its own clock. A machine whose clock is far ahead of those stamps must not write: what it records
 * would be later than all that others record for as long as it is ahead.
 */
import { BACKWARDS, END, type ResolvedEvent, jsonEvent } from '@eventstore/db-client';
import { CLOCK_AHEAD_MS_MAX, ClockAhead } from '#event-log/port.js';
import { type Instant, formatInstant } from '#kernel/instant.js';
import type { Connection } from '#event-log/eventstoredb/connection.js';
import type { Location } from '#event-log/eventstoredb/location.js';
import { type Reader, collected } from '#event-log/eventstoredb/read.js';
import { DEADLINE_MS } from '#event-log/eventstoredb/append.js';
import { patiently } from '#event-log/eventstoredb/waiting.js';

/** Each replaces the one before. */
const PROBES_KEPT = 1;

/** @throws ClockAhead; it asks for a stamp only where the newest that was seen is too old to tell */
export async function checkClock(
  now: Instant,
  connection: Connection,
  location: Location,
  read: Reader,
): Promise<void> {
  // The server's clock was there already: it is no earlier now.
  if (now - read.newestStamp <= CLOCK_AHEAD_MS_MAX) return;
  const asked = performance.now();
  const stamp = await freshStamp(connection, location);
  const ahead = now + (performance.now() - asked) - stamp;
  if (now - stamp <= CLOCK_AHEAD_MS_MAX) return;
  throw new ClockAhead(
    `this machine's clock is ${Math.round(ahead / 1_000)} s ahead of EventStoreDB at ${location.shown} (${formatInstant(now)} here, ${formatInstant(stamp as Instant)} there), and more than ${CLOCK_AHEAD_MS_MAX / 1_000} s is too much to write: set the clock right, on whichever machine is wrong`,
  );
}

/** The stamp of an event that is appended for it, beside the log's streams: nothing else tells what time the server has. */
async function freshStamp(connection: Connection, { beside }: Location): Promise<number> {
  const stream = beside('clock');
  const options = { requiresLeader: true, deadline: DEADLINE_MS } as const;
  const ask = async (): Promise<number> => {
    const probe = jsonEvent({ type: 'ClockAsked', data: {} });
    await connection.append((client) => client.appendToStream(stream, probe, options));
    const kept = await connection.read((client) => {
      const last = {
        direction: BACKWARDS,
        fromRevision: END,
        maxCount: PROBES_KEPT + 1,
        requiresLeader: true,
      } as const;
      return collected<ResolvedEvent>(client.readStream(stream, last));
    });
    if (kept.length > PROBES_KEPT) {
      await connection.append((client) => client.setStreamMetadata(stream, { maxCount: PROBES_KEPT }, options));
    }
    return kept[0]!.event!.created.getTime();
  };
  return patiently(ask, connection.waits.patienceMs);
}
