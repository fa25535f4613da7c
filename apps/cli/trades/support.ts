/** Commands of support: who may use what, since when, and why not. */
import { Option } from 'commander';
import { type HistoryOptions, history } from '../commands/history.js';
import type { Registry } from '../registry.js';
import { withFormat } from '../rows.js';
import { answerCommand, registerAnswer } from './answers.js';

export function registerSupport(registry: Registry): void {
  registerAnswer(registry, 'explain', ['accountId', 'userId', 'product'], {
    description: 'why a user has or lacks access to a product, as the story that led there',
    examples: [
      'explain harbor ines copilot --at 2025-03-03T12:00:00Z',
      'explain harbor ben copilot --at 2025-02-20T09:00:00Z --json',
    ],
  });
  registerAnswer(registry, 'allocation', ['accountId', 'product'], {
    description: "an account's seats of a product: how many it may hold and holds, and who holds them since when",
    examples: ['allocation harbor copilot --at 2025-01-14T08:00:00Z', 'allocation northwind qm --json'],
  });
  registerAnswer(registry, 'holdings', ['accountId', 'product'], {
    description: 'every interval in which somebody held a seat of a product, from when to when',
    examples: ['holdings harbor copilot', 'holdings harbor copilot --user ben --json'],
  });

  const telling = answerCommand(registry, 'history', ['accountId'], {
    description: "an account's events, oldest first; with --follow it goes on with those that come",
    examples: [
      'history harbor --user ines --product copilot',
      'history northwind --from 2025-11-01T00:00:00Z --to 2026-01-01T00:00:00Z --format csv',
      'history harbor --follow --json',
    ],
    exitCodes: '0 done, or stopped by SIGTERM or SIGINT, 1 refused, 2 anything else',
  }).addOption(
    new Option(
      '--follow',
      'go on with what is recorded from now on, in that order, until SIGTERM or nobody reads it',
    ).conflicts(['at', 'knownAt', 'position']),
  );
  withFormat(telling, 'the answer as one line of JSON; with --follow a line for each event (--format jsonl)').action(
    async (account: string, options: HistoryOptions) => registry.end(await history(account, options)),
  );
}
