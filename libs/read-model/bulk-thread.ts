/** The thread of a bulk writer: writes each batch as it comes, and says how that went. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, writeBatch } from '#read-model/batch.js';
import type { Written } from '#read-model/bulk.js';
import { openStore } from '#read-model/store.js';

const store = openStore(workerData as string);

parentPort!.on('message', (batch: Batch) => {
  const answer = (written: Written): void => parentPort!.postMessage(written);
  try {
    answer({ done: writeBatch(store, batch) });
  } catch (error) {
    answer({ error: error as Error });
  }
});
