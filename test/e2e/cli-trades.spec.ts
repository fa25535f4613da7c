/** The command line of support, auditors and billing, on the sample ledger: answers by name, peaks of all accounts, a history that goes on. */
import { parse } from 'csv-parse/sync';
import { type Ended, SLOW_MS, freshDirectory, removeDirectories, seatledger, start } from './support/launcher.js';
import { type SharedProcess, sharedProcess } from './support/shared-process.js';

import.meta.jest.setTimeout(SLOW_MS);

const MONTH = '2025-12';
/** A state that whatever the tests record leaves as it is. */
const BOUNDS = ['--known-at', '2026-02-01T00:00:00Z'];

let cwd: string;
let commands: SharedProcess;

beforeAll(async () => {
  cwd = freshDirectory();
  commands = await sharedProcess(cwd);
  expect(await commands.run(['start', '--no-serve'])).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await commands.close();
  removeDirectories();
});

const run = (...args: string[]): Promise<Ended> => commands.run(args);

async function lines<Line>(...args: string[]): Promise<readonly Line[]> {
  const { stdout, ...ended } = await run(...args);
  expect(ended).toEqual({ code: 0, stderr: '' });
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

async function one<Line>(...args: string[]): Promise<Line> {
  const all = await lines<Line>(...args);
  expect(all).toHaveLength(1);
  return all[0]!;
}

interface PeakLine {
  readonly accountId: string;
  readonly product: string;
  readonly month: string;
  readonly licences: { readonly quantity: number; readonly at: string | null };
  readonly billableOverage: number;
  readonly knownAt: string;
  readonly position: number;
}

test.each([
  ['explain harbor ines copilot', 'explain --account harbor --user ines --product copilot'],
  ['explain nowhere nobody nothing', 'explain --account nowhere --user nobody --product nothing'],
  ['allocation harbor copilot', 'allocation --account harbor --product copilot'],
  ['holdings harbor copilot --user ben', 'holdings --account harbor --product copilot --user ben'],
  ['history harbor --product copilot', 'history --account harbor --product copilot'],
  ['invoice northwind 2025-12', 'invoice --account northwind --period 2025-12'],
  ['invoice northwind 2025', 'invoice --account northwind --period 2025'],
])('%s is the same as ask %s, to the byte, answers and refusals', async (byName, asked) => {
  const [own, general] = [
    await run(...byName.split(' '), ...BOUNDS, '--json'),
    await run('ask', ...asked.split(' '), ...BOUNDS, '--json'),
  ];
  expect(own).toEqual(general);
  expect(own.stdout).toMatch(/^\{.*\}\n$/);
});

test('explain tells the verdict, why, what decided it, and how it came to that, late facts as such', async () => {
  const told = await run('explain', 'harbor', 'ines', 'copilot', '--at', '2025-03-03T12:00:00Z', ...BOUNDS);
  expect(told).toMatchObject({ code: 0, stderr: '' });
  expect(told.stdout.split('\n')).toEqual(
    expect.arrayContaining([
      'ines of harbor is not licensed for copilot and has no access.',
      "Why: the user's seat was released (seat-released).",
      'Decided on 2025-01-27T09:00:00Z by scenario: the seat of copilot that ines had was released.',
      '  2025-01-14T00:00:00Z  ines got a seat of copilot',
      '> 2025-01-27T09:00:00Z  the seat of copilot that ines had was released',
      '(as of 2025-03-03T12:00:00Z, as known at 2026-02-01T00:00:00Z, read up to position 443)',
    ]),
  );
  const late = await run('ask', 'history', '--account', 'northwind', '--json', ...BOUNDS);
  const { events } = JSON.parse(late.stdout) as {
    events: { type: string; reason: string | null; data: { userId: string } }[];
  };
  const left = events.find(({ type, reason }) => type === 'UserDeactivated' && reason !== null)!;
  const story = await run('explain', 'northwind', left.data.userId, 'qm', ...BOUNDS);
  expect(story.stdout).toMatch(
    /known only \d+ days later, from 2026-01-\S+ on, reason: left on 28 November, reported late/,
  );
});

test('what is wrong with an argument is told by its place, and with a flag by the flag', async () => {
  expect(await run('explain', 'harbor', 'in es', 'copilot', '--at', 'noon')).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^invalid-input:\n {2}userId \(<user>\): expected .+\n {2}at \(--at\): expected .+\n$/,
    ),
  });
});

