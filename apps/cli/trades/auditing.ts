/** Commands of auditors: to hold a ledger against itself, and to take along what it says. */
import { Option } from 'commander';
import { EXPORT_FORMATS, type ExportFlags, WHAT, exportAll } from '../commands/export.js';
import { verify } from '../commands/verify.js';
import type { OnLedger } from '../location.js';
import { type Registry, location, onAccess, onLedger, register, withFlags, withRepeated } from '../registry.js';

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

  const exporting = register(registry, 'export', {
    description:
      'events and answers of all accounts as CSV or JSON Lines, of one state of the ledger; no cell is one that a spreadsheet would run',
    examples: [
      'export --what events --format jsonl',
      'export --what users --account harbor --at 2025-06-01T00:00:00Z',
      'export --what peaks --month 2025-12 --out peaks.csv',
      'export --what invoices --period 2025-12 --known-at 2026-01-12T00:00:00Z --json',
    ],
    exitCodes: '0 done, 1 refused, or some accounts failed and the others are exported, 2 anything else',
  })
    .addOption(new Option('--what <what>', 'of the ledger').choices(WHAT).makeOptionMandatory())
    .addOption(new Option('--format <format>', 'of the rows').choices(EXPORT_FORMATS).default('csv'))
    .addOption(new Option('--json', 'a line of JSON for each row (--format jsonl)').conflicts('format'))
    .addOption(location('--out <file>', 'where to; the file appears when it is whole (default: stdout)'));
  withRepeated(exporting, 'account', 'only this account; may be repeated');
  onAccess(withFlags(exporting, ['month', 'period', 'at', 'knownAt', 'position'])).action(
    async (options: ExportFlags) => registry.end(await exportAll(options)),
  );
}
