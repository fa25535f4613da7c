/** The command line on EventStoreDB (SPEC §5): where it finds a ledger there, what it says as on any other, and what is wrong when it cannot. */
import { existsSync, readdirSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startEventStore } from '../support/eventstore/server.js';
import { TEST_CA_FILE, testTls } from '../support/eventstore/tls/test-material.js';
import { eventStoreForTests } from '../support/eventstore-url.js';
import {
  type Ended,
  type Running,
  SLOW_MS,
  freshDirectory,
  removeDirectories,
  scenarioFile,
  seatledger,
  start,
} from './support/launcher.js';
import { ACCOUNT, AT, OPENED, PRODUCT, does } from './support/stories.js';

/** What a server that cannot be reached is tried again for, beside a start under load. */
const PATIENT_MS = 60_000;
import.meta.jest.setTimeout(SLOW_MS + PATIENT_MS);

const PASSWORD = 'hunter2-hunter2';
const server = eventStoreForTests();
let cwd: string;
beforeEach(() => {
  cwd = freshDirectory();
});
afterAll(removeDirectories);

/** The ledger under a prefix, by `--log`. */
function ledger(prefix: string): { run: (...args: string[]) => Promise<Ended>; start: (...args: string[]) => Running } {
  const flags = ['--log', server.url, '--prefix', prefix];
  return {
    run: (...args) => seatledger([...args, ...flags], { cwd }),
    start: (...args) => start([...args, ...flags], { cwd }),
  };
}

const json = ({ stdout }: Ended): Record<string, unknown> => JSON.parse(stdout) as Record<string, unknown>;
const define = (product: string): string[] => [
  'do',
  'DefineProduct',
  JSON.stringify({ ...PRODUCT, product }),
  '--json',
];
const register = (userId: string): string[] => [
  'do',
  'RegisterUser',
  JSON.stringify({ accountId: 'harbor', userId, name: 'U' }),
  '--json',
];

