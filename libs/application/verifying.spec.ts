/** A read model is what the log says, row by row; whatever somebody did to it by hand is named. */
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type StandingClock, standingClock } from '#application/clock.js';
import type { Engine } from '#application/engine.js';
import { LedgerUnavailable, openLedger, rebuildLedger } from '#application/ledger.js';
import { type Verified, verifyLedger } from '#application/verifying.js';
import { DamagedLog } from '#event-log/port.js';
import { instantOf } from '#kernel/instant.js';
import { LATE_FACTS_TOLD_APART_MAX } from '#projections/filing/late.js';
import { generationsIn } from '#read-model/generations.js';
import { OPENED } from '../../test/e2e/support/stories.js';

const USERS = LATE_FACTS_TOLD_APART_MAX + 6;
const LATE = { effectiveAt: '2026-01-12T00:00:00Z', reason: 'reported late' };
const SEATS = { accountId: 'harbor', product: 'copilot' };

const home = mkdtempSync(join(tmpdir(), 'seatledger-verifying-'));
afterAll(() => rmSync(home, { recursive: true }));
const lived = join(home, 'lived');
let copies = 0;

/** Users who come, go and are learnt of late, as one process files them as they happen. */
async function live(engine: Engine, clock: StandingClock): Promise<void> {
  for (const { do: command, with: body } of OPENED as { do: string; with: object }[]) await engine.do(command, body);
  await engine.do('PurchaseLicenses', { ...SEATS, quantity: USERS });
  const userIds = Array.from({ length: USERS }, (_, n) => `user-${n}`);
  for (const userId of userIds) {
    await engine.do('RegisterUser', { accountId: 'harbor', userId, name: userId, commandId: `register-${userId}` });
  }
  clock.moveTo(instantOf('2026-02-01T00:00:00.000Z'));
  await engine.do('DeactivateUser', { accountId: 'harbor', userId: 'user-3' });
  await engine.do('AssignSeats', { ...SEATS, userIds: userIds.slice(0, 3), ...LATE });
  await engine.do('AssignSeats', { ...SEATS, userIds, ...LATE });
  await engine.do('ReleaseSeats', { ...SEATS, userIds: ['user-0'] });
}

beforeAll(async () => {
  const clock = standingClock(instantOf('2026-01-05T10:00:00.000Z'));
  const engine = await openLedger(lived, { create: true, clock });
  await live(engine, clock);
  await engine.sync();
  await engine.close();
});

/** A copy of the ledger, after somebody was at one of its files. */
function tampered(sql?: string, file: (ledger: string) => string = readModelOf): string {
  const copy = join(home, `copy-${(copies += 1)}`);
  cpSync(lived, copy, { recursive: true });
  if (sql !== undefined) {
    const db = new DatabaseSync(file(copy));
    db.exec(sql);
    db.close();
  }
  return copy;
}

function readModelOf(ledger: string): string {
  return generationsIn(join(ledger, 'read-model')).current()!.file;
}

const logOf = (ledger: string): string => join(ledger, 'ledger.db');
const difference = async (ledger: string): Promise<Verified['difference']> => (await verifyLedger(ledger)).difference;

test('a read model that was filed as things happened is the same as one built anew, and nothing is left of the comparison', async () => {
  const ledger = tampered();
  const before = readdirSync(join(ledger, 'read-model')).filter((name) => !/-(wal|shm)$/.test(name));
  const verified = await verifyLedger(ledger);
  expect(verified).toMatchObject({ difference: undefined, position: verified.head });
  expect(verified.rows).toBeGreaterThan(100);
  expect(readdirSync(join(ledger, 'read-model')).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before);
});

const SEATS_PAGE = `timeline = (SELECT id FROM timeline WHERE key = 'account/harbor/seats/copilot') AND known_to > 1e15`;

test.each([
  ['a figure in a page', 'page', 'body', `UPDATE page SET body = replace(body, ',2,1,', ',9,1,') WHERE ${SEATS_PAGE}`],
  ['how long a page was known', 'page', 'known_to', `UPDATE page SET known_to = known_to - 1 WHERE ${SEATS_PAGE}`],
  ['the revision of a stream', 'stream', 'revision', `UPDATE stream SET revision = 7 WHERE name = 'account-harbor'`],
  [
    'what a command answered',
    'command',
    'events',
    `UPDATE command SET events = '[]' WHERE command_id = 'register-user-5'`,
  ],
  ['which events were filed as one', 'together', 'last', 'UPDATE together SET last = last + 1'],
  ['which event was read last', 'checkpoint', 'event_id', `UPDATE checkpoint SET event_id = 'another'`],
])('a row that was altered is named: %s', async (_, table, column, sql) => {
  const found = (await difference(tampered(sql)))!;
  expect(found).toMatchObject({ table, column });
  expect(found.found).not.toEqual(found.expected);
});

