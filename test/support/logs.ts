/** The logs that whatever holds of any is tested on: one in memory, and EventStoreDB, whose positions have gaps. */
import { openEventStoreLog } from '#event-log/eventstoredb.js';
import { memoryLog } from '#event-log/memory.js';
import type { EventLog } from '#event-log/port.js';
import { eventStoreForTests } from './eventstore-url.js';

export const LOGS = ['in memory', 'on EventStoreDB'] as const;
export type LogPlace = (typeof LOGS)[number];

/**
 * To be called where a file's tests are declared.
 * @returns makes a new, empty log, once tests run
 */
export function logsForTests(): (place: LogPlace) => Promise<EventLog> {
  const server = eventStoreForTests();
  return async (place) =>
    place === 'in memory' ? memoryLog() : openEventStoreLog(server.url, { prefix: server.freshPrefix() });
}

/** Each with each. */
export function onEveryLog<Row extends readonly unknown[]>(rows: readonly Row[]): [LogPlace, ...Row][] {
  return LOGS.flatMap((place) => rows.map((row): [LogPlace, ...Row] => [place, ...row]));
}
