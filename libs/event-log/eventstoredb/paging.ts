/** A read of the client's as pages of bounded size, whose every wait ends: it goes on for some pages while its reader is busy with one. */
import { PAGE_EVENTS_MAX } from '#event-log/port.js';
import { NoAnswer } from '#event-log/eventstoredb/failures.js';

/** What is used of the client's streams. */
export interface Source {
  on(event: string, listener: (...args: unknown[]) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  /** Items that were received and not emitted yet. */
  readonly readableLength: number;
}

/** Read ahead of a busy reader at most. A source that is stopped takes long to start again, and is not stopped at each page. */
const EVENTS_AHEAD_MAX = 4 * PAGE_EVENTS_MAX;

/** What a source emits for having searched on through what is not wanted. */
export const SEARCHED = 'searched';

export interface Reading<Item> {
  /** Emits `Item`. */
  readonly source: Source;
  /** Tells the source that nobody reads any more. */
  readonly stop: () => void;
  /** What it may be silent for. */
  readonly silenceMs: number;
  /** Ends the read with its reason. */
  readonly ended: AbortSignal;
  /** Whether an item is the last that is wanted. */
  readonly isLast?: (item: Item) => boolean;
}

/**
 * A read ends where its source does, and a subscription where it has caught up. What came before a failure is handed over before it
 * is thrown, so that whoever goes on from there has got somewhere.
 * @throws NoAnswer where nothing comes for `silenceMs`, the signal's reason, or what the source fails with
 */
export async function* pagesOf<Item>(reading: Reading<Item>): AsyncGenerator<Item[]> {
  const { source, stop, silenceMs, ended, isLast } = reading;
  const ahead: Item[] = [];
  let isDone = false;
  let isHeard = false;
  let isCaughtUp = false;
  let failed: { readonly error: unknown } | undefined;
  let wake: () => void = () => {};

  const fail = (error: unknown): void => {
    failed ??= { error };
    wake();
  };
  const onAbort = (): void => fail(ended.reason);
  source.on('data', (...[told]) => {
    if (isDone) return;
    const item = told as Item;
    isHeard = true;
    ahead.push(item);
    isDone = isLast?.(item) ?? false;
    if (isCaughtUp && source.readableLength === 0) isDone = true;
    if (ahead.length >= EVENTS_AHEAD_MAX) source.pause();
    if (ahead.length >= PAGE_EVENTS_MAX || isDone) wake();
  });
  source.on(SEARCHED, () => (isHeard = true));
  source.on('caughtUp', () => {
    isCaughtUp = true;
    // It is told ahead of events that wait for a reader who is busy.
    if (source.readableLength > 0) return;
    isDone = true;
    wake();
  });
  source.on('end', () => {
    isDone = true;
    wake();
  });
  // Stays for as long as the source lives: one that fails when nobody listens any more would end the process.
  source.on('error', fail);
  ended.addEventListener('abort', onAbort, { once: true });
  if (ended.aborted) onAbort();

  const filled = async (): Promise<void> => {
    const watch = setInterval(() => {
      if (!isHeard) fail(new NoAnswer(silenceMs));
      isHeard = false;
    }, silenceMs);
    await new Promise<void>((resolve) => (wake = resolve));
    clearInterval(watch);
  };

  try {
    for (;;) {
      if (ahead.length < PAGE_EVENTS_MAX && !isDone && !failed) {
        source.resume();
        await filled();
      }
      while (ahead.length > 0) yield ahead.splice(0, PAGE_EVENTS_MAX);
      if (failed) throw failed.error;
      if (isDone) return;
    }
  } finally {
    isDone = true;
    ended.removeEventListener('abort', onAbort);
    stop();
    // What still comes is thrown away: a stream that nobody empties never ends, and its client waits for it.
    source.resume();
  }
}
