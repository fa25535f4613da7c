/** `seatledger copy`: a ledger moves house, is cut off on the way, and is the same where it arrives. */
import { DatabaseSync } from 'node:sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ORIGIN } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { READ_MODEL_VERSION } from '#read-model/store.js';
import { all } from '../contract/new-event.js';
import { startEventStore } from '../support/eventstore/server.js';
import {
  type Ended,
  ROOT,
  SLOW_MS,
  freshDirectory,
  removeDirectories,
  scenarioFile,
  seatledger,
  start,
} from './support/launcher.js';
import { OPENED, PRODUCT, does } from './support/stories.js';

/** Several starts, each of which asks thousands of questions. */
import.meta.jest.setTimeout(2 * SLOW_MS);
afterAll(removeDirectories);

const STORY = join(ROOT, 'test', 'scenarios', 'late-deactivation.jsonl');
const KILLS = 3;
/** Appends that take a copy about as long as a start. */
const COMMANDS = 300;

/** A ledger `late-deactivation`, with corrections, in a directory of its own. */
async function moving(): Promise<string> {
  const cwd = freshDirectory();
  expect(await seatledger(['scenario', STORY, '--log', '.'], { cwd })).toMatchObject({ code: 0 });
  return cwd;
}

function copy(cwd: string, from: string, to: string, ...more: readonly string[]): Promise<Ended> {
  return seatledger(['copy', '--from', from, '--to', to, ...more], { cwd, env: { SEATLEDGER_READ_MODELS: cwd } });
}

async function ids(cwd: string, ledger: string): Promise<readonly string[]> {
  const log = openSqliteLog(join(cwd, ledger, 'ledger.db'), { create: true });
  const events = await all(log.readAll(ORIGIN));
  await log.close();
  return events.map(({ id }) => id);
}

test('a ledger moves to EventStoreDB and back to a directory, and is the same everywhere', async () => {
  const cwd = await moving();
  const count = (await ids(cwd, 'late-deactivation')).length;
  const server = await startEventStore();
  try {
    const moved = await copy(cwd, 'late-deactivation', server.url, '--prefix', 'house', '--json');
    expect(moved).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(moved.stdout)).toEqual({ events: count, answers: expect.any(Number), same: true });
    expect(await copy(cwd, server.url, 'back', '--prefix', 'house', '--json')).toEqual(moved);
  } finally {
    await server.stop();
  }
  expect(await ids(cwd, 'back')).toEqual(await ids(cwd, 'late-deactivation'));
  const bounds = ['--known-at', '2026-10-01T00:00:00Z', '--position', `${count}`];
  const asked = ['ask', 'history', '--account', 'acme', ...bounds, '--json', '--log'];
  const answer = await seatledger([...asked, 'back'], { cwd });
  expect(answer.code).toBe(0);
  expect(answer).toEqual(await seatledger([...asked, 'late-deactivation'], { cwd }));
});

test('a copy that is killed at random moments leaves a beginning of the source, and is gone on with to its end', async () => {
  const cwd = freshDirectory();
  const commands = Array.from({ length: COMMANDS }, (_, n) =>
    n % 2 === 0
      ? does('DefineProduct', PRODUCT)
      : does('SetCommitment', { accountId: 'harbor', product: 'copilot', quantity: n }),
  );
  scenarioFile(cwd, 'a.jsonl', [...OPENED, ...commands]);
  expect(await seatledger(['scenario', 'a.jsonl', '--log', '.'], { cwd })).toMatchObject({ code: 0 });
  const source = await ids(cwd, 'a');
  let before = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { child, ended } = start(['copy', '--from', 'a', '--to', 'b'], { cwd });
    while (!existsSync(join(cwd, 'b', 'ledger.db')) && child.exitCode === null) await sleep(5);
    setTimeout(() => child.kill('SIGKILL'), Math.random() * 300);
    await ended;
    const copied = await ids(cwd, 'b');
    expect(copied).toEqual(source.slice(0, copied.length));
    expect(copied.length).toBeGreaterThanOrEqual(before);
    before = copied.length;
  }
  const { code, stdout } = await copy(cwd, 'a', 'b');
  expect(stdout).toMatch(`The same: ${source.length} events, ${source.length - before} of them copied now, and`);
  expect(code).toBe(0);
  expect(await ids(cwd, 'b')).toEqual(source);
});

test('what is in use, or holds something else, is refused with exit 2, and told on stderr', async () => {
  const cwd = await moving();
  const running = start(['run', '--log', 'late-deactivation'], { cwd });
  await running.printed(1);
  expect(await copy(cwd, 'late-deactivation', 'b', '--json')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'the source is in use: end the other commands that have late-deactivation open first\n',
  });
  running.child.kill('SIGTERM');
  await running.ended;
  await seatledger(['do', 'DefineProduct', JSON.stringify(PRODUCT), '--log', 'other'], { cwd });
  const refused = await copy(cwd, 'late-deactivation', 'other');
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(/^the target holds something else: event 1 of the target \(ProductDefined, .*\)\n$/);
  expect(await seatledger(['copy', '--from', 'late-deactivation'], { cwd })).toMatchObject({ code: 2 });
});

test('a copy with another answer is told with exit 1: what was asked, where it differs, and what either said', async () => {
  const cwd = await moving();
  expect(await copy(cwd, 'late-deactivation', 'b')).toMatchObject({ code: 0 });
  const db = new DatabaseSync(join(cwd, 'b', 'read-model', `v${READ_MODEL_VERSION}-1.db`));
  db.exec(`UPDATE page SET body = replace(body, '"timeZone":"', '"timeZone":"Etc/')`);
  db.close();
  const { code, stdout } = await copy(cwd, 'late-deactivation', 'b');
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^Different: the answer to accounts \{.*\}, accounts\[0\]\.timeZone\n {2}source: .*\n {2}target: "Etc.*\n/,
  );
  const told = JSON.parse((await copy(cwd, 'late-deactivation', 'b', '--json', '--seed', '7')).stdout) as object;
  expect(told).toMatchObject({ same: false, difference: { answer: 'accounts', key: 'accounts[0].timeZone', seed: 7 } });
});
