/**
 * The server of a campaign, which is killed, frozen and started again: the protocol server of the tests in a process of its own or,
 * where EVENTSTORE_START says how to start one in the foreground (given PORT and DATA_DIR), a real one.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BACKWARDS, END, EventStoreDBClient } from '@eventstore/db-client';
import { spawnEventStore } from '../../support/eventstore/server-process.js';

const START = process.env['EVENTSTORE_START'];
export const IS_REAL = START !== undefined;
const HOST = '127.0.0.1';
/** As `compose.yaml` sets it. */
const MAX_APPEND_BYTES = 16_000_000;
const READY_MS_MAX = 60_000;
const READ_MS_MAX = 1_000;
const POLL_MS = 20;

export interface CampaignServer {
  readonly port: number;
  readonly url: string;
  /**
   * Resolves when it answers a read.
   * @param notReadyMs for how long it takes connections and is not ready; a real one takes as long as it does
   */
  start(notReadyMs?: number): Promise<void>;
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Resolves when it is gone. */
  kill(): Promise<void>;
}

/** Started. @param directory for its files, made where it is missing */
export async function startServer(directory: string): Promise<CampaignServer> {
  mkdirSync(directory, { recursive: true });
  const port = IS_REAL && process.env['PORT'] ? Number(process.env['PORT']) : await freePort();
  const url = `esdb://${HOST}:${port}?tls=false`;
  let running: { signal(signal: NodeJS.Signals): void; end(): Promise<void> };
  const server: CampaignServer = {
    port,
    url,
    async start(notReadyMs = 0) {
      running = START === undefined ? await startOwn(port, directory, notReadyMs) : startReal(START, port, directory);
      await answering(url);
    },
    signal: (signal) => running.signal(signal),
    kill: () => running.end(),
  };
  await server.start();
  return server;
}

async function startOwn(port: number, directory: string, notReadyMs: number) {
  return spawnEventStore({ port, file: join(directory, 'log'), maxAppendBytes: MAX_APPEND_BYTES, notReadyMs });
}

function startReal(command: string, port: number, directory: string) {
  // A server takes every EVENTSTORE_ variable for an option of its own, and does not start with one that it does not know.
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('EVENTSTORE_')));
  const env = { ...own, PORT: `${port}`, DATA_DIR: directory };
  const child: ChildProcess = spawn('sh', ['-c', command], { env, stdio: 'ignore', detached: true });
  const exited = once(child, 'exit');
  // To all of its processes: what the command starts may be another one than the shell.
  const signal = (name: NodeJS.Signals): void => void process.kill(-child.pid!, name);
  return {
    signal,
    async end() {
      signal('SIGKILL');
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, HOST);
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}

async function answering(url: string): Promise<void> {
  const end = performance.now() + READY_MS_MAX;
  while (!(await answers(url))) {
    if (performance.now() > end) throw new Error(`the server at ${url} answers nothing after ${READY_MS_MAX} ms`);
    await pause(POLL_MS);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = EventStoreDBClient.connectionString(`${url}&maxDiscoverAttempts=1`);
  const read = async (): Promise<boolean> => {
    const events = client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 });
    for await (const { event } of events) return event !== undefined;
    return false;
  };
  try {
    return await Promise.race([read().catch(() => false), pause(READ_MS_MAX, false)]);
  } finally {
    await Promise.race([client.dispose(), pause(READ_MS_MAX)]).catch(() => {});
  }
}
