/** What catching up with a long log takes in memory: a process with an empty disk, on logs one of which is twice as long as the other. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { standingClock } from '#application/clock.js';
import { openForOnce, openLog } from '#application/ledger.js';
import { EVENT_VERSIONS } from '#domain/events.js';
import type { NewEvent } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';
import { type CampaignServer, startServer } from './eventstore/server.js';

const CATCH_UP = join(import.meta.dirname, 'eventstore', 'catch-up.mjs');
const PREFIX = 'long';
const USERS = 1_000;
const EVENTS = 200_000;
/** What a garbage collector leaves lying differs from run to run; a log that is held would take as much again. */
const GROWTH_MAX = 1.3;
const LONG_MS = 1_800_000;

/** It takes minutes: for campaigns, which say how long they are. */
const testAtLength = process.env['PROPERTY_RUNS'] === undefined ? test.skip : test;

const directory = mkdtempSync(join(tmpdir(), 'seatledger-memory-'));
let server: CampaignServer;
/** Of the account's stream. */
let revision: number;
afterAll(async () => {
  await server?.kill();
  rmSync(directory, { recursive: true });
});

testAtLength(
  'what catching up holds in memory does not grow with the log',
  async () => {
    server = await startServer(join(directory, 'server'));
    await prepare();
    await record(EVENTS);
    const once = await mostHeld('once');
    await record(EVENTS);
    const twice = await mostHeld('twice');
    process.stderr.write(`caught up with ${EVENTS} and ${2 * EVENTS} events in ${once} and ${twice} bytes\n`);
    expect(twice / once).toBeLessThan(GROWTH_MAX);
  },
  LONG_MS,
);

async function prepare(): Promise<void> {
  const engine = await openForOnce(server.url, { create: true, prefix: PREFIX, clock: now() });
  const facts = { region: 'EU', timeZone: 'Europe/Berlin', currency: 'EUR', pricingModel: 'named', billing: 'monthly' };
  await engine.do('OpenAccount', { accountId: 'crowd', name: 'Crowd', ...facts });
  await engine.do('DefineProduct', { product: 'seat', name: 'Seat', provisioning: 'assigned', overage: 'allow' });
  for (let n = 0; n < USERS; n += 1) {
    await engine.do('RegisterUser', { accountId: 'crowd', userId: `c${n}`, name: 'C' });
  }
  await engine.close();
  revision = USERS;
}

/** Seats given to all and taken from all in turns, as they are stored: to decide on them takes far longer. */
async function record(events: number): Promise<void> {
  const log = await openLog(server.url, { create: true, prefix: PREFIX });
  const at = Date.now() as Instant;
  const turn = (type: 'SeatAssigned' | 'SeatReleased', commandId: string): NewEvent[] =>
    Array.from({ length: USERS }, (_, n) => {
      const metadata = { actor: 'long', commandId, correlationId: commandId, causationId: commandId };
      const data = JSON.stringify({ product: 'seat', userId: `c${n}`, source: 'manual' });
      const times = { effectiveAt: at, recordedAt: at };
      return { id: randomUUID(), type, version: EVENT_VERSIONS[type], data, metadata: { ...metadata, ...times } };
    });
  for (let recorded = 0; recorded < events; recorded += 2 * USERS) {
    const both = [...turn('SeatAssigned', randomUUID()), ...turn('SeatReleased', randomUUID())];
    ({ revision } = await log.append('account-crowd', revision, both));
  }
  await log.close();
}

const now = () => standingClock(Date.now() as Instant);

/** Bytes, at its peak. */
async function mostHeld(name: string): Promise<number> {
  const env = { ...process.env, SEATLEDGER_READ_MODELS: join(directory, name) };
  const { stdout } = await promisify(execFile)(process.execPath, [CATCH_UP, server.url, PREFIX], { env });
  const [position, bytes] = stdout.split(' ').map(Number);
  expect(position).toBeGreaterThan(0);
  return bytes!;
}
