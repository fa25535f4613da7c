/** What the command line says of itself: the examples in its help do what they show, and shells complete what there is. */
import { execFileSync, spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { bashCompletion } from '../../apps/cli/completion/bash.js';
import { type CommandWords, wordsOf } from '../../apps/cli/completion/words.js';
import { zshCompletion } from '../../apps/cli/completion/zsh.js';
import { registerCommands } from '../../apps/cli/main.js';
import { ROOT, SLOW_MS, freshDirectory, removeDirectories, scenarioFile } from './support/launcher.js';
import { type SharedProcess, sharedProcess } from './support/shared-process.js';
import { OPENED } from './support/stories.js';

import.meta.jest.setTimeout(SLOW_MS);
afterAll(removeDirectories);

const EXAMPLE = '  $ seatledger ';
/** The examples of these go on until they are stopped. */
const STAYS = /^run\b|^serve\b|^start$|--follow\b/;
/** The examples of this ask the sample every question there is, for a minute. */
const COMPARES = /^copy\b/;

const program = new Command('seatledger');
registerCommands({ program, root: ROOT, end: () => {} });
const helps = new Map(program.commands.map((command) => [command.name(), helpOf(command)]));

function helpOf(command: Command): string {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help;
}

function examplesOf(name: string): string[] {
  const lines = helps.get(name)!.split('\n');
  return lines.filter((line) => line.startsWith(EXAMPLE)).map((line) => line.slice(EXAMPLE.length));
}

/** As a shell does, as far as the examples go. */
function split(typed: string): string[] {
  return [...typed.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

test.each([...helps.keys()])('the help of %s shows examples of it and says what its exit codes mean', (name) => {
  expect(helps.get(name)).toMatch(/^Exit codes: 0 .+, 2 .+$/m);
  expect(examplesOf(name).length).toBeGreaterThanOrEqual(1);
  for (const example of examplesOf(name)) expect(split(example)[0]).toBe(name);
});

describe('on the sample ledger', () => {
  const examples = [...helps.keys()].flatMap(examplesOf);
  let commands: SharedProcess;

  beforeAll(async () => {
    const cwd = freshDirectory();
    // Examples are typed in the checkout.
    symlinkSync(join(ROOT, 'test'), join(cwd, 'test'));
    symlinkSync(join(ROOT, 'apps'), join(cwd, 'apps'));
    commands = await sharedProcess(cwd);
    expect(await commands.run(['start', '--no-serve'])).toMatchObject({ code: 0 });
  });
  afterAll(() => commands.close());

  test.each(examples.filter((example) => !COMPARES.test(example)))('the example "%s" runs', async (example) => {
    const ended = await commands.run(split(example), STAYS.test(example));
    expect({ ...ended, stderr: '' }).toEqual({ code: 0, stdout: expect.stringMatching(/\n$/), stderr: '' });
  });

  test.each(examples.filter((example) => COMPARES.test(example)))('the example "%s" runs, on less', async (example) => {
    const cwd = freshDirectory();
    scenarioFile(cwd, 'data.jsonl', OPENED);
    const less = await sharedProcess(cwd);
    expect(await less.run(['scenario', 'data.jsonl', '--log', '.'])).toMatchObject({ code: 0 });
    expect(await less.run(split(example))).toMatchObject({ code: 0, stderr: '' });
    await less.close();
  });
});

describe('completion', () => {
  const words = wordsOf(program);
  const script = bashCompletion(words);

  /** What bash offers for the last of the words that were typed, in a directory with a ledger named `data`. */
  function offered(...typed: readonly (readonly string[])[]): string[][] {
    const cwd = freshDirectory();
    writeFileSync(join(cwd, 'data file'), '');
    const asked = typed.map((line) => {
      const quoted = ['seatledger', ...line].map((word) => `'${word}'`).join(' ');
      return `COMP_WORDS=(${quoted}); COMP_CWORD=${line.length}; _seatledger; (IFS='|'; echo "\${COMPREPLY[*]}")`;
    });
    const input = `set -u\n${script}\n${asked.join('\n')}\n`;
    const printed = execFileSync('bash', { cwd, input, encoding: 'utf8' });
    return printed
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split('|').filter((word) => word !== ''));
  }

  test('bash offers every command, and for each of them every option that it takes', () => {
    const [names, ...options] = offered([''], ...words.map(({ name }) => [name, '-']));
    expect(names).toEqual([...helps.keys(), 'help']);
    expect(options).toEqual(words.map((command) => command.options.flatMap((option) => option.names)));
    expect(words.find(({ name }) => name === 'explain')).toMatchObject(optioned('--at', '--known-at', '--json'));
  });

  test('bash offers the values that there are: formats, answers, commands, shells, files; for ids, nothing', () => {
    expect(
      offered(
        ['peaks', '--format', ''],
        ['peaks', '--format', '=', 'c'],
        ['history', '--format', 'csv', 'harbor', '--js'],
        ['ask', '--account', '=', 'harbor', 'al'],
        ['do', 'Ass'],
        ['completion', ''],
        ['help', 'pea'],
        ['explain', '--log', 'da'],
        ['explain', 'harbor', '--at', ''],
      ),
    ).toEqual([
      ['table', 'csv', 'jsonl'],
      ['csv'],
      ['--json'],
      ['allocation'],
      ['AssignSeats'],
      ['bash', 'zsh'],
      ['peaks'],
      ['data file'],
      [],
    ]);
  });

  test('zsh is told what each command and option is for, and takes the script', () => {
    const zsh = zshCompletion(words);
    for (const { name } of words) expect(zsh).toMatch(new RegExp(`^ {8}${name}\\)$`, 'm'));
    expect(zsh).toContain(`'--format[of the rows]:value:(table csv jsonl)'`);
    const { status, error, stderr } = spawnSync('zsh', ['-n'], { input: zsh, encoding: 'utf8' });
    // Not every machine has it.
    if (error === undefined) expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  function optioned(...names: string[]): Partial<CommandWords> {
    return { options: expect.arrayContaining(names.map((name) => expect.objectContaining({ names: [name] }))) };
  }
});
