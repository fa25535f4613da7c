/** What the server stores: events, and the streams that they are in. */

/** Of a stream that has no events. */
export const NO_EVENTS = -1;
/** The revision of a tombstone, long.MaxValue in the real server. */
export const TOMBSTONE_REVISION = Number.POSITIVE_INFINITY;
export const METADATA_TYPE = '$metadata';
export const TOMBSTONE_TYPE = '$streamDeleted';

export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface RecordedEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  /** Byte offset; commit and prepare position are the same. */
  readonly position: number;
  /** Milliseconds since 1970. */
  readonly created: number;
}

export interface Stream {
  readonly name: string;
  readonly events: RecordedEvent[];
  tombstoned: boolean;
  /** The first revision that a reader sees; Infinity where the stream is soft-deleted. */
  truncateBefore: number;
  maxCount: number;
}

/** What the writer of events expects of their stream. */
export type Expected = number | 'any' | 'no-stream' | 'stream-exists';

export type Appended =
  | { readonly result: 'success'; readonly revision: number; readonly position: number | undefined }
  | { readonly result: 'wrong-expected-version'; readonly current: number }
  | { readonly result: 'stream-deleted' };

/** What a reader of a stream gets. */
export type Readable = 'missing' | 'tombstoned' | { readonly events: readonly RecordedEvent[]; readonly first: number };

export const revisionOf = (stream: Stream): number => stream.events.length - 1;

export const isSoftDeleted = (stream: Stream): boolean => stream.truncateBefore === Number.POSITIVE_INFINITY;

export function jsonEvent(type: string, json: string, id: string = crypto.randomUUID()): ProposedEvent {
  return { id, type, isJson: json !== '', data: Buffer.from(json), metadata: new Uint8Array() };
}
