/** The link, in front of a plain echo server: what it does has nothing to do with what it carries. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { soon } from '../../contract/soon.js';
import { staysPending } from './driving.js';
import { openLink, type FaultyLink } from './faulty-link.js';

const HOST = '127.0.0.1';
let echo: Server;
let link: FaultyLink;
/** What reached the server, and the ports it came from. */
let received: string;
let ports: number[];

beforeEach(async () => {
  received = '';
  ports = [];
  echo = createServer((socket) => {
    ports.push(socket.remotePort ?? 0);
    socket.on('error', () => {});
    socket.on('data', (bytes: Buffer) => {
      received += bytes.toString();
      socket.write(bytes);
    });
  });
  echo.listen(0, HOST);
  await once(echo, 'listening');
  link = await openLink({ serverPort: (echo.address() as AddressInfo).port });
});
afterEach(async () => {
  await link.close();
  echo.close();
});

interface End {
  readonly socket: Socket;
  readonly heard: string;
  readonly isGone: boolean;
}

async function dial(): Promise<End> {
  const socket = connect(link.port, HOST);
  let heard = '';
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString()));
  socket.on('error', () => {});
  await once(socket, 'connect');
  return {
    socket,
    get heard() {
      return heard;
    },
    get isGone() {
      return socket.destroyed || socket.readableEnded;
    },
  };
}

test('it passes everything both ways, and the end of either side', async () => {
  const end = await dial();
  const text = 'x'.repeat(3_000_000);
  end.socket.write(text);
  await soon(() => end.heard.length === text.length);
  expect(link.connections).toBe(1);
  end.socket.end();
  await soon(() => link.connections === 0);
});

test('cut, it destroys every connection at both ends, and takes new ones', async () => {
  const ends = [await dial(), await dial()];
  for (const { socket } of ends) socket.write('a');
  await soon(() => received === 'aa');
  link.cutAll();
  await soon(() => ends.every(({ isGone }) => isGone));
  const again = await dial();
  again.socket.write('b');
  await soon(() => again.heard === 'b');
});

test('it cuts the one connection that the server knows by a port', async () => {
  const ends = [await dial(), await dial()];
  for (const { socket } of ends) socket.write('a');
  await soon(() => received === 'aa');
  expect(link.cut(ports[1]!)).toBe(true);
  await soon(() => ends.filter(({ isGone }) => isGone).length === 1);
  expect(link.connections).toBe(1);
  expect(link.cut(1)).toBe(false);
});

test.each([
  ['to-server', 'abc', 'abc'],
  ['to-client', 'abcdef', 'abc'],
] as const)('it cuts after so many bytes %s, which still arrive', async (direction, atServer, atClient) => {
  link.cutAfter(3, direction);
  const end = await dial();
  end.socket.write('abcdef');
  await soon(() => end.isGone);
  expect(received).toBe(atServer);
  expect(direction === 'to-client' ? end.heard : atClient).toBe(atClient);
  link.thaw();
  const again = await dial();
  again.socket.write('again');
  await soon(() => again.heard === 'again');
});

test('it counts from when it is told, over what passed before', async () => {
  const end = await dial();
  end.socket.write('before');
  await soon(() => end.heard === 'before');
  link.cutAfter(8, 'to-server');
  end.socket.write('1234');
  await soon(() => end.heard === 'before1234');
  expect(end.isGone).toBe(false);
  end.socket.write('56789');
  await soon(() => end.isGone);
  expect(received).toBe('before12345678');
});

test('frozen one way or both, it keeps sockets open and what was sent, and passes it when thawed', async () => {
  const end = await dial();
  link.freeze('to-client');
  end.socket.write('a');
  await soon(() => received === 'a');
  link.freeze();
  const late = await dial();
  end.socket.write('b');
  late.socket.write('c');
  expect(await staysPending(soon(() => received !== 'a' || end.heard !== ''))).toBe(true);
  expect([end.isGone, late.isGone]).toEqual([false, false]);
  link.thaw();
  await soon(() => end.heard === 'ab' && late.heard === 'c');
});

test('it delays what passes and keeps its order, also when the delay shrinks', async () => {
  const DELAY_MS = 60;
  const end = await dial();
  link.delay(DELAY_MS);
  const began = performance.now();
  end.socket.write('a');
  await soon(() => received === 'a');
  link.delay(0);
  end.socket.write('b');
  await soon(() => end.heard === 'ab');
  expect(performance.now() - began).toBeGreaterThanOrEqual(2 * DELAY_MS - 2);
});

test('it refuses new connections and leaves those that are', async () => {
  const end = await dial();
  link.refuse(true);
  const refused = await dial();
  await soon(() => refused.isGone);
  end.socket.write('a');
  await soon(() => end.heard === 'a');
  link.refuse(false);
  const taken = await dial();
  taken.socket.write('b');
  await soon(() => taken.heard === 'b');
});

test('where the server is gone, a connection ends', async () => {
  echo.close();
  await once(echo, 'close');
  const end = await dial();
  await soon(() => end.isGone);
});
