/** A long log is rebuilt by the command line with a thread that writes: what it files is what is filed without one. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '#application/engine.js';
import { openLedgerToFollow } from '#application/ledger.js';
import type { EventLog, NewEvent } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';
import { generationsIn } from '#read-model/generations.js';
import { openStore } from '#read-model/store.js';
import { differing, rowsOf } from '../support/rows.js';

const LAUNCHER = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'bin', 'seatledger.mjs');
/** More than a rebuild needs to use its thread. */
const APPENDS = 70;
const EVENTS_PER_APPEND = 1_000;
const USERS = 200;
const START = Date.parse('2025-01-01T00:00:00Z');
const SECOND_MS = 1_000;
/** Of every so many appends, one is a correction of a few seats before those. */
const CORRECTED_EACH = 10;

const directory = mkdtempSync(join(tmpdir(), 'seatledger-bulk-'));
const location = join(directory, 'ledger');
afterAll(() => rmSync(directory, { recursive: true }));

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
async function fill(log: EventLog): Promise<void> {
  const users = Array.from({ length: USERS }, (_, index) => `user-${index}`);
  const first = users.map((userId) => ['UserRegistered', { userId, name: userId, roles: [] }] as const);
  const account = ['AccountOpened', { accountId: 'acme', ...opened, billing: 'monthly' }] as const;
  let { revision } = await log.append('account-acme', -1, events(START, [account, ...first]));
  for (let append = 1; append <= APPENDS; append += 1) {
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

test('a rebuild of a long log, written by a thread of its own, files what is filed without one', async () => {
  const { engine, log } = await openLedgerToFollow(location, { create: true });
  await fill(log);
  const { status, stderr } = spawnSync(process.execPath, [LAUNCHER, 'rebuild', '--log', location], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });

  const fresh = openStore(':memory:');
  const anew = await openEngine({ log: { ...log, close: async () => {} }, store: fresh });
  await anew.sync();
  const rebuilt = openStore(generationsIn(join(location, 'read-model')).current()!.file);
  expect(rebuilt.checkpoint().position).toBeGreaterThan(60_000);
  expect(differing(rowsOf(rebuilt), rowsOf(fresh))).toEqual([]);
  rebuilt.close();
  await anew.close();
  await engine.close();
}, 120_000);
