#!/usr/bin/env node
/** Starts the command line from a checkout, right after `npm ci` or a pull: builds what is missing or stale, then runs it here. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CannotBuild, currentBuild } from './build.mjs';

const NODE_MAJOR_MIN = 26;
const EXIT_FAILED = 2;
const root = join(import.meta.dirname, '..', '..', '..');

try {
  if (Number.parseInt(process.versions.node, 10) < NODE_MAJOR_MIN) {
    throw new CannotBuild(
      `Node ${NODE_MAJOR_MIN} is needed, this is ${process.versions.node}: npm ci brings it, "npm run --silent seatledger -- ..." uses it`,
    );
  }
  enableCompileCache(join(root, 'node_modules', '.cache', 'seatledger'));
  const build = await currentBuild(root);
  // npm runs scripts in the package's directory; paths are meant from where npm was called.
  if (isOfNpm()) process.chdir(process.env.INIT_CWD);
  const { main } = await import(pathToFileURL(join(build, 'apps', 'cli', 'main.js')).href);
  process.exitCode = await main(process.argv.slice(2), root);
} catch (error) {
  process.stderr.write(`seatledger: ${error instanceof CannotBuild ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = EXIT_FAILED;
}

/** Started by npm as a script of ours; a child of another script (a test's) has an INIT_CWD that is not its own. */
function isOfNpm() {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  return INIT_CWD !== undefined && (script === undefined || script === 'seatledger' || script === 'start');
}
