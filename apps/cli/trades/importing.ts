/** `import`, for whoever brings users and seats from elsewhere. */
import { type ImportFlags, importFile } from '../commands/import.js';
import { FILE_BYTES_MAX, ROWS_MAX } from '../importing/table.js';
import { type Registry, onAccess, register, withRepeated } from '../registry.js';

const MIB = 1024 * 1024;

const FILE_HELP = `
The file is CSV in UTF-8 whose first row names its columns, in any order:

  account,userId,name,roles,product,effectiveAt,reason
  harbor,zoe,Zoe Ray,agent;lead,copilot,2026-03-01T08:00:00Z,from the old system
  harbor,zoe,,,qm,2026-03-01T08:00:00Z,from the old system
  harbor,max,Max Low,agent,,,

name registers a user who is not there yet, with the roles (separated by ";" or spaces); product gives the user a seat. One of the two
may be empty. effectiveAt is when it is so: now where it is empty, and where it is earlier the row says why in reason.
Every row is checked before anything is written, and every bad one is named. An account is imported whole, as one append, or not
at all; the same rows of an account again do nothing. At most ${ROWS_MAX} rows and ${FILE_BYTES_MAX / MIB} MiB a file, 20,000 events an account;
over a running service (--url) 20,000 rows an account.`;

export function registerImporting(registry: Registry): void {
  const importing = register(registry, 'import', {
    description: 'users and seats from a CSV file, an account whole or not at all',
    examples: [
      'import apps/cli/sample/users.csv --dry-run',
      'import apps/cli/sample/users.csv --account harbor --actor migration --json',
    ],
    exitCodes:
      '0 every account was imported, 1 some were refused or failed and the others were imported, 2 anything else',
  });
  withRepeated(onAccess(importing), 'account', 'only the rows of this account; may be repeated')
    .argument('<file>', 'CSV, see below')
    .option('--dry-run', 'write nothing; say what is wrong and what would be imported')
    .option('--actor <name>', 'who does it (default: the user of this system; a service knows by the token)')
    .option('--json', 'print JSON Lines: one a bad row and one an account, and a summary last')
    .addHelpText('after', FILE_HELP)
    .action(async (file: string, options: ImportFlags) => registry.end(await importFile(file, options)));
}
