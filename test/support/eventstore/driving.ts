/** What the specs of the protocol server drive the real client with. */
import {
  EventStoreDBClient,
  jsonEvent,
  type JSONEventData,
  type AllStreamSubscription,
  type AppendResult,
  type AppendToStreamOptions,
  type ResolvedEvent,
  type StreamSubscription,
} from '@eventstore/db-client';
import { soon } from '../../contract/soon.js';
import { startEventStore, type EventStoreServer, type ServerOptions } from './server.js';

/** Of one test, on a machine that has much else to do. */
const TEST_MS_MAX = 20_000;
import.meta.jest.setTimeout(TEST_MS_MAX);

type NewEvent = JSONEventData;

/** An event that is known again by its number. */
export const numbered = (n: number, id?: string): NewEvent =>
  jsonEvent({ type: 'Numbered', data: { n }, ...(id === undefined ? {} : { id }) });

export const numberedTo = (count: number): NewEvent[] => Array.from({ length: count }, (_, n) => numbered(n));

/** About a kilobyte, so that a few hundred fill what is buffered between server and client. */
export const bulky = (n: number): NewEvent => jsonEvent({ type: 'Numbered', data: { n, filler: 'x'.repeat(1_000) } });

export const numberOf = ({ event }: ResolvedEvent): number => (event!.data as { readonly n: number }).n;

export async function collect<Each, As>(events: AsyncIterable<Each>, as: (each: Each) => As): Promise<As[]> {
  const collected: As[] = [];
  for await (const each of events) collected.push(as(each));
  return collected;
}

export interface Driven {
  readonly server: EventStoreServer;
  readonly client: EventStoreDBClient;
  readonly append: (
    stream: string,
    events: NewEvent | NewEvent[],
    options?: AppendToStreamOptions,
  ) => Promise<AppendResult>;
  readonly numbers: (stream: string) => Promise<readonly number[]>;
}

/** A server and a client of it for each test. */
export function drivenForEach(options: ServerOptions = {}, query = ''): Driven {
  let server: EventStoreServer;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    server = await startEventStore(options);
    client = EventStoreDBClient.connectionString(server.url + query);
  });
  afterEach(async () => {
    server.faults.link.thaw();
    await client.dispose();
    await server.stop();
  });
  return {
    get server() {
      return server;
    },
    get client() {
      return client;
    },
    append: (stream, events, options) => client.appendToStream(stream, events, options),
    numbers: (stream) => collect(client.readStream(stream), numberOf),
  };
}

/** What a subscription told, in order: events by number, and the rest by name. */
export interface Watched {
  readonly told: readonly (number | 'confirmed' | 'caughtUp')[];
  readonly events: readonly ResolvedEvent[];
  readonly error: unknown;
  readonly isLive: boolean;
  /** Resolves when it told all of these numbers, in this order and nothing else. */
  numbers(expected: readonly number[]): Promise<void>;
  live(): Promise<void>;
  failed(): Promise<void>;
}

export function watch(subscription: AllStreamSubscription | StreamSubscription): Watched {
  const told: (number | 'confirmed' | 'caughtUp')[] = [];
  const events: ResolvedEvent[] = [];
  let error: unknown;
  const stream = subscription as StreamSubscription;
  stream.on('confirmation', () => told.push('confirmed'));
  stream.on('caughtUp', () => told.push('caughtUp'));
  stream.on('error', (failure) => (error = failure));
  stream.on('data', (resolved: ResolvedEvent) => {
    events.push(resolved);
    told.push(numberOf(resolved));
  });
  return {
    told,
    events,
    get error() {
      return error;
    },
    get isLive() {
      return told.includes('caughtUp');
    },
    async numbers(expected) {
      await soon(() => events.length >= expected.length);
      expect(events.map(numberOf)).toEqual(expected);
    },
    live: () => soon(() => told.includes('caughtUp')),
    failed: () => soon(() => error !== undefined),
  };
}

/** For what must not come: a wait that ends by itself. */
const QUIET_MS = 100;

export async function staysPending(promise: Promise<unknown>): Promise<boolean> {
  const quiet = new Promise<'quiet'>((resolve) => setTimeout(resolve, QUIET_MS, 'quiet'));
  return (await Promise.race([promise.then(null, () => null), quiet])) === 'quiet';
}

export const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n);
