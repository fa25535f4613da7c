/** Problems of what never becomes a request: bytes that are not HTTP, headers without an end, an expectation that nobody meets. */
import { randomUUIDv7 } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { invalid } from '#kernel/refusal.js';
import { REQUEST_ID_HEADER } from '../request.js';
import { PROBLEM_TYPE, problemOf, troubleOf } from './problem.js';

const EXPECTED: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'less in headers and address than 16 KiB',
  ERR_HTTP_REQUEST_TIMEOUT: 'a whole request in good time',
};

/** The connection is of no more use: what follows on it would be taken for what it is not. */
export function answerBroken({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const { status, headers, body } = brokenBy('request', EXPECTED[code] ?? 'a request of HTTP/1.1');
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}connection: close\r\n\r\n${body}`, () =>
    socket.destroy(),
  );
}

export function answerExpectation(_: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body } = brokenBy('Expect', '100-continue');
  response.writeHead(status, { ...headers, connection: 'close' }).end(body);
}

function brokenBy(field: string, expected: string): { status: number; headers: Record<string, string>; body: string } {
  const requestId = randomUUIDv7();
  const problem = problemOf(troubleOf(invalid(field, expected))!, requestId);
  const body = JSON.stringify(problem);
  const length = String(Buffer.byteLength(body));
  const headers = { [REQUEST_ID_HEADER]: requestId, 'content-type': PROBLEM_TYPE, 'content-length': length };
  return { status: problem.status, headers, body };
}
