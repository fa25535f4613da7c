/** The call for one append, which the client takes where an append has credentials of its own. */
import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { add, attempt, type Append } from './append-attempt.js';
import { inTime, refusalOf, type Caller, type Context } from './calls.js';
import type { Expected } from './events.js';
import { expectedOf, proposedEvent, streamNameOf } from './messages.js';
import { handlerFailed, maximumAppendSizeExceeded, Refused, streamDeleted, unknown } from './statuses.js';

export function append(
  context: Context,
  call: ServerReadableStream<streams.AppendReq, streams.AppendResp>,
  answer: sendUnaryData<streams.AppendResp>,
): void {
  let append: Append | undefined;
  let isRefused = false;

  function refuse(error: unknown): void {
    isRefused = true;
    answer(error instanceof Refused ? error : unknown(String(error)));
  }

  function receive(request: streams.AppendReq): void {
    const options = request.getOptions();
    if (options) {
      const stream = streamNameOf(options.getStreamIdentifier());
      append = { stream, expected: expectedOf(options, options.getRevision()), events: [], bytes: 0 };
      return;
    }
    const message = request.getProposedMessage();
    if (!append || !message) throw handlerFailed();
    add(append, proposedEvent(message));
    if (append.bytes > context.maxAppendBytes) throw maximumAppendSizeExceeded(context.maxAppendBytes);
  }

  call.on('data', (request: streams.AppendReq) => {
    if (isRefused) return;
    try {
      const refusal = append ? undefined : refusalOf(call, context);
      if (refusal) throw refusal;
      receive(request);
    } catch (error) {
      refuse(error);
    }
  });
  function complete(): void {
    if (isRefused || !append) return;
    try {
      const response = appendResponse(context, call, append);
      if (response) answer(null, response);
    } catch (error) {
      refuse(error);
    }
  }

  call.on('end', () => inTime(context.faults, () => context.writer(complete)));
}

/** @throws Refused */
function appendResponse(context: Context, call: Caller, append: Append): streams.AppendResp | undefined {
  if (context.faults.diskFull) throw unknown('Unexpected OperationResult: InvalidTransaction');
  const appended = attempt(context, call, append);
  if (!appended) return undefined;
  switch (appended.result) {
    case 'stream-deleted':
      throw streamDeleted(append.stream);
    case 'wrong-expected-version':
      return new streams.AppendResp().setWrongExpectedVersion(wrongVersion(append.expected, appended.current));
    default: {
      const success = new streams.AppendResp.Success().setCurrentRevision(`${appended.revision}`);
      if (appended.position === undefined) success.setNoPosition(new shared.Empty());
      else success.setPosition(positionOf(appended.position));
      return new streams.AppendResp().setSuccess(success);
    }
  }
}

const positionOf = (position: number): streams.AppendResp.Position =>
  new streams.AppendResp.Position().setCommitPosition(`${position}`).setPreparePosition(`${position}`);

function wrongVersion(expected: Expected, current: number): streams.AppendResp.WrongExpectedVersion {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(`${current}`);
  switch (expected) {
    case 'any':
      return wrong.setExpectedAny(new shared.Empty());
    case 'no-stream':
      return wrong.setExpectedNoStream(new shared.Empty());
    case 'stream-exists':
      return wrong.setExpectedStreamExists(new shared.Empty());
    default:
      return wrong.setExpectedRevision(`${expected}`);
  }
}
