/** What goes out of a ledger and comes into it by the command line: exports that auditors check, imports, and the read model held against the log. */
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'csv-parse/sync';
import { ORIGIN, type StoredEvent } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { formatInstant } from '#kernel/instant.js';
import { generationsIn } from '#read-model/generations.js';
import { all } from '../contract/new-event.js';
import { type Ended, SLOW_MS, freshDirectory, removeDirectories, scenarioFile, start } from './support/launcher.js';
import { type SharedProcess, sharedProcess } from './support/shared-process.js';
import { ACCOUNT, OPENED, does } from './support/stories.js';

import.meta.jest.setTimeout(SLOW_MS);

const HEADER = 'account,userId,name,roles,product,effectiveAt,reason';
const FORMULA = '=HYPERLINK("x")';

let cwd: string;
let commands: SharedProcess;

/** Users with seats since January, a price, one account that has none, and a name that a spreadsheet would run. */
beforeAll(async () => {
  cwd = freshDirectory();
  commands = await sharedProcess(cwd);
  const of = { accountId: 'harbor' };
  const price = { product: 'copilot', currency: 'EUR', committed: '10', validFrom: '2026-01-05T10:00:00Z' };
  scenarioFile(cwd, 'data.jsonl', [
    ...OPENED,
    does('SetPrice', price),
    does('OpenAccount', { ...ACCOUNT, accountId: 'cheap', currency: 'CHF' }),
    does('PurchaseLicenses', { accountId: 'cheap', product: 'copilot', quantity: 1 }),
    does('PurchaseLicenses', { ...of, product: 'copilot', quantity: 3 }),
    does('RegisterUser', { ...of, userId: 'ana', name: FORMULA, roles: ['agent', 'lead'] }),
    does('RegisterUser', { ...of, userId: 'ben', name: 'Low, "Ben"' }, '2026-01-20T10:00:00Z'),
    does(
      'AssignSeats',
      {
        ...of,
        product: 'copilot',
        userIds: ['ana'],
        effectiveAt: '2026-01-06T00:00:00Z',
        reason: 'told late',
      },
      '2026-01-21T10:00:00Z',
    ),
  ]);
  expect(await run('scenario', 'data.jsonl', '--log', '.')).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await commands.close();
  removeDirectories();
});

const run = (...args: string[]): Promise<Ended> => commands.run(args);

async function out(...args: string[]): Promise<string> {
  const { stdout, ...ended } = await run(...args);
  expect(ended).toEqual({ code: 0, stderr: '' });
  return stdout;
}

