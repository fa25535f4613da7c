/** Commands of whoever keeps a ledger: to try it, write to it, run it, move it. */
import { Argument, type Command, Option } from 'commander';
import { ACCOUNT_GRANTS, GLOBAL_GRANTS } from '#access/grants.js';
import { COMMANDS } from '#domain/commands.js';
import { ANSWERS } from '#projections/answers.js';
import { type AskOptions, ask } from '../commands/ask.js';
import { SHELLS, type Shell, completion } from '../commands/completion.js';
import { type CopyFlags, copy } from '../commands/copy.js';
import { type DoOptions, doCommand } from '../commands/do.js';
import { rebuild } from '../commands/rebuild.js';
import { run } from '../commands/run.js';
import { type ScenarioOptions, scenario } from '../commands/scenario.js';
import { type ServeOptions, serveCommand, serviceVariables } from '../commands/serve.js';
import { type StartOptions, start } from '../commands/start.js';
import { type TokenOptions, token } from '../commands/token.js';
import { tour } from '../commands/tour.js';
import { offering } from '../completion/words.js';
import type { Typed } from '../granting.js';
import type { OnLedger } from '../location.js';
import { FLAGS } from '../question.js';
import { type Registry, location, onAccess, onLedger, register, withFlags } from '../registry.js';

