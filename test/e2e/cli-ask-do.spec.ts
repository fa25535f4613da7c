/** `seatledger ask` and `do` (SPEC §5): one line of JSON for programs, exit codes, who appends and who never does. */
import { cpSync, existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { compareIds } from '#kernel/id.js';
import { READ_MODEL_VERSION } from '#read-model/store.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import {
  type Ended,
  SLOW_MS,
  freshDirectory,
  removeDirectories,
  scenarioFile,
  seatledger,
} from './support/launcher.js';
import { OPENED, PRODUCT, does } from './support/stories.js';

const PHASE_IN_PAST = '2026-01-06T00:00:00Z';
let cwd: string;

/** A ledger in `./data` whose program has a phase owed since January. */
beforeAll(async () => {
  cwd = freshDirectory();
  const phases = [{ phase: 'restricted', region: null, startsAt: PHASE_IN_PAST }];
  const program = { programId: 'seats', name: 'Seats', products: ['copilot'], phases };
  scenarioFile(cwd, 'data.jsonl', [
    ...OPENED,
    does('RegisterUser', { accountId: 'harbor', userId: 'ana', name: 'Ana' }),
    does('AnnounceProgram', program),
  ]);
  expect(await seatledger(['scenario', 'data.jsonl', '--log', '.'], { cwd })).toMatchObject({ code: 0 });
});
import.meta.jest.setTimeout(SLOW_MS);
afterAll(removeDirectories);

const run = (...args: string[]): Promise<Ended> => seatledger(args, { cwd });

async function head(directory = cwd): Promise<number> {
  const log = openSqliteLog(join(directory, 'data', 'ledger.db'), { create: false });
  const position = await log.head();
  await log.close();
  return position;
}

test('ask --json prints the answer alone, on one line, and never appends what the scheduler owes', async () => {
  const bounds = ['--at', '2026-01-05T12:00:00Z', '--known-at', '2026-02-01T00:00:00Z', '--position', '4'];
  expect(await run('ask', 'overview', '--account', 'harbor', ...bounds, '--json')).toEqual({
    code: 0,
    stdout:
      '{"users":[{"userId":"ana","active":true,"products":[]}],"at":"2026-01-05T12:00:00.000Z","knownAt":"2026-02-01T00:00:00.000Z","position":4}\n',
    stderr: '',
  });
  expect(await head()).toBe(4);
});

test('rebuild never appends, and the answers are the same to the byte', async () => {
  const question = [
    'ask',
    'explain',
    '--account',
    'harbor',
    '--user',
    'ana',
    '--product',
    'copilot',
    '--known-at',
    '2026-02-01T00:00:00Z',
    '--json',
  ];
  const before = await run(...question);
  expect(before.code).toBe(0);
  expect(await run('rebuild', '--json')).toEqual({ code: 0, stdout: '{"position":4}\n', stderr: '' });
  expect(await run(...question)).toEqual(before);
  expect(await head()).toBe(4);
});

test('do runs what the scheduler owes, then the command, and prints its events and position', async () => {
  const body = JSON.stringify({ accountId: 'harbor', userId: 'ben', name: 'Ben' });
  expect(await run('do', 'RegisterUser', body, '--json')).toEqual({
    code: 0,
    stdout: '{"events":["UserRegistered"],"position":6}\n',
    stderr: '',
  });
  const again = JSON.stringify({ accountId: 'harbor', userId: 'cleo', name: 'Cleo' });
  expect(await run('do', 'RegisterUser', again, '--actor', 'Miss Marple')).toMatchObject({ code: 0, stderr: '' });
  const { stdout } = await run('ask', 'history', '--account', 'harbor', '--json');
  const { events } = JSON.parse(stdout) as { events: { actor: string; position: number }[] };
  expect(events.slice(-2)).toMatchObject([
    { actor: userInfo().username, position: 6 },
    { actor: 'Miss Marple', position: 7 },
  ]);
  expect(JSON.parse((await run('ask', 'phases', '--program', 'seats', '--json')).stdout)).toMatchObject({
    phases: [{ started: true, startsAt: '2026-01-06T00:00:00.000Z' }],
  });
});

test('a refusal is one line of JSON on stdout, exit 1; for people it is told on stderr with what to type', async () => {
  const ask = ['ask', 'allocation', '--account', 'nobody', '--product', 'copilot'];
  const refused = await run(...ask, '--json');
  expect(refused).toMatchObject({ code: 1, stderr: '', stdout: expect.stringMatching(/^\{[^\n]*\}\n$/) });
  const told = JSON.parse(refused.stdout) as { message: string };
  expect(told).toEqual({ refused: 'account-not-found', message: expect.any(String), errors: [] });
  expect(await run(...ask)).toEqual({ code: 1, stdout: '', stderr: `account-not-found: ${told.message}\n` });
});