test('a row that is missing is named whole, and so is one too many', async () => {
  const missing = await difference(tampered(`DELETE FROM command WHERE command_id = 'register-user-5'`));
  expect(missing).toEqual({
    table: 'command',
    key: { stream: 'account-harbor', command_id: 'register-user-5' },
    column: undefined,
    expected: expect.objectContaining({ command_id: 'register-user-5', events: '[["UserRegistered",1]]' }),
    found: null,
  });
  const last = await difference(tampered(`DELETE FROM page WHERE id = (SELECT max(id) FROM page)`));
  expect(last).toMatchObject({ table: 'page', column: undefined, found: null });
  const more = await difference(tampered(`INSERT INTO stream VALUES ('account-zebra', 0, 0)`));
  expect(more).toEqual({
    table: 'stream',
    key: { name: 'account-zebra' },
    column: undefined,
    expected: null,
    found: { name: 'account-zebra', revision: 0, valid_to: 0 },
  });
});

test('of several differences the first by table and key is named', async () => {
  const two = `DELETE FROM command WHERE command_id IN ('register-user-7', 'register-user-5');
    UPDATE stream SET revision = 7 WHERE name = 'catalog'`;
  expect(await difference(tampered(two))).toMatchObject({ table: 'stream', key: { name: 'catalog' } });
});

test('what a comparison that was killed has left is removed a day later, and not what another one is at work on', async () => {
  const ledger = tampered();
  const readModel = join(ledger, 'read-model');
  const [left, atWork] = [`scratch-${randomUUID()}.db`, `scratch-${randomUUID()}.db`];
  for (const name of [left, atWork, `${left}-wal`]) writeFileSync(join(readModel, name), '');
  const twoDaysAgo = Date.now() / 1_000 - 2 * 24 * 60 * 60;
  utimesSync(join(readModel, left), twoDaysAgo, twoDaysAgo);
  await verifyLedger(ledger);
  expect(readdirSync(readModel).filter((name) => name.startsWith('scratch'))).toEqual([atWork]);
});

test('a rebuilt read model verifies, and one that is behind the log is compared where it is', async () => {
  const ledger = tampered(`DELETE FROM command WHERE command_id = 'register-user-5'`);
  await rebuildLedger(ledger);
  expect(await difference(ledger)).toBeUndefined();

  const { position, head, difference: none } = await verifyLedger(await behind());
  expect({ none, behind: head - position }).toEqual({ none: undefined, behind: 1 });
});

/** A ledger whose last event its read model has not read. */
async function behind(): Promise<string> {
  const ledger = tampered();
  const model = join(home, `model-${copies}`);
  cpSync(join(ledger, 'read-model'), model, { recursive: true });
  const engine = await openLedger(ledger, { create: false });
  await engine.do('RegisterUser', { accountId: 'harbor', userId: 'newcomer', name: 'New' });
  await engine.close();
  rmSync(join(ledger, 'read-model'), { recursive: true });
  cpSync(model, join(ledger, 'read-model'), { recursive: true });
  return ledger;
}

test('an event that was altered is a damaged log, with its position, also behind what the read model has read', async () => {
  const altered = (position: number): string =>
    `UPDATE event SET data = replace(data, 'user-9', 'user-8') WHERE position = ${position};
     UPDATE event SET data = replace(data, 'newcomer', 'newcomes') WHERE position = ${position}`;
  await expect(verifyLedger(tampered(altered(13), logOf))).rejects.toMatchObject({
    constructor: DamagedLog,
    place: { position: 13 },
  });
  const ledger = await behind();
  const { head, position } = await verifyLedger(ledger);
  expect(head).toBeGreaterThan(position);
  const db = new DatabaseSync(logOf(ledger));
  db.exec(altered(head));
  db.close();
  await expect(verifyLedger(ledger)).rejects.toMatchObject({ constructor: DamagedLog, place: { position: head } });
});

test('a ledger without a read model, or without a log, says what to do', async () => {
  const none = tampered();
  rmSync(join(none, 'read-model'), { recursive: true });
  await expect(verifyLedger(none)).rejects.toThrow(LedgerUnavailable);
  await expect(verifyLedger(join(home, 'nowhere'))).rejects.toThrow(LedgerUnavailable);
});
