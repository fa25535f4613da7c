/** What whoever runs the program is told when EventStoreDB cannot be used: what is wrong, with which server, what to do, and no secret. */
import { type Server as HttpServer, createServer as createHttpServer } from 'node:http';
import { type Http2Server, createServer as createHttp2Server } from 'node:http2';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { LogUnavailable, NO_STREAM, ORIGIN, type EventLog } from '#event-log/port.js';
import type { EventStoreServer } from '../support/eventstore/server.js';
import { TEST_CA_FILE, testTls } from '../support/eventstore/tls/test-material.js';
import { WAITS_OF_TESTS, faultyEventStore } from './faulty-eventstore.js';
import { all, labels, newEvents } from './new-event.js';

const SECRET = 'Swordfish-1';
const MS_MAX = WAITS_OF_TESTS.patienceMs + 3 * WAITS_OF_TESTS.answerMs;

const on = faultyEventStore(null);

/** The message of a refusal to open: a LogUnavailable, in time, that names the server and shows no secret anywhere. */
async function refusalOf(opening: Promise<EventLog>): Promise<string> {
  const began = performance.now();
  const error = await opening.then(
    () => new Error('it was opened'),
    (reason: unknown) => reason as Error,
  );
  expect(performance.now() - began).toBeLessThan(MS_MAX);
  expect(error).toBeInstanceOf(LogUnavailable);
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    expect(each.message).not.toContain(SECRET);
    expect(each.message).not.toContain(Buffer.from(`admin:${SECRET}`).toString('base64'));
  }
  return error.message;
}

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** Listens on a port of its own until the test is over, and cuts whoever is connected then. */
async function listening(server: Server | HttpServer | Http2Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  });
  return (server.address() as AddressInfo).port;
}

describe('nobody there, or somebody else', () => {
  test('nothing listens', async () => {
    const message = await refusalOf(on.open({ url: 'esdb://127.0.0.1:9?tls=false' }));
    expect(message).toContain('EventStoreDB at esdb://127.0.0.1:9 cannot be reached: is it running');
  });

  test('a name that is none', async () => {
    const message = await refusalOf(on.open({ url: 'esdb://no-such-host.invalid:2113?tls=false' }));
    expect(message).toContain('esdb://no-such-host.invalid:2113 cannot be reached');
  });

  test('a web server that speaks HTTP/1', async () => {
    const port = await listening(createHttpServer((_, response) => response.end('hello')));
    const message = await refusalOf(on.open({ url: `esdb://127.0.0.1:${port}?tls=false` }));
    expect(message).toContain('does not answer like an EventStoreDB');
  });

  test('a server that speaks HTTP/2, and not EventStoreDB', async () => {
    const server = createHttp2Server((_, response) => {
      response.statusCode = 404;
      response.end('no such page');
    });
    const port = await listening(server);
    const message = await refusalOf(on.open({ url: `esdb://127.0.0.1:${port}?tls=false` }));
    expect(message).toContain('does not answer like an EventStoreDB');
  });

  test.each(['says nothing', 'hangs up', 'talks of something else'])('one that accepts and %s', async (how) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      if (how === 'hangs up') socket.destroy();
      else if (how !== 'says nothing') socket.write('220 mail.example ESMTP ready\r\n');
    });
    const port = await listening(server);
    const message = await refusalOf(on.open({ url: `esdb://admin:${SECRET}@127.0.0.1:${port}?tls=false` }));
    expect(message).toContain(`EventStoreDB at esdb://127.0.0.1:${port} `);
    expect(message).toMatch(/cannot be reached|does not answer like/);
  });
});

