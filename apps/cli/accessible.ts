/** What commands can work on, wherever it is. */
import type { Outcome } from '#application/writing.js';
import type { Story } from '#projections/history/history.js';

export interface Access {
  /** @throws Refusal of SPEC §4 */
  ask(answer: string, of: object): Promise<object>;
  /** @throws Refusal of SPEC §3 */
  do(command: string, body: object): Promise<Outcome>;
  /** An account's events after a position as they come, each once, in the log's order, until it is stopped. */
  changes(accountId: string, after: number, stopped: AbortSignal): AsyncIterable<Story>;
  close(): Promise<void>;
}

export interface Service {
  readonly url: string;
  readonly token?: string;
}
