/** Processes that record on one ledger and are killed at any moment: what was acknowledged is there, and nothing by halves. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as fc from 'fast-check';
import { standingClock } from '#application/clock.js';
import { openEngine } from '#application/engine.js';
import { openLedgerToFollow } from '#application/ledger.js';
import type { Instant } from '#kernel/instant.js';
import { generationsIn } from '#read-model/generations.js';
import { openStore } from '#read-model/store.js';
import { type EventLog, ORIGIN, type StoredEvent } from '#event-log/port.js';
import { eventsOf } from '../support/ledger.js';
import { differences } from '../support/living.js';
import { type LogEvent, referenceAnswer } from '../support/reference/reference.js';
import { differing, rowsOf } from '../support/rows.js';
import { runs } from '../support/runs.js';

const WORKER = join(import.meta.dirname, 'engine-worker.mjs');
const PROCESSES = 2;
const KILLED_AFTER_MS_MAX = 400;
const HOUR_MS = 3_600_000;

const directory = mkdtempSync(join(tmpdir(), 'seatledger-killed-'));
const location = join(directory, 'ledger');
afterAll(() => rmSync(directory, { recursive: true }));

interface Worker {
  readonly process: ChildProcess;
  readonly ready: Promise<unknown>;
  readonly sent: readonly string[];
  readonly done: ReadonlyMap<string, { readonly position: number; readonly events: number }>;
  /** Resolves with what was said on stderr. */
  readonly ended: Promise<string>;
}

function worker(name: string): Worker {
  const child = spawn(process.execPath, [WORKER, location, name]);
  const sent: string[] = [];
  const done = new Map<string, { position: number; events: number }>();
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [word, id, position, events] = line.split(' ') as [string, string, string, string];
    if (word === 'ready') resolve();
    else if (word === 'sent') sent.push(id);
    else done.set(id, { position: Number(position), events: Number(events) });
  });
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += String(text)));
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close'), once(child.stderr, 'close')]);
  return {
    process: child,
    ready: Promise.race([ready, ended]),
    sent,
    done,
    ended: ended.then(() => complaint.replace(/^seatledger: building...\n/, '')),
  };
}

/** An hour ago: corrections find their accounts and products there. */
async function prepare(): Promise<void> {
  const clock = standingClock((Date.now() - HOUR_MS) as Instant);
  const { engine } = await openLedgerToFollow(location, { create: true, clock });
  const facts = { region: 'EU', timeZone: 'Europe/Berlin', currency: 'EUR', pricingModel: 'named', billing: 'monthly' };
  for (const accountId of ['acme', 'bolt']) await engine.do('OpenAccount', { accountId, name: accountId, ...facts });
  for (const role of ['staff', 'lead']) {
    for (const product of [`${role}-1`, `${role}-2`]) {
      await engine.do('DefineProduct', { product, name: product, provisioning: 'assigned', overage: 'block' });
      for (const accountId of ['acme', 'bolt']) {
        await engine.do('SetCommitment', { accountId, product, quantity: 100_000 });
        await engine.do('LinkRole', { accountId, role, product });
      }
    }
  }
  await engine.close();
}

/** By the command that recorded them. */
async function storedBy(log: EventLog): Promise<Map<string, StoredEvent[]>> {
  const stored: StoredEvent[] = [];
  for await (const page of log.readAll(ORIGIN)) stored.push(...page);
  return Map.groupBy(stored, ({ stream, metadata }) => `${stream} ${metadata.commandId}`);
}

/** Every event of a command says how many there must be of them: `NAME-COUNT-NUMBER`. */
function assertWhole(stored: ReadonlyMap<string, readonly StoredEvent[]>, workers: readonly Worker[]): void {
  const positions = new Map<string, readonly number[]>();
  for (const [key, events] of stored) {
    const commandId = key.split(' ')[1]!;
    const [, count] = /-(\d+)-\d+$/.exec(commandId) ?? [];
    if (count !== undefined) expect([commandId, events.length]).toEqual([commandId, Number(count)]);
    positions.set(
      commandId,
      events.map(({ position }) => position),
    );
  }
  for (const { done } of workers) {
    for (const [commandId, { position, events }] of done) {
      expect([commandId, positions.get(commandId)?.length, positions.get(commandId)?.at(-1)]).toEqual([
        commandId,
        events,
        position,
      ]);
    }
  }
}

