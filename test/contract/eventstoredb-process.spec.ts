/** What ends a process that appends to EventStoreDB: a defect of its own, and no connection that breaks under it. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultyEventStore } from './faulty-eventstore.js';

const APPENDER = join(import.meta.dirname, 'eventstoredb-appender.mjs');
/** A build of the sources may be made in it. */
const SLOW_MS = 180_000;
const CUTS = 8;

const on = faultyEventStore({ maxAppendBytes: 16_000_000 });

interface Appender {
  readonly child: ChildProcessWithoutNullStreams;
  readonly lines: readonly string[];
  /** Resolves with the exit code and what was said on stderr. */
  readonly ended: Promise<readonly [code: number | null, said: string]>;
}

async function appender(what: string): Promise<Appender> {
  const child = spawn(process.execPath, [APPENDER, on.server.url, what]);
  const lines: string[] = [];
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = once(child, 'close').then(([code]) => [code as number | null, said] as const);
  await Promise.race([once(reader, 'line'), ended]);
  return { child, lines, ended };
}

test(
  'large batches in flight, cut again and again: the process goes on, and each append is stored once',
  async () => {
    const { child, lines, ended } = await appender('appends');
    for (let cut = 0; cut < CUTS; cut += 1) {
      await sleep(300);
      if (cut % 2 === 0) on.server.faults.link.cutAll();
      else on.server.faults.link.cutAfter(1_000_000, 'to-server');
      await sleep(100);
      on.server.faults.link.thaw();
    }
    child.stdin.end();
    const [code, said] = await ended;
    expect(said.replace(/^seatledger: building...\n/, '')).toBe('');
    expect(code).toBe(0);
    const ids = on.server.log.filter(({ type }) => type === 'Filled').map(({ id }) => id);
    expect(lines).toEqual(['ready', `stored ${ids.length}`]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  },
  SLOW_MS,
);

test(
  'a rejection of its own that nobody handles ends it, as ever',
  async () => {
    const { ended } = await appender('defect');
    const [code, said] = await ended;
    expect(code).not.toBe(0);
    expect(said).toContain('a defect of its own');
  },
  SLOW_MS,
);
