/** A command for each answer of SPEC §4 that people ask for by name: what says whose it is comes as arguments, bounds and filters as flags. */
import type { Command } from 'commander';
import { ANSWERS, type AnswerName } from '#projections/answers.js';
import { type AskOptions, ask } from '../commands/ask.js';
import { FLAGS } from '../question.js';
import { type About, type Registry, onAccess, register, withFlags } from '../registry.js';

/** @param given the fields that are arguments, in this order */
export function registerAnswer(registry: Registry, name: AnswerName, given: readonly string[], about: About): void {
  answerCommand(registry, name, given, about)
    .option('--json', 'print the answer as one line of JSON')
    .action(async (...typed: unknown[]) => {
      const options = typed[given.length] as AskOptions;
      registry.end(await ask(name, fieldsOf(given, typed), options));
    });
}

/** The command with its arguments and a flag for every other field of the answer, whatever it does with them. */
export function answerCommand(registry: Registry, name: AnswerName, given: readonly string[], about: About): Command {
  const command = register(registry, name, about);
  for (const field of given) {
    const { flag, meaning } = FLAGS.find((known) => known.field === field)!;
    command.argument(`<${flag.slice(2)}>`, meaning);
  }
  const others = Object.keys(ANSWERS[name].of.shape).filter((field) => !given.includes(field));
  return onAccess(withFlags(command, others));
}

export function fieldsOf(given: readonly string[], typed: readonly unknown[]): Record<string, string> {
  return Object.fromEntries(given.map((field, index) => [field, typed[index] as string]));
}
