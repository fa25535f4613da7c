/** `seatledger`: the commands and answers of SPEC §3 and §4 for a terminal (SPEC §5), and what each trade does with them. */
import { Command, CommanderError } from 'commander';
import { type ExitCode, SUCCEEDED, tell } from './failure.js';
import { endQuietlyWhenUnread } from './output.js';
import { type Registry, spelling } from './registry.js';
import { registerAuditing } from './trades/auditing.js';
import { registerBilling } from './trades/billing.js';
import { registerImporting } from './trades/importing.js';
import { registerKeeping } from './trades/keeping.js';
import { registerSupport } from './trades/support.js';

/**
 * @param args as typed
 * @param root the checkout's directory
 */
export async function main(args: readonly string[], root: string): Promise<ExitCode> {
  endQuietlyWhenUnread();
  let code: ExitCode = SUCCEEDED;
  const program = new Command('seatledger');
  let running = program;
  program.hook('preAction', (_, command) => {
    running = command;
  });
  registerCommands({ program, root, end: (ended) => (code = ended) });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said what there is to say; of what a command throws, nothing is said yet.
    if (error instanceof CommanderError) return tell(error, { isJson: false });
    return tell(error, { isJson: isForPrograms(running), flagOf: spelling(running) });
  }
}

export function registerCommands(registry: Registry): void {
  registry.program
    .description('A ledger of named seats: what was so, and what was known, at any instant.')
    .exitOverride()
    .showHelpAfterError('(seatledger --help tells what there is)')
    .addHelpText(
      'after',
      '\nseatledger <command> --help shows examples, all of them on the sample ledger that "npm start" makes.',
    );
  registry.program.commandsGroup('For support:');
  registerSupport(registry);
  registry.program.commandsGroup('For billing:');
  registerBilling(registry);
  registry.program.commandsGroup('For auditors:');
  registerAuditing(registry);
  registry.program.commandsGroup('For whoever keeps a ledger:');
  registerKeeping(registry);
  registerImporting(registry);
}

function isForPrograms(command: Command): boolean {
  const { json, format } = command.opts<{ json?: boolean; format?: string }>();
  return json === true || format === 'jsonl';
}
