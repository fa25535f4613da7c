/**
 * Tells that the log has advanced, for as long as somebody listens: from a live subscription, which the server drops in a burst, which
 * is silent when it stalls, and which never comes back by itself; hence a look at the log's end beside it, every other second.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { START } from '@eventstore/db-client';
import type { Connection } from '#event-log/eventstoredb/connection.js';
import { positionOf } from '#event-log/eventstoredb/events.js';
import { failureOf } from '#event-log/eventstoredb/failures.js';
import type { Location } from '#event-log/eventstoredb/location.js';
import { type Reader, filterOf } from '#event-log/eventstoredb/read.js';
import { backoff, bounded } from '#event-log/eventstoredb/waiting.js';

/**
 * Goes on until `stopped`; what fails is tried again.
 * @param tell that there may be something to read
 */
export async function follow(
  connection: Connection,
  { streams }: Location,
  read: Reader,
  tell: () => void,
  stopped: AbortSignal,
): Promise<void> {
  const { beatMs } = connection.waits;
  /** Of ours or others': what was seen, or passed by as others'. */
  let from: number | undefined;
  let failures = 0;

  /** One subscription, until it ends by whatever. @throws what ended it */
  const subscribe = async (): Promise<void> => {
    // What is there already is there to be read: a burst is not sent once more to whom it was too much.
    from = Math.max(from ?? 0, await read.head(0));
    const { client, ended, failed } = await connection.client();
    const subscription = client.subscribeToAll({
      fromPosition: from === 0 ? START : { commit: BigInt(from), prepare: BigInt(from) },
      requiresLeader: true,
      filter: {
        ...filterOf(streams),
        checkpointReached: (_, { commit }) => void (from = Math.max(from!, Number(commit))),
      },
    });
    const over = Promise.withResolvers<never>();
    over.promise.catch(() => {});
    const end = (): void => over.reject(stopped.aborted ? stopped.reason : ended.reason);
    const signal = AbortSignal.any([stopped, ended]);
    subscription.on('error', over.reject);
    subscription.on('data', ({ event }) => {
      if (!event) return;
      from = positionOf(event);
      failures = 0;
      tell();
    });
    // Whatever came while there was no subscription is there to be read.
    subscription.on('confirmation', tell);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    try {
      await Promise.race([over.promise, watch(over.promise)]);
    } catch (error) {
      if (!signal.aborted) failed(error);
      throw error;
    } finally {
      signal.removeEventListener('abort', end);
      subscription.unsubscribe().catch(() => {});
    }
  };

  /** Ends where the log has gone on for a whole beat without the subscription. @throws where the server does not answer */
  const watch = async (over: Promise<never>): Promise<void> => {
    let end = 0;
    for (;;) {
      const seen = from!;
      await Promise.race([sleep(beatMs, undefined, { signal: stopped, ref: false }), over]);
      if (end > seen && from === seen) {
        tell();
        return;
      }
      failures = 0;
      end = await Promise.race([bounded(read.head(0), beatMs), over]);
    }
  };

  while (!stopped.aborted) {
    try {
      await subscribe();
    } catch (error) {
      if (stopped.aborted) return;
      const isDropped = failureOf(error).kind === 'dropped';
      if (isDropped) tell();
      if (!isDropped || failures > 0)
        await sleep(backoff(failures), undefined, { signal: stopped, ref: false }).catch(() => {});
      failures += 1;
    }
  }
}
