import { openSqliteLog } from '#event-log/sqlite.js';
import { eventLogContract } from './event-log.contract.js';
import { freshLogFile, removeLogFiles } from './log-file.js';
import { sharedLogContract } from './shared.contract.js';

afterAll(removeLogFiles);

eventLogContract('sqlite', () => openSqliteLog(freshLogFile(), { create: true }));

sharedLogContract('sqlite', () => {
  const file = freshLogFile();
  return () => openSqliteLog(file, { create: true });
});
