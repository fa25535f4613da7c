/**
 * A server that speaks EventStoreDB's streams protocol over gRPC, for tests that run the real client: it answers as the real
 * server does, holds what it is given in memory (and in a file where it is given one), and misbehaves when it is told to.
 */
import { Server, ServerCredentials } from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import serverFeatures from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { batchAppend } from './batch-append.js';
import type { Caller, Context } from './calls.js';
import { readGossip, supportedMethods, type Member } from './node-info.js';
import { deleteStream, tombstoneStream } from './deletes.js';
import { jsonEvent, METADATA_TYPE, type Appended, type ProposedEvent, type RecordedEvent } from './events.js';
import { openLink, type FaultyLink } from './faulty-link.js';
import { faultState, type AppendFaults, type Switches } from './faults.js';
import { openJournal } from './journal.js';
import { read } from './reads.js';
import { openStore, type Store } from './store.js';
import { openSubscriptions, type Subscription, type Subscriptions } from './subscriptions.js';
import { append } from './unary-append.js';
import { openWriter } from './writer.js';

const LOOPBACK = '127.0.0.1';
/** What a certificate is for: Node takes no address for the server's name. */
const TLS_HOST = 'localhost';
const MIB = 1024 * 1024;
/** What a server takes in one append unless it is told to take more, and the most that it can be told. */
export const MAX_APPEND_BYTES_DEFAULT = MIB;
const MESSAGE_BYTES_MAX = 16 * MIB;

export interface ServerOptions {
  /** Where clients connect; any free port unless told. */
  readonly port?: number;
  /** Where events outlive the server; without it they are in memory only. */
  readonly file?: string;
  /** The sum of the events' data that one append may have: the option MaxAppendSize. */
  readonly maxAppendBytes?: number;
  /** Passwords by name. Where given, calls need one of them; the client sends them over TLS only. */
  readonly users?: Readonly<Record<string, string>>;
  /** PEM texts of the server's key and certificate. */
  readonly tls?: { readonly key: string; readonly certificate: string };
  /** Another server in this process whose events this one holds too, as a member of its cluster. */
  readonly sharing?: EventStoreServer;
  /** The server's clock, milliseconds since 1970, that `created` is taken from. */
  readonly now?: () => number;
}

/** What can be told to go wrong, at any time. */
export interface Faults extends Switches, AppendFaults {
  /** The network between clients and server: cut, freeze, delay, refuse. */
  readonly link: FaultyLink;
  /** Ends every subscription with the error of a slow consumer. */
  dropSubscriptions(): void;
}

export interface EventStoreServer {
  readonly host: string;
  readonly port: number;
  /** Connection string for the client. */
  readonly url: string;
  readonly faults: Faults;
  /** Subscriptions that are open now. */
  readonly subscriptions: readonly Subscription[];
  /** Everything stored, in order. */
  readonly log: readonly RecordedEvent[];
  /** For a server that shares it. */
  readonly store: Store;
  /** What discovery is told; the server alone, as leader, unless set. */
  members: readonly Member[];
  /** Stores events behind the protocol's back, as another program would; expects nothing of the stream. */
  inject(stream: string, events: readonly ProposedEvent[]): Appended;
  /** Ends all calls and connections; what is in the file stays. */
  stop(): Promise<void>;
}

export async function startEventStore(options: ServerOptions = {}): Promise<EventStoreServer> {
  const store = options.sharing?.store ?? ownStore(options);
  if (store.log.length === 0) addSystemEvents(store);
  const state = faultState();
  const subscriptions = openSubscriptions(store, state);
  const context: Context = {
    store,
    writer: openWriter(),
    faults: state,
    users: new Map(Object.entries(options.users ?? {})),
    maxAppendBytes: options.maxAppendBytes ?? MAX_APPEND_BYTES_DEFAULT,
    cut: (call) => link.cut(peerPortOf(call)),
  };
  const host = options.tls ? TLS_HOST : LOOPBACK;
  let members: readonly Member[] | undefined;
  const ownMember = (): readonly Member[] => [{ host, port: link.port, state: 'LEADER' }];
  const grpc = protocolServer(context, subscriptions, () => members ?? ownMember());
  const serverPort = await listen(grpc, options.tls);
  const link = await openLink({ serverPort, ...(options.port === undefined ? {} : { port: options.port }) });
  const faults = Object.assign(state, {
    link,
    dropSubscriptions: () => subscriptions.open.forEach((subscription) => subscription.drop()),
  });
  return {
    host,
    port: link.port,
    url: `esdb://${host}:${link.port}?tls=${options.tls !== undefined}`,
    faults,
    get subscriptions() {
      return subscriptions.open;
    },
    log: store.log,
    store,
    get members() {
      return members ?? ownMember();
    },
    set members(told) {
      members = told;
    },
    inject: (stream, events) => store.append(stream, 'any', events),
    async stop() {
      await link.close();
      grpc.forceShutdown();
      if (!options.sharing) store.close();
    },
  };
}

const ownStore = ({ file, now = Date.now }: ServerOptions): Store =>
  openStore(file === undefined ? undefined : openJournal(file), now);

function protocolServer(context: Context, subscriptions: Subscriptions, members: () => readonly Member[]): Server {
  const server = new Server({ 'grpc.max_receive_message_length': MESSAGE_BYTES_MAX });
  server.addService(streams.StreamsService, {
    read: (call) => read(context, subscriptions, call),
    append: (call, answer) => append(context, call, answer),
    batchAppend: (call) => batchAppend(context, call),
    delete: (call, answer) => deleteStream(context, call, answer),
    tombstone: (call, answer) => tombstoneStream(context, call, answer),
  } satisfies streams.IStreamsServer);
  server.addService(serverFeatures.ServerFeaturesService, {
    getSupportedMethods: (_call, answer) => answer(null, supportedMethods()),
  } satisfies serverFeatures.IServerFeaturesServer);
  server.addService(gossip.GossipService, {
    read: (call, answer) => readGossip(members(), call, answer),
  } satisfies gossip.IGossipServer);
  return server;
}

function listen(server: Server, tls: ServerOptions['tls']): Promise<number> {
  const credentials = tls
    ? ServerCredentials.createSsl(null, [
        { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) },
      ])
    : ServerCredentials.createInsecure();
  return new Promise((resolve, reject) =>
    server.bindAsync(`${LOOPBACK}:0`, credentials, (error, port) => (error ? reject(error) : resolve(port))),
  );
}

const peerPortOf = (call: Caller): number => Number(call.getPeer().split(':').at(-1));

/** A new server's log is not empty: clients meet events of the system before their own. */
function addSystemEvents(store: Store): void {
  store.append('$$$scavenges', 'no-stream', [jsonEvent(METADATA_TYPE, '{"$acl":{"$r":["$ops"]}}')]);
  store.append('$user-admin', 'no-stream', [
    jsonEvent('$UserCreated', '{"loginName":"admin","fullName":"Administrator"}'),
  ]);
  store.append('$users', 'no-stream', [jsonEvent('$User', '"admin"')]);
}
