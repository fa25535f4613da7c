/** Several machines on one log whose clocks differ: processes of their own, each with its own read model and its own idea of the time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BACKWARDS, END, EventStoreDBClient } from '@eventstore/db-client';
import * as fc from 'fast-check';
import { standingClock } from '#application/clock.js';
import { openForOnce } from '#application/ledger.js';
import type { Instant } from '#kernel/instant.js';
import { soon } from '../contract/soon.js';
import { SLOW_MS, seatledger } from '../e2e/support/launcher.js';
import { differences } from '../support/living.js';
import { referenceAnswer } from '../support/reference/reference.js';
import { runs } from '../support/runs.js';
import { type Answered, type EngineProcess, spawnEngine } from './eventstore/engines.js';
import { type Place, type Process, spawnFollower } from './eventstore/processes.js';
import { type CampaignServer, startServer } from './eventstore/server.js';
import { assertInOrder, assertStarted, storedOn } from './eventstore/stored.js';

import.meta.jest.setTimeout(2 * SLOW_MS);

const OFFSETS_MS = [-7_000, 0, 5_000] as const;
const HOUR_MS = 3_600_000;
const AHEAD_MS = 90_000;
/** What it takes is a second or two; a busy machine takes longer. */
const LIVE_MS_MAX = 20_000;
const SOON_MS = 30_000;

const directory = mkdtempSync(join(tmpdir(), 'seatledger-machines-'));
let server: CampaignServer;
let places = 0;
const started: { end(): Promise<void> }[] = [];
const followers: Process[] = [];

beforeAll(async () => {
  server = await startServer(join(directory, 'server'));
}, 2 * SLOW_MS);
afterEach(async () => {
  await Promise.all(followers.splice(0).map((follower) => follower.kill()));
  for (const engine of started.splice(0)) await engine.end();
});
afterAll(async () => {
  await server.kill();
  rmSync(directory, { recursive: true });
});

function placeOn(prefix: string): Place {
  places += 1;
  return { url: server.url, prefix, directory: join(directory, `read-models-${places}`) };
}

async function engineOn(prefix: string, offsetMs: number): Promise<EngineProcess> {
  const engine = await spawnEngine(placeOn(prefix), offsetMs);
  started.push(engine);
  return engine;
}

const enginesOn = (prefix: string): Promise<EngineProcess[]> =>
  Promise.all(OFFSETS_MS.map((offset) => engineOn(prefix, offset)));

function followerOn(prefix: string, env: Readonly<Record<string, string>> = {}): Process {
  const follower = spawnFollower({ ...placeOn(prefix), env });
  followers.push(follower);
  return follower;
}

/** An hour ago, so that no clock is behind it. */
async function prepare(prefix: string, seats: number, users: number): Promise<void> {
  const clock = standingClock((Date.now() - HOUR_MS) as Instant);
  const engine = await openForOnce(server.url, { create: true, prefix, clock });
  const facts = { region: 'EU', timeZone: 'Europe/Berlin', currency: 'EUR', pricingModel: 'named', billing: 'monthly' };
  await engine.do('OpenAccount', { accountId: 'crowd', name: 'Crowd', ...facts });
  await engine.do('DefineProduct', { product: 'seat', name: 'Seat', provisioning: 'assigned', overage: 'block' });
  if (seats > 0) await engine.do('PurchaseLicenses', { accountId: 'crowd', product: 'seat', quantity: seats });
  for (let n = 0; n < users; n += 1) {
    await engine.do('RegisterUser', { accountId: 'crowd', userId: `c${n}`, name: 'C' });
  }
  await engine.close();
}

/** One of it to another, by SEATLEDGER_CLOCK_OFFSET_MS, as the command line takes it. */
const onTheLine = (args: readonly string[], prefix: string, offset: string) =>
  seatledger([...args, '--log', server.url, '--prefix', prefix], {
    cwd: directory,
    env: { SEATLEDGER_READ_MODELS: placeOn(prefix).directory, SEATLEDGER_CLOCK_OFFSET_MS: offset },
  });

const isoOf = (ms: number): string => new Date(ms).toISOString();