export function registerKeeping(registry: Registry): void {
  const { root, end } = registry;

  register(registry, 'scenario', {
    description: 'run scenario files, each on an empty ledger of its own, and say which lines differ',
    examples: ['scenario test/scenarios/save-seats.jsonl', 'scenario test/scenarios/save-seats.jsonl --answers'],
    exitCodes: '0 all as the files say, 1 lines differ, 2 anything else',
  })
    .addArgument(offering(new Argument('<file...>', 'JSON Lines, see SPEC §5'), 'path'))
    .addOption(location('--log <where>', '"memory", a directory that is made, or an esdb:// URL').default('memory'))
    .option('--prefix <prefix>', 'of the stream names on EventStoreDB')
    .option('--answers', 'judge nothing; print what each line came to as JSON')
    .action(async (files: string[], options: ScenarioOptions) => end(await scenario(files, options)));

  const asking = register(registry, 'ask', {
    description: 'ask any question of SPEC §4',
    examples: ['ask accounts', 'ask overview --account harbor --at 2025-01-14T08:00:00Z --json'],
  });
  withFlags(
    onAccess(asking),
    FLAGS.map(({ field }) => field),
  )
    .addArgument(offering(new Argument('<answer>', 'allocation, explain, invoice, ...'), Object.keys(ANSWERS)))
    .option('--json', 'print the answer as one line of JSON')
    .action(async (answer: string, options: AskOptions) => end(await ask(answer, {}, options)));

  const doing = register(registry, 'do', {
    description: 'carry out a command of SPEC §3',
    examples: [`do RegisterUser '{"accountId":"harbor","userId":"zoe","name":"Zoe"}' --actor support`],
  });
  onAccess(doing)
    .addArgument(offering(new Argument('<command>', 'AssignSeats, OpenAccount, ...'), Object.keys(COMMANDS)))
    .argument('[body]', 'its fields as JSON', '{}')
    .option('--actor <name>', 'who does it (default: the user of this system)')
    .option('--json', 'print the events and their position as one line of JSON')
    .action(async (command: string, body: string, options: DoOptions) => end(await doCommand(command, body, options)));

  const running = register(registry, 'run', {
    description: 'keep the read model live and start phases when they are due, until SIGTERM',
    examples: ['run'],
    exitCodes: '0 stopped by SIGTERM or SIGINT, 2 anything else',
  });
  onLedger(running).action(async (options: OnLedger) => end(await run(options)));

  const serving = register(registry, 'serve', {
    description:
      'serve the ledger over HTTP until SIGTERM: commands and answers under /v1, their documentation at /api; it keeps the read model live and starts phases too',
    examples: ['serve', 'serve --host localhost --port 0'],
    exitCodes: '0 stopped by SIGTERM or SIGINT, 2 anything else',
  });
  listening(onLedger(serving))
    .addHelpText('after', serviceVariables)
    .action(async (options: ServeOptions) => end(await serveCommand(options)));

  const rebuilding = register(registry, 'rebuild', {
    description: 'build the read model anew from the log',
    examples: ['rebuild --json'],
    exitCodes: '0 done, 2 anything else',
  });
  onLedger(rebuilding)
    .option('--json', 'print the position read as one line of JSON')
    .action(async (options: OnLedger & { json?: boolean }) => end(await rebuild(options)));

  register(registry, 'copy', {
    description:
      'carry a ledger to another place, or go on with that, and compare the two: every event, every answer at the end, and at 100 random bounds every answer that names no user (500 of them where there are more than 3,000) and 200 that name one',
    examples: ['copy --from data --to data-copy --json'],
    exitCodes: '0 the two are the same, 1 they differ, 2 it was refused or failed',
  })
    .addOption(
      location(
        '--from <where>',
        'the ledger: a directory or an esdb:// URL; nobody may use it meanwhile',
      ).makeOptionMandatory(),
    )
    .addOption(
      location(
        '--to <where>',
        'an empty or missing directory or an esdb:// URL, or what an earlier copy left there',
      ).makeOptionMandatory(),
    )
    .option('--prefix <prefix>', 'of the stream names on EventStoreDB')
    .option('--seed <n>', 'of the random bounds, as an earlier copy told it')
    .option('--json', 'print one line of JSON: events, answers, same, and the first difference')
    .action(async (options: CopyFlags) => end(await copy(options)));

  const minting = register(registry, 'token', {
    description:
      "mint a token for a service that runs on this machine with the ledger's own keys; without --grant, one that may do everything",
    examples: [
      'token',
      'token --actor zoe --account harbor --grant licensing.view --grant support.read --expires-in 15m',
    ],
  });
  // Which grants are on which account is said by the order in which they are typed.
  const typed: Typed[] = [];
  const noting =
    (flag: Typed['flag']) =>
    (value: string): string => {
      typed.push({ flag, value });
      return value;
    };
  const grants = new Option('--grant <grant>', 'on the account before it, else on every account; may be repeated');
  onLedger(minting)
    .option('--actor <name>', 'who has it (default: the user of this system)')
    .option(
      '--account <id>',
      'that the grants after it are on; may be repeated (default: * for every account)',
      noting('account'),
    )
    .addOption(offering(grants, [...ACCOUNT_GRANTS, ...GLOBAL_GRANTS]).argParser(noting('grant')))
    .option('--expires-in <time>', 'minutes, hours or days, such as 30m, 8h or 7d', '8h')
    .option('--json', 'print the token, its actor, its grants and when it expires as one line of JSON')
    .action(async (options: TokenOptions) => end(await token(typed, options)));

  const touring = register(registry, 'tour', {
    description: 'a short tour of the sample history',
    examples: ['tour'],
    exitCodes: '0 done, 2 anything else',
  });
  onLedger(touring).action(async (options: OnLedger) => end(await tour(options)));

  const starting = register(registry, 'start', {
    description:
      'show the ledger and serve it until SIGTERM; in a directory without one, make it with the sample history first',
    examples: ['start', 'start --no-serve'],
    exitCodes: '0 done, or stopped by SIGTERM or SIGINT, 2 anything else',
  });
  listening(onLedger(starting))
    .option('--sample', 'record the sample history on EventStoreDB too, or go on with that')
    .option('--no-serve', 'show the ledger, and end')
    .action(async (options: StartOptions) => end(await start(root, options)));

  register(registry, 'completion', {
    description: 'print a script that completes commands and options in a shell: source <(seatledger completion bash)',
    examples: ['completion bash', 'completion zsh'],
    exitCodes: '0 done, 2 anything else',
  })
    .addArgument(new Argument('<shell>', 'which one').choices(SHELLS))
    .action((shell: Shell) => end(completion(shell, registry.program)));
}

function listening(command: Command): Command {
  return command
    .option('--host <host>', 'where to listen (default: SEATLEDGER_HOST, else 127.0.0.1)')
    .option('--port <port>', 'on which port (default: SEATLEDGER_PORT, else 3000; 0: one that is free)');
}
