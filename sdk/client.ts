/**
 * The client of Seatledger's HTTP API, typed by its OpenAPI document:
 *
 *     const service = seatledger({ url: 'http://127.0.0.1:3000', token });
 *     await service.do('RegisterUser', { accountId: 'acme', userId: 'zoe', name: 'Zoe' });
 *     const { seats } = await service.ask('allocation', { accountId: 'acme', product: 'copilot' });
 *     for await (const { events } of service.pages('history', { accountId: 'acme' })) console.log(events);
 *     const { data, error, response } = await service.http.GET('/v1/accounts', { params: { query: { limit: 10 } } });
 *
 *     for await (const event of service.changes('acme', position)) console.log(event);
 *
 * `ask`, `whole`, `do`, `preview`, `pages` and `changes` throw Problem where the service refuses (code, status, errors, requestId), and Unreachable where
 * nothing answers; `http` is the openapi-fetch client itself, which returns what was answered. All of them try again what is safe
 * to try again.
 */
import createClient, { type Client } from 'openapi-fetch';
import { changesAt } from './changes.js';
import { OPERATIONS } from './operations.js';
import { Problem, problemOf } from './problem.js';
import { type Fetch, type Retries, retrying } from './retrying.js';
import type { paths } from './schema.js';
import type {
  Answer,
  AnswerName,
  Body,
  Change,
  CommandName,
  OperationName,
  PagedName,
  Previewed,
  Question,
  Recorded,
} from './types.js';

export { Unreachable } from './problem.js';
export { Problem };
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
  /** Every page as one answer. */
  whole<Name extends AnswerName>(answer: Name, of: Question<Name>): Promise<Answer<Name>>;
  do<Name extends CommandName>(command: Name, body: Body<Name>): Promise<Recorded>;
  /** What `do` would do; nothing is recorded. */
  preview<Name extends CommandName>(command: Name, body: Body<Name>): Promise<Previewed>;
  /** An account's events after a position, each once, as they are recorded, until the signal; a connection that is lost is made again. */
  changes(accountId: string, after: number, signal?: AbortSignal): AsyncGenerator<Change, void, undefined>;
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
  const authorize = async ({ headers }: Request): Promise<void> => {
    const bearer = typeof token === 'function' ? await token() : token;
    if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
  };
  http.use({ onRequest: ({ request }) => authorize(request) });
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
    whole: async (answer, of) => (await wholeOf(send, answer, of as Fields)) as never,
    do: async (command, body) => (await sendCommand(command, body, {})) as Recorded,
    preview: async (command, body) => (await sendCommand(command, body, { preview: true })) as Previewed,
    changes(accountId, after, signal) {
      const { path, inPath } = OPERATIONS.changes;
      const address = divided('changes', { accountId }).path[inPath[0]] as string;
      return changesAt(`${url.replace(/\/$/, '')}${path.replace(`{${inPath[0]}}`, address)}`, {
        after,
        signal,
        authorize,
        fetch,
      });
    },
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

async function wholeOf(send: Send, answer: AnswerName, of: Fields): Promise<object> {
  const operation = OPERATIONS[answer];
  if (!('pages' in operation)) return send('get', operation.path, questionParts(answer, of));
  const pages: Fields[] = [];
  const asked = pagesOf(send, answer as PagedName, { limit: operation.pageSizeMax, ...of });
  for await (const page of asked) pages.push(page as Fields);
  return { ...pages[0], [operation.pages]: pages.flatMap((page) => page[operation.pages]), next: null };
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
      const expected = 'what can be part of an address';
      throw new Problem(
        400,
        'invalid-input',
        `${name}: ${field}: expected ${expected}`,
        [{ field, expected }],
        undefined,
      );
    }
  }
  const entries = Object.entries(fields);
  return {
    path: Object.fromEntries(entries.filter(([field]) => inPath.includes(field))),
    rest: Object.fromEntries(entries.filter(([field]) => !inPath.includes(field))),
  };
}