describe('on EventStoreDB', () => {
  test('do makes the ledger of a prefix, ask tells its positions; --log, EVENTSTORE_URL and --prefix find it', async () => {
    const prefix = server.freshPrefix();
    const { run } = ledger(prefix);
    const made = await run(...define('copilot'));
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(json(made)).toEqual({ events: ['ProductDefined'], position: expect.any(Number) });

    const env = { EVENTSTORE_URL: server.url };
    const next = await seatledger([...define('other'), '--prefix', prefix], { cwd, env });
    const { position } = json(next);
    expect(position).toBeGreaterThan(json(made)['position'] as number);
    const question = ['ask', 'products', '--known-at', new Date().toISOString(), '--json'];
    const asked = await run(...question);
    expect(json(asked)).toMatchObject({ products: [{ product: 'copilot' }, { product: 'other' }], position });
    expect(await seatledger([...question, '--prefix', prefix], { cwd, env })).toEqual(asked);
    const refused = await run('ask', 'overview', '--account', 'nobody', '--json');
    expect(refused).toMatchObject({ code: 1, stderr: '' });
    expect(json(refused)).toMatchObject({ refused: 'account-not-found' });
    const before = ['ask', 'products', '--position', String(json(made)['position']), '--json'];
    expect(json(await run(...before))).toMatchObject({ products: [{ product: 'copilot' }] });
    // It is this machine's, beside where the command was typed.
    expect(readdirSync(cwd)).toEqual(['read-models']);
  });

  test('--log has the word over EVENTSTORE_URL, and a scenario is in memory unless --log says otherwise', async () => {
    const env = { EVENTSTORE_URL: 'esdb://nowhere.invalid:1?tls=false' };
    const made = await seatledger([...define('copilot'), '--log', 'a'], { cwd, env });
    expect(made).toMatchObject({ code: 0, stdout: '{"events":["ProductDefined"],"position":1}\n' });
    scenarioFile(cwd, 'a.jsonl', OPENED);
    expect(await seatledger(['scenario', 'a.jsonl'], { cwd, env })).toMatchObject({ code: 0, stderr: '' });
  });

  test('a machine with an empty disk builds the read model where SEATLEDGER_READ_MODELS says, then follows live', async () => {
    const prefix = server.freshPrefix();
    const { run, start: begin } = ledger(prefix);
    scenarioFile(cwd, 'a.jsonl', [
      ...OPENED,
      does('RegisterUser', { accountId: 'harbor', userId: 'ana', name: 'Ana' }),
    ]);
    const scenario = ['scenario', 'a.jsonl', '--log', server.url, '--prefix', prefix];
    expect(await seatledger(scenario, { cwd })).toMatchObject({ code: 0, stderr: '' });
    const mine = ledger(`${prefix}-a`);
    const readModels = join(cwd, 'elsewhere');
    const other = start(['run', '--log', server.url, '--prefix', `${prefix}-a`], {
      cwd: freshDirectory(),
      env: { SEATLEDGER_READ_MODELS: readModels },
    });
    await other.printed(1);
    expect(readdirSync(readModels)).toHaveLength(1);
    const { position } = json(await mine.run(...register('ben')));
    await other.printed(2);
    expect(other.lines.map((line) => JSON.parse(line) as unknown).at(-1)).toEqual({ position });
    other.child.kill('SIGTERM');
    expect(await other.ended).toMatchObject({ code: 0, stderr: '' });

    const question = ['ask', 'overview', '--account', 'harbor', '--known-at', new Date().toISOString(), '--json'];
    const incremental = await mine.run(...question);
    expect(json(incremental)).toMatchObject({ users: [{ userId: 'ana' }, { userId: 'ben' }], position });
    const rebuilt = await mine.run('rebuild', '--json');
    expect(rebuilt).toEqual({ code: 0, stdout: `{"position":${String(position)}}\n`, stderr: '' });
    expect(await mine.run(...question)).toEqual(incremental);
    // The ledger of the plain prefix is another one, which run makes when it is used.
    const empty = begin('run');
    await empty.printed(1);
    expect(empty.lines).toEqual(['{"position":0}']);
    await run(...define('copilot'));
    await empty.printed(2);
    empty.child.kill('SIGTERM');
    expect(await empty.ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('ask and rebuild of a prefix without events are errors that say what makes one, and append nothing', async () => {
    const prefix = server.freshPrefix();
    const { run } = ledger(prefix);
    for (const ended of await Promise.all([run('ask', 'accounts', '--json'), run('rebuild')])) {
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toMatch(/^there is no ledger at esdb:[^?]* under the prefix /);
      expect(ended.stderr).toContain(` under the prefix ${prefix}: `);
      expect(ended.stderr).toContain('"seatledger do" makes one');
    }
    expect(existsSync(join(cwd, 'read-models'))).toBe(false);
  });

  test('each scenario file has a prefix of its own; a line is told as in memory', async () => {
    const prefix = server.freshPrefix();
    scenarioFile(cwd, 'a.jsonl', [...OPENED, { at: AT, ask: 'products' }]);
    scenarioFile(cwd, 'b.jsonl', [OPENED[0]!, does('OpenAccount', { ...ACCOUNT, accountId: 'b' })]);
    const { code, stdout, stderr } = await ledger(prefix).run('scenario', 'a.jsonl', 'b.jsonl', '--answers');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      '{"file":"a.jsonl","line":1,"events":["ProductDefined"]}',
      '{"file":"a.jsonl","line":2,"events":["AccountOpened"]}',
      expect.stringMatching(/^\{"file":"a\.jsonl","line":3,"answer":\{"products":\[\{/),
      '{"file":"b.jsonl","line":1,"events":["ProductDefined"]}',
      '{"file":"b.jsonl","line":2,"events":["AccountOpened"]}',
      '',
    ]);
    const [inA, inB] = await Promise.all(
      ['a', 'b'].map((name) => ledger(`${prefix}-${name}`).run('ask', 'accounts', '--json')),
    );
    expect(json(inA!)).toMatchObject({ accounts: [{ accountId: 'harbor' }] });
    expect(json(inB!)).toMatchObject({ accounts: [{ accountId: 'b' }] });
  });

  test('two scenario files of one name, or a prefix that has events, are refused before the first line', async () => {
    const prefix = server.freshPrefix();
    for (const name of ['a', 'b', 'c']) scenarioFile(cwd, `${name}.jsonl`, OPENED);
    const other = freshDirectory();
    scenarioFile(other, 'a.jsonl', OPENED);
    const { run } = ledger(prefix);
    const shared = await run('scenario', 'b.jsonl', 'a.jsonl', join(other, 'a.jsonl'));
    expect(shared).toMatchObject({ code: 2, stdout: '' });
    expect(shared.stderr).toContain(`would share the ledger with the prefix ${prefix}-a; rename one of them`);
    expect(await run('scenario', 'a.jsonl')).toMatchObject({ code: 0 });
    const again = await run('scenario', 'c.jsonl', 'a.jsonl', '--answers');
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain(`the ledger with the prefix ${prefix}-a is not empty`);
    const untouched = await Promise.all(['b', 'c'].map((name) => ledger(`${prefix}-${name}`).run('ask', 'products')));
    for (const ended of untouched) expect(ended).toMatchObject({ code: 2, stdout: '' });
  });

  test('a URL that is none, a server that is not there, is none or refuses the password: exit 2, told without the password', async () => {
    const foreign = await listening();
    const secured = await startEventStore({ tls: testTls(), users: { admin: 'changeit' } });
    const user = `admin:${PASSWORD}@`;
    const tls = `tls=true&tlsCAFile=${TEST_CA_FILE}`;
    try {
      const cases: [url: string, told: RegExp][] = [
        [`esdb://${user}`, /is no connection string of EventStoreDB/],
        [
          `esdb://admin:${PASSWORD}/${PASSWORD}@localhost:1`,
          /^EventStoreDB at esdb:\/\/localhost:1 |^esdb:\/\/localhost:1 is no/,
        ],
        [`esdb://${user}127.0.0.1:1?tls=false`, /cannot be reached: is it running/],
        [`esdb://${user}127.0.0.1:${portOf(foreign)}?tls=false`, /does not answer like an EventStoreDB/],
        [`esdb://${user}localhost:${secured.port}?${tls}`, /refuses the user or the password/],
        [`esdb://localhost:${secured.port}?${tls}`, /refuses the user or the password/],
        [`esdb://${user}localhost:${secured.port}?tls=true`, /cannot be reached over TLS/],
      ];
      const ended = await Promise.all(
        cases.map(([url]) => seatledger(['ask', 'accounts', '--json', '--log', url], { cwd })),
      );
      for (const [index, { code, stdout, stderr }] of ended.entries()) {
        expect({ code, stdout, stderr }).toEqual({
          code: 2,
          stdout: '',
          stderr: expect.stringMatching(cases[index]![1]),
        });
        expect(stderr).not.toContain(PASSWORD);
        expect(stderr.trimEnd()).not.toContain('\n');
      }
      const allowed = await seatledger(
        [...define('copilot'), '--log', `esdb://admin:changeit@localhost:${secured.port}?${tls}`],
        { cwd },
      );
      expect(allowed).toMatchObject({ code: 0, stderr: '' });
    } finally {
      await secured.stop();
      foreign.close();
    }
    const wrong = await seatledger(['ask', 'accounts', '--log', server.url, '--prefix', '$all'], { cwd });
    expect(wrong).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--prefix "$all": expected') });
  });
});

/** A server of something else. */
async function listening(): Promise<Server> {
  const foreign = createServer((_, response) => response.end('hello'));
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  return foreign;
}

const portOf = (listener: Server): number => (listener.address() as AddressInfo).port;
