/** What commands can work on, wherever it is. */
import type { EventTold } from '#application/auditing.js';
import type { Together } from '#application/together.js';
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

/** What a service does for a command that on a ledger here does it itself. */
export interface ServiceAccess extends Access {
  readonly target: ImportTarget;
  /** @throws Refusal `position-not-reached` */
  events(position: number | undefined): Promise<EventsRead>;
}

/** Where an import goes. */
export interface ImportTarget {
  /** What `record` would record now, or has recorded before. @throws PartsRefused, Refusal */
  judge(together: Together): Promise<Counted & { readonly isRepeat: boolean }>;
  /** @throws PartsRefused, Refusal */
  record(together: Together): Promise<Counted>;
}

interface Counted {
  readonly events: { readonly length: number };
}

/** The log up to a position, in pages. */
export interface EventsRead {
  readonly position: number;
  readonly pages: AsyncIterable<readonly EventTold[]>;
}

export interface Service {
  readonly url: string;
  readonly token?: string;
}
