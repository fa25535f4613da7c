/**
 * The process's client. Appends in flight are kept by the client package in one map for the whole process: an error of any client
 * rejects the appends of all of them, and an answer to an append that was rejected so ends the process. Hence one client that
 * appends, and where it breaks it is replaced as a whole: everything under way on it ends before anything begins on the next.
 */
import { EventStoreDBClient } from '@eventstore/db-client';
import { type Failure, GivenUp, failureOf, isBreak } from '#event-log/eventstoredb/failures.js';
import { atNode } from '#event-log/eventstoredb/location.js';
import { WAITS, type Waits, bounded } from '#event-log/eventstoredb/waiting.js';
import { LogUnavailable } from '#event-log/port.js';

/** How long the streams of a client that is given up may take to end; they end in this process. */
const DISPOSE_MS_MAX = 1_000;

export type Call<T> = (client: EventStoreDBClient, ended: AbortSignal) => Promise<T>;

export interface Connection {
  readonly waits: Waits;
  /** Runs a call that reads on the client of the day. @throws NoAnswer, or what the client throws */
  read<T>(call: Call<T>, msMax?: number): Promise<T>;
  /** Runs a call that appends; the calls reach the server in the order in which they were made. */
  append<T>(call: Call<T>, msMax?: number): Promise<T>;
  /** For a read that goes on for long: the client, and a signal that ends with it. */
  client(): Promise<{
    readonly client: EventStoreDBClient;
    readonly ended: AbortSignal;
    failed: (error: unknown) => void;
  }>;
  /** Ends one user's use of it; the last one closes it. */
  release(): Promise<void>;
}

/** A client and the time that it is trusted for. */
interface Epoch {
  readonly client: EventStoreDBClient;
  readonly end: AbortController;
  /**
   * The first append of a client goes alone: those that are sent before it is answered may land in any order. They wait for it, and
   * fail with it, so that nobody waits for others' waits.
   */
  first: Promise<void> | undefined;
  isProven: boolean;
}

const open = new Map<string, { readonly connection: SharedConnection; users: number }>();
/** Of the one that appends. */
let appender: string | undefined;

/** The process's connection to a server; everybody who names it alike shares it, with the waits of the first. */
export function connectionTo(url: string, waits: Partial<Waits> = {}): Connection {
  let shared = open.get(url);
  if (!shared) {
    shared = { connection: new SharedConnection(url, { ...WAITS, ...waits }), users: 0 };
    open.set(url, shared);
    guard();
  }
  const { connection } = shared;
  shared.users += 1;
  let isReleased = false;
  return {
    waits: connection.waits,
    read: (call, msMax) => connection.read(call, msMax),
    append: (call, msMax) => connection.append(call, msMax),
    client: () => connection.current(),
    async release() {
      if (isReleased) return;
      isReleased = true;
      shared.users -= 1;
      if (shared.users > 0) return;
      open.delete(url);
      await connection.close();
      unguard();
    },
  };
}

class SharedConnection {
  readonly waits: Waits;
  readonly #url: string;
  #target: string;
  #epoch: Epoch;
  /** Under way while a client is being replaced. */
  #renewal: Promise<void> | undefined;

  constructor(url: string, waits: Waits) {
    this.waits = waits;
    this.#url = url;
    this.#target = url;
    this.#epoch = newEpoch(url);
  }

  async read<T>(call: Call<T>, msMax: number = this.waits.answerMs): Promise<T> {
    await this.#renewal;
    return this.#run(this.#epoch, call, msMax);
  }

  async append<T>(call: Call<T>, msMax: number = this.waits.answerMs): Promise<T> {
    appender ??= this.#url;
    if (appender !== this.#url) {
      throw new LogUnavailable(
        'a process appends to one EventStoreDB, and it appends to another one: close that log first',
      );
    }
    await this.#renewal;
    const epoch = this.#epoch;
    if (epoch.first && !epoch.isProven) await epoch.first;
    if (epoch.first) return this.#run(epoch, call, msMax);
    const first = this.#run(epoch, call, msMax);
    epoch.first = first.then(
      () => void (epoch.isProven = true),
      (error: unknown) => {
        if (isBreak(failureOf(error))) throw error;
        epoch.isProven = true;
      },
    );
    epoch.first.catch(() => {});
    return first;
  }

  async current(): ReturnType<Connection['client']> {
    await this.#renewal;
    const epoch = this.#epoch;
    return { client: epoch.client, ended: epoch.end.signal, failed: (error) => this.#judge(epoch, error) };
  }

  async close(): Promise<void> {
    await this.#renewal;
    if (appender === this.#url) appender = undefined;
    this.#epoch.end.abort(new LogUnavailable('the log is closed'));
    await giveUp(this.#epoch.client);
  }

  async #run<T>(epoch: Epoch, call: Call<T>, msMax: number): Promise<T> {
    const { signal } = epoch.end;
    const answer = async (): Promise<T> => {
      signal.throwIfAborted();
      return call(epoch.client, signal);
    };
    try {
      return await bounded(answer(), msMax, signal);
    } catch (error) {
      this.#judge(epoch, error);
      throw error;
    }
  }

  /** Replaces the client where the failure says that it must be. */
  #judge(epoch: Epoch, error: unknown): void {
    const failure = failureOf(error);
    if (epoch !== this.#epoch || this.#renewal || !isBreak(failure)) return;
    this.#renewal = this.#renew(epoch, error, failure).finally(() => (this.#renewal = undefined));
  }

  async #renew(epoch: Epoch, error: unknown, failure: Failure): Promise<void> {
    // Whatever the failure says of the call that failed, it says nothing of the others.
    epoch.end.abort(new GivenUp(error));
    await giveUp(epoch.client);
    const leader = failure.kind === 'not-leader' ? failure.leader : undefined;
    // The leader that a follower names is tried once; where that fails, the connection string has the word again.
    this.#target = leader ? atNode(this.#url, leader) : this.#url;
    this.#epoch = newEpoch(this.#target);
  }
}

function newEpoch(url: string): Epoch {
  const client = EventStoreDBClient.connectionString(url);
  return { client, end: new AbortController(), first: undefined, isProven: false };
}

/** Ends a client's streams and closes its channel, which the client itself only does where the server has said goodbye. */
async function giveUp(client: EventStoreDBClient): Promise<void> {
  await bounded(client.dispose(), DISPOSE_MS_MAX).catch(() => {});
  const { getChannel } = client as unknown as { getChannel: () => Promise<{ close(): void }> };
  getChannel().then(
    (channel) => channel.close(),
    () => {},
  );
}

let guards = 0;

/**
 * Where a connection breaks while appends wait to be written, the client rejects promises of its own that nobody can await. The
 * appends are told of it by other means; whatever else is unhandled ends the process, as ever.
 */
function onUnhandled(reason: unknown): void {
  const { code, details, metadata } = (reason ?? {}) as { code?: unknown; details?: unknown; metadata?: unknown };
  if (typeof code === 'number' && typeof details === 'string' && metadata !== undefined) return;
  throw reason;
}

function guard(): void {
  if (guards === 0) process.on('unhandledRejection', onUnhandled);
  guards += 1;
}

function unguard(): void {
  guards -= 1;
  if (guards === 0) process.off('unhandledRejection', onUnhandled);
}
