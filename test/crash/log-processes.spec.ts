/** Several processes on one embedded log, killed, interrupted and short of disk. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ORIGIN, type StoredEvent } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { freshLogFile, removeLogFiles } from '../contract/log-file.js';
import { all, newEvents } from '../contract/new-event.js';

const APPENDER = join(import.meta.dirname, 'log-appender.ts');
const EVENTS_PER_APPEND = 3;
const STREAMS_PER_PROCESS = 4;
const KILLS = 5;

interface Acknowledged {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

interface Appender {
  readonly acknowledged: readonly Acknowledged[];
  readonly process: ChildProcess;
  /** Resolves with the exit code and what was said on stderr. */
  readonly ended: Promise<{ readonly code: number | null; readonly complaint: string }>;
}

/** @param limit a shell's words before the command, which bound what the process may do */
function appender(file: string, stream: string, appends: number, limit = ''): Appender {
  const command = `${limit} exec "$0" "$@"`;
  const child = spawn('sh', [
    '-c',
    command,
    process.execPath,
    '--conditions=seatledger-source',
    APPENDER,
    file,
    stream,
    `${appends}`,
  ]);
  const acknowledged: Acknowledged[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [stream, revision, position] = line.split(' ') as [string, string, string];
    acknowledged.push({ stream, revision: Number(revision), position: Number(position) });
  });
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += String(text)));
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close'), once(child.stderr, 'close')]);
  return {
    acknowledged,
    process: child,
    ended: ended.then(([[code]]) => ({ code: code as number | null, complaint })),
  };
}

async function acknowledging(appender: Appender, count: number): Promise<void> {
  const POLL_MS = 2;
  while (appender.acknowledged.length < count && appender.process.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function stored(file: string): Promise<readonly StoredEvent[]> {
  const log = openSqliteLog(file, { create: false });
  try {
    return await all(log.readAll(ORIGIN));
  } finally {
    await log.close();
  }
}

function assertWhole(events: readonly StoredEvent[], acknowledged: readonly Acknowledged[]): void {
  const revisions = new Map<string, number>();
  for (const [index, { position, stream, revision, data }] of events.entries()) {
    const expected = (revisions.get(stream) ?? -1) + 1;
    expect({ position, stream, revision }).toEqual({ position: index + 1, stream, revision: expected });
    expect(data).toBe(JSON.stringify({ part: revision % EVENTS_PER_APPEND }));
    revisions.set(stream, revision);
  }
  for (const last of revisions.values()) expect(last % EVENTS_PER_APPEND).toBe(EVENTS_PER_APPEND - 1);
  for (const { stream, revision, position } of acknowledged)
    expect(events[position - 1]).toMatchObject({ stream, revision });
}

afterAll(removeLogFiles);

test('processes that make one log together and append to the same streams lose nothing and share each revision once', async () => {
  const file = freshLogFile();
  const APPENDS = 100;
  const appenders = [1, 2, 3].map(() => appender(file, 'account', APPENDS));
  for (const { ended } of appenders) expect(await ended).toEqual({ code: 0, complaint: '' });
  const acknowledged = appenders.flatMap(({ acknowledged }) => acknowledged);
  const expected = 3 * STREAMS_PER_PROCESS * APPENDS;
  expect(new Set(acknowledged.map(({ position }) => position)).size).toBe(expected);
  const events = await stored(file);
  expect(events).toHaveLength(expected * EVENTS_PER_APPEND);
  assertWhole(events, acknowledged);
}, 60_000);

test('a process killed while it appends loses nothing that was acknowledged, leaves no part of an append and no obstacle', async () => {
  const file = freshLogFile();
  const acknowledged: Acknowledged[] = [];
  const survivor = appender(file, 'survivor', 1_000_000);
  for (let kill = 0; kill < KILLS; kill++) {
    const victim = appender(file, `victim-${kill}`, 1_000_000);
    await acknowledging(victim, 20 + 13 * kill);
    const before = survivor.acknowledged.length;
    victim.process.kill('SIGKILL');
    expect((await victim.ended).complaint).toBe('');
    await acknowledging(survivor, before + 20);
    acknowledged.push(...victim.acknowledged);
  }
  survivor.process.kill('SIGKILL');
  expect((await survivor.ended).complaint).toBe('');
  acknowledged.push(...survivor.acknowledged);

  const events = await stored(file);
  expect(acknowledged.length).toBeGreaterThan(20 * KILLS);
  assertWhole(events, acknowledged);
  const log = openSqliteLog(file, { create: false });
  await expect(log.append('account-1', -1, newEvents(1))).resolves.toEqual({
    revision: 0,
    position: events.length + 1,
  });
  await log.close();
}, 60_000);

test('where the file cannot grow, the append fails, names the file, and what was acknowledged is there', async () => {
  const file = freshLogFile();
  // The shell's file size limit stands for a full disk; its signal is ignored, so that the write fails instead.
  const { acknowledged, ended } = appender(file, 'account', 1_000_000, "trap '' XFSZ; ulimit -f 256;");
  const { code, complaint } = await ended;
  expect(code).toBe(2);
  expect(complaint).toContain(`cannot append to ${file}`);
  expect(acknowledged.length).toBeGreaterThan(10);
  assertWhole(await stored(file), acknowledged);
}, 60_000);
