/** `npm start` on EventStoreDB: shows what is there; the sample is recorded there only when told, whole or gone on with. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { standingClock } from '#application/clock.js';
import { openForOnce, openLog } from '#application/ledger.js';
import { type EventLog, ORIGIN } from '#event-log/port.js';
import { INSTANT_MIN } from '#kernel/instant.js';
import { sampleInMemory } from '../../apps/cli/sample/recording.js';
import { type EventStoreServer, startEventStore } from '../support/eventstore/server.js';
import { TEST_CA_FILE, testTls } from '../support/eventstore/tls/test-material.js';
import { eventStoreForTests } from '../support/eventstore-url.js';
import { eventsOf } from '../support/ledger.js';
import {
  type Ended,
  LAUNCHER,
  ROOT,
  SLOW_MS,
  freshDirectory,
  ownEnv,
  removeDirectories,
  seatledger,
  start,
} from './support/launcher.js';
import { PRODUCT } from './support/stories.js';

import.meta.jest.setTimeout(3 * SLOW_MS);
const server = eventStoreForTests();
let cwd: string;
beforeEach(() => {
  cwd = freshDirectory();
});
afterAll(removeDirectories);

const COMMAND = '  $ ';
const commandsIn = ({ stdout }: Ended): string[] =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith(COMMAND))
    .map((line) => line.slice(COMMAND.length));

/** A command as it was told, in a shell; what npm would start is started without it. */
async function typed(command: string, env: Readonly<Record<string, string>> = {}): Promise<number | null> {
  const launched = command.replace(/^npm (run --silent seatledger|start) --/, (_, script: string) =>
    [process.execPath, LAUNCHER, ...(script === 'start' ? ['start', '--no-serve'] : [])].join(' '),
  );
  const child = spawn('sh', ['-c', launched], { cwd, env: { ...ownEnv(), ...env }, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** A command takes a connection string from the environment only where it has a password. */
function needed(env: { readonly EVENTSTORE_URL: string }): Readonly<Record<string, string>> {
  return env.EVENTSTORE_URL.includes('@') ? env : {};
}

async function idsOf(log: EventLog): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of log.readAll(ORIGIN)) ids.push(...page.map(({ id }) => id));
  return ids;
}

const idsIn = ({ log }: EventStoreServer, prefix: string): string[] =>
  log.filter(({ stream }) => stream.startsWith(`${prefix}/`)).map(({ id }) => id);

describe('npm start on EventStoreDB', () => {
  test('an empty prefix is left empty, and what is told records the sample there; every command of the tour works as printed', async () => {
    const env = { EVENTSTORE_URL: server.url };
    const prefix = server.freshPrefix();
    const empty = await seatledger(['start', '--no-serve', '--prefix', prefix], { cwd, env });
    expect(empty).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining(`under the prefix ${prefix} yet`),
    });
    expect(await seatledger(['ask', 'accounts', '--prefix', prefix], { cwd, env })).toMatchObject({ code: 2 });

    const [record] = commandsIn(empty);
    expect(record).toContain('npm start -- --sample');
    // The variable was set for that one command only.
    expect(await typed(record!, needed(env))).toBe(0);
    const shown = await seatledger(['start', '--no-serve', '--prefix', prefix], { cwd, env });
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    const commands = commandsIn(shown);
    expect(commands.length).toBeGreaterThanOrEqual(10);
    expect(await Promise.all(commands.map((command) => typed(command, needed(env))))).toEqual(commands.map(() => 0));
    // The last of them has changed something; the sample is whole all the same.
    const again = await seatledger(['start', '--no-serve', '--sample', '--prefix', prefix], { cwd, env });
    expect(again).toMatchObject({ code: 0, stderr: '' });
  });

  test('a history of its own is shown as such, and no sample is recorded over it', async () => {
    const prefix = server.freshPrefix();
    const log = ['--log', server.url, '--prefix', prefix];
    const engine = await openForOnce(server.url, { create: true, prefix, clock: standingClock(INSTANT_MIN) });
    await engine.do('DefineProduct', PRODUCT);
    const shown = await seatledger(['start', '--no-serve', ...log], { cwd });
    expect(shown).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('its history is its own') });
    const told = commandsIn(shown).map((command) => typed(command, needed({ EVENTSTORE_URL: server.url })));
    expect(await Promise.all(told)).toEqual([0]);
    const refused = await seatledger(['start', '--no-serve', '--sample', ...log], { cwd });
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('give another --prefix') });
    await engine.sync();
    expect(await engine.ask('products', {})).toMatchObject({ products: [{ product: 'copilot' }] });
    await engine.close();
  });

  test('a start that is killed while it records the sample is gone on with, and two at once record it once', async () => {
    const own = await startEventStore();
    const args = ['start', '--no-serve', '--sample', '--log', own.url];
    try {
      const whole = await idsOf(await sampleInMemory(ROOT));
      own.faults.latencyMs = 5;
      const victim = start(args, { cwd });
      while (idsIn(own, 'seatledger').length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      victim.child.kill('SIGKILL');
      await victim.ended;
      own.faults.latencyMs = 0;
      const part = idsIn(own, 'seatledger');
      expect(part.length).toBeLessThan(whole.length);
      expect(part).toEqual(whole.slice(0, part.length));
      expect(await seatledger(args, { cwd })).toMatchObject({ code: 0 });
      expect(idsIn(own, 'seatledger')).toEqual(whole);

      const both = await Promise.all([1, 2].map(() => seatledger([...args, '--prefix', 'both'], { cwd })));
      // Whichever comes between the other's appends says so, and has nothing left to do when it is tried again.
      for (const { code, stderr } of both)
        expect([code, code === 0 || stderr]).toEqual([code, code === 0 || expect.stringContaining('try again')]);
      expect(idsIn(own, 'both')).toEqual(whole);
    } finally {
      await own.stop();
    }
  });

  test('a password is not shown: commands take the connection string from EVENTSTORE_URL', async () => {
    const own = await startEventStore({ tls: testTls(), users: { admin: 'changeit' } });
    const url = `esdb://admin:changeit@localhost:${own.port}?tls=true&tlsCAFile=${TEST_CA_FILE}`;
    const env = { EVENTSTORE_URL: url };
    try {
      const empty = await seatledger(['start', '--no-serve'], { cwd, env });
      const shown = await seatledger(['start', '--no-serve', '--sample'], { cwd, env });
      for (const { code, stdout, stderr } of [empty, shown]) {
        expect(code).toBe(0);
        expect(stdout + stderr).not.toContain('changeit');
      }
      const commands = commandsIn(shown).slice(-3);
      expect(await Promise.all(commands.map((command) => typed(command, env)))).toEqual([0, 0, 0]);
    } finally {
      await own.stop();
    }
  });
});

test('the sample has the same events, to the last id, wherever and whenever it is made', async () => {
  expect(await seatledger(['start', '--no-serve'], { cwd })).toMatchObject({ code: 0 });
  const embedded = await openLog(join(cwd, 'data'), { create: false });
  expect(await eventsOf(embedded)).toEqual(await eventsOf(await sampleInMemory(ROOT)));
  expect(await idsOf(embedded)).toEqual(await idsOf(await sampleInMemory(ROOT)));
  await embedded.close();
});
