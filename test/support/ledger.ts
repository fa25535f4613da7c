/** A ledger to test on: an engine, the clock it stands at and the log it writes, which the reference reads too. */
import { standingClock, type StandingClock } from '#application/clock.js';
import { type Engine, openEngine } from '#application/engine.js';
import { memoryLog } from '#event-log/memory.js';
import { type EventLog, ORIGIN } from '#event-log/port.js';
import { type Instant, parseInstant } from '#kernel/instant.js';
import { Refusal } from '#kernel/refusal.js';
import { openStore, type Store } from '#read-model/store.js';
import type { LogEvent } from './reference/reference.js';

export interface Ledger {
  readonly engine: Engine;
  readonly clock: StandingClock;
  readonly log: EventLog;
  readonly store: Store;
}

export interface LedgerOptions {
  readonly start: string;
  readonly log?: EventLog;
  readonly store?: Store;
}

export async function newLedger({
  start,
  log = memoryLog(),
  store = openStore(':memory:'),
}: LedgerOptions): Promise<Ledger> {
  const clock = standingClock(instant(start));
  return { engine: await openEngine({ log, store, clock }), clock, log, store };
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`not an instant: ${text}`);
  return parsed;
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** The log's events after a position as the reference reads them, decoded by nothing of the engine. */
export async function eventsOf(log: EventLog, after = ORIGIN): Promise<LogEvent[]> {
  const events: LogEvent[] = [];
  for await (const page of log.readAll(after)) {
    for (const { position, stream, type, data, metadata, recordedAt } of page) {
      const { effectiveAt, actor, reason = null } = metadata;
      const event = {
        position,
        stream,
        type,
        data: JSON.parse(data) as object,
        effectiveAt,
        recordedAt,
        actor,
        reason,
      };
      events.push(event as unknown as LogEvent);
    }
  }
  return events;
}

/** What came of something that may be refused. */
export type Told<Value> = { readonly answer: Value } | { readonly refused: string };

export async function told<Value>(asked: Promise<Value>): Promise<Told<Value>> {
  try {
    return { answer: await asked };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}
