/** Deleting streams: softly, after which they read as missing, or for ever. */
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { inTime, refusalOf, type Caller, type Context } from './calls.js';
import type { Expected } from './events.js';
import { expectedOf, streamNameOf } from './messages.js';
import { streamDeleted, wrongExpectedVersion } from './statuses.js';

export function deleteStream(
  context: Context,
  call: ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>,
  answer: sendUnaryData<streams.DeleteResp>,
): void {
  const options = call.request.getOptions() ?? new streams.DeleteReq.Options();
  const respond = (at: string): streams.DeleteResp =>
    new streams.DeleteResp().setPosition(
      new streams.DeleteResp.Position().setCommitPosition(at).setPreparePosition(at),
    );
  remove(context, call, { ...targetOf(options), how: 'delete', respond }, answer);
}

export function tombstoneStream(
  context: Context,
  call: ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>,
  answer: sendUnaryData<streams.TombstoneResp>,
): void {
  const options = call.request.getOptions() ?? new streams.TombstoneReq.Options();
  const respond = (at: string): streams.TombstoneResp =>
    new streams.TombstoneResp().setPosition(
      new streams.TombstoneResp.Position().setCommitPosition(at).setPreparePosition(at),
    );
  remove(context, call, { ...targetOf(options), how: 'tombstone', respond }, answer);
}

interface Target {
  readonly stream: string;
  readonly expected: Expected;
}

const targetOf = (options: streams.DeleteReq.Options | streams.TombstoneReq.Options): Target => ({
  stream: streamNameOf(options.getStreamIdentifier()),
  expected: expectedOf(options, options.getRevision()),
});

interface Removal<Response> extends Target {
  readonly how: 'delete' | 'tombstone';
  readonly respond: (position: string) => Response;
}

function remove<Response>(
  context: Context,
  call: Caller,
  { stream, expected, how, respond }: Removal<Response>,
  answer: sendUnaryData<Response>,
): void {
  function complete(): void {
    const refusal = refusalOf(call, context);
    const removed = refusal ?? context.store[how](stream, expected);
    if (removed instanceof Error) answer(removed);
    else if (removed.result === 'success') answer(null, respond(`${removed.position}`));
    else if (removed.result === 'stream-deleted') answer(streamDeleted(stream));
    else answer(wrongExpectedVersion('Delete', stream, expected, removed.current));
  }
  inTime(context.faults, () => context.writer(complete));
}
