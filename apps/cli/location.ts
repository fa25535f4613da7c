/** Where the ledger is: `--log`, else EVENTSTORE_URL, else `./data` (SPEC §5). */

export const DEFAULT_LOCATION = './data';

export function locationOf(log: string | undefined): string {
  return log ?? (process.env['EVENTSTORE_URL'] || DEFAULT_LOCATION);
}
