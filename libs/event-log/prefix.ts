/** What the names of a log's streams begin with on a server that holds others' streams too (SPEC §2), before a slash. */
export const DEFAULT_PREFIX = 'seatledger';
