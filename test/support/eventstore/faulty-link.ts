/**
 * A TCP link that can be made to fail: it stands in front of any server and passes bytes both ways until it is told to cut,
 * freeze, delay or refuse. Cuts destroy real sockets, so whoever is at either end sees what a broken network shows.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { pipe, type Condition, type Direction } from './link-pipe.js';

export type { Direction } from './link-pipe.js';

const HOST = '127.0.0.1';

const BOTH: readonly Direction[] = ['to-server', 'to-client'];

export interface LinkOptions {
  /** Where the server listens on the loopback. */
  readonly serverPort: number;
  /** Where the link listens; any free port unless told. */
  readonly port?: number;
}

export interface FaultyLink {
  readonly port: number;
  /** Connections that are open now. */
  readonly connections: number;
  /** Destroys both ends of every connection. */
  cutAll(): void;
  /** Destroys the connection that the server sees as coming from this port; whether there was one. */
  cut(peerPort: number): boolean;
  /** From now on each open or new connection is destroyed once this many bytes more went that way; those bytes still arrive. */
  cutAfter(bytes: number, direction: Direction): void;
  /** Nothing passes any more and every socket stays open, also those of new connections; both ways unless told. */
  freeze(...directions: readonly Direction[]): void;
  /** Ends freeze and cutAfter; what was held back passes. */
  thaw(): void;
  /** Added to what passes either way from now on; order is kept. */
  delay(ms: number): void;
  /** Where set, new connections are destroyed as they come. */
  refuse(refused: boolean): void;
  close(): Promise<void>;
}

interface Connection {
  /** The port that the server sees at the other end. */
  readonly peerPort: number | undefined;
  cut(): void;
  cutAfter(bytes: number, direction: Direction): void;
  resume(): void;
}

export async function openLink({ serverPort, port = 0 }: LinkOptions): Promise<FaultyLink> {
  const condition: Condition = { frozen: new Set(), bytesLeft: new Map(), delayMs: 0, refused: false };
  const connections = new Set<Connection>();
  const listener = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    if (condition.refused) {
      client.destroy();
      return;
    }
    const connection = join(
      client,
      connect({ port: serverPort, host: HOST, noDelay: true, allowHalfOpen: true }),
      condition,
      () => connections.delete(connection),
    );
    connections.add(connection);
  });
  listener.listen(port, HOST);
  await once(listener, 'listening');

  const each = (act: (connection: Connection) => void): void => [...connections].forEach(act);
  return {
    port: (listener.address() as AddressInfo).port,
    get connections() {
      return connections.size;
    },
    cutAll: () => each((connection) => connection.cut()),
    cut(peerPort) {
      const connection = [...connections].find((each) => each.peerPort === peerPort);
      connection?.cut();
      return connection !== undefined;
    },
    cutAfter(bytes, direction) {
      condition.bytesLeft.set(direction, bytes);
      each((connection) => connection.cutAfter(bytes, direction));
    },
    freeze(...directions) {
      for (const direction of directions.length > 0 ? directions : BOTH) condition.frozen.add(direction);
    },
    thaw() {
      condition.frozen.clear();
      condition.bytesLeft.clear();
      each((connection) => connection.resume());
    },
    delay(ms) {
      condition.delayMs = ms;
    },
    refuse(refused) {
      condition.refused = refused;
    },
    async close() {
      const closed = once(listener, 'close');
      listener.close();
      each((connection) => connection.cut());
      await closed;
    },
  };
}

function join(client: Socket, server: Socket, condition: Condition, onGone: () => void): Connection {
  const cut = (): void => {
    client.destroy();
    server.destroy();
    onGone();
  };
  const pipes = {
    'to-server': pipe(client, server, 'to-server', condition, cut),
    'to-client': pipe(server, client, 'to-client', condition, cut),
  };
  for (const socket of [client, server]) {
    // A socket that breaks takes the other end with it, as it would without a link; the end that notices tells its user.
    socket.on('error', cut);
    socket.on('close', cut);
  }
  return {
    get peerPort() {
      return server.localPort;
    },
    cut,
    cutAfter: (bytes, direction) => pipes[direction].cutAfter(bytes),
    resume() {
      for (const direction of BOTH) {
        pipes[direction].cutAfter(undefined);
        pipes[direction].resume();
      }
    },
  };
}
