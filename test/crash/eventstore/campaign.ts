/** Rounds of faults on one ledger under load, and what must hold of it afterwards. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { standingClock } from '#application/clock.js';
import { openEngine } from '#application/engine.js';
import { openForOnce, openLog } from '#application/ledger.js';
import { type EventLog, ORIGIN } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';
import { openStore } from '#read-model/store.js';
import { openLink } from '../../support/eventstore/faulty-link.js';
import { assertAnswers, assertFiled, assertKnownAgain } from './answered.js';
import type { Round } from './faults.js';
import { PREFIX, PROCESSES, type Timing, playersOn, readModelsOf } from './players.js';
import type { Told } from './processes.js';
import { startServer } from './server.js';
import {
  SCARCE_SEATS,
  type Stored,
  assertAsTold,
  assertInOrder,
  assertSelections,
  assertStarted,
  storedOn,
} from './stored.js';

const CROWD = 120;
const HOUR_MS = 3_600_000;

export interface Counts {
  readonly acknowledged: number;
  readonly refused: number;
  /** Of processes that were killed. */
  readonly inFlight: number;
  readonly storedOfThose: number;
  /** Times that a command was answered with nothing but that the server is not there, and was sent again. */
  readonly sentAgain: number;
  readonly repeats: number;
  /** Commands that were refused, or changed nothing, before an earlier try of theirs arrived. */
  readonly late: number;
  readonly events: number;
  readonly starts: number;
}

/** @throws Error where anything that was promised does not hold */
export async function campaign(
  directory: string,
  rounds: readonly Round[],
  seed: number,
): Promise<{ readonly counts: Counts; readonly timing: Timing }> {
  const server = await startServer(join(directory, 'server'));
  const links = await Promise.all(Array.from({ length: PROCESSES }, () => openLink({ serverPort: server.port })));
  const players = playersOn(directory, links, seed);
  try {
    await prepare(server.url);
    await players.start();
    for (const round of rounds) await players.play(round, server);
    await players.settle();
    await startOwed(server.url);
    const stored = await storedOn(server.url, PREFIX);
    await players.reach(stored.at(-1)!.position);
    await assertAll(server.url, directory, stored, players.told, seed);
    return { counts: countsOf(stored, players.told), timing: players.timing };
  } finally {
    await players.kill();
    for (const link of links) await link.close();
    await server.kill();
  }
}

/** An hour ago: corrections find their accounts and products there. */
async function prepare(url: string): Promise<void> {
  const clock = standingClock((Date.now() - HOUR_MS) as Instant);
  const engine = await openForOnce(url, { create: true, prefix: PREFIX, clock });
  const facts = { region: 'EU', timeZone: 'Europe/Berlin', currency: 'EUR', pricingModel: 'named', billing: 'monthly' };
  for (const accountId of ['acme', 'bolt', 'crowd']) {
    await engine.do('OpenAccount', { accountId, name: accountId, ...facts });
  }
  const assigned = { provisioning: 'assigned', overage: 'block' };
  for (const [product, quantity] of Object.entries({ scarce: SCARCE_SEATS, bulk: CROWD })) {
    await engine.do('DefineProduct', { product, name: product, ...assigned });
    await engine.do('PurchaseLicenses', { accountId: 'crowd', product, quantity });
  }
  for (const product of ['staff-1', 'staff-2', 'lead-1', 'lead-2']) {
    await engine.do('DefineProduct', { product, name: product, ...assigned });
    for (const accountId of ['acme', 'bolt']) {
      await engine.do('SetCommitment', { accountId, product, quantity: 100_000 });
      await engine.do('LinkRole', { accountId, role: product.replace(/-.*/, ''), product });
    }
  }
  for (let n = 0; n < CROWD; n += 1) {
    await engine.do('RegisterUser', { accountId: 'crowd', userId: `c${n}`, name: 'C' });
  }
  await engine.close();
}

/** What the last commands announced is waited for, and completed beside the follower that starts it too. */
async function startOwed(url: string): Promise<void> {
  const stored = await storedOn(url, PREFIX);
  const announced = stored.flatMap((event) => (event.type === 'EnforcementProgramAnnounced' ? event.data.phases : []));
  const due = Math.max(0, ...announced.map(({ startsAt }) => Date.parse(startsAt)));
  await pause(Math.max(0, due - Date.now()));
  const engine = await openEngine({ log: await logOn(url), store: openStore(':memory:') });
  await engine.scheduler.run();
  await engine.close();
}

const logOn = (url: string): Promise<EventLog> => openLog(url, { create: false, prefix: PREFIX });

async function assertAll(url: string, directory: string, stored: readonly Stored[], told: Told, seed: number) {
  assertInOrder(stored);
  assertAsTold(stored, told);
  assertSelections(stored, told);
  assertStarted(stored, Date.now());

  const log = await logOn(url);
  const read: string[] = [];
  for await (const page of log.readAll(ORIGIN)) read.push(...page.map(({ id, position }) => `${position} ${id}`));
  expect(read).toEqual(stored.map(({ id, position }) => `${position} ${id}`));
  const store = openStore(':memory:');
  const engine = await openEngine({ log, store });
  await engine.sync();
  for (let who = 0; who < PROCESSES; who += 1) assertFiled(readModelsOf(directory, who), store);
  await assertAnswers(engine, stored, seed);
  await assertKnownAgain(engine, told, seed);
  expect(await log.head()).toBe(stored.at(-1)!.position);
  await engine.close();
}

function countsOf(stored: readonly Stored[], told: Told): Counts {
  const ids = new Set(stored.map(({ commandId }) => commandId));
  const inFlight = [...told.sent.keys()].filter((id) => !told.done.has(id) && !told.refused.has(id));
  return {
    acknowledged: told.done.size,
    refused: told.refused.size,
    inFlight: inFlight.length,
    storedOfThose: inFlight.filter((id) => ids.has(id)).length,
    sentAgain: [...told.trouble.values()].reduce((sum, times) => sum + times, 0),
    repeats: told.repeats,
    late: assertAsTold(stored, told),
    events: stored.length,
    starts: stored.filter(({ type }) => type === 'EnforcementPhaseStarted').length,
  };
}
