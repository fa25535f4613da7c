/** An account's changes as server-sent events: where the connection is lost, the next one goes on after the last event that came. */
import { createParser } from 'eventsource-parser';
import { Unreachable, problemOf } from './problem.js';
import { type Fetch, PASSING, pause, unreachable, waitMs } from './retrying.js';
import type { Change } from './types.js';

/** Connections in a row that bring no event and do not last before it is given up: a service that is started again is waited for. */
export const CONNECTIONS_MAX = 30;
/** The service gives a sign of life more often than that. */
const SILENCE_MS_MAX = 45_000;
const LASTED_MS_MIN = 5_000;
/** Of what waits for the end of its event. */
const EVENT_LENGTH_MAX = 64 * 1024 * 1024;

export interface Following {
  readonly after: number;
  readonly signal: AbortSignal | undefined;
  readonly authorize: (request: Request) => Promise<void>;
  readonly fetch: Fetch;
}

/** @throws Problem where the service refuses, Unreachable where it stays away */
export async function* changesAt(
  address: string,
  { after, signal = new AbortController().signal, authorize, fetch }: Following,
): AsyncGenerator<Change, void, undefined> {
  let seen = after;
  for (let tries = 1; !signal.aborted; tries += 1) {
    const silence = watch();
    const begunAt = Date.now();
    try {
      const request = new Request(`${address}?after=${seen}`, {
        headers: { accept: 'text/event-stream' },
        signal: AbortSignal.any([signal, silence.signal]),
      });
      await authorize(request);
      const outcome = await connected(fetch, request);
      if (outcome instanceof Response) {
        for await (const change of eventsOf(outcome, silence.broken)) {
          [seen, tries] = [change.position, 0];
          yield change;
        }
      }
      if (Date.now() - begunAt >= LASTED_MS_MIN && outcome instanceof Response) tries = 0;
      if (tries >= CONNECTIONS_MAX) throw givenUp(address, outcome, tries);
      await pause(waitMs(Math.max(tries, 1), outcome), signal).catch(() => {});
    } finally {
      silence.end();
    }
  }
}

/** The stream, or what was in its way and may pass. */
async function connected(fetch: Fetch, request: Request): Promise<Response | Error> {
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  if (response.ok) return response;
  const answered: unknown = await response.json().catch(() => undefined);
  const problem = problemOf(response, answered);
  if (PASSING.has(response.status)) return problem;
  throw problem;
}

/** Ends with the connection, however that ends. */
async function* eventsOf({ body }: Response, onSign: () => void): AsyncGenerator<Change, void, undefined> {
  const came: Change[] = [];
  const parser = createParser({
    onEvent: ({ data }) => came.push(JSON.parse(data) as Change),
    maxBufferSize: EVENT_LENGTH_MAX,
  });
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true as const, value: undefined }));
    if (done) return;
    onSign();
    parser.feed(value);
    yield* came.splice(0);
  }
}

function givenUp(address: string, outcome: Response | Error, tries: number): Error {
  if (outcome instanceof Error) return unreachable({ url: address }, outcome, tries);
  return new Unreachable(`${new URL(address).origin} ends every connection without an event (tried ${tries} times)`);
}

/** Aborts where nothing came for too long. */
function watch(): { readonly signal: AbortSignal; readonly broken: () => void; readonly end: () => void } {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), SILENCE_MS_MAX);
  return {
    signal: silent.signal,
    broken() {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), SILENCE_MS_MAX);
    },
    end() {
      clearTimeout(timer);
      silent.abort();
    },
  };
}
