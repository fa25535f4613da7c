/**
 * One append, all or nothing, and never twice. The revision expected is always an exact one: then, and only then, the server knows a
 * repeat by the events' ids for good. What is not answered is sent again, with the same ids at the same revision, until it is settled.
 */
import { NO_STREAM as NO_STREAM_EXPECTED } from '@eventstore/db-client';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AppendTooLarge,
  type Appended,
  DamagedLog,
  NO_STREAM,
  type NewEvent,
  OutcomeUnknown,
  RevisionConflict,
  type StreamEvent,
} from '#event-log/port.js';
import type { Connection } from '#event-log/eventstoredb/connection.js';
import { sizeOf, toEventData } from '#event-log/eventstoredb/events.js';
import { type Failure, detailOf, failureOf, mayPass } from '#event-log/eventstoredb/failures.js';
import type { Location } from '#event-log/eventstoredb/location.js';
import { type Reader, deleted } from '#event-log/eventstoredb/read.js';
import { backoff } from '#event-log/eventstoredb/waiting.js';

/** What an event adds to the time that an append may take: twenty thousand of them take a second or two where all is well. */
const EVENT_MS_MAX = 0.5;

/**
 * Told to the server as an instant by this machine's clock: one that is some seconds behind the server's would have each append
 * refused as too late. It bounds nothing, and is far away.
 */
export const DEADLINE_MS = 86_400_000;

/** An event beyond this may make a message that the server takes no part of; each server takes smaller ones. */
const EVENT_BYTES_MAX = 1_048_576;

export type Append = (stream: string, expectedRevision: number, events: readonly NewEvent[]) => Promise<Appended>;

/** What is asked for; there is at least one event. */
interface Wanted {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly NewEvent[];
}

export function appender(connection: Connection, location: Location, read: Reader): Append {
  const { streams, shown } = location;
  const { waits } = connection;

  const append = async (wanted: Wanted): Promise<Appended> => {
    const { stream, expectedRevision, events } = wanted;
    const data = events.map((event, index) => toEventData(event, index < events.length - 1));
    const expected = expectedRevision === NO_STREAM ? NO_STREAM_EXPECTED : BigInt(expectedRevision);
    const options = { expectedRevision: expected, requiresLeader: true, deadline: DEADLINE_MS } as const;
    /** Whether nothing of it can have been stored by an earlier try. */
    let isFirst = true;
    let end = Number.POSITIVE_INFINITY;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const sent = await connection.append(
          (client) => client.appendToStream(`${streams}${stream}`, data, options),
          waits.answerMs + events.length * EVENT_MS_MAX,
        );
        // A connection string may have the client answer a wrong revision with a result, whose revision is none.
        if (isFirst && sent.success && sent.position && !isRepeatable(wanted)) {
          return { revision: Number(sent.nextExpectedRevision), position: Number(sent.position.commit) };
        }
        return await stored(wanted);
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'conflict' && isFirst) throw conflict(wanted, failure.actualRevision);
        if (failure.kind === 'conflict') return stored(wanted);
        if (!mayPass(failure) && !isOthers(failure, wanted)) throw error;
        // A server that starts has stored nothing. One that does not lead any more refuses what it stored while it did, too.
        if (failure.kind !== 'not-ready') isFirst = false;
        const wait = backoff(attempt);
        if (attempt === 0) end = performance.now() + waits.patienceMs;
        if (performance.now() + wait > end) throw isFirst ? error : unknown(wanted, error);
        await sleep(wait);
      }
    }
  };

  /**
   * Where the events are, once the server has said that they, or others, are there. What is stored has the word: to a command id
   * that a caller chose, two processes may give two bodies at one revision, and to the server the second is a repeat of the first,
   * which it says yes to and does not store.
   */
  const stored = async (wanted: Wanted): Promise<Appended> => {
    const { stream, expectedRevision, events } = wanted;
    const revision = expectedRevision + events.length;
    let found: readonly (StreamEvent | undefined)[];
    try {
      found = await Promise.all([read.at(stream, expectedRevision + 1), read.at(stream, revision)]);
    } catch (error) {
      if (error instanceof DamagedLog) throw error;
      throw unknown(wanted, error);
    }
    const [first, last] = found;
    if (first && last && isSame(first, events[0]!) && isSame(last, events.at(-1)!)) {
      return { revision, position: last.position };
    }
    throw conflict(wanted, await read.lastRevision(stream));
  };

  const unknown = ({ stream }: Wanted, cause: unknown): OutcomeUnknown =>
    new OutcomeUnknown(
      `EventStoreDB at ${shown} did not answer, and whether the append to ${stream} was stored is not known: a command with a commandId can be sent again and is recorded once; without one, look before you send it again. A server whose disk is full stops by itself (${detailOf(cause)})`,
      { cause },
    );

  const explained = (error: unknown, { stream, events }: Wanted): unknown => {
    const failure = failureOf(error);
    if (failure.kind === 'too-large') {
      const limit = failure.limit === undefined ? 'its MaxAppendSize' : `its MaxAppendSize is ${failure.limit}`;
      return new AppendTooLarge(
        `an append of ${events.length} events to ${stream} is ${sizeOf(events)} bytes, more than EventStoreDB at ${shown} takes at once (${limit}): raise the server's option MaxAppendSize, at most to 16000000, or send a smaller command`,
        { cause: error },
      );
    }
    if (failure.kind !== 'stream-deleted') return error;
    return deleted(location, stream, error);
  };

  return async (stream, expectedRevision, events) => {
    const wanted = { stream, expectedRevision, events };
    if (!Number.isSafeInteger(expectedRevision) || expectedRevision < NO_STREAM) {
      throw conflict(wanted, await read.lastRevision(stream));
    }
    try {
      const appended = await append(wanted);
      read.learn(appended.position);
      return appended;
    } catch (error) {
      throw explained(error, wanted);
    }
  };
}

/** Whether it was another append whose message was too large: all that were under way with it fail with it. */
function isOthers(failure: Failure, { events }: Wanted): boolean {
  if (failure.kind !== 'too-large' || failure.limit !== undefined) return false;
  return events.every((event) => sizeOf([event]) <= EVENT_BYTES_MAX);
}

/** Whether another process may append the same ids: those of a command id that a caller chose. */
function isRepeatable({ events }: Wanted): boolean {
  return events[0]!.metadata.fingerprint !== undefined;
}

/** By all that a repeat could have otherwise: ids come from the command's id, and tell nothing of its body or its time. */
function isSame({ id, type, data, metadata }: StreamEvent, wanted: NewEvent): boolean {
  return (
    id === wanted.id &&
    type === wanted.type &&
    data === JSON.stringify(JSON.parse(wanted.data)) &&
    metadata.recordedAt === wanted.metadata.recordedAt &&
    metadata.effectiveAt === wanted.metadata.effectiveAt &&
    metadata.fingerprint === wanted.metadata.fingerprint
  );
}

function conflict({ stream, expectedRevision }: Wanted, actualRevision: number): RevisionConflict {
  return new RevisionConflict(stream, expectedRevision, actualRevision);
}
