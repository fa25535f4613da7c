/** Requests as hostile as they come, over one pool of connections: what a request says is sent as it is. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Sent {
  readonly method: string;
  /** With the query, as on the wire. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Of a stream, that which came with its head. */
  readonly text: string;
}

export interface Sender {
  send(sent: Sent): Promise<Reply>;
  close(): void;
}

const CONNECTIONS_MAX = 32;
const REPLY_MS_MAX = 20_000;

export function senderTo(url: string): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX });
  const { hostname, port } = new URL(url);
  return {
    send: ({ method, path, headers = {}, body }) =>
      new Promise((resolve, reject) => {
        // Left to itself, the client tells of no body where a GET has one.
        const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
        const asked = request({
          agent,
          hostname,
          port,
          method,
          path,
          headers: { ...length, ...headers } as Record<string, string>,
        });
        asked.setTimeout(REPLY_MS_MAX, () => asked.destroy(new Error(`no reply to ${method} ${path}`)));
        asked.on('error', reject);
        asked.on('response', (response) => {
          const { statusCode: status = 0, headers: answered } = response;
          const chunks: Buffer[] = [];
          const done = (): void => resolve({ status, headers: answered, text: Buffer.concat(chunks).toString('utf8') });
          // A stream of changes goes on for ever.
          if (answered['content-type']?.startsWith('text/event-stream')) {
            done();
            asked.destroy();
            return;
          }
          response.on('error', reject);
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', done);
        });
        asked.end(body);
      }),
    close: () => agent.destroy(),
  };
}

export function jsonOf({ text }: Reply): Readonly<Record<string, unknown>> {
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}