describe('peaks', () => {
  test('has a line for every account and seat-managed product, each as ask peak answers at the same bounds', async () => {
    const told = await lines<PeakLine>('peaks', '--month', MONTH, '--json');
    const { accounts } = await one<{ accounts: { accountId: string }[] }>('ask', 'accounts', '--json');
    const { products } = await one<{ products: { product: string; provisioning: string }[] }>(
      'ask',
      'products',
      '--json',
    );
    const seatManaged = products
      .filter(({ provisioning }) => provisioning === 'assigned')
      .map(({ product }) => product);
    expect(told.map(({ accountId, product }) => [accountId, product])).toEqual(
      accounts.flatMap(({ accountId }) => seatManaged.map((product) => [accountId, product])),
    );
    expect(new Set(told.map(({ knownAt, position }) => `${knownAt} ${position}`)).size).toBe(1);
    for (const { accountId, product, month, ...peak } of told.filter(({ licences }) => licences.quantity > 0)) {
      const bounds = ['--known-at', peak.knownAt, '--position', String(peak.position)];
      const of = ['--account', accountId, '--product', product, '--month', month];
      expect(await lines('ask', 'peak', ...of, ...bounds, '--json')).toEqual([peak]);
    }
  });

  test('is the same as CSV and as a table, and as it was known before a fact that came late', async () => {
    const of = ['peaks', '--month', MONTH, '--account', 'northwind', '--product', 'qm', ...BOUNDS];
    const peak = await one<PeakLine>(...of, '--format', 'jsonl');
    const { stdout: csv } = await run(...of, '--format', 'csv');
    const [row, ...others] = parse(csv, { columns: true }) as Record<string, string>[];
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      accountId: 'northwind',
      licences: String(peak.licences.quantity),
      licencesAt: peak.licences.at,
      billableOverage: String(peak.billableOverage),
      knownAt: '2026-02-01T00:00:00.000Z',
    });
    const { stdout: table } = await run(...of);
    expect(table).toMatch(/│ northwind │ qm +│ +8 │ 2025-12-01T05:00:00Z │ +\d+ │/);
    const before = await one<PeakLine>(...of.slice(0, -1), '2026-01-12T00:00:00Z', '--json');
    expect(before.billableOverage).not.toBe(peak.billableOverage);
  });

  test('an account that fails is named, the others are told, and the exit code says so', async () => {
    const of = ['peaks', '--month', MONTH, '--product', 'qm', '--account', 'nobody', '--account', 'northwind'];
    const csv = await run(...of, '--format', 'csv');
    expect(csv).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^nobody: account-not-found: .+\n1 of 2 accounts failed.\n$/),
    });
    expect(parse<{ accountId: string }>(csv.stdout, { columns: true }).map(({ accountId }) => accountId)).toEqual([
      'northwind',
    ]);
    const json = await run(...of, '--json');
    expect(json.stdout).toMatch(
      /^\{"accountId":"northwind".+\}\n\{"accountId":"nobody","refused":"account-not-found".+\}\n$/,
    );
  });

  test('a month before an account was opened is empty, and no failure', async () => {
    const told = await lines<PeakLine>('peaks', '--month', '2019-05', '--product', 'qm', '--json');
    expect(told.length).toBeGreaterThan(1);
    for (const { licences } of told) expect(licences).toEqual({ quantity: 0, at: null });
  });

  test.each([
    [['--month', 'May'], 'invalid-input'],
    [['--month', MONTH, '--position', 'last'], 'invalid-input'],
    [['--month', MONTH, '--product', 'nothing'], 'product-not-found'],
    [['--month', MONTH, '--product', 'surveys'], 'wrong-product-kind'],
  ])('%j is refused once, and not for every account: %s', async (flags, code) => {
    const refused = await run('peaks', ...flags, '--json');
    expect(refused).toMatchObject({ code: 1, stderr: '', stdout: expect.stringMatching(/^\{[^\n]*\}\n$/) });
    expect(JSON.parse(refused.stdout)).toMatchObject({ refused: code });
  });
});

