/** What is wrong for now with a ledger that is kept: told once each, endured, and forgotten when it has passed. */
import { LogUnavailable } from '#event-log/port.js';

export type Trouble = 'reading' | 'starting' | 'clock';

export interface Troubles {
  has(what: Trouble): boolean;
  /** What is wrong now, in words, each once. */
  readonly messages: readonly string[];
  tell(what: Trouble, message: string): void;
  isOver(what: Trouble): void;
  /** Goes on where the log cannot be reached: it is tried again as soon as it is asked for again. */
  enduring(what: Trouble, work: () => Promise<void>): Promise<void>;
}

export function openTroubles(onTrouble: (message: string) => void): Troubles {
  const troubles = new Map<Trouble, string>();
  const tell = (what: Trouble, message: string): void => {
    if (![...troubles.values()].includes(message)) onTrouble(message);
    troubles.set(what, message);
  };
  return {
    has: (what) => troubles.has(what),
    get messages() {
      return [...new Set(troubles.values())];
    },
    tell,
    isOver: (what) => void troubles.delete(what),
    async enduring(what, work) {
      try {
        await work();
        troubles.delete(what);
      } catch (error) {
        if (!(error instanceof LogUnavailable)) throw error;
        tell(what, error.message);
      }
    },
  };
}
