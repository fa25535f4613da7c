/** Commands of auditors: to hold a ledger against itself, and to take along what it says. */
import { verify } from '../commands/verify.js';
import type { OnLedger } from '../location.js';
import { type Registry, onLedger, register } from '../registry.js';

export function registerAuditing(registry: Registry): void {
  const verifying = register(registry, 'verify', {
    description:
      'rebuild the read model beside the one in use and compare every row; every event of the log is read and its checksum held against it',
    examples: ['verify', 'verify --json'],
    exitCodes: '0 the same, 1 a row differs, and the first is named, 2 anything else, such as a damaged log',
  });
  onLedger(verifying)
    .option('--json', 'print one line of JSON: same, position, rows, and the first difference')
    .action(async (options: OnLedger & { json?: boolean }) => registry.end(await verify(options)));
}
