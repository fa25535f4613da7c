/** Where the ledger is: `--log`, else EVENTSTORE_URL, else `./data`, and on EventStoreDB `--prefix` (SPEC §5). */

export interface OnLedger {
  readonly log?: string;
  readonly prefix?: string;
}

export const DEFAULT_LOCATION = './data';

export function locationOf(log: string | undefined): string {
  return log ?? (process.env['EVENTSTORE_URL'] || DEFAULT_LOCATION);
}
