/**
 * The log of record: append-only streams under one total order, in the shape of EventStoreDB.
 * Adapters (memory, sqlite, eventstoredb) differ in durability and reach, never in what is promised here.
 */
import type { Instant } from '#kernel/instant.js';

/** Beside the data of every event (SPEC §2). `recordedAt` is the engine's clock, never a caller's. */
export interface EventMetadata {
  readonly actor: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  readonly reason?: string;
  /** Of the command as it was parsed; only where the caller chose the commandId. */
  readonly fingerprint?: string;
}

/** An event to be appended: `data` is JSON text, so that nothing can fail to serialise inside an adapter. */
export interface NewEvent {
  /** UUID, unique in the log. */
  readonly id: string;
  readonly type: string;
  /** Of the event type's shape, from 1. */
  readonly version: number;
  readonly data: string;
  readonly metadata: EventMetadata;
}

/** An event with its place, as one stream tells it. */
export interface StreamEvent extends NewEvent {
  readonly stream: string;
  /** Place in its stream, from 0, without gaps. */
  readonly revision: number;
  /** Place in the log, above 0, growing, with or without gaps. */
  readonly position: number;
}

/** An event as the log tells it, which knows what was recorded before. */
export interface StoredEvent extends StreamEvent {
  /** The latest `recordedAt` of any event up to this one: what SPEC §1 means by an event's `recordedAt`. */
  readonly recordedAt: Instant;
}

export interface Appended {
  /** Revision of the last event appended. */
  readonly revision: number;
  /** Position of the last event appended. */
  readonly position: number;
}

/** How far the log was read: a position, and the log's clock there. */
export interface Mark {
  readonly position: number;
  /** Of the event at the position; null before the first. */
  readonly recordedAt: Instant | null;
}

/** Where the log begins. */
export const ORIGIN: Mark = { position: 0, recordedAt: null };

/** Revision of a stream that has no events. */
export const NO_STREAM = -1;

/** Events a page of `readAll` and `readStream` holds at most. */
export const PAGE_EVENTS_MAX = 1_000;

/** Events of one append; a command that would emit more is refused before it gets here (SPEC §3). */
export const APPEND_EVENTS_MAX = 20_000;

export interface EventLog {
  /**
   * Appends all of the events after `expectedRevision` (NO_STREAM: the stream must not exist), or none.
   * Resolves when they are durable. At least one event, at most APPEND_EVENTS_MAX.
   * @throws RevisionConflict where the stream is at another revision
   * @throws RangeError for none or too many events
   */
  append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<Appended>;

  /** The stream's events from `fromRevision` on, in order, in pages; nothing for a stream that does not exist. */
  readStream(stream: string, fromRevision?: number): AsyncIterable<readonly StreamEvent[]>;

  /**
   * The log's events after a mark, in order, in pages. The caller tells the log's clock there, since a log that others share does
   * not know it without reading from the start.
   * @param until the last position wanted, no later than the head; without it, the head as it is found to be
   */
  readAll(after: Mark, until?: number): AsyncIterable<readonly StoredEvent[]>;

  /**
   * The position of the last event; 0 for an empty log.
   * @param known a position that an event of this log is known to have: a log that is among others' looks back no further
   */
  head(known?: number): Promise<number>;

  /** The id of the event at a position, by which two logs are told apart; undefined where there is none. */
  idAt(position: number): Promise<string | undefined>;

  /**
   * Calls `onAdvance` soon after events were appended (by this process or another one); it says only that there is something
   * to read. Several appends may be told as one.
   * @returns ends the subscription
   */
  subscribe(onAdvance: () => void): () => void;

  /**
   * Whether a machine's clock may write to the log: one far ahead would drag the log's clock with it, for everybody and for good.
   * @throws ClockAhead where the log has a clock of its own, and `now` is more than CLOCK_AHEAD_MS_MAX ahead of it
   */
  checkClock(now: Instant): Promise<void>;

  close(): Promise<void>;
}

/** How far a clock may be ahead of the log's own. */
export const CLOCK_AHEAD_MS_MAX = 60_000;

/** The log cannot be reached, or does not let us in; the message says what to do. Nothing is known to have been done. */
export class LogUnavailable extends Error {
  override readonly name: string = 'LogUnavailable';
}

/** An append was sent, and whether it was stored could not be found out: the same command id sent again settles it. */
export class OutcomeUnknown extends LogUnavailable {
  override readonly name = 'OutcomeUnknown';
}

/** This machine's clock is too far ahead of the log's for it to write. */
export class ClockAhead extends Error {
  override readonly name = 'ClockAhead';
}

/** Somebody else has the log open, or would have it alone. */
export class LogInUse extends Error {
  override readonly name = 'LogInUse';
}

/** The log takes no append of this size, however often it is sent. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';
}

/** The stream was at another revision than expected; nothing was appended. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  readonly stream: string;
  readonly expectedRevision: number;
  readonly actualRevision: number;

  // Fields and not parameter properties: Node runs this file as it is, with its types stripped, in the crash tests.
  constructor(stream: string, expectedRevision: number, actualRevision: number) {
    super(`${stream} is at revision ${actualRevision}, not ${expectedRevision}`);
    this.stream = stream;
    this.expectedRevision = expectedRevision;
    this.actualRevision = actualRevision;
  }
}

/** Where a log is damaged, as far as it is known. */
export interface Place {
  readonly position?: number;
  readonly stream?: string;
  readonly revision?: number;
}

/** The log holds something that is not ours or not whole; told with its place, never repaired in silence. */
export class DamagedLog extends Error {
  override readonly name = 'DamagedLog';
  readonly place: Place;

  constructor(message: string, place: Place = {}, options?: ErrorOptions) {
    super(message, options);
    this.place = place;
  }
}

/** @throws RangeError for an append of no events or of too many */
export function assertAppendable(stream: string, events: readonly NewEvent[]): void {
  if (events.length === 0) throw new RangeError(`an append to ${stream} needs at least one event`);
  if (events.length > APPEND_EVENTS_MAX) {
    throw new RangeError(`an append to ${stream} takes ${APPEND_EVENTS_MAX} events at most, not ${events.length}`);
  }
}
