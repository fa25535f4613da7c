/** Durable appends and whole commands against bare inserts of the same bytes with the same durability. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Engine, openEngine } from '#application/engine.js';
import type { EventLog } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { openStore } from '#read-model/store.js';
import { AT_ONCE, PRODUCT, atOnce, newEvent, timesInTurn } from '#bench/load.js';
import { inTurns, median, report, speedRatio } from '#bench/measure.js';

const SINGLES_A_ROUND = 300;
const GROUPS_A_ROUND = 60;

export async function benchAppends(directory: string): Promise<void> {
  const raw = openRaw(fresh(directory, 'raw.db'));
  const log = openSqliteLog(fresh(directory, 'log.db'), { create: true });
  const engine = await openLedger(directory);
  const appendOne = appender(log);
  const assignOne = assigner(engine);

  const single = await inTurns({
    raw: () => times(SINGLES_A_ROUND, () => raw(1)),
    log: () => timesInTurn(SINGLES_A_ROUND, () => appendOne('single')),
    commands: () => timesInTurn(SINGLES_A_ROUND, (i) => assignOne(i % AT_ONCE)),
  });
  const grouped = await inTurns({
    raw: () => times(GROUPS_A_ROUND, () => raw(AT_ONCE)),
    log: () => timesInTurn(GROUPS_A_ROUND, () => atOnce((i) => appendOne(`stream-${i}`))),
    commands: () => timesInTurn(GROUPS_A_ROUND, () => atOnce(assignOne)),
  });
  await engine.sync();

  const each = (took: number[], count: number): string => `${((median(took) / count) * 1_000).toFixed(0)} us`;
  const ones = (took: number[]): string =>
    `${each(took, SINGLES_A_ROUND)} each, raw ${each(single.raw, SINGLES_A_ROUND)}`;
  const group = GROUPS_A_ROUND * AT_ONCE;
  const many = (took: number[]): string => `${each(took, group)} each, raw ${each(grouped.raw, group)}`;
  report(
    'appends one by one / raw single-row transactions',
    speedRatio(single.raw, single.log),
    { least: 0.8 },
    ones(single.log),
  );
  report(
    'appends 64 at once / raw 64-row transactions',
    speedRatio(grouped.raw, grouped.log),
    { least: 0.5 },
    many(grouped.log),
  );
  report(
    'commands one by one / raw single-row transactions',
    speedRatio(single.raw, single.commands),
    { least: 0.4 },
    ones(single.commands),
  );
  report(
    'commands 64 at once / raw 64-row transactions',
    speedRatio(grouped.raw, grouped.commands),
    { least: 0.4 },
    many(grouped.commands),
  );
  await log.close();
  await engine.close();
}

function openRaw(file: string): (rows: number) => void {
  const db = new DatabaseSync(file);
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE e (id INTEGER PRIMARY KEY, stream TEXT, data TEXT)',
  );
  const [begin, insert, commit] = [
    db.prepare('BEGIN IMMEDIATE'),
    db.prepare('INSERT INTO e (stream, data) VALUES (?, ?)'),
    db.prepare('COMMIT'),
  ];
  const { data, metadata } = newEvent();
  const row = data + JSON.stringify(metadata);
  return (rows) => {
    begin.run();
    for (let i = 0; i < rows; i += 1) insert.run('account-1', row);
    commit.run();
  };
}

/** What is appended is made beforehand, as what raw inserts insert is. */
function appender(log: EventLog): (stream: string) => Promise<unknown> {
  const revisions = new Map<string, number>();
  const events = [newEvent()];
  return async (stream) => {
    const { revision } = await log.append(stream, revisions.get(stream) ?? -1, events);
    revisions.set(stream, revision);
  };
}

async function openLedger(directory: string): Promise<Engine> {
  const log = openSqliteLog(fresh(directory, 'ledger.db'), { create: true });
  const engine = await openEngine({ log, store: openStore(fresh(directory, 'read-model.db')) });
  await engine.do('DefineProduct', { product: PRODUCT, name: 'Seat', provisioning: 'assigned', overage: 'allow' });
  await atOnce(async (i) => {
    const accountId = `account-${i}`;
    const facts = { name: accountId, region: 'EU', timeZone: 'Europe/Berlin', currency: 'EUR' };
    await engine.do('OpenAccount', { accountId, ...facts, pricingModel: 'named', billing: 'monthly' });
    await engine.do('RegisterUser', { accountId, userId: 'ana', name: 'Ana' });
  });
  return engine;
}

/** A seat that is assigned and released in turn, so that each command records one event. */
function assigner(engine: Engine): (account: number) => Promise<unknown> {
  const held = new Set<number>();
  return (account) => {
    const command = held.delete(account) ? 'ReleaseSeats' : 'AssignSeats';
    if (command === 'AssignSeats') held.add(account);
    return engine.do(command, { accountId: `account-${account}`, product: PRODUCT, userIds: ['ana'] });
  };
}

function fresh(directory: string, name: string): string {
  const file = join(directory, name);
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  return file;
}

function times(count: number, work: () => void): void {
  for (let i = 0; i < count; i += 1) work();
}
