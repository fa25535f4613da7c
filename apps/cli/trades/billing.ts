/** Commands of billing: what a month and a period come to. */
import type { Registry } from '../registry.js';
import { registerAnswer } from './answers.js';

export function registerBilling(registry: Registry): void {
  registerAnswer(registry, 'invoice', ['accountId', 'period'], {
    description: "an account's invoice for a period, line by line, provisional while the period is not over",
    examples: ['invoice northwind 2025-12', 'invoice northwind 2025-12 --known-at 2026-01-12T00:00:00Z --json'],
  });
}