interface Given {
  readonly name: string;
  readonly of: object;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** An answer of now: what it says now is, and that it is the reference's. */
async function askedNow(engine: EngineProcess, offset: number, name: string, of: object): Promise<Given> {
  const before = Date.now() + offset;
  const answered = await engine.ask(name, of);
  const after = Date.now() + offset;
  if (!('answer' in answered)) throw new Error(`${name} was refused: ${answered.refused}`);
  const { answer } = answered;
  const now = Date.parse(String(answer['knownAt']));
  const recorded = (await storedOn(server.url, 'clocks')).filter(
    ({ position }) => position <= Number(answer['position']),
  );
  const last = recorded.at(-1)!.recordedAt;
  expect(now).toBeGreaterThanOrEqual(last);
  expect(now === last || (now >= before && now <= after)).toBe(true);
  const expected = referenceAnswer(recorded, name, { ...of, knownAt: isoOf(now), position: answer['position'] }, now);
  expect(differences('', expected, answered)).toEqual([]);
  return { name, of, answer };
}

test('whatever their clocks say, recordedAt never runs back, now is the machine or the log, and an answer is the same for ever everywhere', async () => {
  await prepare('clocks', 4, 6);
  const engines = await enginesOn('clocks');
  const { numRuns, seed = Date.now() } = runs(12);
  const turns = fc.sample(
    fc.record({
      who: fc.nat({ max: engines.length - 1 }),
      user: fc.nat({ max: 5 }),
      isTogether: fc.boolean(),
      command: fc.constantFrom('AssignSeats', 'ReleaseSeats'),
      asked: fc.constantFrom(
        ['history', {}] as const,
        ['allocation', { product: 'seat' }] as const,
        ['holdings', { product: 'seat' }] as const,
        ['explain', { product: 'seat', userId: 'c1' }] as const,
      ),
    }),
    { seed, numRuns },
  );
  const given: Given[] = [];
  for (const { who, user, isTogether, command, asked } of turns) {
    const seats = { accountId: 'crowd', product: 'seat', userIds: [`c${user}`] };
    const all = isTogether ? engines : [engines[who]!];
    await Promise.all(all.map((engine) => engine.do(command, seats)));
    const asker = (who + user) % engines.length;
    given.push(await askedNow(engines[asker]!, OFFSETS_MS[asker]!, asked[0], { accountId: 'crowd', ...asked[1] }));
  }

  const fresh = await engineOn('clocks', 0);
  for (const { name, of, answer } of given) {
    const { at, knownAt, position } = answer;
    const again = { ...of, knownAt, position, ...(at === undefined ? {} : { at }) };
    for (const engine of [...engines, fresh]) {
      expect(JSON.stringify(await engine.ask(name, again))).toBe(JSON.stringify({ answer }));
    }
  }
  const history = (await fresh.ask('history', { accountId: 'crowd' })) as { answer: { events: HistoryEvent[] } };
  const byPosition = history.answer.events.toSorted((a, b) => a.position - b.position);
  const recorded = byPosition.map(({ recordedAt }) => recordedAt);
  expect(recorded).toEqual(recorded.toSorted());
  // Of three clocks that are seconds apart the fastest is the log's; the others' own times would run back.
  expect(Date.parse(recorded.at(-1)!)).toBeGreaterThan(Date.now() - HOUR_MS / 2);
});

interface HistoryEvent {
  readonly position: number;
  readonly recordedAt: string;
}

test.each([1, 2, 3])('of %i seats, however many processes try at once, no more are sold', async (seats) => {
  const prefix = `last-${seats}`;
  await prepare(prefix, seats, 12);
  const engines = await enginesOn(prefix);
  const tries = Array.from({ length: 12 }, (_, n) =>
    engines[n % engines.length]!.do('AssignSeats', { accountId: 'crowd', product: 'seat', userIds: [`c${n}`] }),
  );
  const outcomes = await Promise.all(tries);
  expect(outcomes.filter((outcome) => 'answer' in outcome)).toHaveLength(seats);
  const refused = outcomes.flatMap((outcome) => ('refused' in outcome ? [outcome.refused] : []));
  expect(refused).toEqual(Array.from({ length: 12 - seats }, () => 'capacity-exceeded'));
  const allocation: Answered = await engines[0]!.ask('allocation', { accountId: 'crowd', product: 'seat' });
  expect(allocation).toMatchObject({ answer: { assigned: seats, capacity: seats, overage: 0, available: 0 } });
});

test('the scheduler runs in all of them: each phase starts once, and gives each seat once', async () => {
  const prefix = 'starts';
  await prepare(prefix, 0, 40);
  const engines = await enginesOn(prefix);
  const PROGRAMS = 4;
  for (let number = 0; number < PROGRAMS; number += 1) {
    const product = `open-${number}`;
    await engines[0]!.do('DefineProduct', { product, name: product, provisioning: 'assigned' });
    await engines[0]!.do('PurchaseLicenses', { accountId: 'crowd', product, quantity: 1 });
    // The clock that is ahead is the first to reach it, and takes the log's clock with it.
    const startsAt = isoOf(Date.now() + Math.max(...OFFSETS_MS) + 1_500);
    const phases = ['EU', null].map((region) => ({ phase: 'assignment-open', region, startsAt }));
    const program = { programId: `${number}`, name: product, products: [product], phases };
    const announced = await engines[0]!.do('AnnounceProgram', { ...program, onOpen: 'assign-all-active' });
    expect(announced).toMatchObject({ answer: { events: ['EnforcementProgramAnnounced'] } });
  }
  const startsOf = async (): Promise<number> =>
    (await storedOn(server.url, prefix)).filter(({ type }) => type === 'EnforcementPhaseStarted').length;
  for (const end = performance.now() + SOON_MS; (await startsOf()) < 2 * PROGRAMS && performance.now() < end;) {
    const ran = await Promise.all(engines.map((engine) => engine.schedule(20)));
    expect(ran).toEqual(engines.map(() => ({ answer: {} })));
  }
  const stored = await storedOn(server.url, prefix);
  assertInOrder(stored);
  expect(stored.filter(({ type }) => type === 'EnforcementPhaseStarted')).toHaveLength(2 * PROGRAMS);
  expect(stored.filter(({ type }) => type === 'SeatAssigned')).toHaveLength(40 * PROGRAMS);
  assertStarted(stored, Date.now());
});

test('a machine that is far ahead does not write, says so, and can still ask and follow', async () => {
  const prefix = 'ahead';
  await prepare(prefix, 1, 1);
  const body = JSON.stringify({ accountId: 'crowd', product: 'seat', userIds: ['c0'] });
  const before = await storedOn(server.url, prefix);
  const refused = await onTheLine(['do', 'AssignSeats', body, '--json'], prefix, `${AHEAD_MS}`);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(
    /^this machine's clock is (89|9\d) s ahead of EventStoreDB at esdb:\S+ .* set the clock right/,
  );
  expect(refused.stderr.trim().split('\n')).toHaveLength(1);
  expect(await storedOn(server.url, prefix)).toEqual(before);

  const asked = await onTheLine(
    ['ask', 'allocation', '--account', 'crowd', '--product', 'seat', '--json'],
    prefix,
    `${AHEAD_MS}`,
  );
  expect(asked).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(asked.stdout)).toMatchObject({ assigned: 0, position: before.at(-1)!.position });

  // By that clock it is time to start a phase, which is not asked for again without a pause.
  const phases = [{ phase: 'restricted', region: null, startsAt: isoOf(Date.now() + AHEAD_MS - 30_000) }];
  const program = JSON.stringify({ programId: 'p', name: 'P', products: ['seat'], phases });
  expect(await onTheLine(['do', 'AnnounceProgram', program], prefix, '0')).toMatchObject({ code: 0 });
  const [asks, since] = [await clockAsks(prefix), performance.now()];
  const follower = followerOn(prefix, { SEATLEDGER_CLOCK_OFFSET_MS: `${AHEAD_MS}` });
  await follower.says('ready');
  expect(await onTheLine(['do', 'AssignSeats', body, '--json'], prefix, '20000')).toMatchObject({ code: 0 });
  const head = (await storedOn(server.url, prefix)).at(-1)!.position;
  await soon(() => follower.position === head);
  const seconds = (performance.now() - since) / 1_000;
  expect((await clockAsks(prefix)) - asks).toBeLessThan(3 * seconds + 5);
});

