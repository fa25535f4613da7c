/** `npm start`: a sample history, made once and whole, and a tour of it. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, SLOW_MS, freshDirectory, removeDirectories, seatledger, start, startByNpm } from './support/launcher.js';

const SAMPLE = join('apps', 'cli', 'sample');
/** Before the arguments of each command that the tour tells. */
const REPEAT = '  $ npm run --silent seatledger -- ';
/** A process that is not there: no system gives out so high an id. */
const NOBODY = 2 ** 30;

import.meta.jest.setTimeout(SLOW_MS);
afterAll(removeDirectories);

test('the sample is a scenario that does what it says, written by its generator', async () => {
  const directory = freshDirectory();
  const written = join(directory, 'history.jsonl');
  execFileSync(process.execPath, [join(ROOT, SAMPLE, 'generate.mjs'), written]);
  expect(readFileSync(written, 'utf8')).toBe(readFileSync(join(ROOT, SAMPLE, 'history.jsonl'), 'utf8'));
  expect(await seatledger(['scenario', written], { cwd: directory })).toMatchObject({ code: 0 });
});

test('npm start makes ./data where it was called, clears what a killed one left, and shows it; the next leaves it as it is', async () => {
  const cwd = freshDirectory();
  mkdirSync(join(cwd, `data.making-${NOBODY}`));
  writeFileSync(join(cwd, `data.making-${NOBODY}`, 'ledger.db'), 'half');
  const first = await startByNpm(['start', '--', '--no-serve'], { cwd }).ended;
  expect(first.code).toBe(0);
  expect(readdirSync(cwd)).toEqual(['data']);
  const log = readFileSync(join(cwd, 'data', 'ledger.db'));

  const second = await startByNpm(['start', '--silent', '--', '--no-serve'], { cwd }).ended;
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(join(cwd, 'data', 'ledger.db')).equals(log)).toBe(true);

  const commands = second.stdout.split('\n').filter((line) => line.startsWith(`${REPEAT}ask `));
  expect(commands.length).toBeGreaterThanOrEqual(8);
  const repeated = await Promise.all(
    commands.map((command) => seatledger(command.slice(REPEAT.length).split(' '), { cwd })),
  );
  for (const ended of repeated) expect(ended).toMatchObject({ code: 0, stderr: '' });
});

test('a start that is killed leaves no ./data; two at once make one', async () => {
  const cwd = freshDirectory();
  const victim = start(['start', '--no-serve'], { cwd });
  while (!readdirSync(cwd).some((name) => name.startsWith('data.making-')))
    await new Promise((resolve) => setTimeout(resolve, 5));
  victim.child.kill('SIGKILL');
  await victim.ended;
  expect(existsSync(join(cwd, 'data'))).toBe(false);

  const ended = await Promise.all([
    start(['start', '--no-serve'], { cwd }).ended,
    start(['start', '--no-serve'], { cwd }).ended,
  ]);
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  expect(readdirSync(cwd)).toEqual(['data']);
});

test('a ./data that holds something else is left alone', async () => {
  const cwd = freshDirectory();
  mkdirSync(join(cwd, 'data'));
  writeFileSync(join(cwd, 'data', 'photo.jpg'), 'mine');
  const { code, stderr } = await seatledger(['start', '--no-serve'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('holds no ledger');
  expect(readdirSync(join(cwd, 'data'))).toEqual(['photo.jpg']);
});
