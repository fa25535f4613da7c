/** How the server refuses a call: gRPC statuses with the trailers that the client recognises. */
import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import type { Expected } from './events.js';

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

type Trailers = Readonly<Record<string, string>>;

/** A failed call, as grpc-js takes it from a handler. */
export class Refused extends Error implements Pick<ServiceError, 'code' | 'details' | 'metadata'> {
  override readonly name = 'Refused';
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;

  constructor(code: status, details: string, trailers: Trailers = {}) {
    super(details);
    this.code = code;
    this.details = details;
    this.metadata = new Metadata();
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, value);
  }
}

export const SERVER_NOT_READY = 'Server Is Not Ready';

export const notReady = (): Refused => new Refused(status.UNAVAILABLE, SERVER_NOT_READY);

export const notLeader = ({ host, port }: Endpoint): Refused =>
  new Refused(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': `${port}`,
  });

/** What a server with users says while it cannot check a password yet; it does not look at the call. */
export const cannotAuthenticate = (): Refused => new Refused(status.UNAVAILABLE, 'Server not ready');

export const unauthenticated = (): Refused => new Refused(status.UNAUTHENTICATED, 'Unauthenticated');

export const accessDenied = (): Refused =>
  new Refused(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const streamDeleted = (stream: string): Refused =>
  new Refused(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const maximumAppendSizeExceeded = (bytes: number): Refused =>
  new Refused(status.INVALID_ARGUMENT, `Maximum Append Size of ${bytes} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': `${bytes}`,
  });

/** @param current -1 where there is no such stream */
export const wrongExpectedVersion = (
  operation: string,
  stream: string,
  expected: Expected,
  current: number,
): Refused => {
  const version = `${expectedNumber(expected)}`;
  return new Refused(
    status.FAILED_PRECONDITION,
    `${operation} failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${version}, Actual version: ${current}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': version,
      'actual-version': `${current}`,
    },
  );
};

export const consumerTooSlow = (): Refused =>
  new Refused(
    status.ABORTED,
    'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
  );

export const unknown = (details: string): Refused => new Refused(status.UNKNOWN, details);

/** What the real server's framework says where a handler throws something that is no status. */
export const handlerFailed = (): Refused => unknown('Exception was thrown by handler.');

export const invalidArgument = (details: string): Refused => new Refused(status.INVALID_ARGUMENT, details);

/** As the real server counts: the expectations that are no revision are negative. */
function expectedNumber(expected: Expected): number {
  switch (expected) {
    case 'no-stream':
      return -1;
    case 'any':
      return -2;
    case 'stream-exists':
      return -4;
    default:
      return expected;
  }
}
