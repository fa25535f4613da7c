/** Deleting streams: softly, after which they read as missing, or for ever. */
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { inTime, refusalOf, type Context } from './calls.js';
import type { Appended, Expected } from './events.js';
import { expectedOf, streamNameOf } from './messages.js';
import { streamDeleted, wrongExpectedVersion, type Refused } from './statuses.js';

export function deleteStream(
  context: Context,
  call: ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>,
  answer: sendUnaryData<streams.DeleteResp>,
): void {
  const options = call.request.getOptions() ?? new streams.DeleteReq.Options();
  const stream = streamNameOf(options.getStreamIdentifier());
  const expected = expectedOf(options, options.getRevision());
  inTime(context.faults, () => {
    const refusal = refusalOf(call, context);
    const deleted = refusal ? undefined : context.store.delete(stream, expected);
    const position = new streams.DeleteResp.Position();
    if (deleted?.result === 'success') answer(null, new streams.DeleteResp().setPosition(at(position, deleted)));
    else answer(refusal ?? deleteRefusal(stream, expected, deleted!));
  });
}

export function tombstoneStream(
  context: Context,
  call: ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>,
  answer: sendUnaryData<streams.TombstoneResp>,
): void {
  const options = call.request.getOptions() ?? new streams.TombstoneReq.Options();
  const stream = streamNameOf(options.getStreamIdentifier());
  const expected = expectedOf(options, options.getRevision());
  inTime(context.faults, () => {
    const refusal = refusalOf(call, context);
    const deleted = refusal ? undefined : context.store.tombstone(stream, expected);
    const position = new streams.TombstoneResp.Position();
    if (deleted?.result === 'success') answer(null, new streams.TombstoneResp().setPosition(at(position, deleted)));
    else answer(refusal ?? deleteRefusal(stream, expected, deleted!));
  });
}

type Stored = Extract<Appended, { result: 'success' }>;

function at<Position extends { setCommitPosition(text: string): void; setPreparePosition(text: string): void }>(
  message: Position,
  { position = 0 }: Stored,
): Position {
  message.setCommitPosition(`${position}`);
  message.setPreparePosition(`${position}`);
  return message;
}

function deleteRefusal(stream: string, expected: Expected, deleted: Appended): Refused {
  if (deleted.result !== 'wrong-expected-version') return streamDeleted(stream);
  return wrongExpectedVersion('Delete', stream, expected, deleted.current);
}
