/**
 * What the client's errors mean. They are told by `type` and `code`: messages may be empty, some errors are plain ones without a
 * type, and not every one is an instance of a class that the client exports.
 */
import { AppendTooLarge, DamagedLog, LogUnavailable, RevisionConflict } from '#event-log/port.js';

/** What is known after a call has failed. */
export type Failure =
  | { readonly kind: 'conflict'; readonly actualRevision: number }
  | { readonly kind: 'too-large'; readonly limit: number | undefined }
  | { readonly kind: 'stream-not-found' }
  | { readonly kind: 'stream-deleted' }
  | { readonly kind: 'denied' }
  /** The server is starting: it has done nothing. */
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'not-leader'; readonly leader: Node | undefined }
  /** A subscriber was too slow for the server's buffer of live events. */
  | { readonly kind: 'dropped' }
  /** A read from a position where no event begins. */
  | { readonly kind: 'no-such-position' }
  /** It is no server that speaks the protocol. */
  | { readonly kind: 'foreign' }
  /** What this program throws on purpose, told in full already. */
  | { readonly kind: 'told' }
  /** Whatever was asked for may or may not have been done; the connection is not to be trusted any more. */
  | { readonly kind: 'broken' };

export interface Node {
  readonly address: string;
  readonly port: number;
}

/** The parts of the client's errors that tell them apart. */
interface Told {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly details?: unknown;
  readonly actualVersion?: unknown;
  readonly maxAppendSize?: unknown;
  readonly leader?: unknown;
}

/** gRPC status codes. */
const RESOURCE_EXHAUSTED = 8;
const UNIMPLEMENTED = 12;

/** No answer within the time that we give it: the client waits for as long as its keepalive does. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(ms: number) {
    super(`no answer within ${ms / 1_000} s`);
  }
}

/** The connection was given up, whatever was under way on it. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';

  constructor(cause: unknown) {
    super(detailOf(cause), { cause });
  }
}

const TOLD = [AppendTooLarge, DamagedLog, LogUnavailable, RevisionConflict];

export function failureOf(error: unknown): Failure {
  if (error instanceof GivenUp) return { kind: 'broken' };
  if (TOLD.some((each) => error instanceof each)) return { kind: 'told' };
  const { type, code, message, details, actualVersion, maxAppendSize, leader } = (error ?? {}) as Told;
  // A server that starts says so in a message, of one type where it reads and of another where it appends.
  if (`${String(message)} ${String(details)}`.includes('Server Is Not Ready')) return { kind: 'not-ready' };
  if (String(details ?? message).includes('Unexpected ReadAllResult')) return { kind: 'no-such-position' };
  switch (type) {
    case 'wrong-expected-version':
      return { kind: 'conflict', actualRevision: typeof actualVersion === 'bigint' ? Number(actualVersion) : -1 };
    case 'maximum-append-size-exceeded':
      return { kind: 'too-large', limit: typeof maxAppendSize === 'number' ? maxAppendSize : undefined };
    case 'stream-not-found':
      return { kind: 'stream-not-found' };
    case 'stream-deleted':
      return { kind: 'stream-deleted' };
    case 'access-denied':
      return { kind: 'denied' };
    case 'not-leader':
      return { kind: 'not-leader', leader: leader as Node | undefined };
    case 'timeout':
      return { kind: 'dropped' };
    default:
  }
  if (code === RESOURCE_EXHAUSTED) return { kind: 'too-large', limit: undefined };
  if (
    code === UNIMPLEMENTED ||
    /Protocol error|Parse Error|NGHTTP2|HTTP\/1|invalid content-type/i.test(String(details ?? message))
  ) {
    return { kind: 'foreign' };
  }
  return { kind: 'broken' };
}

/** Whether the same call may come to something else in a moment. */
export function mayPass({ kind }: Failure): boolean {
  return kind === 'not-ready' || kind === 'not-leader' || kind === 'dropped' || kind === 'broken';
}

/**
 * Whether the failure says that the client's connection is to be made anew. Of a server that starts the client makes it anew by itself,
 * and keeps what is under way on the old one.
 */
export function isBreak({ kind }: Failure): boolean {
  return kind === 'broken' || kind === 'not-ready' || kind === 'not-leader' || kind === 'foreign';
}

/** Whether an error is the client's, the network's or of a wait, and not one that this program throws on purpose. */
export function isOfClient(error: unknown): boolean {
  const { type, code } = (error ?? {}) as Told;
  return (
    typeof type === 'string' ||
    typeof code === 'number' ||
    error instanceof NoAnswer ||
    error instanceof GivenUp ||
    String(error).includes('Failed to discover')
  );
}

/** A failure in words for whoever runs the program: what is wrong with which server, and what to do. */
export function unavailable(shown: string, error: unknown): LogUnavailable {
  const failure = failureOf(error);
  return new LogUnavailable(`EventStoreDB at ${shown} ${inWords(failure, detailOf(error))}`, { cause: error });
}

function inWords(failure: Failure, detail: string): string {
  switch (failure.kind) {
    case 'denied':
      return `refuses the user or the password: give them in the connection string, esdb://user:password@host:port (${detail})`;
    case 'not-ready':
      return 'is starting and not ready yet: try again in a moment';
    case 'not-leader': {
      const { leader } = failure;
      return `is not the leader of its cluster${leader ? `, which is ${leader.address}:${leader.port}` : ''}: name all nodes, or esdb+discover://, in the connection string`;
    }
    case 'foreign':
      return `does not answer like an EventStoreDB of version 20.6 or later: is it another server's port? (${detail})`;
    case 'no-such-position':
      return `has no event at the position that was to be read from: its log is not the one that was read before (${detail})`;
    default:
      if (/SSL|TLS|certificate|wrong version number/i.test(detail)) {
        return `cannot be reached over TLS: tls=false is for a server that runs insecure, tlsCAFile names the authority of its certificate, and the host must be a name (${detail})`;
      }
      return `cannot be reached: is it running, and is this its address? One whose disk is full stops by itself, and its own log says so (${detail})`;
  }
}

/** Errors of batch appends have an empty message. */
export function detailOf(error: unknown): string {
  const { type, message, details } = (error ?? {}) as Told;
  const told = [message, details, type].find((each) => typeof each === 'string' && each !== '');
  return typeof told === 'string' ? told : String(error);
}
