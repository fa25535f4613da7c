/** Engines in processes of their own that are told what to do one thing at a time, or many at once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Place } from './processes.js';

const ENGINE = join(import.meta.dirname, 'engine.mjs');

export type Answered = { readonly answer: Readonly<Record<string, unknown>> } | { readonly refused: string };

export interface EngineProcess {
  do(command: string, body: object): Promise<Answered>;
  ask(name: string, of: object): Promise<Answered>;
  /** Runs the scheduler so many times, one after another. */
  schedule(times: number): Promise<Answered>;
  end(): Promise<void>;
}

/** Ready. @param offsetMs of its clock to this machine's */
export async function spawnEngine({ url, prefix, directory }: Place, offsetMs = 0): Promise<EngineProcess> {
  const own = { EVENTSTORE_URL: '', SEATLEDGER_READ_MODELS: directory, SEATLEDGER_CLOCK_OFFSET_MS: `${offsetMs}` };
  const child = spawn(process.execPath, [ENGINE, url, prefix], { env: { ...process.env, ...own } });
  const answered = new Map<number, (answer: Answered) => void>();
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += String(text)));
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`an engine has ended: ${complaint}`)));
  ended.catch(() => {});
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, ...answer } = JSON.parse(line) as Answered & { id: number };
    answered.get(id)?.(answer);
    answered.delete(id);
  });
  let last = 0;
  const wait = (id: number): Promise<Answered> =>
    Promise.race([new Promise<Answered>((resolve) => answered.set(id, resolve)), ended]);
  const send = (order: object): Promise<Answered> => {
    last += 1;
    child.stdin.write(`${JSON.stringify({ id: last, ...order })}\n`);
    return wait(last);
  };
  await wait(0);
  return {
    do: (command, body) => send({ do: command, with: body }),
    ask: (name, of) => send({ ask: name, with: of }),
    schedule: (times) => send({ schedule: true, with: { times } }),
    async end() {
      child.stdin.end();
      await ended.catch(() => {});
      if (child.exitCode !== 0) throw new Error(`an engine ended with ${child.exitCode}: ${complaint}`);
    },
  };
}
