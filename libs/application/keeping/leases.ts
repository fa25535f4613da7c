/** A ledger that is used by many at once, and closed when it has been retired and the last of them is done. */
import type { Ledger } from '#application/ledger.js';

export interface Leased {
  readonly ledger: Ledger;
  /** Works on the ledger, which stays open meanwhile. */
  use<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
  /** Closes the ledger once the last use of it has ended; nobody may begin another one. */
  retire(): Promise<void>;
}

export function leased(ledger: Ledger): Leased {
  let uses = 0;
  const unused = Promise.withResolvers<void>();
  let isRetired = false;
  return {
    ledger,
    async use(work) {
      if (isRetired) throw new Error('the ledger is closed');
      uses += 1;
      try {
        return await work(ledger);
      } finally {
        uses -= 1;
        if (isRetired && uses === 0) unused.resolve();
      }
    },
    async retire() {
      isRetired = true;
      if (uses > 0) await unused.promise;
      await ledger.engine.close();
    },
  };
}
