/** What the embedded log says of a file that is not whole or not ours. It never repairs one, and never writes to a foreign one. */
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DamagedLog, NO_STREAM, ORIGIN, type EventLog } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { COLUMNS, toRow } from '#event-log/sqlite/rows.js';
import type { Instant } from '#kernel/instant.js';
import { freshLogFile, removeLogFiles, tamper } from './log-file.js';
import { all, newEvents } from './new-event.js';

const EVENTS = 2_500;
/** So many that the head of their stream is filed (sqlite/heads.ts). */
const EVENTS_FILED = 20_000;

afterAll(removeLogFiles);

async function written(count = EVENTS): Promise<string> {
  const file = freshLogFile();
  const log = openSqliteLog(file, { create: true });
  await log.append('account-1', NO_STREAM, newEvents(count, 'seat-'));
  await log.close();
  return file;
}

/** What the use of a log fails with, opening it included. */
async function failure(file: string, use: (log: EventLog) => Promise<unknown>, create = false): Promise<Error> {
  let log: EventLog | undefined;
  try {
    log = openSqliteLog(file, { create });
    await use(log);
  } catch (error) {
    return error as Error;
  } finally {
    await log?.close();
  }
  throw new Error('it did not fail');
}

const readAll = (log: EventLog): Promise<unknown> => all(log.readAll(ORIGIN));
const readStream = (log: EventLog): Promise<unknown> => all(log.readStream('account-1'));

describe('a damaged event is told with its position', () => {
  test.each([readAll, readStream])('a flipped bit in the file', async (read) => {
    const file = await written();
    const bytes = readFileSync(file);
    bytes[bytes.indexOf('"seat-1700"') + 1]! ^= 0x01;
    writeFileSync(file, bytes);
    const error = await failure(file, read);
    expect(error).toBeInstanceOf(DamagedLog);
    expect(error).toMatchObject({ place: { position: 1_701, stream: 'account-1', revision: 1_700 } });
    expect(error.message).toContain(file);
  });

  test.each([
    ['recorded_at', 'recorded_at + 1'],
    ['clock', 'clock - 1'],
    ['stream', "'account-2'"],
    ['revision', 'revision + 1'],
    ['reason', "'because'"],
    ['checksum', 'checksum + 1'],
    ['version', '9007199254740993'],
  ])('another %s in a row', async (column, value) => {
    const file = await written();
    tamper(file, `UPDATE event SET ${column} = ${value} WHERE position = 42`);
    const error = await failure(file, readAll);
    expect(error).toBeInstanceOf(DamagedLog);
    expect(error).toMatchObject({ place: { position: 42 } });
  });

  test.each([readAll, readStream])('a row that is gone', async (read) => {
    const file = await written();
    tamper(file, 'DELETE FROM event WHERE position = 42');
    const error = await failure(file, read);
    expect(error).toBeInstanceOf(DamagedLog);
    expect(error).toMatchObject({ place: { position: 42 } });
  });

  test.each([
    ['gone', 'DELETE FROM event WHERE position = 42', { revision: 41 }],
    ['not what it points to', 'UPDATE event SET previous = 40 WHERE position = 42', {}],
    ['a circle', 'UPDATE event SET previous = 50 WHERE position = 42', {}],
  ])('the event before, %s, in a stream whose head is filed', async (_, sql, place) => {
    const file = await written(EVENTS_FILED);
    tamper(file, sql);
    const error = await failure(file, readStream);
    expect(error).toBeInstanceOf(DamagedLog);
    expect(error).toMatchObject({ message: expect.stringContaining('account-1'), place });
  });

  test('an event that is whole, in the place of another stream', async () => {
    const file = await written();
    const place = { position: 42, stream: 'account-2', revision: 41, previous: 41, clock: 1_000 as Instant };
    tamper(file, 'DELETE FROM event WHERE position = 42');
    const db = new DatabaseSync(file);
    db.prepare(`INSERT INTO event (${COLUMNS}) VALUES (${'?, '.repeat(17)} ?)`).run(...toRow(newEvents(1)[0]!, place));
    db.close();
    const error = await failure(file, readStream);
    expect(error).toBeInstanceOf(DamagedLog);
    expect(error).toMatchObject({ place: { position: 42, stream: 'account-1', revision: 41 } });
  });

  test('the last row, gone from an open log', async () => {
    const file = await written();
    const error = await failure(file, async (log) => {
      await log.head();
      tamper(file, `DELETE FROM event WHERE position = ${EVENTS}`);
      await log.append('account-1', EVENTS - 1, newEvents(1));
    });
    expect(error).toBeInstanceOf(DamagedLog);
    expect(error).toMatchObject({ place: { position: EVENTS } });
  });

  test('a page of the file that is overwritten', async () => {
    const file = await written();
    const bytes = readFileSync(file);
    const PAGE = 4096;
    const at = Math.floor(bytes.indexOf('"seat-1700"') / PAGE) * PAGE;
    bytes.fill(0xff, at, at + PAGE);
    writeFileSync(file, bytes);
    const error = await failure(file, readAll);
    expect(error).toBeInstanceOf(DamagedLog);
    expect(error).toMatchObject({ place: { position: expect.any(Number) } });
    expect(Math.abs((error as DamagedLog).place.position! - 1_701)).toBeLessThan(PAGE / 100);
  });

  test('events before the damage are read', async () => {
    const file = await written();
    tamper(file, 'DELETE FROM event WHERE position = 1500');
    const log = openSqliteLog(file, { create: false });
    const pages = log.readAll(ORIGIN)[Symbol.asyncIterator]();
    expect((await pages.next()).value).toHaveLength(1_000);
    await expect(pages.next()).rejects.toThrow('position 1500');
    await log.close();
  });
});

