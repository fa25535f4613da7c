/** A fetch that tries again where that is safe: questions as they are, commands by their Idempotency-Key, which each gets. */
import { Unreachable } from './problem.js';
import { uuidv7 } from './uuid.js';

export interface Retries {
  /** Tries after the first one (default: RETRIES). */
  readonly retries?: number;
  /** How long an answer may take (default: TIMEOUT_MS). */
  readonly timeoutMs?: number;
}

export type Fetch = (request: Request) => Promise<Response>;

export const RETRIES = 4;
export const TIMEOUT_MS = 60_000;
const WAIT_MS = 100;
const WAIT_MS_MAX = 5_000;
/** The service could not, or would not yet: nothing is wrong with the request. */
export const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);

export function retrying(fetch: Fetch, { retries = RETRIES, timeoutMs = TIMEOUT_MS }: Retries): Fetch {
  return async (given) => {
    const request = identified(given);
    for (let tries = 1; ; tries += 1) {
      const outcome = await attempt(fetch, request, timeoutMs);
      const isDone = outcome instanceof Response && !PASSING.has(outcome.status);
      if (isDone) return outcome;
      if (tries > retries) {
        if (outcome instanceof Response) return outcome;
        throw unreachable(request, outcome, tries);
      }
      if (outcome instanceof Response) await outcome.body?.cancel();
      await pause(waitMs(tries, outcome), request.signal);
    }
  };
}

/** Without an id of its own, a command that is sent twice might be recorded twice. */
function identified(request: Request): Request {
  if (request.method === 'GET' || request.headers.has('idempotency-key')) return request;
  const headers = new Headers(request.headers);
  headers.set('idempotency-key', uuidv7());
  return new Request(request, { headers });
}

/** The response, or what was in its way. */
async function attempt(fetch: Fetch, request: Request, timeoutMs: number): Promise<Response | Error> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    return await fetch(new Request(request.clone(), { signal }));
  } catch (error) {
    request.signal.throwIfAborted();
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** As long as the service asks for, else longer each time, and never all callers at once. */
export function waitMs(tries: number, outcome: Response | Error): number {
  const asked = outcome instanceof Response ? Number(outcome.headers.get('retry-after') ?? Number.NaN) : Number.NaN;
  const wait = asked >= 0 ? asked * 1_000 : WAIT_MS * 2 ** (tries - 1) * (0.5 + Math.random());
  return Math.min(wait, WAIT_MS_MAX);
}

/** @throws the signal's reason */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
  signal.throwIfAborted();
}

/** fetch says only that it failed; what failed is in its cause, and there may be several. */
export function unreachable({ url }: { readonly url: string }, error: Error, tries: number): Unreachable {
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = (cause as { code?: unknown }).code;
  const why = cause.message || (typeof code === 'string' ? code : cause.name);
  const often = tries === 1 ? '' : ` (tried ${tries} times)`;
  return new Unreachable(`no answer from ${new URL(url).origin}${often}: ${why}`, { cause: error });
}
