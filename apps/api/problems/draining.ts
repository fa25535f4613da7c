/** Lets whoever sends too much come to an end, so that they read why it is refused: cut off as they write, they would see a lost connection instead. */
import type { IncomingMessage } from 'node:http';

const DRAINED_BYTES_MAX = 32 * 1024 * 1024;
const DRAINED_MS_MAX = 5_000;

/** Resolves when all has come, or more than anybody is waited for. */
export async function drained(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  let bytes = 0;
  const count = ({ length }: Buffer): void => {
    bytes += length;
    if (bytes > DRAINED_BYTES_MAX) resolve();
  };
  const timer = setTimeout(resolve, DRAINED_MS_MAX);
  request.on('data', count).once('end', resolve).once('close', resolve);
  request.resume();
  await promise;
  clearTimeout(timer);
  request.off('data', count).off('end', resolve).off('close', resolve);
}
