/** Followers of a log on EventStoreDB: the server drops them in bursts, falls silent, goes away and comes back; they miss nothing. */
import { createServer } from 'node:net';
import { type Engine, openEngine } from '#application/engine.js';
import { machineClock } from '#application/clock.js';
import { type EventLog, type Mark, NO_STREAM, ORIGIN } from '#event-log/port.js';
import { openStore } from '#read-model/store.js';
import { WAITS_OF_TESTS, asStored, faultyEventStore } from './faulty-eventstore.js';
import { labelOf, newEvent, newEvents } from './new-event.js';
import { soon } from './soon.js';

const on = faultyEventStore({ maxAppendBytes: 16_000_000 });

/** What one process does that is told of a log: it reads on from its own mark, as often as it is told. */
function following(log: EventLog): {
  readonly seen: readonly (string | number)[];
  readonly tellings: number;
  stop(): void;
} {
  const seen: (string | number)[] = [];
  let mark: Mark = ORIGIN;
  let tellings = 0;
  let isAsked = false;
  let reading = Promise.resolve();
  const read = async (): Promise<void> => {
    isAsked = false;
    for await (const page of log.readAll(mark)) {
      for (const event of page) seen.push(labelOf(event));
      mark = page.at(-1)!;
    }
  };
  const stop = log.subscribe(() => {
    tellings += 1;
    if (isAsked) return;
    isAsked = true;
    reading = reading.then(read).catch(() => {});
  });
  return {
    seen,
    get tellings() {
      return tellings;
    },
    stop,
  };
}

const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => String(n));

/** For thousands of events on a machine that is busy. */
async function inTime(holds: () => boolean): Promise<void> {
  for (let left = 4; left > 0 && !holds(); left -= 1) await soon(holds).catch(() => {});
}

const isLive = (): boolean => on.server.subscriptions.some((each) => each.isLive);

/** Resolves after the follower was told for the last time. */
async function quiet(follower: { readonly tellings: number }): Promise<void> {
  for (let before = -1; before !== follower.tellings;) {
    before = follower.tellings;
    await new Promise((resolve) => setTimeout(resolve, 2 * WAITS_OF_TESTS.beatMs));
  }
}

test.each([300, 10_000])(
  'a burst of %d events drops live subscribers, who see each event once and in order',
  async (count) => {
    const waits = { ...WAITS_OF_TESTS, answerMs: 10_000, beatMs: 60_000 };
    const log = await on.open({ waits });
    const followers = [following(log), following(await on.open())];
    await soon(isLive);
    const before = on.server.subscriptions.map(({ id }) => id);
    await log.append('account-1', NO_STREAM, newEvents(count));
    await inTime(() => followers.every(({ seen }) => seen.length >= count));
    for (const { seen } of followers) expect(seen).toEqual(numbers(count));
    // They were dropped, and are live again without having waited for a beat.
    await soon(isLive);
    expect(on.server.subscriptions.map(({ id }) => id).filter((id) => before.includes(id))).toEqual([]);
    await log.append('account-2', NO_STREAM, newEvents(1, 'next'));
    await soon(() => followers.every(({ seen }) => seen.at(-1) === 'next0'));
  },
  40_000,
);

test('a subscription that is dropped comes back by itself, and tells what came meanwhile', async () => {
  const log = await on.open({ waits: { ...WAITS_OF_TESTS, beatMs: 60_000 } });
  const follower = following(log);
  await soon(isLive);
  for (let round = 0; round < 5; round += 1) {
    on.server.faults.dropSubscriptions();
    await log.append(`account-${round}`, NO_STREAM, newEvents(1, `${round}-`));
    await soon(() => follower.seen.length === round + 1);
    await soon(isLive);
  }
  expect(follower.seen).toEqual(['0-0', '1-0', '2-0', '3-0', '4-0']);
});

test('what is appended while a subscription is on its way is told once it is there', async () => {
  const log = await on.open({ waits: { ...WAITS_OF_TESTS, beatMs: 60_000 } });
  on.server.faults.latencyMs = 100;
  const follower = following(log);
  on.server.inject('seatledger/account-1', [asStored(newEvent('early'))]);
  await soon(() => follower.seen.length === 1);
});

