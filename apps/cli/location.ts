/** Where the ledger is: `--log`, else EVENTSTORE_URL, else `./data`, and on EventStoreDB `--prefix` (SPEC §5). */
import { isEventStore } from '#application/ledger.js';
import { shownOf } from '#event-log/shown.js';
import { Failure } from './failure.js';

export interface OnLedger {
  readonly log?: string;
  readonly prefix?: string;
}

export const DEFAULT_LOCATION = './data';
const PLAIN = /^[\w./:=@%+,-]+$/;

/** @throws Failure where EVENTSTORE_URL names no server: a directory of that name would be made */
export function locationOf(log: string | undefined): string {
  const url = process.env['EVENTSTORE_URL']?.trim();
  if (log !== undefined || !url) return log ?? DEFAULT_LOCATION;
  if (isEventStore(url)) return url;
  throw new Failure('EVENTSTORE_URL is no connection string of EventStoreDB: expected esdb:// or esdb+discover://');
}

/** What a command has to be typed with to find a ledger, each flag after a space. */
export function flagsFor({ log, prefix }: OnLedger): string {
  const location = locationOf(log);
  if (!isEventStore(location)) return location === locationOf(undefined) ? '' : ` --log ${quoted(location)}`;
  // The variable may be set for one command only.
  const named = hasSecrets(location) ? '"$EVENTSTORE_URL"' : quoted(location);
  return ` --log ${named}${prefix === undefined ? '' : ` --prefix ${quoted(prefix)}`}`;
}

/** A connection string with a password is not for the screen: commands that are shown take it from EVENTSTORE_URL. */
export function hasSecrets(location: string): boolean {
  return isEventStore(location) && !location.startsWith(shownOf(location));
}

/** For a shell. */
export function quoted(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
