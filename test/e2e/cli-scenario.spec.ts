/** `seatledger scenario` (SPEC §5): what it prints to the byte, what it refuses before the first line, and that a printed line is durable. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '#application/ledger.js';
import {
  ROOT,
  SLOW_MS,
  freshDirectory,
  removeDirectories,
  scenarioFile,
  seatledger,
  start,
  startByNpm,
} from './support/launcher.js';
import { ACCOUNT, AT, OPENED, does, registrations } from './support/stories.js';

import.meta.jest.setTimeout(SLOW_MS);
afterAll(removeDirectories);

const asks = (answer: object): object => ({ at: AT, ask: 'phases', of: { programId: 'none' }, answer });

test('every scenario of the project does what it says, in memory', async () => {
  const files = readdirSync(join(ROOT, 'test', 'scenarios')).map((name) => join('test', 'scenarios', name));
  const { code, stdout, stderr } = await seatledger(['scenario', ...files], { cwd: ROOT });
  expect(stdout).toMatch(new RegExp(`^${files.length} files, \\d+ lines: all as they say\\.\n$`));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('with --answers each do and ask is one line on stdout, its file as given, its line counted over all lines', async () => {
  const cwd = freshDirectory();
  mkdirSync(join(cwd, 'sub'));
  const lines = [
    '# comment',
    '',
    OPENED[0]!,
    does('OpenAccount', ACCOUNT),
    does('OpenAccount', ACCOUNT),
    asks({}),
    does('Foo', {}),
    { at: AT, ask: 'products' },
  ];
  scenarioFile(cwd, 'sub/a.jsonl', lines);
  scenarioFile(cwd, 'b.jsonl', [OPENED[0]!]);
  const { code, stdout } = await seatledger(['scenario', './sub/a.jsonl', 'b.jsonl', '--answers'], { cwd });
  const product = {
    product: 'copilot',
    name: 'Copilot',
    provisioning: 'assigned',
    overage: 'block',
    requires: [],
    includes: [],
    exclusiveGroup: null,
    sale: 'on-sale',
    complimentary: 0,
    features: [],
    units: 'seat',
    basePack: 0,
    prices: [],
  };
  expect(stdout.split('\n')).toEqual([
    '{"file":"./sub/a.jsonl","line":3,"events":["ProductDefined"]}',
    '{"file":"./sub/a.jsonl","line":4,"events":["AccountOpened"]}',
    '{"file":"./sub/a.jsonl","line":5,"refused":"account-exists"}',
    '{"file":"./sub/a.jsonl","line":6,"refused":"program-not-found"}',
    '{"file":"./sub/a.jsonl","line":7,"refused":"invalid-input"}',
    expect.stringMatching(/^\{"file":"\.\/sub\/a\.jsonl","line":8,"answer":\{"products":\[\{/),
    '{"file":"b.jsonl","line":1,"events":["ProductDefined"]}',
    '',
  ]);
  expect(JSON.parse(stdout.split('\n')[5]!)).toMatchObject({
    answer: { products: [product], at: '2026-01-05T10:00:00.000Z', knownAt: '2026-01-05T10:00:00.000Z', position: 2 },
  });
  expect(code).toBe(0);
});

test('paths are meant from where npm was called, for files and ledgers alike', async () => {
  const cwd = freshDirectory();
  scenarioFile(cwd, 'a.jsonl', OPENED);
  const args = ['run', '--silent', 'seatledger', '--', 'scenario', 'a.jsonl', '--answers', '--log', 'ledgers'];
  expect(await startByNpm(args, { cwd }).ended).toEqual({
    code: 0,
    stdout:
      '{"file":"a.jsonl","line":1,"events":["ProductDefined"]}\n{"file":"a.jsonl","line":2,"events":["AccountOpened"]}\n',
    stderr: '',
  });
  expect(existsSync(join(cwd, 'ledgers', 'a', 'ledger.db'))).toBe(true);
});

test('a line that differs is told with file and line, what was expected and what was; the exit code is 1', async () => {
  const cwd = freshDirectory();
  const wrong = [
    ...OPENED,
    { at: AT, ask: 'products', answer: { position: 3 } },
    { ...does('RegisterUser', {}), refused: 'user-exists' },
  ];
  scenarioFile(cwd, 'a.jsonl', wrong);
  const { code, stdout, stderr } = await seatledger(['scenario', 'a.jsonl'], { cwd });
  const [asked, done, summary] = stdout.split('\n');
  expect(asked).toBe('a.jsonl:3: ask products: answer.position: expected 3, was 2');
  expect(done).toMatch(/^a\.jsonl:4: do RegisterUser: expected refused user-exists, was refused invalid-input: /);
  expect(summary).toBe('1 file, 4 lines: 2 differ.');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
});

test.each([
  ['not JSON', '{"at":', 'b.jsonl:2: not JSON'],
  ['without at', '{"do":"Foo"}', 'b.jsonl:2: at'],
  ['without do or ask', `{"at":"${AT}"}`, 'b.jsonl:2: expected either do'],
  ['before an earlier one', '{"at":"2020-01-01T00:00:00Z","do":"Foo"}', 'b.jsonl:2: at is before'],
])('a line %s stops every file before its first line', async (_, line, message) => {
  const cwd = freshDirectory();
  scenarioFile(cwd, 'a.jsonl', OPENED);
  scenarioFile(cwd, 'b.jsonl', [OPENED[0]!, line]);
  const { code, stdout, stderr } = await seatledger(['scenario', 'a.jsonl', 'b.jsonl', '--answers'], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('a ledger that is not empty, or that two files would share, is refused before the first line', async () => {
  const cwd = freshDirectory();
  mkdirSync(join(cwd, 'other'));
  for (const name of ['a.jsonl', 'other/a.jsonl', 'b.jsonl']) scenarioFile(cwd, name, OPENED);
  expect(await seatledger(['scenario', 'a.jsonl', 'other/a.jsonl', '--log', 'one'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr: 'a.jsonl and other/a.jsonl would share the ledger one/a; rename one of them\n',
  });
  expect(existsSync(join(cwd, 'one'))).toBe(false);

  expect(await seatledger(['scenario', 'a.jsonl', '--log', 'one'], { cwd })).toMatchObject({ code: 0 });
  const again = await seatledger(['scenario', 'b.jsonl', 'a.jsonl', '--log', 'one'], { cwd });
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toContain('one/a is not empty');
  expect(existsSync(join(cwd, 'one', 'b'))).toBe(false);

  mkdirSync(join(cwd, 'two', 'b'), { recursive: true });
  writeFileSync(join(cwd, 'two', 'b', 'notes.txt'), 'mine');
  expect(await seatledger(['scenario', 'b.jsonl', '--log', 'two'], { cwd })).toMatchObject({ code: 2, stdout: '' });
});

test('a file that is not there is a failure, told on stderr before the first line', async () => {
  const cwd = freshDirectory();
  scenarioFile(cwd, 'a.jsonl', OPENED);
  const missing = await seatledger(['scenario', 'a.jsonl', 'b.jsonl'], { cwd });
  expect(missing).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('b.jsonl') });
});

test('what a killed run has printed is in the ledger', async () => {
  const cwd = freshDirectory();
  const LINES = 400;
  scenarioFile(cwd, 'a.jsonl', [...OPENED, ...registrations(LINES)]);
  const running = start(['scenario', 'a.jsonl', '--answers', '--log', '.'], { cwd });
  await running.printed(60);
  running.child.kill('SIGKILL');
  const printed = (await running.ended).stdout.split('\n').length - 1;
  expect(printed).toBeGreaterThanOrEqual(60);
  expect(printed).toBeLessThan(LINES);
  const engine = await openLedger(join(cwd, 'a'), { create: false });
  const { users } = (await engine.ask('overview', { accountId: 'harbor' })) as { users: unknown[] };
  await engine.close();
  expect(users.length).toBeGreaterThanOrEqual(printed - OPENED.length);
  expect(users.length).toBeLessThanOrEqual(printed - OPENED.length + 1);
});
