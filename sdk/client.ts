/**
 * The client of Seatledger's HTTP API, typed by its OpenAPI document:
 *
 *     const service = seatledger({ url: 'http://127.0.0.1:3000', token });
 *     await service.do('RegisterUser', { accountId: 'acme', userId: 'zoe', name: 'Zoe' });
 *     const { seats } = await service.ask('allocation', { accountId: 'acme', product: 'copilot' });
 *     for await (const { events } of service.pages('history', { accountId: 'acme' })) console.log(events);
 *     const { data, error, response } = await service.http.GET('/v1/accounts', { params: { query: { limit: 10 } } });
 *
 * `ask`, `do`, `preview` and `pages` throw Problem where the service refuses (code, status, errors, requestId), and Unreachable where
 * nothing answers; `http` is the openapi-fetch client itself, which returns what was answered. All of them try again what is safe
 * to try again.
 */
import createClient, { type Client } from 'openapi-fetch';
import { OPERATIONS } from './operations.js';
import { problemOf } from './problem.js';
import { type Fetch, type Retries, retrying } from './retrying.js';
import type { paths } from './schema.js';
import type {
  Answer,
  AnswerName,
  Body,
  CommandName,
  OperationName,
  PagedName,
  Previewed,
  Question,
  Recorded,
} from './types.js';

export { Problem, Unreachable } from './problem.js';
export type * from './types.js';

export interface SeatledgerOptions extends Retries {
  /** Where the service is, with the path that it is mounted on, if any. */
  readonly url: string;
  /** Bearer token; a function is asked for each request, for tokens that are renewed. */
  readonly token?: string | (() => string | Promise<string>);
  /** In place of the platform's. */
  readonly fetch?: Fetch;
}

export interface Seatledger {
  readonly http: Client<paths>;
  /** One request: of a list that comes in pages, one page. */
  ask<Name extends AnswerName>(answer: Name, of: Question<Name>): Promise<Answer<Name>>;
  /** Every page, all of one state of the ledger. */
  pages<Name extends PagedName>(answer: Name, of: Question<Name>): AsyncGenerator<Answer<Name>, void, undefined>;
  do<Name extends CommandName>(command: Name, body: Body<Name>): Promise<Recorded>;
  /** What `do` would do; nothing is recorded. */
  preview<Name extends CommandName>(command: Name, body: Body<Name>): Promise<Previewed>;
}

type Fields = Readonly<Record<string, unknown>>;

/** The parts of a request, as openapi-fetch takes them. */
type Parts = {
  readonly params: { readonly path: Fields; readonly query: Fields; readonly header: Fields };
  readonly body?: Fields;
};

type Send = (method: string, path: string, parts: Fields) => Promise<object>;

export function seatledger({ url, token, fetch = globalThis.fetch, ...retries }: SeatledgerOptions): Seatledger {
  const http = createClient<paths>({ baseUrl: url, fetch: retrying(fetch, retries) });
  http.use({
    async onRequest({ request }) {
      const bearer = typeof token === 'function' ? await token() : token;
      if (bearer !== undefined) request.headers.set('authorization', `Bearer ${bearer}`);
    },
  });
  const send: Send = async (method, path, parts) => {
    // What the helpers send is typed by what they take.
    const asText = { ...parts, parseAs: 'text' as const };
    const { data, error, response } = await http.request(method as 'get', path as '/v1/accounts', asText);
    const answered = parsed(data);
    if (response.ok && answered) return answered;
    throw problemOf(response, error ?? answered);
  };
  const sendCommand = (command: CommandName, body: Fields, query: Fields): Promise<object> =>
    send(OPERATIONS[command].method, OPERATIONS[command].path, commandParts(command, body, query));
  return {
    http,
    ask: async (answer, of) =>
      (await send('get', OPERATIONS[answer].path, questionParts(answer, of as Fields))) as never,
    pages: (answer, of) => pagesOf(send, answer, of as Fields) as never,
    do: async (command, body) => (await sendCommand(command, body, {})) as Recorded,
    preview: async (command, body) => (await sendCommand(command, body, { preview: true })) as Previewed,
  };
}

/** Undefined for what is no object of JSON: whatever answers on some port may say anything. */
function parsed(text: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The address of the next page holds the bounds that the first one was read in. */
async function* pagesOf(send: Send, answer: PagedName, of: Fields): AsyncGenerator<object, void, undefined> {
  let page = await send('get', OPERATIONS[answer].path, questionParts(answer, of));
  for (;;) {
    yield page;
    const { next } = page as { readonly next: string | null };
    if (next === null) return;
    page = await send('get', next, {});
  }
}

function questionParts(answer: AnswerName, of: Fields): Parts {
  const { path, rest } = divided(answer, of);
  return { params: { path, query: rest, header: {} } };
}

function commandParts(command: CommandName, given: Fields, query: Fields): Parts {
  const { path, rest } = divided(command, given);
  const { commandId, expectedRevision, ...body } = rest;
  const header = {
    ...(commandId !== undefined && { 'Idempotency-Key': commandId }),
    ...(expectedRevision !== undefined && { 'If-Match': `"${JSON.stringify(expectedRevision)}"` }),
  };
  return { params: { path, query, header }, body };
}

/** The fields that are in the operation's path, and the others. */
function divided(name: OperationName, fields: Fields): { readonly path: Fields; readonly rest: Fields } {
  const inPath: readonly string[] = OPERATIONS[name].inPath;
  for (const field of inPath) {
    // An address takes dots alone for its own parts.
    if (/^(undefined|null|\.{0,2})$/.test(String(fields[field]))) {
      throw new TypeError(`${name}: ${field}: expected what can be part of an address, was ${String(fields[field])}`);
    }
  }
  const entries = Object.entries(fields);
  return {
    path: Object.fromEntries(entries.filter(([field]) => inPath.includes(field))),
    rest: Object.fromEntries(entries.filter(([field]) => !inPath.includes(field))),
  };
}
