/** Waits that end: the client's own may not, whatever deadline it is given. */
import { setTimeout as sleep } from 'node:timers/promises';
import { NoAnswer, failureOf, mayPass } from '#event-log/eventstoredb/failures.js';

export interface Waits {
  /** What one call may take. A server that is well answers in milliseconds. */
  readonly answerMs: number;
  /** How long a call is tried again, where that may help, before its caller is told. */
  readonly patienceMs: number;
  /** Of what follows the log: a stall is noticed after a beat, and a look that is not answered after another. */
  readonly beatMs: number;
}

export const WAITS: Waits = { answerMs: 5_000, patienceMs: 10_000, beatMs: 2_000 };

const BACKOFF_MS_MIN = 25;
/** So that what follows the log is live again soon after its server is. */
export const BACKOFF_MS_MAX = 1_000;

/** @throws NoAnswer after `ms`, or the signal's reason once it is given */
export async function bounded<T>(answer: Promise<T>, ms: number, signal?: AbortSignal): Promise<T> {
  // Whichever comes later comes to nobody, and is no unhandled rejection.
  answer.catch(() => {});
  signal?.throwIfAborted();
  let onAbort: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(ms)), ms);
    onAbort = () => reject(signal!.reason as Error);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([answer, end]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort!);
    end.catch(() => {});
  }
}

/** Twice as long each time, up to a cap: a server that is gone is not hammered, and one that is back is noticed. */
export function backoff(attempt: number): number {
  return Math.min(BACKOFF_MS_MIN * 2 ** Math.min(attempt, 16), BACKOFF_MS_MAX);
}

/** Tries again what may pass, for `patienceMs`; then throws what came last. */
export async function patiently<T>(work: () => Promise<T>, patienceMs: number): Promise<T> {
  const end = performance.now() + patienceMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const wait = backoff(attempt);
      if (!mayPass(failureOf(error)) || performance.now() + wait > end) throw error;
      await sleep(wait);
    }
  }
}
