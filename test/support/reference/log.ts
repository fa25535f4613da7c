/** What the reference reads: a log in position order, and the part of it that a question may see. */
import type { DomainEvent } from '#domain/events.js';

export type LogEvent = DomainEvent & {
  readonly position: number;
  /** `catalog`, `program-{programId}` or `account-{accountId}`. */
  readonly stream: string;
  /** Epoch milliseconds. */
  readonly effectiveAt: number;
  /** Epoch milliseconds; already the latest that any event up to it carries. */
  readonly recordedAt: number;
  readonly actor: string;
  readonly reason: string | null;
};

/** The events recorded by `knownAt` and, where a position bounds the question, not after it. */
export function eventsKnown(log: readonly LogEvent[], knownAt: number, position: number | undefined): LogEvent[] {
  return log.filter((event) => event.recordedAt <= knownAt && (position === undefined || event.position <= position));
}

/** By (effectiveAt, position), as the fold reads them. */
export function inFoldOrder(events: readonly LogEvent[]): LogEvent[] {
  return events.toSorted((a, b) => a.effectiveAt - b.effectiveAt || a.position - b.position);
}

/** Ids in the order of their UTF-16 code units. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
