import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { DatabaseSync } from 'node:sqlite';
import { INSTANT_MIN } from '#kernel/instant.js';
import { DamagedLog } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { READ_MODEL_VERSION } from '#read-model/store.js';
import { machineClock, standingClock } from '#application/clock.js';
import { type CopyResult, copyLedger } from '#application/copying/ledgers.js';
import { CopyRefused } from '#application/copying/refused.js';
import { LedgerUnavailable, openForOnce, openLedger } from '#application/ledger.js';
import { parseScenario, runStep } from '#application/scenario.js';
import { startEventStore } from '../../../test/support/eventstore/server.js';

/** Every copy asks thousands of questions, and a busy machine takes its time. */
import.meta.jest.setTimeout(60_000);

let directory: string;
let source: string;
let target: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'seatledger-copying-'));
  [source, target] = [join(directory, 'source'), join(directory, 'target')];
  await fill(source);
});
afterEach(() => rmSync(directory, { recursive: true }));

const STORY = [
  { do: 'DefineProduct', with: { product: 'p', name: 'P', provisioning: 'assigned', overage: 'allow' } },
  {
    do: 'OpenAccount',
    with: {
      accountId: 'a',
      name: 'A',
      region: 'EU',
      timeZone: 'Europe/Lisbon',
      currency: 'EUR',
      pricingModel: 'named',
      billing: 'monthly',
    },
  },
  { do: 'RegisterUser', with: { accountId: 'a', userId: 'ana', name: 'Ana' } },
  { do: 'AssignSeats', with: { accountId: 'a', product: 'p', userIds: ['ana'] } },
];

async function fill(location: string, ...more: readonly object[]): Promise<void> {
  const lines = [...STORY, ...more].map((line) => JSON.stringify({ at: '2026-01-05T10:00:00Z', ...line }));
  const clock = standingClock(INSTANT_MIN);
  const engine = await openLedger(location, { create: true, clock });
  for (const step of parseScenario('story', lines.join('\n'))) await runStep(engine, clock, step);
  await engine.close();
}

function copy(from = source, to = target, seed = 1): Promise<CopyResult> {
  return copyLedger({ places: { source: from, target: to }, prefix: undefined, seed, onProgress: () => {} });
}

function inFile(file: string, use: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(file);
  use(db);
  db.close();
}

test('a ledger that has moved is the same there, in every event and answer, and again when it is asked again', async () => {
  const first = await copy();
  expect(first).toMatchObject({ events: 4, appended: 4, difference: undefined });
  expect(first.answers).toBeGreaterThan(1_000);
  expect(await copy()).toEqual({ ...first, appended: 0 });
  expect(await copy(target, join(directory, 'further'))).toMatchObject({
    events: 4,
    appended: 4,
    difference: undefined,
  });
});

test('what was recorded since an earlier copy is carried after it', async () => {
  await copy();
  const engine = await openLedger(source, { create: false });
  await engine.do('RegisterUser', { accountId: 'a', userId: 'ben', name: 'Ben' });
  await engine.close();
  expect(await copy()).toMatchObject({ events: 5, appended: 1, difference: undefined });
  await expect(copy(target, source)).resolves.toMatchObject({ appended: 0 });
});

test.each([
  [
    'a ledger that goes on where the source ends',
    'the target goes on where the source ends',
    async () => (await openLedger(target, { create: true })).close(),
    () => copy(target, source),
  ],
  [
    'a directory with something else',
    'holds something else: notes',
    async () => writeIn(target, 'notes'),
    () => copy(),
  ],
  ['a file', 'is no directory', async () => writeFileSync(target, ''), () => copy()],
  ['another ledger', 'the target holds something else: event 1', () => fill(target), () => copy()],
  ['itself', 'the same place', async () => {}, () => copy(source, source)],
  ['itself by another name', 'the same place', async () => symlinkSync(source, target), () => copy()],
] as const)('a target that is %s is refused', async (_, message, prepare, attempt) => {
  await prepare();
  const refused = attempt();
  await expect(refused).rejects.toThrow(CopyRefused);
  await expect(refused).rejects.toThrow(message);
});

function writeIn(place: string, name: string): void {
  mkdirSync(place);
  writeFileSync(join(place, name), '');
}

test('a source without a ledger is refused, and no target is made', async () => {
  await expect(copy(join(directory, 'nowhere'))).rejects.toThrow(LedgerUnavailable);
  expect(existsSync(target)).toBe(false);
});

test.each(['source', 'target'] as const)('a %s that somebody has open is refused, however idle', async (side) => {
  await fill(target);
  const place = side === 'source' ? source : target;
  const idle = openSqliteLog(join(place, 'ledger.db'), { create: false });
  await expect(copy()).rejects.toThrow(`the ${side} is in use`);
  await idle.close();
});

test('an event of the target that was changed is named; where its checksum is not right, with its position', async () => {
  await copy();
  const file = join(target, 'ledger.db');
  inFile(file, (db) => db.exec(`UPDATE event SET data = replace(data, '"Ana"', '"Eve"') WHERE position = 3`));
  await expect(copy()).rejects.toThrow(DamagedLog);
  await expect(copy()).rejects.toThrow('position 3');
  inFile(file, (db) => {
    const { checksum: _, ...row } = db.prepare('SELECT * FROM event WHERE position = 3').get()!;
    db.prepare('UPDATE event SET checksum = ? WHERE position = 3').run(crc32(Object.values(row).join('\n')));
  });
  const { events, answers, difference } = await copy();
  expect([events, answers]).toEqual([2, 0]);
  expect(difference).toMatchObject({ event: 3, type: 'UserRegistered', stream: 'account-a', key: 'data' });
});

test('an answer of the target that differs is named, with what was asked and what either said', async () => {
  await copy();
  const model = join(target, 'read-model', `v${READ_MODEL_VERSION}-1.db`);
  inFile(model, (db) => db.exec(`UPDATE page SET body = replace(body, '"Ana"', '"Eve"')`));
  const { events, difference } = await copy();
  expect(events).toBe(4);
  expect(difference).toMatchObject({
    answer: 'account',
    of: { accountId: 'a', at: expect.any(String), knownAt: expect.any(String) },
    key: 'users[0].name',
    source: 'Ana',
    target: 'Eve',
  });
});

test('a ledger on a server that is written to while it is copied is refused, though all of it was copied', async () => {
  const server = await startEventStore();
  process.env['SEATLEDGER_READ_MODELS'] = directory;
  let intrusion: Promise<unknown> | undefined;
  const intrude = async (): Promise<void> => {
    const engine = await openForOnce(server.url, { create: false, clock: machineClock });
    await engine.do('RegisterUser', { accountId: 'a', userId: 'ben', name: 'Ben' });
    await engine.close();
  };
  try {
    await fill(server.url);
    const places = { source: server.url, target };
    const copying = copyLedger({
      places,
      prefix: undefined,
      seed: 1,
      onProgress: () => void (intrusion ??= intrude()),
    });
    await expect(copying).rejects.toThrow('the source is in use: events were appended while it was copied');
    await intrusion;
    await expect(copyLedger({ places, prefix: undefined, seed: 1, onProgress: () => {} })).resolves.toMatchObject({
      events: 5,
      appended: 1,
      difference: undefined,
    });
  } finally {
    delete process.env['SEATLEDGER_READ_MODELS'];
    await server.stop();
  }
});
