/** Waits for what comes by itself, for a bounded time. */

const SOON_MS = 5_000;
const POLL_MS = 5;

/** @throws Error where it does not hold within SOON_MS */
export async function soon(holds: () => boolean): Promise<void> {
  const end = performance.now() + SOON_MS;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not within ${SOON_MS} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