/** How often the server was asked what time it has. */
async function clockAsks(prefix: string): Promise<number> {
  const client = EventStoreDBClient.connectionString(server.url);
  const newest = client.readStream(`${prefix}.clock`, { direction: BACKWARDS, fromRevision: END, maxCount: 1 });
  let asks = 0;
  for await (const { event } of newest) asks = Number(event?.revision ?? -1) + 1;
  await client.dispose();
  return asks;
}

test.each(['soon', '1.5', '1e3', '9999999999999'])(
  'SEATLEDGER_CLOCK_OFFSET_MS=%s is told as what is wrong',
  async (offset) => {
    const asked = await onTheLine(['ask', 'accounts', '--json'], 'ahead', offset);
    const stderr = `SEATLEDGER_CLOCK_OFFSET_MS is ${JSON.stringify(offset)}: expected whole milliseconds, such as -5000\n`;
    expect(asked).toEqual({ code: 2, stdout: '', stderr });
  },
);

test('a follower with an empty disk reads all there is, then what comes, and goes on when its server was killed and is back', async () => {
  const prefix = 'followed';
  await prepare(prefix, 10, 30);
  const headOf = async (): Promise<number> => (await storedOn(server.url, prefix)).at(-1)!.position;
  const follower = followerOn(prefix);
  await follower.says('ready');
  expect(follower.position).toBe(await headOf());
  const engine = await engineOn(prefix, 0);
  const assign = (userId: string): Promise<Answered> =>
    engine.do('AssignSeats', { accountId: 'crowd', product: 'seat', userIds: [userId] });
  for (const userId of ['c0', 'c1', 'c2']) {
    const { answer } = (await assign(userId)) as { answer: { position: number } };
    await soon(() => follower.position === answer.position);
  }

  await server.kill();
  await server.start(500);
  const back = performance.now();
  const { answer } = (await assign('c3')) as { answer: { position: number } };
  while (follower.position < answer.position && performance.now() - back < LIVE_MS_MAX) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(follower.position).toBe(answer.position);
  await follower.end('SIGTERM');
});
