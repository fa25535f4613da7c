/** What is measured of a ledger that is kept, by whoever keeps it. */
import type { EventLog } from '#event-log/port.js';

export interface Meter {
  /** Around each append, which `work` does; whatever that comes to is passed on. */
  append<T>(events: number, work: () => Promise<T>): Promise<T>;
  /** What was appended is in the read model, so long after it was known of. */
  filed(ms: number): void;
}

export function measured(log: EventLog, meter: Meter): EventLog {
  return {
    ...log,
    append: (stream, expectedRevision, events) =>
      meter.append(events.length, () => log.append(stream, expectedRevision, events)),
  };
}
