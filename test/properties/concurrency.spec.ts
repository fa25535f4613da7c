/** Commands that come at once, to one engine or to two: what one may have, one has, and what is done once is done once. */
import * as fc from 'fast-check';
import { openEngine } from '#application/engine.js';
import { type EventLog, type Mark, type NewEvent, ORIGIN } from '#event-log/port.js';
import { randomUUIDv7 } from 'node:crypto';
import type { Instant } from '#kernel/instant.js';
import { openStore } from '#read-model/store.js';
import { Bodies } from '../support/bodies.js';
import { type Together, type Way, WAYS, placeOf, rigsForTests } from '../support/engines.js';
import { BROAD, histories } from '../support/histories.js';
import { type Told, eventsOf, iso, told } from '../support/ledger.js';
import { differences } from '../support/living.js';
import { type Asked, presentOf, resolve } from '../support/questions.js';
import { referenceAnswer } from '../support/reference/reference.js';
import { differing, rowsOf } from '../support/rows.js';
import { runs } from '../support/runs.js';

/** Fifty commands on a server that is far, on a machine that has other things to do. */
const SLOW_MS = 60_000;
const AT_ONCE = 50;
const acme = { accountId: 'acme' };
const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, i) => make(i));

import.meta.jest.setTimeout(SLOW_MS);
const together = rigsForTests();
const rigs: Together[] = [];
afterEach(() => Promise.all(rigs.splice(0).map((rig) => rig.close())));

async function opened(way: Way, start?: string): Promise<Together> {
  const rig = await together(way, start);
  rigs.push(rig);
  return rig;
}

async function given(way: Way, overage = 'block'): Promise<Together> {
  const rig = await opened(way);
  const engine = rig.engine(0);
  await engine.do('DefineProduct', { product: 'qm', name: 'qm', provisioning: 'assigned', overage });
  const facts = { region: 'EU', timeZone: 'Europe/Berlin', currency: 'EUR', pricingModel: 'named', billing: 'monthly' };
  await engine.do('OpenAccount', { ...acme, name: 'acme', ...facts });
  return rig;
}

/** Registers many users as one append of what RegisterUser would have recorded one by one. */
async function registered(log: EventLog, from: number, to: number, roles: readonly string[] = []): Promise<string[]> {
  let revision = -1;
  let recordedAt: Instant | undefined;
  for await (const page of log.readStream('account-acme')) revision = page.at(-1)!.revision;
  for await (const page of log.readAll(ORIGIN)) recordedAt = page.at(-1)!.recordedAt;
  const userIds = times(to - from, (index) => `user-${from + index}`);
  const events = userIds.map((userId): NewEvent => {
    const commandId = randomUUIDv7();
    const data = JSON.stringify({ userId, name: userId, roles });
    const ids = { commandId, correlationId: commandId, causationId: commandId };
    const metadata = { actor: 'tester', ...ids, effectiveAt: recordedAt!, recordedAt: recordedAt! };
    return { id: randomUUIDv7(), type: 'UserRegistered', version: 1, data, metadata };
  });
  await log.append('account-acme', revision, events);
  return userIds;
}

/** How many of the results there are of each kind: answered, or refused by what code. */
async function tally(results: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.all(results.map(told))) {
    const kind = 'refused' in result ? result.refused : 'answered';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

async function typesIn(log: EventLog): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of await eventsOf(log)) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

