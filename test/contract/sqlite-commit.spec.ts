/** How the embedded log commits: what shares a transaction, and that the heads of streams, filed now and then, are right. */
import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { NO_STREAM, ORIGIN, RevisionConflict } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { openFile } from '#event-log/sqlite/file.js';
import { freshLogFile, removeLogFiles, tamper } from './log-file.js';
import { all, labels, newEvent, newEvents } from './new-event.js';

const CONCURRENT = 64;
/** More than are filed together (heads.ts). */
const STREAMS_MANY = 9_000;
const EVENTS_MANY = 20_000;

afterAll(removeLogFiles);

/** Transactions in the write-ahead log: its frames whose header tells the size of the database after a commit. */
function commits(file: string): number {
  const [WAL_HEADER, FRAME_HEADER, PAGE, SIZE_AT] = [32, 24, 4096, 4];
  const wal = readFileSync(`${file}-wal`);
  let count = 0;
  for (let frame = WAL_HEADER; frame < wal.length; frame += FRAME_HEADER + PAGE) {
    if (wal.readUInt32BE(frame + SIZE_AT) > 0) count++;
  }
  return count;
}

test('64 appends that were started together are one transaction', async () => {
  const file = freshLogFile();
  const log = openSqliteLog(file, { create: true });
  const before = commits(file);
  await Promise.all(Array.from({ length: CONCURRENT }, (_, n) => log.append(`account-${n}`, NO_STREAM, newEvents(2))));
  expect(commits(file)).toBe(before + 1);
  await log.append('account-0', 1, newEvents(1));
  await log.append('account-0', 2, newEvents(1));
  expect(commits(file)).toBe(before + 3);
  await log.close();
});

test('every commit is flushed to the disk, which no test that kills a process could tell', () => {
  const db = openFile(freshLogFile(), { create: true });
  const FULL = 2;
  expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: FULL });
  expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  db.close();
});

test('an append that conflicts or cannot be stored fails no other of its transaction', async () => {
  const log = openSqliteLog(freshLogFile(), { create: true });
  const unstorable = { ...newEvent('broken'), data: undefined as unknown as string };
  const outcomes = await Promise.allSettled([
    log.append('account-1', NO_STREAM, [newEvent('a')]),
    log.append('account-1', 7, [newEvent('b')]),
    log.append('account-2', NO_STREAM, [newEvent('c'), unstorable]),
    log.append('account-1', 0, [newEvent('d')]),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: expect.any(RevisionConflict) });
  expect(await labels(log)).toEqual(['a', 'd']);
  expect(await log.head()).toBe(2);
  await log.close();
});

test("a subscription is told of the process's own append before the next turn, not when others' are looked for", async () => {
  const log = openSqliteLog(freshLogFile(), { create: true });
  let told = 0;
  log.subscribe(() => told++);
  await log.append('account-1', NO_STREAM, newEvents(1));
  await nextTurn();
  expect(told).toBe(1);
  await log.close();
});

test('positions are dense, whatever was refused between them', async () => {
  const log = openSqliteLog(freshLogFile(), { create: true });
  for (let n = 0; n < 5; n++) {
    await log.append('account-1', n - 1, newEvents(1));
    await expect(log.append('account-1', n + 1, newEvents(1))).rejects.toThrow(RevisionConflict);
  }
  expect((await all(log.readAll(ORIGIN))).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  await log.close();
});

test('the head of each of very many streams is known to all connections, and after opening', async () => {
  const file = freshLogFile();
  const [log, other] = [openSqliteLog(file, { create: true }), openSqliteLog(file, { create: false })];
  await other.append('account-0', NO_STREAM, newEvents(1, 'first'));
  const streams = Array.from({ length: STREAMS_MANY }, (_, n) => `account-${n + 1}`);
  await Promise.all(streams.map((stream) => log.append(stream, NO_STREAM, [newEvent(stream)])));
  await other.append('account-1', 0, [newEvent('second')]);
  await log.append('account-1', 1, [newEvent('third')]);
  await other.close();
  await log.close();

  const reopened = openSqliteLog(file, { create: false });
  expect(await labels(reopened, 'account-1')).toEqual(['account-1', 'second', 'third']);
  expect(await labels(reopened, 'account-0')).toEqual(['first0']);
  expect(await labels(reopened, `account-${STREAMS_MANY}`)).toEqual([`account-${STREAMS_MANY}`]);
  await expect(reopened.append('account-7', NO_STREAM, newEvents(1))).rejects.toMatchObject({ actualRevision: 0 });
  await reopened.close();
});

test('a filed head is used without its events being read again, and a wrong one is damage', async () => {
  const file = freshLogFile();
  const log = openSqliteLog(file, { create: true });
  await log.append('account-1', NO_STREAM, newEvents(1));
  await log.append('account-2', NO_STREAM, newEvents(EVENTS_MANY));
  await log.close();
  tamper(file, "UPDATE stream SET position = 2 WHERE name = 'account-1'");
  const damaged = openSqliteLog(file, { create: false });
  await expect(damaged.append('account-1', 0, newEvents(1))).rejects.toThrow('last event of account-1');
  await expect(all(damaged.readStream('account-1'))).rejects.toThrow('last event of account-1');
  await expect(damaged.append('account-2', EVENTS_MANY - 1, newEvents(1))).resolves.toBeDefined();
  await damaged.close();
});
