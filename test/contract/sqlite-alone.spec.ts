/** A log that somebody wants alone: nobody has it open before, and nobody gets in meanwhile. */
import { LogInUse, ORIGIN } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { logFile } from './log-file.js';
