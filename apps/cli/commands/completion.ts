/** `seatledger completion`: a script for a shell, made of the commands as they are registered. */
import type { Command } from 'commander';
import { bashCompletion } from '../completion/bash.js';
import { wordsOf } from '../completion/words.js';
import { zshCompletion } from '../completion/zsh.js';
import { type ExitCode, SUCCEEDED } from '../failure.js';

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion };

export type Shell = keyof typeof SCRIPTS;
export const SHELLS = Object.keys(SCRIPTS) as readonly Shell[];

export function completion(shell: Shell, program: Command): ExitCode {
  process.stdout.write(SCRIPTS[shell](wordsOf(program)));
  return SUCCEEDED;
}
