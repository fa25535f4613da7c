/**
 * Writing batches in a thread of its own, so that a rebuild folds the next stretch of the log while the last one is written:
 * writing measured as a third of a rebuild.
 */
import { Worker } from 'node:worker_threads';
import type { Batch } from '#read-model/batch.js';

/** Batches that wait for the disk at most: what bounds the memory of a rebuild that folds faster than it writes. */
const BATCHES_IN_FLIGHT_MAX = 2;

export interface BulkWriter {
  /** Resolves when there is room for another batch. @throws what the writing of an earlier one threw */
  write(batch: Batch): Promise<void>;
  /** Resolves when everything is written: false where another process was faster and the rest was left out. */
  drain(): Promise<boolean>;
  close(): Promise<void>;
}

/** What the thread answers to each batch. */
export type Written = { readonly done: boolean } | { readonly error: Error };

/** Threads run compiled code only: where the sources run as they are (tests), there is none. */
export const CAN_BULK_WRITE = import.meta.url.endsWith('.js');

export function openBulkWriter(file: string): BulkWriter {
  const worker = new Worker(new URL('./bulk-thread.js', import.meta.url), { workerData: file });
  let inFlight = 0;
  let isWhole = true;
  let failure: Error | undefined;
  let wake: (() => void) | undefined;

  const settle = (error?: Error): void => {
    failure ??= error;
    wake?.();
  };
  worker.on('message', (written: Written) => {
    inFlight -= 1;
    if ('error' in written) settle(written.error);
    else {
      isWhole &&= written.done;
      settle();
    }
  });
  worker.on('error', settle);

  const until = async (most: number): Promise<void> => {
    while (inFlight > most && !failure) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure) throw failure;
  };

  return {
    async write(batch) {
      await until(BATCHES_IN_FLIGHT_MAX - 1);
      inFlight += 1;
      // The lines are handed over, not copied.
      worker.postMessage(batch, [batch.lines.buffer as ArrayBuffer]);
    },
    async drain() {
      await until(0);
      return isWhole;
    },
    async close() {
      await worker.terminate();
    },
  };
}
