/**
 * The protocol server as a process of its own, which tests kill, freeze and start again: `serve.mjs PORT FILE`. Port 0 is any.
 * It runs the current build and prints `ready PORT`. `--max-append-bytes=N`, and `--not-ready-ms=N`: how long it is starting up.
 * Told to stop (SIGTERM) it goes on acknowledging for a while, as the real server does.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { currentBuild } from '../../../apps/cli/bin/build.mjs';

const STOPPING_MS = 1_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'max-append-bytes': { type: 'string' }, 'not-ready-ms': { type: 'string' } },
});
const [port, file] = positionals;
const maxAppendBytes = values['max-append-bytes'];
const build = await currentBuild(join(import.meta.dirname, '..', '..', '..'));
const modules = join(build, 'test', 'support', 'eventstore');
const { startEventStore } = await import(pathToFileURL(join(modules, 'server.js')).href);
const server = await startEventStore({
  port: Number(port),
  file,
  ...(maxAppendBytes === undefined ? {} : { maxAppendBytes: Number(maxAppendBytes) }),
});
if (values['not-ready-ms'] !== undefined) {
  server.faults.notReady = true;
  setTimeout(() => (server.faults.notReady = false), Number(values['not-ready-ms']));
}
process.on('SIGTERM', () => setTimeout(() => process.exit(0), STOPPING_MS));
process.stdout.write(`ready ${server.port}\n`);
