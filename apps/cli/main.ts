/** `seatledger`: the commands and answers of SPEC §3 and §4 for a terminal (SPEC §5). */
import { Command, CommanderError } from 'commander';
import { type DoOptions, doCommand } from './commands/do.js';
import { type AskOptions, ask } from './commands/ask.js';
import { type CopyFlags, copy } from './commands/copy.js';
import { rebuild } from './commands/rebuild.js';
import { run } from './commands/run.js';
import { type ScenarioOptions, scenario } from './commands/scenario.js';
import { type StartOptions, start } from './commands/start.js';
import { tour } from './commands/tour.js';
import { type ExitCode, SUCCEEDED, tell } from './failure.js';
import { endQuietlyWhenUnread } from './output.js';
import type { OnLedger } from './location.js';
import { FLAGS, flagOf } from './question.js';

/**
 * @param args as typed
 * @param root the checkout's directory
 */
export async function main(args: readonly string[], root: string): Promise<ExitCode> {
  endQuietlyWhenUnread();
  let code: ExitCode = SUCCEEDED;
  const program = commands(root, (ended) => (code = ended));
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said what there is to say; of what a command throws, nothing is said yet.
    if (error instanceof CommanderError) return tell(error, { isJson: false });
    return tell(error, { isJson: args.includes('--json'), ...(args[0] === 'ask' && { flagOf }) });
  }
}

function commands(root: string, end: (code: ExitCode) => void): Command {
  const program = new Command('seatledger')
    .description('A ledger of named seats: what was so, and what was known, at any instant.')
    .exitOverride()
    .showHelpAfterError('(seatledger --help tells what there is)');

  const onLedger = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option('--log <where>', 'the ledger: a directory or an esdb:// URL (default: EVENTSTORE_URL, else ./data)')
      .option('--prefix <prefix>', 'of the stream names on EventStoreDB');

  program
    .command('scenario')
    .description('run scenario files, each on an empty ledger of its own, and say which lines differ')
    .argument('<file...>', 'JSON Lines, see SPEC §5')
    .option('--log <where>', '"memory", a directory that is made, or an esdb:// URL', 'memory')
    .option('--prefix <prefix>', 'of the stream names on EventStoreDB')
    .option('--answers', 'judge nothing; print what each line came to as JSON')
    .action(async (files: string[], options: ScenarioOptions) => end(await scenario(files, options)));

  const asking = onLedger('ask', 'ask a question of SPEC §4').argument('<answer>', 'allocation, explain, invoice, ...');
  for (const { flag, value, meaning } of FLAGS) asking.option(`${flag} <${value}>`, meaning);
  asking
    .option('--json', 'print the answer as one line of JSON')
    .action(async (answer: string, options: AskOptions) => end(await ask(answer, options)));

  onLedger('do', 'carry out a command of SPEC §3')
    .argument('<command>', 'AssignSeats, OpenAccount, ...')
    .argument('[body]', 'its fields as JSON', '{}')
    .option('--actor <name>', 'who does it (default: the user of this system)')
    .option('--json', 'print the events and their position as one line of JSON')
    .action(async (command: string, body: string, options: DoOptions) => end(await doCommand(command, body, options)));

  onLedger('run', 'keep the read model live and start phases when they are due, until SIGTERM').action(
    async (options: OnLedger) => end(await run(options)),
  );
  onLedger('rebuild', 'build the read model anew from the log')
    .option('--json', 'print the position read as one line of JSON')
    .action(async (options: OnLedger & { json?: boolean }) => end(await rebuild(options)));
  program
    .command('copy')
    .description(
      'carry a ledger to another place, or go on with that, and compare the two: every event, every answer at the end, and at 100 random bounds every answer that names no user (500 of them where there are more than 3,000) and 200 that name one',
    )
    .requiredOption('--from <where>', 'the ledger: a directory or an esdb:// URL; nobody may use it meanwhile')
    .requiredOption(
      '--to <where>',
      'an empty or missing directory or an esdb:// URL, or what an earlier copy left there',
    )
    .option('--prefix <prefix>', 'of the stream names on EventStoreDB')
    .option('--seed <n>', 'of the random bounds, as an earlier copy told it')
    .option('--json', 'print one line of JSON: events, answers, same, and the first difference')
    .addHelpText('after', 'Exits 0 where the two are the same, 1 where they differ, 2 where it was refused or failed.')
    .action(async (options: CopyFlags) => end(await copy(options)));
  onLedger('tour', 'a short tour of the sample history').action(async (options: OnLedger) => end(await tour(options)));
  onLedger('start', 'show the ledger; in a directory without one, make it with the sample history first')
    .option('--sample', 'record the sample history on EventStoreDB too, or go on with that')
    .action(async (options: StartOptions) => end(await start(root, options)));
  return program;
}