/** Each start of a program once, and of each the seats of all who were active then, once, though the process was cut off. */
function assertOpened(events: readonly LogEvent[]): void {
  const starts = events.filter((event) => event.type === 'EnforcementPhaseStarted');
  const keys = starts.map(({ data }) => JSON.stringify(data));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { data, position, effectiveAt } of starts) {
    if (data.region !== 'EU') continue;
    const before = events.filter((event) => event.position <= position);
    const of = { accountId: 'acme', at: new Date(effectiveAt).toISOString(), position };
    const overview = referenceAnswer(before, 'overview', of, effectiveAt) as {
      answer: { users: { userId: string; active: boolean }[] };
    };
    const bought = before.some(
      (event) =>
        event.type === 'LicensePurchased' &&
        event.data.product === `open-${data.programId}` &&
        event.effectiveAt <= effectiveAt,
    );
    const due = bought ? overview.answer.users.filter(({ active }) => active).map(({ userId }) => userId) : [];
    const given = events.flatMap((event) =>
      event.type === 'SeatAssigned' && event.data.product === `open-${data.programId}` ? [event.data.userId] : [],
    );
    expect(given).toEqual(due);
  }
}

async function assertFiledAndAnswered(): Promise<void> {
  const { engine, log } = await openLedgerToFollow(location, { create: false });
  await engine.scheduler.run();
  await engine.sync();
  const fresh = openStore(':memory:');
  const anew = await openEngine({ log: { ...log, close: async () => {} }, store: fresh });
  await anew.sync();
  const used = openStore(generationsIn(join(location, 'read-model')).current()!.file);
  expect(differing(rowsOf(used), rowsOf(fresh))).toEqual([]);
  used.close();

  const events = await eventsOf(log);
  assertOpened(events);
  const now = new Date(events.at(-1)!.recordedAt).toISOString();
  for (const accountId of ['acme', 'bolt']) {
    for (const [name, of] of [
      ['overview', {}],
      ['history', {}],
      ['allocation', { product: 'staff-1' }],
      ['features', { userId: `0-0-${accountId === 'acme' ? 0 : 1}` }],
    ] as const) {
      const asked = { ...of, accountId, knownAt: now, position: engine.position };
      const expected = referenceAnswer(events, name, asked, Date.now());
      const actual = await engine.ask(name, asked).then(
        (answer) => ({ answer }),
        (error: Error & { code: string }) => ({ refused: error.code }),
      );
      expect({ asked, wrong: differences('', expected, actual) }).toEqual({ asked, wrong: [] });
    }
  }
  await anew.close();
  await engine.close();
}

test('killed at any moment, processes leave every acknowledged command whole, none in part, and a read model that a rebuild equals', async () => {
  await prepare();
  const { numRuns: rounds } = runs(10);
  const delays = fc.sample(fc.noBias(fc.integer({ min: 0, max: KILLED_AFTER_MS_MAX })), {
    ...runs(10),
    numRuns: rounds * PROCESSES,
  });
  const all: Worker[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const workers = Array.from({ length: PROCESSES }, (_, each) => worker(`${round}-${each}`));
    all.push(...workers);
    await Promise.all(
      workers.map(async ({ process, ready, ended }, each) => {
        await ready;
        await new Promise((resolve) => setTimeout(resolve, delays[round * PROCESSES + each]));
        process.kill('SIGKILL');
        expect(await ended).toBe('');
      }),
    );
    const { engine, log } = await openLedgerToFollow(location, { create: false });
    assertWhole(await storedBy(log), all);
    await engine.close();
  }
  await assertFiledAndAnswered();

  const sent = all.reduce((sum, each) => sum + each.sent.length, 0);
  const done = all.reduce((sum, each) => sum + each.done.size, 0);
  expect(done).toBeGreaterThan(rounds * PROCESSES);
  expect(done).toBeLessThan(sent);
}, 3_600_000);