describe.each(WAYS)('%s', (way) => {
  test('the last seat has one winner of fifty', async () => {
    const { engine, log } = await given(way);
    const userIds = await registered(log, 0, AT_ONCE);
    await engine(0).do('PurchaseLicenses', { ...acme, product: 'qm', quantity: 1 });
    const all = userIds.map((userId, turn) =>
      engine(turn).do('AssignSeats', { ...acme, product: 'qm', userIds: [userId] }),
    );
    expect(await tally(all)).toEqual({ answered: 1, 'capacity-exceeded': AT_ONCE - 1 });
    expect(await engine(1).ask('allocation', { ...acme, product: 'qm' })).toMatchObject({ assigned: 1, available: 0 });
  });

  test('seats that are bought as needed are bought exactly as often as they are assigned', async () => {
    const { engine, log } = await given(way, 'auto-purchase');
    const userIds = await registered(log, 0, AT_ONCE);
    await Promise.all(
      userIds.map((userId, turn) => engine(turn).do('AssignSeats', { ...acme, product: 'qm', userIds: [userId] })),
    );
    const bought = { purchased: AT_ONCE, assigned: AT_ONCE, overage: 0, available: 0 };
    expect(await engine(1).ask('allocation', { ...acme, product: 'qm' })).toMatchObject(bought);
  });

  test('fifty repeats of one command have one effect and one answer', async () => {
    const { engine, log } = await given(way);
    const body = { ...acme, product: 'qm', quantity: 1, commandId: 'once' };
    const outcomes = await Promise.all(times(AT_ONCE, (turn) => engine(turn).do('PurchaseLicenses', body)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toEqual(
      new Set([JSON.stringify({ events: ['LicensePurchased'], position: await log.head(), revision: 1 })]),
    );
    expect(await typesIn(log)).toMatchObject({ LicensePurchased: 1 });
    const other = times(AT_ONCE, (turn) => engine(turn).do('PurchaseLicenses', { ...body, quantity: 2 }));
    expect(await tally(other)).toEqual({ 'command-id-reused': AT_ONCE });
  });

  test('of two commands under one commandId only one is ever recorded', async () => {
    const { engine, log } = await given(way);
    const body = { ...acme, product: 'qm', commandId: 'once' };
    const both = times(AT_ONCE, (turn) => engine(turn).do('PurchaseLicenses', { ...body, quantity: 1 + (turn % 2) }));
    expect(await tally(both)).toEqual({ answered: AT_ONCE / 2, 'command-id-reused': AT_ONCE / 2 });
    expect(await typesIn(log)).toMatchObject({ LicensePurchased: 1 });
  });

  test('of fifty who saw the same revision one may go on', async () => {
    const { engine, log } = await given(way);
    const body = { ...acme, product: 'qm', quantity: 1, expectedRevision: 0 };
    const all = times(AT_ONCE, (turn) => engine(turn).do('PurchaseLicenses', body));
    expect(await tally(all)).toEqual({ answered: 1, 'revision-conflict': AT_ONCE - 1 });
    expect(await typesIn(log)).toMatchObject({ LicensePurchased: 1 });
  });

  test('one user is registered once, one account opened once, one program announced once', async () => {
    const { engine, log, clock } = await given(way);
    const user = { ...acme, userId: 'ann', name: 'Ann' };
    expect(await tally(times(AT_ONCE, (turn) => engine(turn).do('RegisterUser', user)))).toEqual({
      answered: 1,
      'user-exists': AT_ONCE - 1,
    });
    const program = { programId: 'p', name: 'p', products: ['qm'], phases: [] };
    expect(await tally(times(AT_ONCE, (turn) => engine(turn).do('AnnounceProgram', program)))).toEqual({
      answered: 1,
      'program-exists': AT_ONCE - 1,
    });
    const account = { accountId: 'bolt', name: 'bolt', region: 'EU', timeZone: 'UTC', currency: 'EUR' };
    const open = { ...account, pricingModel: 'named', billing: 'monthly', effectiveAt: iso(clock.now()) };
    expect(await tally(times(AT_ONCE, (turn) => engine(turn).do('OpenAccount', open)))).toEqual({
      answered: 1,
      'account-exists': AT_ONCE - 1,
    });
    expect(await typesIn(log)).toMatchObject({ UserRegistered: 1, EnforcementProgramAnnounced: 1, AccountOpened: 2 });
  });

  test('phases start once, and the seats that they open are given once, however many schedulers run', async () => {
    const { engine, engines, log, clock } = await given(way);
    await engine(0).do('PurchaseLicenses', { ...acme, product: 'qm', quantity: 1 });
    const userIds = await registered(log, 0, 30);
    const phases = ['assignment-open', 'restricted', 'overage-billing'].flatMap((phase, index) =>
      ['EU', 'US', null].map((region) => ({ phase, region, startsAt: iso(clock.now() + 1_000 * (1 + index)) })),
    );
    const program = { programId: 'p', name: 'p', products: ['qm'], phases, onOpen: 'assign-all-active' };
    await engine(1).do('AnnounceProgram', program);
    clock.moveTo((clock.now() + 5_000) as Instant);
    await Promise.all(times(10, (turn) => engine(turn).scheduler.run()));
    await Promise.all(engines.map((each) => each.scheduler.run()));
    expect(await typesIn(log)).toMatchObject({ EnforcementPhaseStarted: phases.length, SeatAssigned: userIds.length });
    const { seats } = (await engine(1).ask('allocation', { ...acme, product: 'qm' })) as { seats: unknown[] };
    expect(seats).toHaveLength(userIds.length);
  });
});

const ALONE = ['one engine on a file', 'one engine on EventStoreDB'] as const;

test.each(ALONE)(
  '%s: a command of ten thousand users is all or nothing',
  async (way) => {
    const { engine, log } = await given(way);
    const userIds = await registered(log, 0, 10_000);
    await engine(0).do('PurchaseLicenses', { ...acme, product: 'qm', quantity: 9_999 });
    const position = await log.head();
    const all = { ...acme, product: 'qm', userIds };
    expect(await told(engine(0).do('AssignSeats', all))).toEqual({ refused: 'capacity-exceeded' });
    expect(await log.head()).toBe(position);
    await engine(0).do('PurchaseLicenses', { ...acme, product: 'qm', quantity: 1 });
    const outcomes = await Promise.all([engine(0).do('AssignSeats', all), engine(0).do('AssignSeats', all)]);
    expect(outcomes.map(({ events }) => events.length)).toEqual([10_000, 0]);
    expect(await engine(0).ask('allocation', { ...acme, product: 'qm' })).toMatchObject({ assigned: 10_000 });
  },
  SLOW_MS,
);

test.each(ALONE)(
  '%s: a command records 20,000 events, and is refused whole where it would record one more',
  async (way) => {
    const { engine, log } = await given(way, 'allow');
    await engine(0).do('DefineProduct', { product: 'lab', name: 'lab', provisioning: 'assigned', overage: 'allow' });
    await registered(log, 0, 19_999, ['all']);
    const link = (product: string): Promise<{ events: readonly string[] }> =>
      engine(0).do('LinkRole', { ...acme, role: 'all', product });
    expect((await link('qm')).events).toHaveLength(20_000);
    await registered(log, 19_999, 20_000, ['all']);
    const position = await log.head();
    expect(await told(link('lab'))).toEqual({ refused: 'too-many-events' });
    expect(await log.head()).toBe(position);
  },
  SLOW_MS,
);

const SEVERAL = [
  'two engines on the same files',
  'two engines on EventStoreDB',
  'two machines on EventStoreDB',
] as const;

test.each(SEVERAL)(
  '%s that record and are asked at once answer as the log says, and file what a rebuild files',
  async (way) => {
    const size = { pool: BROAD, least: 30, most: 120, questions: 15 };
    const property = fc.asyncProperty(histories(size), fc.integer({ min: 2, max: 8 }), async (history, atOnce) => {
      const { engine, engines, clock, log, stores } = await opened(way, history.start);
      const events = await eventsOf(log);
      const bodies = new Bodies(events);
      const meanwhile: { asked: Asked; answer: Told<object> }[] = [];
      for (let first = 0; first < history.steps.length; first += atOnce) {
        const steps = history.steps.slice(first, first + atOnce);
        clock.moveTo((clock.now() + steps[0]!.wait) as Instant);
        const given = steps.map((step) => ({ command: step.command, body: bodies.of(step, clock.now()) }));
        const done = given.map(({ command, body }, turn) => told(engine(turn).do(command, body)));
        const asked = resolve(history.asked[first % history.asked.length]!, presentOf(events, clock.now(), []));
        const answered = engines.map(async (each) =>
          meanwhile.push({ asked, answer: await told(each.ask(asked.name, asked.of)) }),
        );
        await Promise.all([...done, ...answered, ...engines.map((each) => each.scheduler.run())]);
        events.push(...(await eventsOf(log, events.at(-1) as Mark | undefined)));
      }
      const present = presentOf(
        events,
        clock.now(),
        events.map(({ position }) => position),
      );
      for (const [turn, question] of history.asked.entries()) {
        const asked = resolve(question, present);
        const expected = referenceAnswer(events, asked.name, asked.of, clock.now());
        const actual = await told(engine(turn).ask(asked.name, asked.of));
        expect({ asked, wrong: differences('', expected, actual) }).toEqual({ asked, wrong: [] });
      }
      for (const [turn, { asked, answer }] of meanwhile.entries()) {
        if ('refused' in answer) continue;
        const { at, knownAt, position } = answer.answer as { at?: string; knownAt: string; position: number };
        const own = { ...asked.of, ...(at !== undefined && { at }), knownAt, position };
        const again = await told(engine(turn + 1).ask(asked.name, own));
        expect([own, JSON.stringify(again)]).toEqual([own, JSON.stringify(answer)]);
        const wrong = differences('', referenceAnswer(events, asked.name, own, clock.now()), answer);
        expect({ own, wrong }).toEqual({ own, wrong: [] });
      }
      const fresh = openStore(':memory:');
      const anew = await openEngine({ log: { ...log, close: async () => {} }, store: fresh, clock });
      await Promise.all([...engines, anew].map((each) => each.sync()));
      for (const store of stores) expect(differing(rowsOf(store), rowsOf(fresh))).toEqual([]);
      await anew.close();
      await rigs.pop()!.close();
    });
    await fc.assert(property, runs(6, placeOf(way)));
  },
  3_600_000,
);