describe('history', () => {
  interface Event {
    readonly position: number;
    readonly type: string;
    readonly data: { readonly userId?: string };
  }
  const register = (userId: string): Promise<Ended> =>
    run('do', 'RegisterUser', JSON.stringify({ accountId: 'harbor', userId, name: '=HYPERLINK("x")' }));
  const withUser = async (command: string, userId: string): Promise<void> => {
    expect(await run('do', command, JSON.stringify({ accountId: 'harbor', userId }))).toMatchObject({ code: 0 });
  };

  test('as CSV has a row an event, its data as JSON, and nothing that a spreadsheet would run', async () => {
    const of = ['history', 'northwind', '--user', 'dora', ...BOUNDS];
    const events = await lines<Event>(...of, '--format', 'jsonl');
    const { stdout } = await run(...of, '--format', 'csv');
    const rows = parse(stdout, { columns: true }) as Record<string, string>[];
    expect(rows.map(({ position, data }) => [Number(position), JSON.parse(data!) as object])).toEqual(
      events.map(({ position, data }) => [position, data]),
    );
  });

  test('with --follow tells what is there, then what is recorded, each event once, and ends with 0 on SIGTERM', async () => {
    await register('zed');
    const following = start(['history', 'harbor', '--user', 'zed', '--follow', '--json'], { cwd });
    await following.printed(1);
    await withUser('DeactivateUser', 'zed');
    await register('zoe');
    await withUser('ReactivateUser', 'zed');
    await following.printed(3);
    following.child.kill('SIGTERM');
    expect(await following.ended).toMatchObject({ code: 0, stderr: '' });
    const told = following.lines.map((line) => JSON.parse(line) as Event);
    expect(told.map(({ type }) => type)).toEqual(['UserRegistered', 'UserDeactivated', 'UserReactivated']);
    expect(told).toEqual(await lines<Event>('history', 'harbor', '--user', 'zed', '--format', 'jsonl'));
  });

  test('with --follow goes on in sentences below its table, and ends with what comes when nobody reads it any more', async () => {
    await register('tess');
    const following = start(['history', 'harbor', '--user', 'tess', '--follow'], { cwd });
    await following.printed(5);
    await withUser('DeactivateUser', 'tess');
    await following.printed(7);
    expect(following.lines.slice(5)).toEqual([
      expect.stringMatching(/^ {2}\S+Z {2}tess was deactivated, and every seat released with that$/),
      expect.stringMatching(/^ +\(UserDeactivated, position \d+, by .+\)$/),
    ]);
    following.child.stdout!.destroy();
    await withUser('ReactivateUser', 'tess');
    expect(await following.ended).toMatchObject({ code: 0, stderr: '' });
  });
});

test('a service is named by --url, else by SEATLEDGER_URL; beside a ledger only one of them is meant', async () => {
  const both = await run('allocation', 'harbor', 'copilot', '--url', 'http://127.0.0.1:1', '--log', 'data');
  expect(both).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--log') });
  const env = { SEATLEDGER_URL: 'http://127.0.0.1:1' };
  const [elsewhere, here] = await Promise.all([
    seatledger(['allocation', 'harbor', 'copilot'], { cwd, env }),
    seatledger(['allocation', 'harbor', 'copilot', '--log', 'data', '--json'], { cwd, env }),
  ]);
  expect(elsewhere).toMatchObject({ code: 2, stdout: '' });
  expect(elsewhere.stderr).not.toBe('');
  expect(here).toMatchObject({ code: 0, stderr: '' });
});
