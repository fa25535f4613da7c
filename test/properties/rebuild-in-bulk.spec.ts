/** A long log is rebuilt by the command line with a thread that writes: what it files is what is filed without one. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '#application/engine.js';
import { openLog } from '#application/ledger.js';
import type { EventLog, NewEvent } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';
import { generationsIn } from '#read-model/generations.js';
import { openStore } from '#read-model/store.js';
import { seatledger } from '../e2e/support/launcher.js';
import { eventStoreForTests } from '../support/eventstore-url.js';
import { differing, rowsOf } from '../support/rows.js';

const EVENTS_PER_APPEND = 1_000;
const USERS = 200;
const START = Date.parse('2025-01-01T00:00:00Z');
const SECOND_MS = 1_000;
/** Of every so many appends, one is a correction of a few seats before those. */
const CORRECTED_EACH = 10;

const directory = mkdtempSync(join(tmpdir(), 'seatledger-bulk-'));
afterAll(() => rmSync(directory, { recursive: true }));
const server = eventStoreForTests();

const opened = { name: 'acme', region: 'EU', timeZone: 'Europe/Berlin', currency: 'EUR', pricingModel: 'named' };

function events(
  at: number,
  facts: readonly (readonly [type: string, data: object, effectiveAt?: number])[],
): NewEvent[] {
  const commandId = randomUUID();
  return facts.map(([type, data, effectiveAt = at]) => {
    const times = { effectiveAt: effectiveAt as Instant, recordedAt: at as Instant };
    const ids = { commandId, correlationId: commandId, causationId: commandId };
    return {
      id: randomUUID(),
      type,
      version: 1,
      data: JSON.stringify(data),
      metadata: { actor: 'tester', ...ids, ...times },
    };
  });
}

/** Users who come and go: seats assigned and released in turn, now and then some of it learnt late. */
async function fill(log: EventLog, appends: number): Promise<void> {
  const users = Array.from({ length: USERS }, (_, index) => `user-${index}`);
  const first = users.map((userId) => ['UserRegistered', { userId, name: userId, roles: [] }] as const);
  const account = ['AccountOpened', { accountId: 'acme', ...opened, billing: 'monthly' }] as const;
  let { revision } = await log.append('account-acme', -1, events(START, [account, ...first]));
  for (let append = 1; append <= appends; append += 1) {
    const now = START + append * EVENTS_PER_APPEND * SECOND_MS;
    const isCorrection = append % CORRECTED_EACH === 0;
    const facts = Array.from({ length: isCorrection ? 5 : EVENTS_PER_APPEND }, (_, index) => {
      const moved = append * 7 + index;
      const type = Math.floor(moved / USERS) % 2 === 0 ? 'SeatAssigned' : 'SeatReleased';
      const data = { product: `p${append % 3}`, userId: users[moved % USERS]!, source: 'manual' };
      return [type, data, isCorrection ? now - 3 * EVENTS_PER_APPEND * SECOND_MS : now + index] as const;
    });
    ({ revision } = await log.append('account-acme', revision, events(now + EVENTS_PER_APPEND, facts)));
  }
}

/** Appends of a thousand events, by which a rebuild uses its thread for most of them. */
const PLACES = [
  ['in a directory', 70],
  ['on EventStoreDB', 30],
] as const;

test.each(PLACES)(
  '%s, a rebuild of a long log, written by a thread of its own, files what is filed without one',
  async (place, appends) => {
    const readModels = join(directory, 'read-models');
    const [location, prefix] =
      place === 'in a directory' ? [join(directory, 'ledger')] : [server.url, server.freshPrefix()];
    const log = await openLog(location, { create: true, prefix });
    await fill(log, appends);
    const flags = prefix === undefined ? [] : ['--prefix', prefix];
    const env = { SEATLEDGER_READ_MODELS: readModels };
    const { code, stderr } = await seatledger(['rebuild', '--log', location, ...flags], { cwd: directory, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });

    const fresh = openStore(':memory:');
    const anew = await openEngine({ log, store: fresh });
    await anew.sync();
    const readModel =
      prefix === undefined ? join(location, 'read-model') : join(readModels, readdirSync(readModels)[0]!);
    const rebuilt = openStore(generationsIn(readModel).current()!.file);
    expect(rebuilt.checkpoint().position).toBe(await log.head());
    expect(differing(rowsOf(rebuilt), rowsOf(fresh))).toEqual([]);
    rebuilt.close();
    await anew.close();
  },
  240_000,
);
