/** How the server refuses one append among those that share a batch call: errors with the details that the client recognises. */
import codes from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusMessages from '@eventstore/db-client/generated/status_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Expected } from './events.js';
import { identifier } from './messages.js';
import { SERVER_NOT_READY } from './statuses.js';

export const batchError = {
  notReady: () => error(codes.Code.OK, SERVER_NOT_READY, new empty.Empty(), 'google.protobuf.Empty'),
  accessDenied: () =>
    error(codes.Code.PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied(), 'event_store.client.AccessDenied'),
  timeout: () => error(codes.Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout(), 'event_store.client.Timeout'),
  unknown: () => error(codes.Code.UNKNOWN, 'Unknown', new shared.Unknown(), 'event_store.client.Unknown'),
  badRequest: (message: string) =>
    error(
      codes.Code.INVALID_ARGUMENT,
      'BadRequest',
      new shared.BadRequest().setMessage(message),
      'event_store.client.BadRequest',
    ),
  streamDeleted(stream: string) {
    const details = new shared.StreamDeleted().setStreamIdentifier(identifier(stream));
    return error(codes.Code.NOT_FOUND, 'StreamDeleted', details, 'event_store.client.StreamDeleted');
  },
  maximumAppendSizeExceeded(bytes: number) {
    const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(bytes);
    return error(
      codes.Code.INVALID_ARGUMENT,
      'MaximumAppendSizeExceeded',
      details,
      'event_store.client.MaximumAppendSizeExceeded',
    );
  },
  wrongExpectedVersion(expected: Expected, current: number) {
    const details = new shared.WrongExpectedVersion();
    if (current < 0) details.setCurrentNoStream(new empty.Empty());
    else details.setCurrentStreamRevision(`${current}`);
    setExpected(details, expected);
    return error(codes.Code.ALREADY_EXISTS, 'WrongExpectedVersion', details, 'event_store.client.WrongExpectedVersion');
  },
};

function setExpected(details: shared.WrongExpectedVersion, expected: Expected): void {
  switch (expected) {
    case 'any':
      details.setExpectedAny(new empty.Empty());
      break;
    case 'no-stream':
      details.setExpectedNoStream(new empty.Empty());
      break;
    case 'stream-exists':
      details.setExpectedStreamExists(new empty.Empty());
      break;
    default:
      details.setExpectedStreamPosition(`${expected}`);
  }
}

function error(
  code: codes.Code,
  message: string,
  details: { serializeBinary(): Uint8Array },
  typeName: string,
): statusMessages.Status {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), typeName);
  return new statusMessages.Status().setCode(code).setMessage(message).setDetails(packed);
}
