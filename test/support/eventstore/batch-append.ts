/** The call that carries all appends of a client at once, each in one message or several, and answers each on its own. */
import type { ServerDuplexStream } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type statusMessages from '@eventstore/db-client/generated/status_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { add, attempt, type Append } from './append-attempt.js';
import { batchError } from './batch-errors.js';
import { credentialsOf, inTime, leaderRefusal, refusalAtTheDoor, type Caller, type Context } from './calls.js';
import { expectedOf, identifier, proposedEvent, streamNameOf, uuidText } from './messages.js';

/** How long the parts of one append may take to come, whatever the client's deadline: the real server's WriteTimeoutMs. */
const WRITE_TIMEOUT_MS = 2_000;
const SECOND = 1_000;

type BatchCall = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

type BatchResult = { readonly error: statusMessages.Status } | { readonly success: streams.BatchAppendResp.Success };

export function batchAppend(context: Context, call: BatchCall): void {
  const refusal = refusalAtTheDoor(call, context);
  if (refusal) {
    call.emit('error', refusal);
    return;
  }
  const pending = new Map<string, Append>();
  let isOpen = true;
  call.on('cancelled', () => (isOpen = false));
  call.on('end', () => call.end());

  function answer(request: streams.BatchAppendReq, stream: string, result: BatchResult): void {
    if (!isOpen) return;
    const response = new streams.BatchAppendResp()
      .setCorrelationId(request.getCorrelationId())
      .setStreamIdentifier(identifier(stream));
    call.write('error' in result ? response.setError(result.error) : response.setSuccess(result.success));
  }

  /** The append that a message belongs to; undefined where it was refused, now or before. */
  function begun(request: streams.BatchAppendReq, id: string): Append | undefined {
    const options = request.getOptions();
    if (!options) return pending.get(id);
    const stream = streamNameOf(options.getStreamIdentifier());
    const deadline = options.getDeadline();
    const error = refusalOfAppend(stream, deadline && deadline.getSeconds() * SECOND);
    if (error) {
      answer(request, stream, { error });
      return undefined;
    }
    const append = { stream, expected: expectedOf(options, options.getStreamPosition()), events: [], bytes: 0 };
    pending.set(id, append);
    return append;
  }

  function refusalOfAppend(stream: string, deadlineMs: number | undefined): statusMessages.Status | undefined {
    if (credentialsOf(call, context.users) === 'missing') return batchError.accessDenied();
    if (stream === '') return batchError.badRequest('Required field StreamIdentifier not set.');
    return deadlineMs !== undefined && deadlineMs + SECOND <= Date.now() ? batchError.timeout() : undefined;
  }

  function receive(request: streams.BatchAppendReq): void {
    const id = uuidText(request.getCorrelationId());
    const append = begun(request, id);
    if (!append) return;
    try {
      for (const message of request.getProposedMessagesList()) add(append, proposedEvent(message));
    } catch (error) {
      pending.delete(id);
      answer(request, append.stream, { error: batchError.badRequest(String(error)) });
      return;
    }
    if (append.bytes > context.maxAppendBytes) {
      pending.delete(id);
      answer(request, append.stream, { error: batchError.maximumAppendSizeExceeded(context.maxAppendBytes) });
    } else if (request.getIsFinal()) {
      pending.delete(id);
      complete(request, append);
    } else if (request.hasOptions()) {
      giveUpLater(request, append, id);
    }
  }

  function giveUpLater(request: streams.BatchAppendReq, append: Append, id: string): void {
    setTimeout(() => {
      if (pending.delete(id)) answer(request, append.stream, { error: batchError.timeout() });
    }, WRITE_TIMEOUT_MS).unref();
  }

  function complete(request: streams.BatchAppendReq, append: Append): void {
    const notLeader = leaderRefusal(call, context.faults);
    if (notLeader) {
      // The real server ends the whole call, and with it every append that shares it.
      isOpen = false;
      call.emit('error', notLeader);
      return;
    }
    context.writer(() => {
      const result = batchResult(context, call, append);
      if (result) answer(request, append.stream, result);
    });
  }

  call.on('data', (request: streams.BatchAppendReq) =>
    inTime(context.faults, () => {
      if (isOpen) receive(request);
    }),
  );
}

function batchResult(context: Context, call: Caller, append: Append): BatchResult | undefined {
  if (context.faults.notReady) return { error: batchError.notReady() };
  // The real server stops when it cannot write; what its clients see until then is not to be told from any unknown failure.
  if (context.faults.diskFull) return { error: batchError.unknown() };
  const appended = attempt(context, call, append);
  if (!appended) return undefined;
  switch (appended.result) {
    case 'wrong-expected-version':
      return { error: batchError.wrongExpectedVersion(append.expected, appended.current) };
    case 'stream-deleted':
      return { error: batchError.streamDeleted(append.stream) };
    default: {
      const success = new streams.BatchAppendResp.Success().setCurrentRevision(`${appended.revision}`);
      if (appended.position === undefined) return { success: success.setNoPosition(new empty.Empty()) };
      const position = new shared.AllStreamPosition().setCommitPosition(`${appended.position}`);
      return { success: success.setPosition(position.setPreparePosition(`${appended.position}`)) };
    }
  }
}
