import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLog } from '#event-log/sqlite.js';
import { READ_MODEL_VERSION, openStore } from '#read-model/store.js';
import { standingClock } from '#application/clock.js';
import { openEngine } from '#application/engine.js';
import { LedgerUnavailable, isVacant, openLedger, openLedgerToFollow, rebuildLedger } from '#application/ledger.js';
import { INSTANT_MIN } from '#kernel/instant.js';

let location: string;

beforeEach(() => (location = join(mkdtempSync(join(tmpdir(), 'seatledger-ledger-')), 'ledger')));
afterEach(() => rmSync(join(location, '..'), { recursive: true }));

/** Of this version's generations. */
const nth = (number: number): string => `v${READ_MODEL_VERSION}-${number}.db`;
const model = (name: string): string => join(location, 'read-model', name);
const current = (): string => readFileSync(model('current'), 'utf8').trim();

async function define(...products: string[]): Promise<void> {
  const engine = await openLedger(location, { create: true, clock: standingClock(INSTANT_MIN) });
  for (const product of products)
    await engine.do('DefineProduct', { product, name: product, provisioning: 'assigned' });
  await engine.close();
}

async function products(): Promise<object> {
  const engine = await openLedger(location, { create: false, clock: standingClock(INSTANT_MIN) });
  const answer = await engine.ask('products', {});
  await engine.close();
  return answer;
}

test('a ledger is made only where that is asked for, and opened again has what it had', async () => {
  await expect(openLedger(location, { create: false })).rejects.toThrow(LedgerUnavailable);
  await expect(rebuildLedger(location)).rejects.toThrow('seatledger do');
  await define('a', 'b');
  expect(await products()).toMatchObject({ products: [{ product: 'a' }, { product: 'b' }], position: 2 });
  expect(current()).toBe(nth(1));
});

test('a rebuilt read model answers the same, takes the place of the one before, and tells its progress', async () => {
  await define('a', 'b', 'c');
  const before = await products();
  const told: number[][] = [];
  expect(await rebuildLedger(location, { onProgress: (position, head) => told.push([position, head]) })).toBe(3);
  expect(told).toEqual([[3, 3]]);
  expect(readdirSync(join(location, 'read-model')).sort()).toEqual(['current', nth(2)]);
  expect(await products()).toEqual(before);
});

test('a rebuild that was cut off is gone on with; one that has read another log is not', async () => {
  await define('a', 'b');
  const half = await openEngine({
    log: openSqliteLog(join(location, 'ledger.db'), { create: false }),
    store: openStore(model(nth(2))),
  });
  await half.sync();
  await half.close();
  const { ino } = statSync(model(nth(2)));
  await define('c');
  expect(await rebuildLedger(location)).toBe(3);
  expect(current()).toBe(nth(2));
  expect(statSync(model(nth(2))).ino).toBe(ino);

  const foreign = openStore(model(nth(3)));
  foreign.saveCheckpoint({ position: 1_000, recordedAt: 0, eventId: null });
  foreign.close();
  expect(await rebuildLedger(location)).toBe(3);
  expect(current()).toBe(nth(4));
  writeFileSync(model(nth(5)), 'not a database at all, and long enough not to be taken for an empty one');
  expect(await rebuildLedger(location)).toBe(3);
  expect(current()).toBe(nth(6));
  expect(await products()).toMatchObject({ position: 3 });
});

test('a read model of another version stays in use until one of this version has caught up', async () => {
  await define('a');
  rmSync(model(nth(1)));
  writeFileSync(model('current'), 'v0-7.db\n');
  writeFileSync(model('v0-7.db'), '');
  const seen: string[] = [];
  const engine = await openLedger(location, { create: false, onProgress: () => seen.push(current()) });
  await engine.close();
  expect(seen).toEqual(['v0-7.db']);
  expect(current()).toBe(nth(1));
  expect(await products()).toMatchObject({ position: 1 });
});

test('who follows a ledger is told when a rebuild has put another read model in use', async () => {
  await define('a');
  const ledger = await openLedgerToFollow(location, { create: false });
  expect(ledger.isCurrent()).toBe(true);
  await rebuildLedger(location);
  expect(ledger.isCurrent()).toBe(false);
  expect(await ledger.engine.ask('products', {})).toMatchObject({ position: 1 });
  await ledger.engine.close();
});

test('a read model that cannot be opened says what builds it anew, and that does', async () => {
  await define('a');
  writeFileSync(model(nth(1)), 'not a database at all, and long enough not to be taken for an empty one');
  await expect(products()).rejects.toThrow('"seatledger rebuild"');
  expect(await rebuildLedger(location)).toBe(1);
  expect(await products()).toMatchObject({ position: 1 });
});

test('a read model that was read from another log is refused, though that log goes on for longer', async () => {
  await define('a', 'b');
  rmSync(join(location, 'ledger.db'));
  for (const file of ['ledger.db-wal', 'ledger.db-shm']) rmSync(join(location, file), { force: true });
  const log = openSqliteLog(join(location, 'ledger.db'), { create: true });
  const other = await openEngine({ log, store: openStore(':memory:'), clock: standingClock(INSTANT_MIN) });
  for (const product of ['x', 'y', 'z'])
    await other.do('DefineProduct', { product, name: product, provisioning: 'metered' });
  await other.close();
  await expect(products()).rejects.toThrow("the read model is another log's");
  expect(await rebuildLedger(location)).toBe(3);
  expect(await products()).toMatchObject({ products: [{ product: 'x' }, { product: 'y' }, { product: 'z' }] });
});

test('vacant is what is not there, an empty directory, or a ledger without events', async () => {
  expect(await isVacant(location)).toBe(true);
  mkdirSync(location);
  expect(await isVacant(location)).toBe(true);
  await define();
  expect(await isVacant(location)).toBe(true);
  await define('a');
  expect(await isVacant(location)).toBe(false);
  expect(await isVacant(join(location, 'ledger.db'))).toBe(false);
  expect(await isVacant(join(location, 'read-model'))).toBe(false);
});
