/** Commands of support: who may use what, since when, and why not. */
import type { Registry } from '../registry.js';
import { registerAnswer } from './answers.js';

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
}