function linesOf(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function stored(): Promise<readonly StoredEvent[]> {
  const log = openSqliteLog(join(cwd, 'data', 'ledger.db'), { create: false });
  const events = await all(log.readAll(ORIGIN));
  await log.close();
  return events;
}

/** A copy of the ledger, after somebody was at one of its files. */
function tampered(name: string, file: string | undefined, sql: string): string {
  cpSync(join(cwd, 'data'), join(cwd, name), { recursive: true });
  const db = new DatabaseSync(
    file ? join(cwd, name, file) : generationsIn(join(cwd, name, 'read-model')).current()!.file,
  );
  db.exec(sql);
  db.close();
  return name;
}

const BOUNDS = ['--known-at', '2026-02-10T00:00:00Z', '--position', '9'];

describe('export', () => {
  test('the events are those of the log, of every stream, with all that an auditor checks, as CSV and as JSON Lines', async () => {
    const events = (await stored()).map(({ metadata, recordedAt, data, ...event }) => ({
      ...event,
      effectiveAt: formatInstant(metadata.effectiveAt),
      recordedAt: formatInstant(recordedAt),
      actor: metadata.actor,
      reason: metadata.reason ?? null,
      commandId: metadata.commandId,
      data: JSON.parse(data) as object,
    }));
    const lines = linesOf(await out('export', '--what', 'events', '--json'));
    expect(lines).toEqual(events);
    const rows = parse(await out('export', '--what', 'events'), { columns: true }) as unknown as Record<
      string,
      string
    >[];
    expect(rows).toEqual(
      events.map((event) =>
        Object.fromEntries(
          Object.entries(event).map(([name, value]) => [
            name,
            typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''),
          ]),
        ),
      ),
    );
    expect(new Set(lines.map(({ stream }) => stream))).toEqual(new Set(['catalog', 'account-harbor', 'account-cheap']));
    const some = linesOf(await out('export', '--what', 'events', '--json', '--account', 'harbor', '--position', '7'));
    expect(some.map(({ type }) => type)).toEqual(['AccountOpened', 'LicensePurchased', 'UserRegistered']);
    const known = linesOf(await out('export', '--what', 'events', '--json', '--known-at', '2026-01-20T10:00:00Z'));
    expect(known).toHaveLength(events.length - 1);
  });

  test.each([
    ['users', [], 'account', {}, 'users'],
    ['holdings', [], 'holdings', { product: 'copilot' }, 'holdings'],
    ['allocations', [], 'allocation', { product: 'copilot' }, undefined],
    ['peaks', ['--month', '2026-01'], 'peak', { product: 'copilot', month: '2026-01' }, undefined],
    ['invoices', ['--period', '2026-01'], 'invoice', { period: '2026-01' }, undefined],
  ] as const)(
    '%s are the rows of the answers, at one state, whatever is recorded meanwhile',
    async (what, more, answer, of, list) => {
      const asking = ['export', '--what', what, '--account', 'harbor', ...more, ...BOUNDS];
      const before = [await out(...asking), await out(...asking, '--json')];
      const flags = Object.entries(of).flatMap(([field, value]) => [`--${field}`, value]);
      const [answered] = linesOf(await out('ask', answer, '--account', 'harbor', ...flags, ...BOUNDS, '--json'));
      const rows = list === undefined ? [answered!] : (answered![list] as object[]);
      const lines = linesOf(before[1]!);
      expect(lines).toHaveLength(rows.length);
      for (const [index, row] of rows.entries()) expect(lines[index]).toMatchObject(row);
      expect(parse(before[0]!, { columns: true }).length).toBeGreaterThanOrEqual(1);

      await out('do', 'RegisterUser', JSON.stringify({ accountId: 'harbor', userId: `meanwhile-${what}`, name: 'M' }));
      expect([await out(...asking), await out(...asking, '--json')]).toEqual(before);
    },
  );

  test('no cell is one that a spreadsheet would run; JSON Lines tell what is there', async () => {
    const asking = ['export', '--what', 'users', ...BOUNDS];
    const [ana] = parse(await out(...asking), { columns: true }) as unknown as Record<string, string>[];
    expect(ana).toMatchObject({
      userId: 'ana',
      name: `'${FORMULA}`,
      roles: 'agent lead',
      active: 'true',
      products: 'copilot',
    });
    expect(linesOf(await out(...asking, '--format', 'jsonl'))[0]).toMatchObject({
      name: FORMULA,
      roles: ['agent', 'lead'],
    });
  });

  test('an account that cannot be invoiced is told and stops no other, exit 1', async () => {
    const ended = await run('export', '--what', 'invoices', '--period', '2026-01', '--json');
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/^cheap: price-missing: .*\n$/) });
    expect(linesOf(ended.stdout)).toMatchObject([
      { accountId: 'cheap', refused: 'price-missing' },
      { accountId: 'harbor', subtotal: '30.00' },
    ]);
  });

  test('a file appears when it is whole, in place of what was there, and not at all where the export fails', async () => {
    writeFileSync(join(cwd, 'users.csv'), 'what was there');
    const [told] = linesOf(await out('export', '--what', 'users', ...BOUNDS, '--out', 'users.csv', '--json'));
    expect(told).toMatchObject({ file: 'users.csv', rows: 2, failed: 0, position: 9 });
    expect(linesOf(readFileSync(join(cwd, 'users.csv'), 'utf8'))).toHaveLength(2);

    const altered = `UPDATE event SET data = replace(data, 'Low', 'Law') WHERE position = 8`;
    const damaged = tampered('damaged', 'ledger.db', altered);
    const failed = await run('export', '--what', 'events', '--log', damaged, '--out', 'events.csv');
    expect(failed).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('position 8') });
    expect(readdirSync(cwd).filter((name) => /events|part/.test(name))).toEqual([]);
  });

  test.each([
    [['peaks'], 'month'],
    [['invoices', '--period', 'May'], 'period'],
    [['users', '--month', '2026-01'], 'month'],
    [['holdings', '--at', '2026-01-06T00:00:00Z'], 'at'],
    [['events', '--at', 'noon'], 'at'],
    [['users', '--position', '-1'], 'position'],
  ])('%j is invalid-input, naming %s', async (args, field) => {
    const { code, stdout } = await run('export', '--json', '--what', ...args);
    expect(code).toBe(1);
    expect(linesOf(stdout)).toMatchObject([{ refused: 'invalid-input', errors: [{ field }] }]);
  });
});

