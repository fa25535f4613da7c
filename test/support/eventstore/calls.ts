/** What every call goes through before it is handled, and how a streaming call is written to without outrunning its reader. */
import type { Metadata, ServerWritableStream } from '@grpc/grpc-js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { FaultState } from './faults.js';
import { accessDenied, cannotAuthenticate, notLeader, notReady, unauthenticated, type Refused } from './statuses.js';
import type { Store } from './store.js';
import type { Writer } from './writer.js';

export interface Context {
  readonly store: Store;
  readonly writer: Writer;
  readonly faults: FaultState;
  /** Passwords by name; empty: nobody needs any. */
  readonly users: ReadonlyMap<string, string>;
  readonly maxAppendBytes: number;
  /** Destroys the connection that a call came by. */
  readonly cut: (call: Caller) => void;
}

export interface Caller {
  readonly metadata: Metadata;
  getPeer(): string;
}

export type Credentials = 'none-needed' | 'good' | 'missing' | 'wrong';

export function credentialsOf({ metadata }: Caller, users: ReadonlyMap<string, string>): Credentials {
  if (users.size === 0) return 'none-needed';
  const [header] = metadata.get('authorization');
  if (header === undefined) return 'missing';
  const [, encoded = ''] = String(header).split(' ');
  const [name = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return users.get(name) === password.join(':') ? 'good' : 'wrong';
}

/** Why a call is not handled, if it is not. */
export function refusalOf(call: Caller, context: Context): Refused | undefined {
  const { faults, users } = context;
  const refusal = refusalAtTheDoor(call, context);
  if (refusal) return refusal;
  if (credentialsOf(call, users) === 'missing') return accessDenied();
  if (faults.notReady) return notReady();
  return leaderRefusal(call, faults);
}

/** Of credentials that cannot be checked or are wrong: no call gets past it, whatever it asks. */
export function refusalAtTheDoor(call: Caller, { faults, users }: Context): Refused | undefined {
  const credentials = credentialsOf(call, users);
  if (faults.notReady && (credentials === 'good' || credentials === 'wrong')) return cannotAuthenticate();
  return credentials === 'wrong' ? unauthenticated() : undefined;
}

export function leaderRefusal({ metadata }: Caller, { leader }: FaultState): Refused | undefined {
  return leader && metadata.get('requires-leader')[0] === 'true' ? notLeader(leader) : undefined;
}

/** At once where there is no latency, so that calls keep their order. */
export function inTime({ latencyMs }: FaultState, act: () => void): void {
  if (latencyMs > 0) setTimeout(act, latencyMs);
  else act();
}

type Response = streams.ReadResp;

/** The answering side of a read. */
export interface Outlet {
  readonly isOpen: boolean;
  /** Whether what is written now waits for the reader. */
  readonly isFull: boolean;
  /** Whether it takes more at once; what is written is sent in any case. */
  write(response: Response): boolean;
  /** Resolves when it takes more, and when it is closed. */
  drained(): Promise<void>;
  end(): void;
  fail(refused: Refused): void;
  /** Called once, whoever closes it. */
  onClose(act: () => void): void;
  onDrain(act: () => void): void;
}

export function outletOf(call: ServerWritableStream<streams.ReadReq, Response>): Outlet {
  let isOpen = true;
  const closing: (() => void)[] = [];
  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    for (const act of closing) act();
  }
  call.on('cancelled', close);
  return {
    get isOpen() {
      return isOpen;
    },
    get isFull() {
      return call.writableNeedDrain;
    },
    write: (response) => isOpen && call.write(response),
    drained: () =>
      new Promise((resolve) => {
        if (!isOpen || !call.writableNeedDrain) return resolve();
        call.once('drain', resolve);
        closing.push(resolve);
      }),
    end() {
      if (isOpen) call.end();
      close();
    },
    fail(refused) {
      if (isOpen) call.emit('error', refused);
      close();
    },
    onClose: (act) => void closing.push(act),
    onDrain: (act) => void call.on('drain', act),
  };
}