const PEAK = ['ask', 'peak', '--account', 'harbor', '--product', 'copilot'];

test.each([
  [
    [...PEAK, '--month', 'May', '--user', 'ana', '--position', 'last'],
    ['month', 'position', 'userId'],
  ],
  [['ask', 'accounts', '--position', ''], ['position']],
  [['ask', 'colour'], ['answer']],
  [['do', 'Fly', '{}'], ['command']],
  [
    ['do', 'RegisterUser', '{"accountId":"a b","wings":2}'],
    ['accountId', 'name', 'userId', 'wings'],
  ],
  [['do', 'RegisterUser', '{'], ['body']],
  [['do', 'RegisterUser', '{}', '--actor', ''], ['actor']],
])('%j is invalid-input, naming %j', async (args, fields) => {
  const refused = await run(...args, '--json');
  expect(refused).toMatchObject({ code: 1, stderr: '' });
  const { refused: code, errors } = JSON.parse(refused.stdout) as Refused;
  expect(code).toBe('invalid-input');
  expect(errors.map(({ field }) => field).sort(compareIds)).toEqual(fields);
});

test('people are told of a field by the flag that they typed it with', async () => {
  expect(await run(...PEAK, '--month', 'May')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'invalid-input:\n  month (--month): expected a month such as 2026-03\n',
  });
});

interface Refused {
  readonly refused: string;
  readonly errors: readonly { readonly field: string }[];
}

test('an unknown subcommand, flag or a missing argument is told on stderr with the nearest there is, exit 2', async () => {
  const [command, flag, argument] = await Promise.all([
    run('aks', 'accounts'),
    run('ask', 'accounts', '--acount', 'harbor'),
    run('ask'),
  ]);
  expect(command).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Did you mean ask?') });
  expect(flag).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Did you mean --account?') });
  expect(argument).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining("'answer'") });
});

test('a ledger that does not exist is an error for ask and rebuild, and is not made; do makes it', async () => {
  const nowhere = ['--log', 'nowhere'];
  for (const ended of await Promise.all([run('ask', 'accounts', '--json', ...nowhere), run('rebuild', ...nowhere)])) {
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('seatledger do') });
  }
  expect(existsSync(join(cwd, 'nowhere'))).toBe(false);
  const made = await run('do', 'DefineProduct', JSON.stringify(PRODUCT), '--log', 'nowhere/new', '--json');
  expect(made).toEqual({ code: 0, stdout: '{"events":["ProductDefined"],"position":1}\n', stderr: '' });
});

test('the ledger is --log, else EVENTSTORE_URL, else ./data', async () => {
  const env = { EVENTSTORE_URL: 'esdb://' };
  const elsewhere = await seatledger(['ask', 'accounts', '--prefix', 'p'], { cwd, env });
  expect(elsewhere).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('connection string') });
  const misspelt = { EVENTSTORE_URL: 'localhost:2113' };
  for (const wrong of await Promise.all([
    seatledger(['ask', 'accounts'], { cwd, env: misspelt }),
    seatledger(['do', 'DefineProduct', JSON.stringify(PRODUCT)], { cwd, env: misspelt }),
    seatledger(['do', 'DefineProduct', JSON.stringify(PRODUCT), '--log', 'http://localhost:2113'], { cwd }),
  ])) {
    expect(wrong).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('expected') });
    expect(wrong.stderr).toContain('esdb://');
  }
  expect(readdirSync(cwd).filter((name) => /localhost|http/.test(name))).toEqual([]);
  expect(await seatledger(['ask', 'accounts', '--log', 'data'], { cwd, env })).toMatchObject({ code: 0, stderr: '' });
});

test('a damaged log, or a file that is not a log, is refused on stderr, exit 2; a damaged read model says what builds it anew', async () => {
  const other = freshDirectory();
  cpSync(join(cwd, 'data'), join(other, 'data'), { recursive: true });
  const model = join(other, 'data', 'read-model', `v${READ_MODEL_VERSION}-2.db`);
  truncateSync(model, 5_000);
  const broken = await seatledger(['ask', 'accounts', '--json'], { cwd: other });
  expect(broken).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('seatledger rebuild') });
  expect(await seatledger(['rebuild'], { cwd: other })).toMatchObject({ code: 0 });
  expect(await seatledger(['ask', 'accounts', '--json'], { cwd: other })).toMatchObject({ code: 0, stderr: '' });

  for (const suffix of ['', '-wal', '-shm']) rmSync(join(other, 'data', `ledger.db${suffix}`), { force: true });
  writeFileSync(
    join(other, 'data', 'ledger.db'),
    'not a database, whatever its name says, and long enough to be read as one',
  );
  const foreign = await seatledger(['ask', 'accounts', '--json'], { cwd: other });
  expect(foreign).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('not a Seatledger log') });
});
