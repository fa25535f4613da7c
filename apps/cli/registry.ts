/** What the commands of `seatledger` are registered with: where they find a ledger, what their help shows, how their flags are called. */
import { Command, Option } from 'commander';
import { offering } from './completion/words.js';
import type { ExitCode } from './failure.js';
import { FLAGS } from './question.js';

export interface Registry {
  readonly program: Command;
  /** The checkout's directory. */
  readonly root: string;
  /** Told by a command how it ended. */
  readonly end: (code: ExitCode) => void;
}

export interface About {
  readonly description: string;
  /** Typed after `seatledger`, on the sample ledger that `npm start` makes; a test runs each of them. */
  readonly examples: readonly [string, ...string[]];
  /** Where they say more than that something was refused. */
  readonly exitCodes?: string;
}

const EXIT_CODES = '0 done, 1 refused, 2 anything else';

export function register({ program }: Registry, name: string, about: About): Command {
  return told(program.command(name), about);
}

/** A command with what its help says, from the first line to the exit codes. */
export function told(command: Command, { description, examples, exitCodes = EXIT_CODES }: About): Command {
  const typed = examples.map((example) => `  $ seatledger ${example}\n`).join('');
  return command.description(description).addHelpText('after', `\nExamples:\n${typed}\nExit codes: ${exitCodes}`);
}

/** For what only a ledger that this machine can open will do. */
export function onLedger(command: Command): Command {
  return command
    .addOption(
      location('--log <where>', 'the ledger: a directory or an esdb:// URL (default: EVENTSTORE_URL, else ./data)'),
    )
    .option('--prefix <prefix>', 'of the stream names on EventStoreDB');
}

/** For what a running service does as well (access.ts). */
export function onAccess(command: Command): Command {
  return onLedger(command)
    .option('--url <url>', 'of a running service, in place of a ledger (default: SEATLEDGER_URL)')
    .option('--token <token>', 'for that service (default: SEATLEDGER_TOKEN)');
}

/** The flags of these fields of a question, as `ask` has them. */
export function withFlags(command: Command, fields: readonly string[]): Command {
  for (const { flag, field, value, meaning } of FLAGS) {
    if (fields.includes(field)) command.option(`${flag} <${value}>`, meaning);
  }
  return command;
}

/** A flag that may be given several times, once for each id. */
export function withRepeated(command: Command, name: string, meaning: string): Command {
  const collect = (id: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), id];
  return command.addOption(new Option(`--${name} <id>`, meaning).argParser(collect));
}

/** An option whose value is a place of a ledger: most often a directory. */
export function location(flags: string, description: string): Option {
  return offering(new Option(flags, description), 'path');
}

/** What was typed for a field of a question: a flag of the command, or an argument in its place. */
export function spelling(command: Command): (field: string) => string | undefined {
  return (field) => {
    const flag = FLAGS.find((known) => known.field === field)?.flag;
    if (flag === undefined || command.options.some(({ long }) => long === flag)) return flag;
    const argument = command.registeredArguments.find((known) => `--${known.name()}` === flag);
    return argument && `<${argument.name()}>`;
  };
}
