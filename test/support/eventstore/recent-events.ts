/** The latest events by id, as the server remembers them while it runs: two generations, so that forgetting costs nothing. */
import type { RecordedEvent } from './events.js';

/** Of each generation. */
const EVENTS_MAX = 100_000;

export interface RecentEvents {
  /** Of an id that was stored twice, the first. */
  get(id: string): RecordedEvent | undefined;
  add(event: RecordedEvent): void;
}

export function recentEvents(eventsMax = EVENTS_MAX): RecentEvents {
  let young = new Map<string, RecordedEvent>();
  let old = new Map<string, RecordedEvent>();
  const get = (id: string): RecordedEvent | undefined => old.get(id) ?? young.get(id);
  return {
    get,
    add(event) {
      if (get(event.id)) return;
      young.set(event.id, event);
      if (young.size < eventsMax) return;
      old = young;
      young = new Map();
    },
  };
}