describe('a file that is no log is refused and left as it is', () => {
  async function refused(file: string, create: boolean): Promise<string> {
    const before = readFileSync(file);
    const error = await failure(file, readAll, create);
    expect(error).toBeInstanceOf(DamagedLog);
    expect(error.message).toContain(file);
    expect(readFileSync(file).equals(before)).toBe(true);
    return error.message;
  }

  test.each([true, false])('a file that was cut off (create: %s)', async (create) => {
    const file = await written();
    truncateSync(file, 100_000);
    expect(await refused(file, create)).toContain('damaged');
  });

  test.each([true, false])('a text file (create: %s)', async (create) => {
    const file = freshLogFile();
    writeFileSync(file, 'Dear diary,\n'.repeat(100));
    expect(await refused(file, create)).toContain('not a Seatledger log');
  });

  test.each([true, false])("another application's database (create: %s)", async (create) => {
    const file = freshLogFile();
    tamper(file, 'CREATE TABLE recipe (title TEXT)');
    expect(await refused(file, create)).toContain("another application's");
  });

  test('a log of a newer Seatledger', async () => {
    const file = await written();
    tamper(file, 'PRAGMA user_version = 2');
    expect(await refused(file, true)).toContain('newer Seatledger');
  });

  test('a log without its tables', async () => {
    const file = await written();
    tamper(file, 'DROP TABLE filed');
    const error = await failure(file, readAll, true);
    expect(error).toBeInstanceOf(DamagedLog);
    expect(error.message).toContain(file);
  });
});

describe('a ledger that is not there is not made by asking', () => {
  test('a missing file', async () => {
    const file = freshLogFile();
    expect((await failure(file, readAll)).message).toBe(`there is no ledger at ${file}`);
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });

  test('an empty file, as a process leaves that was killed while it made one', async () => {
    const file = freshLogFile();
    writeFileSync(file, '');
    expect((await failure(file, readAll)).message).toContain(`there is no ledger at ${file}`);
    const log = openSqliteLog(file, { create: true });
    await expect(log.append('account-1', NO_STREAM, newEvents(1))).resolves.toEqual({ revision: 0, position: 1 });
    await log.close();
  });

  test('directories are made with a ledger, and a directory in its place is told', async () => {
    const file = join(dirname(freshLogFile()), 'a', 'b', 'log.db');
    await openSqliteLog(file, { create: true }).close();
    const directory = freshLogFile();
    mkdirSync(directory);
    expect((await failure(directory, readAll, true)).message).toContain(`cannot open ${directory}`);
  });
});
