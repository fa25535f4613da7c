/** Metadata of a stream: a stream of its own, whose last event says from where on the other is read. Deleting softly is such an event. */
import { jsonEvent, METADATA_TYPE, type ProposedEvent, type Stream } from './events.js';

const PREFIX = '$$';
/** What a soft delete writes as `$tb`: long.MaxValue, as the real server writes it. */
const DELETED_TEXT = '{"$tb":9223372036854775807}';

export const metadataStreamOf = (stream: string): string => `${PREFIX}${stream}`;

/** The stream that a metadata stream is of; undefined for any other stream. */
export const ofMetadataStream = (stream: string): string | undefined =>
  stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined;

export const softDeletion = (): ProposedEvent => jsonEvent(METADATA_TYPE, DELETED_TEXT);

/** Makes readers begin at a revision. */
export const truncation = (revision: number): ProposedEvent => jsonEvent(METADATA_TYPE, `{"$tb":${revision}}`);

/** What is no JSON says nothing, as in the real server. */
export function applyMetadata(stream: Stream, data: Uint8Array): void {
  const { $tb = 0, $maxCount = Number.POSITIVE_INFINITY } = parsed(data);
  stream.truncateBefore = $tb > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : $tb;
  stream.maxCount = $maxCount;
}

function parsed(data: Uint8Array): { readonly $tb?: number; readonly $maxCount?: number } {
  try {
    return JSON.parse(new TextDecoder().decode(data)) as object;
  } catch {
    return {};
  }
}
