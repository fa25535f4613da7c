/** Writing: the batch call that carries all appends of a client at once, and the call for one append that per-call credentials take. */
import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type statusMessages from '@eventstore/db-client/generated/status_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { credentialsOf, inTime, leaderRefusal, refusalOf, type BatchCall, type Caller, type Context } from './calls.js';
import type { Appended, Expected, ProposedEvent } from './events.js';
import { expectedOf, proposedEvent, streamNameOf } from './messages.js';
import {
  batchError,
  identifier,
  maximumAppendSizeExceeded,
  handlerFailed,
  Refused,
  streamDeleted,
  unauthenticated,
  unknown,
} from './statuses.js';

/** How long the parts of one append may take to come, whatever the client's deadline: the real server's WriteTimeoutMs. */
const WRITE_TIMEOUT_MS = 2_000;
const SECOND = 1_000;

interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: ProposedEvent[];
  bytes: number;
}

/** Stored, or not, as it is told; undefined where no answer is to come. */
function attempt(context: Context, call: Caller, { stream, expected, events }: Append): Appended | undefined {
  const { faults, store } = context;
  const fault = faults.takeAppendFault();
  const isStored = fault === undefined || fault.endsWith('-stored');
  const appended = isStored ? store.append(stream, expected, events) : undefined;
  if (fault === 'cut-stored' || fault === 'cut-unstored') context.cut(call);
  return fault === undefined ? appended : undefined;
}

/**
 * The size of an append is that of its events' data, metadata and types not counted: so the real server's arithmetic turns out,
 * whatever its documentation says.
 */
function add(append: Append, event: ProposedEvent): void {
  append.events.push(event);
  append.bytes += event.data.length;
}

export function batchAppend(context: Context, call: BatchCall): void {
  if (credentialsOf(call, context.users) === 'wrong') {
    call.emit('error', unauthenticated());
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
    const id = request.getCorrelationId()?.getString() ?? '';
    const append = begun(request, id);
    if (!append) return;
    for (const message of request.getProposedMessagesList()) add(append, proposedEvent(message));
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

type BatchResult = { readonly error: statusMessages.Status } | { readonly success: streams.BatchAppendResp.Success };

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