describe('verify', () => {
  test('a ledger with late facts is the same; a row altered by hand is named, exit 1; an altered event is a damaged log, exit 2', async () => {
    expect(linesOf(await out('verify', '--json'))).toMatchObject([{ same: true, rows: expect.any(Number) }]);
    const model = tampered('model', undefined, `UPDATE stream SET revision = 77 WHERE name = 'account-harbor'`);
    const named = await run('verify', '--log', model, '--json');
    expect(named).toMatchObject({ code: 1, stderr: '' });
    expect(linesOf(named.stdout)).toMatchObject([
      { same: false, difference: { table: 'stream', key: { name: 'account-harbor' }, column: 'revision', found: 77 } },
    ]);
    expect(await run('verify', '--log', model)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('found: 77'),
    });
    expect(await run('verify', '--log', 'damaged')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('position 8'),
    });
  });

  test('while other processes append and file, the two are compared at one position', async () => {
    const users = Array.from({ length: 40 }, (_, n) => `busy-${n}`);
    scenarioFile(cwd, 'busy.jsonl', [
      ...OPENED,
      ...users.map((accountId) => does('OpenAccount', { ...ACCOUNT, accountId })),
    ]);
    await out('scenario', 'busy.jsonl', '--log', '.');
    const rows = users.flatMap((id) => Array.from({ length: 200 }, (_, n) => `${id},user-${n},N,,,,`));
    writeFileSync(join(cwd, 'busy.csv'), [HEADER, ...rows].join('\n'));
    const importing = start(['import', 'busy.csv', '--log', 'busy', '--json'], { cwd });
    await importing.printed(1);
    const positions = new Set<unknown>();
    while (importing.child.exitCode === null) {
      const [verified] = linesOf(await out('verify', '--log', 'busy', '--json'));
      expect(verified).toMatchObject({ same: true });
      positions.add(verified!['position']);
    }
    expect(await importing.ended).toMatchObject({ code: 0, stderr: '' });
    expect(positions.size).toBeGreaterThan(1);
  });
});

describe('import', () => {
  test('a dry run writes nothing; then what is right is imported, what is not is named, and the same again does nothing', async () => {
    const rows = [
      'harbor,cleo,Cleo,agent,copilot,,',
      'cheap,dora,Dora,,copilot,2026-01-06T00:00:00Z,',
      'harbor,ana,,,copilot,,',
    ];
    writeFileSync(join(cwd, 'in.csv'), `\uFEFF${[HEADER, ...rows].join('\r\n')}`);
    const before = (await stored()).length;
    const dry = await run('import', 'in.csv', '--dry-run');
    expect(dry).toMatchObject({ code: 1, stderr: '' });
    expect(dry.stdout.split('\n')).toEqual(
      expect.arrayContaining([
        'harbor: would be imported: 2 rows, 2 events',
        expect.stringMatching(/^in\.csv:3: account cheap: reason-required: /),
        'cheap: would be refused',
      ]),
    );
    expect(await stored()).toHaveLength(before);
    const done = await run('import', 'in.csv', '--json', '--actor', 'migration');
    expect(done).toMatchObject({ code: 1, stderr: '' });
    expect(linesOf(done.stdout)).toMatchObject([
      { line: 3, account: 'cheap', refused: 'reason-required' },
      { account: 'cheap', outcome: 'refused' },
      { account: 'harbor', outcome: 'imported', events: 2 },
      { summary: { badRows: 1, outcomes: { imported: 1, refused: 1 } } },
    ]);
    const appended = (await stored()).slice(before);
    expect(appended.map(({ type, metadata }) => [type, metadata.actor])).toEqual([
      ['UserRegistered', 'migration'],
      ['SeatAssigned', 'migration'],
    ]);
    const again = await out('import', 'in.csv', '--account', 'harbor');
    expect(again).toContain('harbor: these 2 rows were imported before\n');
    expect(await stored()).toHaveLength(before + 2);
  });

  test('a file that is none is told on stderr, exit 2', async () => {
    const none = await run('import', 'none.csv');
    expect(none).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('none.csv') });
  });

  test('killed in its course, it has imported accounts whole or not at all, and run again it imports the rest', async () => {
    const accounts = Array.from({ length: 6 }, (_, n) => `many-${n}`);
    const each = 1_500;
    scenarioFile(cwd, 'many.jsonl', [
      ...OPENED,
      ...accounts.map((accountId) => does('OpenAccount', { ...ACCOUNT, accountId })),
    ]);
    await out('scenario', 'many.jsonl', '--log', '.');
    const rows = accounts.flatMap((id) => Array.from({ length: each }, (_, n) => `${id},user-${n},N,,,,`));
    writeFileSync(join(cwd, 'many.csv'), [HEADER, ...rows].join('\n'));
    const victim = start(['import', 'many.csv', '--log', 'many', '--json'], { cwd });
    await victim.printed(2);
    victim.child.kill('SIGKILL');
    await victim.ended;

    const registered = async (): Promise<number[]> => {
      const lines = linesOf(await out('export', '--what', 'users', '--log', 'many', '--json'));
      return accounts.map((id) => lines.filter(({ accountId }) => accountId === id).length);
    };
    const cut = await registered();
    expect(cut.filter((count) => count !== 0 && count !== each)).toEqual([]);
    expect(cut.filter((count) => count === each).length).toBeGreaterThanOrEqual(2);
    await out('import', 'many.csv', '--log', 'many');
    expect(await registered()).toEqual(accounts.map(() => each));
  });
});
