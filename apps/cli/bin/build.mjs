/**
 * Builds of this checkout, one directory for each state of its sources: a build is whole or not there, is never changed, and a
 * process that runs one is not disturbed by the next. Deleted, added and changed sources all make another state.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const CONFIGS = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.build.json'];
const SOURCES = ['apps', 'libs', 'projections', 'sdk', 'test/bench', 'test/support/eventstore'];
const NOT_BUILT_HERE = new Set(['node_modules', 'console']);
/** Builds that are kept: those of the branches one goes back and forth between. */
const BUILDS_KEPT = 4;
const LOCK_POLL_MS = 50;
/** Far longer than a build takes: a lock that is older was left behind. */
const LOCK_MS_MAX = 120_000;
const KEY_LENGTH = 16;

/** What the message says is all there is to say. */
export class CannotBuild extends Error {}

/** The directory of the build of the sources as they are, built where it is missing; what there is to say goes to stderr. */
export async function currentBuild(root) {
  const builds = join(root, 'dist', 'builds');
  const build = join(builds, keyOf(root));
  if (existsSync(build)) return build;
  mkdirSync(builds, { recursive: true });
  const unlock = await lock(join(builds, 'lock'), () => existsSync(build));
  try {
    if (!existsSync(build)) await make(root, builds, build);
  } finally {
    unlock();
  }
  return build;
}

/** Of the contents and not the times: a checkout that goes back to an earlier state finds its build again. */
function keyOf(root) {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  for (const config of CONFIGS) if (existsSync(join(root, config))) add(config);
  for (const directory of SOURCES) for (const path of sourcesIn(root, directory)) add(path);
  return hash.digest('hex').slice(0, KEY_LENGTH);
}

function sourcesIn(root, directory) {
  if (!existsSync(join(root, directory))) return [];
  return readdirSync(join(root, directory), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${directory}/${entry.name}`;
      if (entry.isDirectory()) return NOT_BUILT_HERE.has(entry.name) ? [] : sourcesIn(root, path);
      return /(?<!\.spec)\.[cm]?tsx?$/.test(entry.name) ? [path] : [];
    });
}

async function make(root, builds, build) {
  process.stderr.write('seatledger: building...\n');
  const partial = join(builds, `partial-${process.pid}`);
  rmSync(partial, { recursive: true, force: true });
  await compile(root, partial);
  // The nearest package.json says what #kernel and the others mean: here, the files of this build.
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const own = Object.entries(imports).map(([name, { default: file }]) => [name, file.replace('./dist/', './')]);
  writeFileSync(join(partial, 'package.json'), JSON.stringify({ type: 'module', imports: Object.fromEntries(own) }));
  if (existsSync(build)) rmSync(partial, { recursive: true });
  else renameSync(partial, build);
  removeOld(builds);
}

function compile(root, outDir) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(tsc)) throw new CannotBuild('the dependencies are not installed: run "npm ci" first');
  // Its messages must not get among what the command prints on stdout.
  const child = spawn(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', outDir], {
    stdio: ['ignore', 2, 2],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new CannotBuild('the sources do not compile; see above')),
    );
  });
}

function removeOld(builds) {
  const others = readdirSync(builds)
    .filter((name) => name !== 'lock')
    .map((name) => ({ path: join(builds, name), at: statSync(join(builds, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of others.slice(BUILDS_KEPT)) rmSync(path, { recursive: true, force: true });
}

/** Held while a build is made, so that two do not do the same work; what is built is whole without it. */
async function lock(file, isDone) {
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}`, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isDone()) return () => {};
    if (isLeftBehind(file)) rmSync(file, { force: true });
    else await sleep(LOCK_POLL_MS);
  }
}

function isLeftBehind(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > LOCK_MS_MAX) return true;
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
