/** The protocol's messages from and to the words of the store. */
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { TOMBSTONE_REVISION, type Expected, type ProposedEvent, type RecordedEvent } from './events.js';
import { invalidArgument } from './statuses.js';

const JSON_CONTENT = 'application/json';
const OTHER_CONTENT = 'application/octet-stream';
const LONG_MAX = '9223372036854775807';
/** `created` is told in ticks of 100 ns since 1970. */
const TICKS_OF_A_MILLISECOND = '0000';

export const streamNameOf = (identifier: shared.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export function identifier(stream: string): shared.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(stream)));
}

export const revisionText = (revision: number): string => (revision === TOMBSTONE_REVISION ? LONG_MAX : `${revision}`);

/** @throws Refused for what has no type or no content type, as of an old client */
export function proposedEvent(
  message: streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage,
): ProposedEvent {
  const type = message.getMetadataMap().get('type');
  const contentType = message.getMetadataMap().get('content-type');
  const id = uuidText(message.getId());
  if (!type || !contentType || !id) throw invalidArgument('Required Metadata Property is missing');
  return {
    id,
    type,
    isJson: contentType === JSON_CONTENT,
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** Of both forms that the protocol has for an id. */
export function uuidText(uuid: shared.UUID | undefined): string {
  const structured = uuid?.getStructured();
  if (!structured) return uuid?.getString() ?? '';
  const half = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');
  const digits = half(structured.getMostSignificantBits()) + half(structured.getLeastSignificantBits());
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

interface Expectation {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

/** @param revision what is expected where it is none of the words */
export function expectedOf(options: Expectation, revision: string): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  return Number(revision);
}

export function eventResponse(event: RecordedEvent): streams.ReadResp {
  const position = `${event.position}`;
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(identifier(event.stream))
    .setStreamRevision(revisionText(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('created', `${event.created}${TICKS_OF_A_MILLISECOND}`)
    .set('content-type', event.isJson ? JSON_CONTENT : OTHER_CONTENT);
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position),
  );
}

export function streamNotFoundResponse(stream: string): streams.ReadResp {
  return new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)),
  );
}

export const confirmationResponse = (id: string): streams.ReadResp =>
  new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id));

export const caughtUpResponse = (): streams.ReadResp =>
  new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export function checkpointResponse(position: number): streams.ReadResp {
  const checkpoint = new streams.ReadResp.Checkpoint().setCommitPosition(`${position}`);
  return new streams.ReadResp().setCheckpoint(checkpoint.setPreparePosition(`${position}`));
}
