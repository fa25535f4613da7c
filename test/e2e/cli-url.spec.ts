/** `--url`: the command line over a running service says what it says over the ledger that the service runs on. */
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Ended, SLOW_MS, freshDirectory, removeDirectories, start } from './support/launcher.js';
import { type Serving, serving } from './support/serving.js';
import { type SharedProcess, sharedProcess } from './support/shared-process.js';

import.meta.jest.setTimeout(SLOW_MS);

let cwd: string;
let commands: SharedProcess;
let service: Serving;
let url: string;
let token: string;

beforeAll(async () => {
  cwd = freshDirectory();
  commands = await sharedProcess(cwd);
  expect(await commands.run(['start', '--no-serve'])).toMatchObject({ code: 0 });
  service = await serving(['serve'], { cwd });
  ({ url } = service);
  token = (await commands.run(['token'])).stdout.trimEnd();
});
afterAll(async () => {
  service.child.kill('SIGTERM');
  expect(await service.ended).toMatchObject({ code: 0 });
  await commands.close();
  removeDirectories();
});

const local = (...args: string[]): Promise<Ended> => commands.run([...args, '--log', 'data']);
const remote = (...args: string[]): Promise<Ended> => commands.run([...args, '--url', url, '--token', token]);

/** The clock goes on between the two. */
const KNOWN = ['--known-at', '2026-02-01T00:00:00Z'];
const HARBOR = ['--account', 'harbor'];
const COPILOT = [...HARBOR, '--product', 'copilot'];

const QUESTIONS = [
  ['ask', 'accounts', ...KNOWN],
  ['ask', 'account', ...HARBOR, ...KNOWN],
  ['ask', 'products', ...KNOWN],
  ['ask', 'programs', ...KNOWN],
  ['ask', 'overview', ...HARBOR, '--at', '2025-03-03T12:00:00Z', ...KNOWN],
  ['ask', 'features', ...HARBOR, '--user', 'ines', ...KNOWN],
  ['ask', 'peak', ...COPILOT, '--month', '2025-03', ...KNOWN],
  ['ask', 'issued', '--account', 'northwind', '--period', '2025-12', ...KNOWN],
  ['explain', 'harbor', 'ines', 'copilot', '--at', '2025-03-03T12:00:00Z', ...KNOWN],
  ['explain', 'nowhere', 'nobody', 'nothing', ...KNOWN],
  ['allocation', 'harbor', 'copilot', ...KNOWN, '--position', '300'],
  ['holdings', 'harbor', 'copilot', '--user', 'ben', ...KNOWN],
  ['history', 'harbor', '--product', 'copilot', '--from', '2025-01-01T00:00:00Z', ...KNOWN],
  ['invoice', 'northwind', '2025-12', ...KNOWN],
  ['peaks', '--month', '2025-12', ...KNOWN],
];

const titled = (all: readonly (readonly string[])[]): [string, readonly string[]][] =>
  all.map((args) => [args.join(' '), args]);

test.each(titled(QUESTIONS))('%s: the same to the byte, for people and for programs', async (_, args) => {
  for (const typed of [args, [...args, '--json']]) {
    const here = await local(...typed);
    expect(here).toMatchObject({ code: 0, stderr: '' });
    expect(await remote(...typed)).toEqual(here);
  }
});

const REFUSED = [
  ['ask', 'allocation', '--account', 'nobody', '--product', 'copilot', ...KNOWN],
  ['ask', 'allocation', ...HARBOR, '--product', 'nothing', ...KNOWN],
  ['ask', 'peak', ...COPILOT, '--month', 'May', '--user', 'ana'],
  ['ask', 'colour'],
  ['ask', 'invoice', ...HARBOR, '--period', '2025-Q9', ...KNOWN],
  ['do', 'Fly', '{}'],
  ['do', 'RegisterUser', '{"accountId":"a b","wings":2}'],
  ['do', 'RegisterUser', '{"accountId":"harbor","userId":"ines","name":"Ines"}'],
  ['do', 'RegisterUser', '{"accountId":"harbor","userId":"new","name":"New","expectedRevision":0}'],
  ['do', 'ReduceLicenses', '{"accountId":"harbor","product":"copilot","quantity":100000}'],
];

test.each(titled(REFUSED))('%s: refused in the same words', async (_, args) => {
  for (const typed of [args, [...args, '--json']]) {
    const here = await local(...typed);
    expect(here).toMatchObject({ code: 1 });
    expect(await remote(...typed)).toEqual(here);
  }
});

test('what is recorded over the service is in the ledger, by the bearer of the token', async () => {
  const body = JSON.stringify({ accountId: 'harbor', userId: 'zoe', name: 'Zoe', commandId: 'zoe' });
  const done = await remote('do', 'RegisterUser', body, '--json');
  expect(done).toMatchObject({ code: 0, stderr: '' });
  const { position } = JSON.parse(done.stdout) as { position: number };
  expect(await remote('do', 'RegisterUser', body, '--json')).toEqual(done);
  const { stdout } = await local('history', 'harbor', '--user', 'zoe', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ events: [{ type: 'UserRegistered', position }] });
  expect(await remote('do', 'RegisterUser', body, '--actor', 'me')).toMatchObject({ code: 2, stdout: '' });
});

