/**
 * Changes as server-sent events, written as fast as their reader takes them: what waits for a reader is bounded, and one that has
 * taken nothing for long is left, to go on with the last id that it has seen.
 */
import { Readable } from 'node:stream';
import { type Observable, Subscription } from 'rxjs';
import type { ChangesOptions } from '#application/changes.js';
import type { Story } from '#projections/history/history.js';

/** Between two signs of life where nothing changes: less than proxies wait. */
export const HEARTBEAT_MS = 15_000;
/** A reader that has taken nothing for so long while something waits for it is gone, or as good as gone. */
export const STALLED_MS_MAX = 30_000;
/** Bytes that wait for the reader before no page is asked for, beside what the system's sockets hold. */
export const WAITING_BYTES_MAX = 256 * 1024;
/** How soon a reader that was cut off comes back, where it follows the advice. */
const RETRY_MS = 1_000;
/** What is written may take so long to reach the reader when the service ends. */
const END_MS_MAX = 1_000;

export interface StreamWaits {
  readonly heartbeatMs: number;
  readonly stalledMsMax: number;
}

const WAITS: StreamWaits = { heartbeatMs: HEARTBEAT_MS, stalledMsMax: STALLED_MS_MAX };

export interface ChangesStream {
  readonly body: Readable;
  /** Ends it where it is. */
  end(): void;
}

/**
 * @param follow the changes, asked for with a `ready` of the stream's
 * @returns once there is something to follow
 * @throws what following fails with at first, Refusal `account-not-found` among it
 */
export async function streamOf(
  follow: (taking: ChangesOptions) => Observable<Story>,
  { heartbeatMs, stalledMsMax }: StreamWaits = WAITS,
): Promise<ChangesStream> {
  const begun = Promise.withResolvers<void>();
  let room = Promise.withResolvers<void>();
  let stalled: NodeJS.Timeout | undefined;

  const body = new Readable({
    highWaterMark: WAITING_BYTES_MAX,
    read() {
      clearTimeout(stalled);
      stalled = undefined;
      room.resolve();
    },
  });
  const write = (text: string): void => {
    if (body.destroyed || changes.closed || body.push(text) || stalled) return;
    room = Promise.withResolvers();
    stalled = setTimeout(() => body.destroy(), stalledMsMax);
  };
  const end = (): void => {
    begun.resolve();
    if (body.destroyed || changes.closed) return;
    changes.unsubscribe();
    body.push(null);
    setTimeout(() => body.destroy(), END_MS_MAX).unref();
  };

  const changes = new Subscription();
  const beat = setInterval(() => stalled ?? write(':\n\n'), heartbeatMs);
  body.on('close', () => {
    changes.unsubscribe();
    clearInterval(beat);
    clearTimeout(stalled);
  });
  room.resolve();
  // Its head goes out at once, however long it takes until something changes.
  write(`retry: ${RETRY_MS}\n\n`);
  const ready = (): Promise<void> => {
    begun.resolve();
    return room.promise;
  };
  const error = (reason: unknown): void => {
    begun.reject(reason);
    body.destroy();
  };
  changes.add(follow({ ready }).subscribe({ next: (story) => write(eventOf(story)), error, complete: end }));
  await begun.promise;
  return { body, end };
}

/** JSON has no line break outside of its strings, where it is escaped. */
function eventOf(story: Story): string {
  return `id: ${story.position}\nevent: ${story.type}\ndata: ${JSON.stringify(story)}\n\n`;
}
