/** A log that somebody wants alone: nobody else has it open, idle or not, and nobody gets in meanwhile. */
import { writeFileSync } from 'node:fs';
import { LogInUse, NO_STREAM } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { freshLogFile, removeLogFiles, tamper } from './log-file.js';
import { labels, newEvents } from './new-event.js';

afterAll(removeLogFiles);

const open = (file: string, alone = false) => openSqliteLog(file, { create: true, alone });

test('a log that an idle connection has open is refused to who wants it alone, and goes on as it was', async () => {
  const file = freshLogFile();
  const idle = open(file);
  await idle.append('a', NO_STREAM, newEvents(2));
  expect(() => open(file, true)).toThrow(LogInUse);
  await idle.append('a', 1, newEvents(1));
  expect(await labels(idle)).toEqual(['0', '1', '0']);
  await idle.close();
});

test.each([
  ['that is there already', (file: string) => open(file).close()],
  ['that is made', async () => {}],
  ['of which nothing but the empty file was made', async (file: string) => writeFileSync(file, '')],
])('a log %s is kept from others while it is open alone, and theirs again afterwards', async (_, prepare) => {
  const file = freshLogFile();
  await prepare(file);
  const alone = open(file, true);
  expect(() => open(file, true)).toThrow(LogInUse);
  await alone.append('a', NO_STREAM, newEvents(2));
  expect(() => tamper(file, 'DELETE FROM event')).toThrow('locked');
  await alone.append('a', 1, newEvents(1));
  await alone.close();
  const other = open(file);
  expect(await labels(other)).toEqual(['0', '1', '0']);
  await other.close();
});