describe('users and TLS', () => {
  const secured = (): Promise<EventStoreServer> => on.start({ users: { admin: SECRET }, tls: testTls() });
  const ca = `tls=true&tlsCAFile=${TEST_CA_FILE}`;

  test('the right user and authority are let in', async () => {
    const { port } = await secured();
    const log = await on.open({ url: `esdb://admin:${SECRET}@localhost:${port}?${ca}` });
    await log.append('account-1', NO_STREAM, newEvents(1));
    expect(await labels(log)).toEqual(['0']);
  });

  test.each(['admin:wrong-Swordfish', 'nobody:Swordfish', ''])(
    'credentials %j are refused, and not tried for long',
    async (credentials) => {
      const { port } = await secured();
      const at = credentials && `${credentials}@`;
      const message = await refusalOf(on.open({ url: `esdb://${at}localhost:${port}?${ca}` }));
      expect(message).toContain('refuses the user or the password: give them in the connection string');
      expect(message).not.toContain('Swordfish');
    },
  );

  test('an authority that nobody has named', async () => {
    const { port } = await secured();
    const message = await refusalOf(on.open({ url: `esdb://admin:${SECRET}@localhost:${port}` }));
    expect(message).toContain('cannot be reached over TLS');
    expect(message).toContain('tlsCAFile');
  });

  test('TLS asked of a server that runs insecure', async () => {
    const { port } = await on.start();
    const message = await refusalOf(on.open({ url: `esdb://admin:${SECRET}@localhost:${port}` }));
    expect(message).toContain('cannot be reached over TLS: tls=false is for a server that runs insecure');
  });

  test('no TLS asked of a server that has it', async () => {
    const { port } = await secured();
    const message = await refusalOf(on.open({ url: `esdb://admin:${SECRET}@localhost:${port}?tls=false` }));
    expect(message).toContain('cannot be reached');
  });
});

describe('connection strings', () => {
  test.each([
    `postgres://admin:${SECRET}@localhost:5432`,
    `esdb://admin:${SECRET}@`,
    `esdb://admin:${SECRET}@localhost:port`,
    `esdb://admin:${SECRET}@localhost:2113?tls=perhaps`,
    `esdb://admin:${SECRET}@localhost:2113?tlsCAFile=/no/such/file`,
    `esdb://admin:${SECRET}@localhost:2113?defaultDeadline=-1`,
    `esdb://admin:${SECRET}@localhost:2113?keepAliveInterval=often`,
    `esdb://admin:a?${SECRET}@localhost:2113?password=${SECRET}`,
    `esdb://admin:${SECRET}`,
    '',
  ])('one that is none is told as such: %s', async (url) => {
    const { warn } = console;
    const warned: unknown[] = [];
    console.warn = (...told) => void warned.push(...told);
    try {
      expect(await refusalOf(on.open({ url }))).toContain('is no connection string of EventStoreDB');
    } finally {
      console.warn = warn;
    }
    expect(warned).toEqual([]);
  });

  test.each(['', 'a/b', '$mine', 'x'.repeat(201), 'a\nb'])('a prefix that cannot be one: %j', async (prefix) => {
    await on.start();
    expect(await refusalOf(on.open({ prefix }))).toContain('--prefix');
  });
});

describe('while it runs', () => {
  test('a server that stops: reads and appends say so, in time', async () => {
    await on.start();
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    await on.stop();
    const calls = [log.head(), log.idAt(5_000), all(log.readAll(ORIGIN)), log.append('account-1', 0, newEvents(1))];
    const began = performance.now();
    for (const each of await Promise.allSettled(calls)) {
      expect(each).toMatchObject({ reason: expect.any(LogUnavailable) });
      expect(each).toMatchObject({ reason: { message: expect.stringContaining('EventStoreDB at esdb://127.0.0.1:') } });
    }
    expect(performance.now() - began).toBeLessThan(MS_MAX);
  });

  test('a stream that was deleted for ever: what reads it says its name', async () => {
    await on.start();
    const log = await on.open();
    await log.append('account-1', NO_STREAM, newEvents(1));
    on.server.store.tombstone('seatledger/account-1', 'any');
    await expect(all(log.readStream('account-1'))).rejects.toThrow('seatledger/account-1 was deleted');
    await expect(all(log.readAll(ORIGIN))).rejects.toThrow('seatledger/account-1 was deleted');
  });
});
