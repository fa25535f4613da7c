/** Several processes on one ledger, `run` among them, killed and not (SPEC §5). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { READ_MODEL_VERSION } from '#read-model/store.js';
import { openLedger } from '#application/ledger.js';
import {
  type Running,
  SLOW_MS,
  freshDirectory,
  removeDirectories,
  scenarioFile,
  seatledger,
  start,
  startByNpm,
} from './support/launcher.js';
import { OPENED, registrations } from './support/stories.js';

import.meta.jest.setTimeout(SLOW_MS);
afterAll(removeDirectories);

/** Enough for a busy machine to announce it before. */
const DUE_MS = 4_000;
const LATE_MS_MAX = 3_000;

const positions = ({ lines }: Running): unknown[] => lines.map((line) => JSON.parse(line) as unknown);

function register(cwd: string, userId: string): Running {
  return start(
    ['do', 'RegisterUser', JSON.stringify({ accountId: 'harbor', userId, name: 'U' }), '--json', '--log', 'a'],
    { cwd },
  );
}

async function ledgerWith(lines: readonly object[]): Promise<string> {
  const cwd = freshDirectory();
  scenarioFile(cwd, 'a.jsonl', lines);
  expect(await seatledger(['scenario', 'a.jsonl', '--log', '.'], { cwd })).toMatchObject({ code: 0 });
  return cwd;
}

/** @returns when the phase starts; a busy machine may take longer to announce it than it lies ahead: then it is announced for later */
async function announce(cwd: string, aheadMs: number): Promise<string> {
  const startsAt = new Date(Date.now() + aheadMs).toISOString();
  const phases = [{ phase: 'restricted', region: null, startsAt }];
  const program = JSON.stringify({ programId: 'x', name: 'X', products: ['p'], phases });
  const { code, stdout } = await seatledger(['do', 'AnnounceProgram', program, '--json', '--log', 'a'], { cwd });
  if (code === 1 && stdout.includes('phase-in-past')) return announce(cwd, aheadMs * 2);
  expect(JSON.parse(stdout)).toMatchObject({ events: ['EnforcementProgramAnnounced'] });
  return startsAt;
}

test('run makes the ledger, says how far it has read as others append, starts phases on time, and ends with 0 on SIGTERM', async () => {
  const cwd = freshDirectory();
  const running = startByNpm(['run', '--silent', 'seatledger', '--', 'run', '--log', 'a'], { cwd });
  await running.printed(1);
  expect(positions(running)).toEqual([{ position: 0 }]);

  const product = JSON.stringify({ product: 'p', name: 'P', provisioning: 'assigned' });
  await seatledger(['do', 'DefineProduct', product, '--log', 'a'], { cwd });
  await running.printed(2);
  const startsAt = await announce(cwd, DUE_MS);
  await running.printed(4);
  const startedWithin = Date.now() - Date.parse(startsAt);
  expect(positions(running)).toEqual([0, 1, 2, 3].map((position) => ({ position })));
  expect(startedWithin).toBeLessThan(LATE_MS_MAX);
  const { stdout } = await seatledger(['ask', 'phases', '--program', 'x', '--json', '--log', 'a'], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ phases: [{ startsAt, started: true }], position: 3 });

  running.child.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
});

test('run follows a rebuilt read model, and ends with 0 on SIGINT', async () => {
  const cwd = await ledgerWith(OPENED);
  const running = start(['run', '--log', 'a'], { cwd });
  await running.printed(1);
  expect(await seatledger(['rebuild', '--log', 'a'], { cwd })).toMatchObject({ code: 0 });
  expect(readdirSync(join(cwd, 'a', 'read-model'))).toEqual(
    expect.arrayContaining(['current', `v${READ_MODEL_VERSION}-2.db`]),
  );
  await register(cwd, 'ana').ended;
  await running.printed(2);
  running.child.kill('SIGINT');
  expect(await running.ended).toMatchObject({ code: 0, stderr: '', stdout: '{"position":2}\n{"position":3}\n' });
});

test('processes that make one ledger together all succeed, each event once', async () => {
  const cwd = freshDirectory();
  const makers = ['a', 'b', 'c', 'd'].map((product) => {
    const body = JSON.stringify({ product, name: product, provisioning: 'assigned' });
    return start(['do', 'DefineProduct', body, '--json', '--log', 'a'], { cwd });
  });
  const ended = await Promise.all(makers.map((maker) => maker.ended));
  expect(ended.map(({ code, stderr }) => ({ code, stderr }))).toEqual(makers.map(() => ({ code: 0, stderr: '' })));
  const at = ended.map(({ stdout }) => (JSON.parse(stdout) as { position: number }).position);
  expect(at.sort((a, b) => a - b)).toEqual([1, 2, 3, 4]);
});

test('a process that is killed at any moment leaves what it has printed and no obstacle; rebuilt, all is the same', async () => {
  const cwd = await ledgerWith(OPENED);
  const KILLS = 4;
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const victim = register(cwd, `victim-${kill}`);
    // From before it opens the ledger to after it has appended.
    const timer = setTimeout(() => victim.child.kill('SIGKILL'), 150 + kill * 120);
    if ((await victim.ended).stdout.endsWith('}\n')) acknowledged.push(`victim-${kill}`);
    clearTimeout(timer);
  }
  expect((await register(cwd, 'survivor').ended).stdout).toMatch(
    /^\{"events":\["UserRegistered"\],"position":\d+\}\n$/,
  );

  const overview = [
    'ask',
    'overview',
    '--account',
    'harbor',
    '--known-at',
    new Date().toISOString(),
    '--json',
    '--log',
    'a',
  ];
  const incremental = await seatledger(overview, { cwd });
  const { users } = JSON.parse(incremental.stdout) as { users: { userId: string }[] };
  expect(users.map(({ userId }) => userId)).toEqual(expect.arrayContaining([...acknowledged, 'survivor']));
  expect(await seatledger(['rebuild', '--log', 'a'], { cwd })).toMatchObject({ code: 0 });
  expect(await seatledger(overview, { cwd })).toEqual(incremental);
});

test('what one process did while another was reading is in the next answer of either', async () => {
  const cwd = await ledgerWith([...OPENED, ...registrations(5)]);
  const engine = await openLedger(join(cwd, 'a'), { create: false });
  const count = async (): Promise<number> =>
    ((await engine.ask('overview', { accountId: 'harbor' })) as { users: unknown[] }).users.length;
  expect(await count()).toBe(5);
  expect((await register(cwd, 'other').ended).code).toBe(0);
  expect(await count()).toBe(6);
  await engine.close();
});
