/** The command line's child for many commands: each runs as the launcher would run it, one after another, and what it printed goes back. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { currentBuild } from '../../../apps/cli/bin/build.mjs';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** A command that stays is stopped as soon as it may have begun, and again until it has heard. */
const STOP_MS = 100;

const build = await currentBuild(ROOT);
const { main } = await import(pathToFileURL(join(build, 'apps', 'cli', 'main.js')).href);

let printed = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr']) {
  process[name].write = (text) => {
    printed[name] += text;
    return true;
  };
}

process.on('message', (message) => void run(message));

async function run({ args, stays }) {
  printed = { stdout: '', stderr: '' };
  let hasEnded = false;
  const ended = main(args, ROOT).finally(() => (hasEnded = true));
  while (stays && !hasEnded) {
    await sleep(STOP_MS);
    if (process.listenerCount('SIGTERM') > 0) process.kill(process.pid, 'SIGTERM');
  }
  const code = await ended;
  // Each command listens for a reader that is gone.
  process.stdout.removeAllListeners('error');
  process.send({ code, ...printed });
}

process.send('ready');