const EXPORTS = [
  ['--position', '300'],
  ['--position', '300', '--json', ...HARBOR],
  ['--position', '300', '--at', '2025-06-01T00:00:00Z', '--known-at', '2025-07-01T00:00:00Z'],
];

test.each(titled(EXPORTS))('export --what events %s: the same to the byte', async (_, args) => {
  const here = await local('export', '--what', 'events', ...args);
  expect(here).toMatchObject({ code: 0, stderr: '' });
  expect(here.stdout.split('\n').length).toBeGreaterThan(20);
  expect(await remote('export', '--what', 'events', ...args)).toEqual(here);
});

test('events that are not there yet are not exported, in the same words', async () => {
  const beyond = ['export', '--what', 'events', '--position', '999999', '--json'];
  const here = await local(...beyond);
  expect(here).toMatchObject({ code: 1, stdout: expect.stringContaining('position-not-reached') });
  expect(await remote(...beyond)).toEqual(here);
});

/** Some words tell the instant at which they were said. */
const timeless = (ended: Ended): Ended => ({
  ...ended,
  stdout: ended.stdout.replaceAll(/[\d-]{10}T[\d:.]+Z/g, 'INSTANT'),
});

test('an import over the service is judged in the same words, and what it has imported is so on the ledger', async () => {
  writeFileSync(
    join(cwd, 'in.csv'),
    [
      'account,userId,name,roles,product,effectiveAt,reason',
      'harbor,url-ana,Ana,,,2025-11-03T09:00:00Z,from the old directory',
      'harbor,url-ben,Ben,,,,',
      'northwind,url-kim,Kim,,,2025-11-03T09:00:00Z,',
      'northwind,nobody,,,copilot,,',
      'northwind,url lou,Lou,,,,',
      'nowhere,url-max,Max,,,,',
    ].join('\n'),
  );
  for (const flags of [[], ['--json']]) {
    const dry = await local('import', 'in.csv', '--dry-run', ...flags);
    expect(dry).toMatchObject({ code: 1, stdout: expect.stringContaining('reason-required'), stderr: '' });
    expect(timeless(await remote('import', 'in.csv', '--dry-run', ...flags))).toEqual(timeless(dry));
  }
  const done = await remote('import', 'in.csv', '--account', 'harbor');
  expect(done).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('harbor: imported: 2 rows, 2 events'),
    stderr: '',
  });
  for (const again of [local, remote]) {
    expect(await again('import', 'in.csv', '--account', 'harbor')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('harbor: these 2 rows were imported before'),
    });
  }
  const [view] = (await commands.run(['token', '--account', 'harbor', '--grant', 'licensing.view'])).stdout.split('\n');
  const denied = await commands.run(['import', 'in.csv', '--url', url, '--token', view!, '--account', 'harbor']);
  expect(denied).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('licensing.update') });
  expect(await remote('import', 'in.csv', '--actor', 'me')).toMatchObject({ code: 2, stdout: '' });
});

test('a history is followed over the service', async () => {
  const following = commands.run(['history', 'harbor', '--follow', '--json', '--url', url, '--token', token], true);
  const { code, stdout, stderr } = await following;
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.split('\n').length).toBeGreaterThan(10);
});

test('SEATLEDGER_URL and SEATLEDGER_TOKEN name the service where no ledger is named', async () => {
  const env = { SEATLEDGER_URL: url, SEATLEDGER_TOKEN: token };
  const asked = start(['ask', 'accounts', ...KNOWN, '--json'], { cwd: freshDirectory(), env });
  expect(await asked.ended).toEqual(await local('ask', 'accounts', ...KNOWN, '--json'));
});

test('what is in the way of a service is told, exit 2', async () => {
  const nothing = createServer((_, response) => response.end('<html>'));
  await new Promise<void>((resolve) => nothing.listen(0, '127.0.0.1', resolve));
  const elsewhere = `http://127.0.0.1:${(nothing.address() as AddressInfo).port}`;
  const ask = (...args: string[]): Promise<Ended> => commands.run(['ask', 'accounts', '--json', ...args]);
  const [view] = (await commands.run(['token', '--account', 'harbor', '--grant', 'licensing.view'])).stdout.split('\n');
  for (const [given, words] of [
    [['--url', url], 'bearer token'],
    [['--url', url, '--token', 'a.b.c'], '--token'],
    [['--url', url, '--token', 'two words'], 'alone'],
    [['--url', 'localhost:3000'], 'http://127.0.0.1:3000'],
    [['--url', elsewhere, '--token', token], 'is it a Seatledger?'],
    [['--url', url, '--log', 'data'], 'give one of them'],
  ] as const) {
    expect(await ask(...given)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) });
  }
  const denied = await commands.run([
    'do',
    'DeactivateUser',
    '{"accountId":"harbor","userId":"ben"}',
    '--url',
    url,
    '--token',
    view!,
  ]);
  expect(denied).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('licensing.update') });
  await new Promise((resolve) => nothing.close(resolve));
  const refused = await ask('--url', elsewhere, '--token', token);
  expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('ECONNREFUSED') });
});
