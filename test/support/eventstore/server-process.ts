/** The protocol server in a process of its own, for tests that kill it, freeze it with signals, and start it again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SERVE = join(import.meta.dirname, 'serve.mjs');
const HOST = '127.0.0.1';

export interface ServerProcess {
  readonly port: number;
  readonly url: string;
  /** Sends a signal; SIGSTOP freezes it and SIGCONT thaws it. */
  signal(signal: NodeJS.Signals): void;
  /** Resolves when the process is gone. */
  end(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

export interface ProcessOptions {
  /** Any free one unless told; tell it to start again where clients know it. */
  readonly port?: number;
  readonly file: string;
  readonly maxAppendBytes?: number;
  readonly notReadyMs?: number;
}

/** Resolves when it takes connections. The first start after a change of sources builds them, which takes some seconds. */
export async function spawnEventStore(options: ProcessOptions): Promise<ServerProcess> {
  const { port = 0, file, maxAppendBytes, notReadyMs } = options;
  const flags = [
    ...(maxAppendBytes === undefined ? [] : [`--max-append-bytes=${maxAppendBytes}`]),
    ...(notReadyMs === undefined ? [] : [`--not-ready-ms=${notReadyMs}`]),
  ];
  const child = spawn(process.execPath, [SERVE, `${port}`, file, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    exited.then(([code]) => Promise.reject(new Error(`the server ended with code ${code} before it was ready`))),
  ])) as [string];
  const ready = Number(line.replace('ready ', ''));
  return {
    port: ready,
    url: `esdb://${HOST}:${ready}?tls=false`,
    signal: (signal) => void child.kill(signal),
    async end(signal = 'SIGKILL') {
      child.kill(signal);
      await exited;
    },
  };
}
