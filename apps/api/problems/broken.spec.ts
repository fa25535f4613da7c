import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type TestService, serveInMemory } from '../../../test/support/api/service.js';

let service: TestService;
beforeAll(async () => void (service = await serveInMemory()));
afterAll(() => service.close());

/** Bytes as they are, and all that comes back for them. */
async function exchanged(bytes: string): Promise<{ status: number; head: string; problem: Record<string, unknown> }> {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  socket.write(bytes, 'latin1');
  const [head, body] = (await text(socket)).split('\r\n\r\n') as [string, string];
  return { status: Number(head.split(' ')[1]), head, problem: JSON.parse(body) as Record<string, unknown> };
}

const HEAD = 'Host: here\r\nConnection: close\r\n';

test.each([
  ['what is not HTTP', 'hello there\r\n\r\n'],
  ['another HTTP', `GET /v1/accounts HTTP/9.9\r\n${HEAD}\r\n`],
  ['a header that is none', `GET /v1/accounts HTTP/1.1\r\n${HEAD}no header\r\n\r\n`],
  ['a header with a control character', `GET /v1/accounts HTTP/1.1\r\n${HEAD}X-Name: a\u0000b\r\n\r\n`],
  ['headers without an end', `GET /v1/accounts HTTP/1.1\r\n${HEAD}X-Long: ${'x'.repeat(20_000)}\r\n\r\n`],
  ['an address without an end', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n${HEAD}\r\n`],
  ['a request to nobody', 'GET /v1/accounts HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['a length that is none', `POST /v1/accounts HTTP/1.1\r\n${HEAD}Content-Length: -1\r\n\r\n`],
  [
    'two ways to tell a length',
    `POST /v1/accounts HTTP/1.1\r\n${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`,
  ],
  [
    'an expectation that nobody meets',
    `POST /v1/accounts HTTP/1.1\r\n${HEAD}Expect: wonders\r\nContent-Length: 0\r\n\r\n`,
  ],
])('%s is answered with a problem, and the connection ends', async (_, bytes) => {
  const { status, head, problem } = await exchanged(bytes);
  expect({ status, problem }).toMatchObject({
    status: 400,
    problem: {
      type: '/problems/invalid-input',
      status: 400,
      code: 'invalid-input',
      errors: [{ field: expect.any(String) }],
    },
  });
  expect(head.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8');
  expect(head.toLowerCase()).toContain(`x-request-id: ${String(problem['requestId'])}`);
});

test('who sends far too much is told so, and not cut off', async () => {
  const body = 'x'.repeat(10 * 1024 * 1024);
  for (let again = 0; again < 10; again += 1) {
    const { status, problem } = await exchanged(
      `POST /v1/accounts HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect([status, problem['code']]).toEqual([413, 'body-too-large']);
  }
});

test('a service that was sent all that still answers', async () => {
  const { status, problem } = await exchanged(`GET /v1/accounts HTTP/1.1\r\n${HEAD}\r\n`);
  expect([status, problem['code']]).toEqual([401, 'unauthenticated']);
});
