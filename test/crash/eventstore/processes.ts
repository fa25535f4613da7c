/** The processes of a campaign: those that record and one that follows, each with a read model and a way to the server of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../e2e/support/launcher.js';

const WORKER = join(import.meta.dirname, 'worker.mjs');
const LAUNCHER = join(ROOT, 'apps', 'cli', 'bin', 'seatledger.mjs');

export interface Sent {
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Outcome {
  readonly events: readonly string[];
  readonly position: number;
  readonly revision: number;
}

/** What the processes of a campaign have told, one after another, those that were killed included. */
export interface Told {
  /** By command id. */
  readonly sent: Map<string, Sent>;
  /** Every answer; a command that several processes sent has several. */
  readonly done: Map<string, Outcome[]>;
  readonly refused: Map<string, string>;
  /** Of commands that a server which did not answer was in the way of, how often. */
  readonly trouble: Map<string, number>;
  repeats: number;
}

export interface Process {
  readonly child: ChildProcess;
  /** When it was last answered or told something new, by performance.now(). */
  readonly heardAt: number;
  readonly position: number;
  /** @throws Error where it ends before it says so, with what it said on stderr */
  says(word: string): Promise<void>;
  order(text: string): void;
  kill(): Promise<void>;
  /** Ends it in peace. @throws Error where it does not end with 0 */
  end(signal?: 'SIGTERM'): Promise<void>;
}

export interface Place {
  /** Through the link. */
  readonly url: string;
  readonly prefix: string;
  /** Where its read models are. */
  readonly directory: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function spawnWorker({ url, prefix, directory, env }: Place, name: string, seed: number, told: Told): Process {
  return processOf([WORKER, url, prefix, name, `${seed}`], { directory, env }, (line) => {
    const { told: word, id = '', ...rest } = line as { told: string; id?: string } & Record<string, unknown>;
    const position = typeof rest['position'] === 'number' ? rest['position'] : undefined;
    if (word === 'sent') told.sent.set(id, rest as unknown as Sent);
    if (word === 'refused') told.refused.set(id, String(rest['code']));
    if (word === 'trouble') told.trouble.set(id, (told.trouble.get(id) ?? 0) + 1);
    if (word === 'again') told.repeats += 1;
    if (word === 'done' || word === 'again') told.done.set(id, [...(told.done.get(id) ?? []), rest as never]);
    return { word, position };
  });
}

/** `seatledger run`, which prints a position each time it has caught up. */
export function spawnFollower({ url, prefix, directory, env }: Place): Process {
  return processOf([LAUNCHER, 'run', '--log', url, '--prefix', prefix], { directory, env }, (line) => ({
    word: 'ready',
    position: (line as { position: number }).position,
  }));
}

interface Heard {
  readonly word: string;
  readonly position: number | undefined;
}

function processOf(
  args: readonly string[],
  { directory, env = {} }: { directory: string; env?: Place['env'] | undefined },
  hear: (line: object) => Heard,
): Process {
  const own = { ...process.env, EVENTSTORE_URL: '', SEATLEDGER_READ_MODELS: directory, ...env };
  const child = spawn(process.execPath, args, { env: own, cwd: ROOT });
  const words = new Map<string, () => void>();
  const said = new Set<string>();
  let heardAt = 0;
  let position = 0;
  let complaint = '';
  let isKilled = false;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const heard = hear(JSON.parse(line) as object);
    if (heard.position !== undefined) {
      heardAt = performance.now();
      position = Math.max(position, heard.position);
    }
    said.add(heard.word);
    words.get(heard.word)?.();
  });
  child.stderr.on('data', (text) => (complaint += String(text)));
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close'), once(child.stderr, 'close')]);
  const failure = ended.then(([[code, signal]]) => {
    return new Error(`${args.join(' ')} ended with ${code ?? signal}: ${complaint}`);
  });
  return {
    child,
    get heardAt() {
      return heardAt;
    },
    get position() {
      return position;
    },
    async says(word) {
      if (said.has(word)) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      words.set(word, resolve);
      await Promise.race([promise, failure.then((error) => Promise.reject(error))]);
    },
    order: (text) => void child.stdin.write(`${text}\n`),
    async kill() {
      isKilled = true;
      child.kill('SIGKILL');
      await ended;
    },
    async end(signal) {
      if (signal) child.kill(signal);
      else child.stdin.end();
      const [[code]] = await ended;
      if (code !== 0 && !isKilled) throw await failure;
    },
  };
}