test('a silent stall is noticed within two beats', async () => {
  const log = await on.open();
  const follower = following(log);
  await soon(isLive);
  await quiet(follower);
  for (const subscription of on.server.subscriptions) subscription.stall();
  await log.append('account-1', NO_STREAM, newEvents(1));
  const began = performance.now();
  await soon(() => follower.seen.length === 1);
  expect(performance.now() - began).toBeLessThan(4 * WAITS_OF_TESTS.beatMs + 500);
  await log.append('account-1', 0, newEvents(1, 'next'));
  await soon(() => follower.seen.length === 2);
});

test("others' events alone are no stall: nobody is told of them, and the subscription stays", async () => {
  const log = await on.open({ waits: { ...WAITS_OF_TESTS, beatMs: 1_000 } });
  await log.append('account-1', NO_STREAM, newEvents(1));
  const follower = following(log);
  await soon(isLive);
  await quiet(follower);
  const [before, told] = [on.server.subscriptions.map(({ id }) => id), follower.tellings];
  for (let round = 0; round < 6; round += 1) {
    on.server.inject('elsewhere', [
      { id: crypto.randomUUID(), type: 'T', isJson: false, data: new Uint8Array(9), metadata: new Uint8Array() },
    ]);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  expect(on.server.subscriptions.map(({ id }) => id)).toEqual(before);
  expect(follower.tellings).toBe(told);
});

test('a frozen connection is noticed, and followed again once it is thawed', async () => {
  const log = await on.open();
  const follower = following(log);
  await soon(isLive);
  on.server.faults.link.freeze();
  await new Promise((resolve) => setTimeout(resolve, 4 * WAITS_OF_TESTS.beatMs));
  on.server.faults.link.thaw();
  await log.append('account-1', NO_STREAM, newEvents(1));
  await soon(() => follower.seen.length === 1);
});

test('a server that is gone is asked ever more rarely, and followed again soon after its return', async () => {
  const log = await on.open();
  const follower = following(log);
  await soon(isLive);
  const { port } = on.server;
  await on.stop();
  let asked = 0;
  const door = createServer((socket) => {
    asked += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve));
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  // Twice as long each time up to a second, and what the client itself tries; without a pause it would be hundreds.
  expect(asked).toBeGreaterThan(2);
  expect(asked).toBeLessThan(100);
  await new Promise((resolve) => door.close(resolve));
  await on.start({ port });
  const began = performance.now();
  await soon(isLive);
  expect(performance.now() - began).toBeLessThan(5_000);
  await log.append('account-1', NO_STREAM, newEvents(1));
  await soon(() => follower.seen.length === 1);
}, 20_000);

test('a log that has no events yet is silent, and tells of its first one', async () => {
  on.server.inject('seatledger2/account-1', []);
  const log = await on.open({ prefix: 'new-one' });
  const follower = following(log);
  await soon(isLive);
  await log.append('account-1', NO_STREAM, newEvents(1));
  await soon(() => follower.seen.length === 1);
});

test('whoever leaves is told no more, and its subscription ends with the last', async () => {
  const log = await on.open();
  const [one, other] = [following(log), following(log)];
  await soon(isLive);
  one.stop();
  await log.append('account-1', NO_STREAM, newEvents(1));
  await soon(() => other.seen.length === 1);
  expect(one.seen).toEqual([]);
  other.stop();
  await soon(() => on.server.subscriptions.length === 0);
});

describe('an engine that follows a log', () => {
  const engines: Engine[] = [];
  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.close();
  });
  const engineOn = async (): Promise<Engine> => {
    const log = await on.open();
    const engine = await openEngine({ log, store: openStore(':memory:'), clock: machineClock });
    engines.push(engine);
    return engine;
  };

  test('is level with a burst of a thousand seats, recorded by another one, as soon as it is asked', async () => {
    const [writer, reader] = [await engineOn(), await engineOn()];
    await writer.do('DefineProduct', { product: 'desk', name: 'Desk', provisioning: 'assigned' });
    await writer.do('OpenAccount', {
      accountId: 'acme',
      name: 'Acme',
      region: 'EU',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      pricingModel: 'named',
      billing: 'monthly',
    });
    const userIds = numbers(300).map((n) => `user-${n}`);
    for (const userId of userIds)
      await writer.do('RegisterUser', { accountId: 'acme', userId, name: userId, roles: [] });
    await writer.do('PurchaseLicenses', { accountId: 'acme', product: 'desk', quantity: 300 });
    await writer.do('AssignSeats', { accountId: 'acme', product: 'desk', userIds });
    await Promise.all([writer.sync(), reader.sync()]);
    expect(reader.position).toBe(writer.position);
  }, 20_000);
});
