/**
 * A process that appends to an embedded log until it is killed or has appended what it was asked for:
 * `log-appender.ts FILE STREAM APPENDS`. After each acknowledged append it prints `STREAM REVISION POSITION`.
 * It runs from source, so it imports by `#` alone.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { NO_STREAM, RevisionConflict, type EventLog, type NewEvent } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import type { Instant } from '#kernel/instant.js';

/** Of each append, so that a torn one would show. */
const EVENTS_PER_APPEND = 3;
/** Appends of this process that are under way at once, each to a stream of its own. */
const CONCURRENT = 4;
const STDOUT = 1;

const [file, stream, appends] = process.argv.slice(2) as [string, string, string];
const log = openSqliteLog(file, { create: true });

function newEvent(data: string): NewEvent {
  const id = randomUUID();
  const now = Date.now() as Instant;
  const metadata = {
    actor: 'child',
    commandId: id,
    correlationId: id,
    causationId: id,
    effectiveAt: now,
    recordedAt: now,
  };
  return { id, type: 'Labelled', version: 1, data, metadata };
}

/** Appends where the stream is, however often another process was there first. */
async function appendOnce(log: EventLog, stream: string, revision: number): Promise<number> {
  const events = Array.from({ length: EVENTS_PER_APPEND }, (_, part) => newEvent(JSON.stringify({ part })));
  try {
    const appended = await log.append(stream, revision, events);
    writeSync(STDOUT, `${stream} ${appended.revision} ${appended.position}\n`);
    return appended.revision;
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    return appendOnce(log, stream, error.actualRevision);
  }
}

async function appendAll(stream: string): Promise<void> {
  let revision = NO_STREAM;
  for (let count = 0; count < Number(appends); count++) revision = await appendOnce(log, stream, revision);
}

try {
  await Promise.all(Array.from({ length: CONCURRENT }, (_, n) => appendAll(`${stream}-${n}`)));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
await log.close();
