/**
 * A process that appends to a log on EventStoreDB: `eventstoredb-appender.mjs URL WHAT`. It runs the current build, prints `ready`,
 * and appends large batches many at a time until its standard input ends; then it prints how many were stored, and ends.
 * With WHAT `defect` it has a rejection that nobody handles, of its own.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { currentBuild } from '../../apps/cli/bin/build.mjs';

const AT_ONCE = 40;
const EVENTS = 200;
const FILLER = 'x'.repeat(2_000);

const [url, what] = process.argv.slice(2);
const build = await currentBuild(join(import.meta.dirname, '..', '..'));
const { openEventStoreLog } = await import(pathToFileURL(join(build, 'libs', 'event-log', 'eventstoredb.js')).href);
const log = await openEventStoreLog(url, { waits: { answerMs: 20_000, patienceMs: 60_000 } });

function events() {
  return Array.from({ length: EVENTS }, () => {
    const id = randomUUID();
    const metadata = { actor: 'a', commandId: id, correlationId: id, causationId: id, effectiveAt: 0, recordedAt: 0 };
    return { id, type: 'Filled', version: 1, data: JSON.stringify({ FILLER }), metadata };
  });
}

let isOver = false;
process.stdin.on('end', () => (isOver = true)).resume();
process.stdout.write('ready\n');
if (what === 'defect') void Promise.reject(new Error('a defect of its own'));

let stored = 0;
async function appendOn(stream) {
  for (let revision = -1; !isOver; revision += EVENTS) {
    await log.append(stream, revision, events());
    stored += EVENTS;
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => appendOn(`account-${n}`)));
await log.close();
process.stdout.write(`stored ${stored}\n`);
