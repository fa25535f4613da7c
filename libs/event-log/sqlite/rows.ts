/** An event as a row of the table `event`: its columns in order, and the checksum that proves them. */
import { crc32 } from 'node:zlib';
import type { Instant } from '#kernel/instant.js';
import { DamagedLog, type NewEvent, type StoredEvent } from '#event-log/port.js';

export const COLUMNS = `position, stream, revision, previous, id, type, version, actor, command_id, correlation_id,
  causation_id, effective_at, recorded_at, clock, reason, fingerprint, data, checksum`;

/** In the order of COLUMNS, without the checksum. */
type Content = [
  position: number,
  stream: string,
  revision: number,
  previous: number,
  id: string,
  type: string,
  version: number,
  actor: string,
  commandId: string,
  correlationId: string,
  causationId: string,
  effectiveAt: Instant,
  recordedAt: Instant,
  clock: Instant,
  reason: string | null,
  fingerprint: string | null,
  data: string,
];

export type Row = [...Content, checksum: number];

export interface RowPlace {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  /** Position of the stream's event before, 0 for none. */
  readonly previous: number;
  readonly clock: Instant;
}

export function toRow(event: NewEvent, { position, stream, revision, previous, clock }: RowPlace): Row {
  const { id, type, version, data, metadata } = event;
  const { actor, commandId, correlationId, causationId, effectiveAt, recordedAt, reason, fingerprint } = metadata;
  const content: Content = [
    position,
    stream,
    revision,
    previous,
    id,
    type,
    version,
    actor,
    commandId,
    correlationId,
    causationId,
    effectiveAt,
    recordedAt,
    clock,
    reason ?? null,
    fingerprint ?? null,
    data,
  ];
  return [...content, checksumOf(content)];
}

/**
 * Takes the checksum off the row and checks it.
 * @throws DamagedLog naming the position
 */
export function fromRow(row: Row, file: string): StoredEvent {
  const checksum = row.pop();
  const content = row as unknown as Content;
  const [position, stream, revision, , id, type, version, actor, commandId, correlationId, causationId] = content;
  if (checksumOf(content) !== checksum) {
    throw new DamagedLog(`${file} is damaged at position ${position}: its content does not match its checksum`, {
      position,
      stream,
      revision,
    });
  }
  const [, , , , , , , , , , , effectiveAt, recordedAt, clock, reason, fingerprint, data] = content;
  const known = { actor, commandId, correlationId, causationId, effectiveAt, recordedAt };
  const metadata =
    reason === null && fingerprint === null
      ? known
      : { ...known, ...(reason !== null && { reason }), ...(fingerprint !== null && { fingerprint }) };
  return { id, type, version, data, metadata, stream, revision, position, recordedAt: clock };
}

function checksumOf(content: Content): number {
  return crc32(content.join('\n'));
}
