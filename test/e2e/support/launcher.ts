/** The command line as a user starts it: the real launcher, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..', '..');
const LAUNCHER_IN_ROOT = join('apps', 'cli', 'bin', 'seatledger.mjs');
export const LAUNCHER = join(ROOT, LAUNCHER_IN_ROOT);
const POLL_MS = 5;
/** A start under load, with the build of the first one. */
export const SLOW_MS = 60_000;

const BUILDING = 'seatledger: building...\n';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  /** Without the note that it built itself, which depends on who was first. */
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Whole lines that it has printed so far. */
  readonly lines: readonly string[];
  readonly ended: Promise<Ended>;
  /** Whether it has said that it built itself. */
  readonly hasBuilt: boolean;
  /** Resolves when so many lines were printed, or it has ended. */
  printed(count: number): Promise<void>;
}

export interface Place {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The checkout; by default this one. */
  readonly root?: string;
}

export function start(args: readonly string[], { cwd, env = {}, root = ROOT }: Place): Running {
  return follow(
    spawn(process.execPath, [join(root, LAUNCHER_IN_ROOT), ...args], { cwd, env: { ...ownEnv(), ...env } }),
  );
}

/** By npm, from another directory than the checkout's. */
export function startByNpm(args: readonly string[], { cwd, env = {}, root = ROOT }: Place): Running {
  return follow(spawn('npm', ['--prefix', root, ...args], { cwd, env: { ...ownEnv(), ...env } }));
}

export function seatledger(args: readonly string[], place: Place): Promise<Ended> {
  return start(args, place).ended;
}

const directories: string[] = [];

export function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'seatledger-e2e-'));
  directories.push(directory);
  return directory;
}

export function removeDirectories(): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}

/** A scenario file of these lines. */
export function scenarioFile(directory: string, name: string, lines: readonly (object | string)[]): string {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  writeFileSync(join(directory, name), `${text}\n`);
  return name;
}

/** Without what npm and the tests' own runner say to their children. */
export function ownEnv(): NodeJS.ProcessEnv {
  const foreign = /^(npm_|INIT_CWD$|NODE_OPTIONS$|EVENTSTORE_URL$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function follow(child: ChildProcess): Running {
  let stdout = '';
  let stderr = '';
  child.stdout!.on('data', (text) => (stdout += String(text)));
  child.stderr!.on('data', (text) => (stderr += String(text)));
  const lines = (): string[] => stdout.split('\n').slice(0, -1);
  return {
    child,
    get lines() {
      return lines();
    },
    ended: once(child, 'close').then(([code]) => ({
      code: code as number | null,
      stdout,
      stderr: stderr.replace(BUILDING, ''),
    })),
    get hasBuilt() {
      return stderr.includes(BUILDING);
    },
    async printed(count) {
      while (lines().length < count && child.exitCode === null && child.signalCode === null) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
  };
}
