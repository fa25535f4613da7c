/** The changes of an account, on an embedded ledger that is kept while others write to it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as fc from 'fast-check';
import { type Observable, firstValueFrom, take, toArray } from 'rxjs';
import type { Engine } from '#application/engine.js';
import { type ChangesOptions, openChanges } from '#application/changes.js';
import { type KeptLedger, keepLedger } from '#application/keeping.js';
import { codec } from '#application/follower.js';
import { openLedger, openLedgerToFollow, rebuildLedger } from '#application/ledger.js';
import { type EventLog, LogUnavailable, PAGE_EVENTS_MAX } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';
import type { Story } from '#projections/history/history.js';
import { runs } from '../../test/support/runs.js';

/** Of waits for what is sure to come, unless it is broken. */
const WAIT_MS_MAX = 20_000;
import.meta.jest.setTimeout(2 * WAIT_MS_MAX);

let location: string;
let kept: KeptLedger | undefined;
/** Ends what a test has left open, passed or not. */
let end: () => Promise<void>;

beforeEach(() => {
  location = join(mkdtempSync(join(tmpdir(), 'seatledger-changes-')), 'ledger');
  end = async () => {};
});
afterEach(async () => {
  await end();
  await kept?.close();
  kept = undefined;
  rmSync(join(location, '..'), { recursive: true });
});

const OF = { accountId: 'harbor' };
/** When the account was opened. */
let since: string;
const late = () => ({ effectiveAt: since, reason: 'said late' });
const FACTS = {
  name: 'H',
  region: 'eu',
  timeZone: 'UTC',
  currency: 'EUR',
  pricingModel: 'named',
  billing: 'monthly',
};

/** What another process would do. */
async function elsewhere(work: (engine: Engine) => Promise<unknown>): Promise<void> {
  const engine = await openLedger(location, { create: true });
  await work(engine);
  await engine.close();
}

async function open(engine: Engine, accountId = 'harbor'): Promise<void> {
  await engine.do('DefineProduct', { product: 'p', name: 'P', provisioning: 'assigned', overage: 'allow' });
  await engine.do('OpenAccount', { accountId, ...FACTS });
  since = new Date().toISOString();
  await sleep(2);
}

/** Appends of one event and of several, in time and late, others' between them. */
async function live(engine: Engine, users: number, name = 'user'): Promise<void> {
  const userIds = Array.from({ length: users }, (_, user) => `${name}-${user}`);
  for (const userId of userIds) await engine.do('RegisterUser', { ...OF, userId, name: 'U', ...late() });
  await engine.do('AssignSeats', { ...OF, product: 'p', userIds });
  await engine.do('PurchaseLicenses', { ...OF, product: 'p', quantity: 3, ...late() });
  await engine.do('DefineProduct', { product: `${name}-of-others`, name: 'O', provisioning: 'assigned' });
  const half = userIds.slice(0, users / 2);
  await engine.do('ReleaseSeats', { ...OF, product: 'p', userIds: half });
  await engine.do('PurchaseLicenses', { ...OF, product: 'p', quantity: 1 });
}

/** Registers users in one append, as a machine with another clock may. */
async function registered(userIds: readonly string[], recordedAt: number): Promise<void> {
  const { engine, log, store } = await openLedgerToFollow(location, { create: false });
  await engine.sync();
  const { revision } = store.stream('account-harbor')!;
  const instant = recordedAt as Instant;
  const metadata = { actor: 'a', commandId: userIds[0]!, correlationId: 'c', causationId: 'c', effectiveAt: instant };
  const events = userIds.map((userId) => {
    const event = { type: 'UserRegistered', data: { userId, name: 'U', roles: [] } } as const;
    return codec.encode(event, crypto.randomUUID(), { ...metadata, recordedAt: instant });
  });
  await log.append('account-harbor', revision, events);
  await engine.close();
}

const many = (count: number): string[] => Array.from({ length: count }, (_, user) => `u-${user}`);

/** The account's events as `history` tells them, in the order of the log. */
async function told(accountId = 'harbor'): Promise<Story[]> {
  const { events } = (await kept!.use((engine) => engine.ask('history', { accountId }))) as { events: Story[] };
  return events.sort((a, b) => a.position - b.position);
}

const first = (count: number, changes: Observable<Story>): Promise<Story[]> =>
  firstValueFrom(changes.pipe(take(count), toArray()));

/** Collects for as long as the test runs. */
function collected(after: number, options?: ChangesOptions): Story[] {
  const stories: Story[] = [];
  kept!.changes('harbor', after, options).subscribe((story) => stories.push(story));
  return stories;
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + WAIT_MS_MAX;
  while (!holds()) {
    if (performance.now() > end) throw new Error('it has not come');
    await sleep(5);
  }
}

async function keep(): Promise<KeptLedger> {
  await elsewhere(open);
  return (kept = await keepLedger(location, { create: false }));
}

test('all events of the account come once, in the order of the log, as history tells them', async () => {
  const ledger = await keep();
  await ledger.use((engine) => live(engine, 6));
  const expected = await told();
  expect(await first(expected.length, ledger.changes('harbor', 0))).toEqual(expected);
});

test('however often they are cut off and gone on with, at whatever position, the events are the same, each once', async () => {
  const ledger = await keep();
  await ledger.use((engine) => live(engine, 5));
  const expected = await told();
  for (const [index, { position }] of expected.slice(0, -1).entries()) {
    expect(await first(1, ledger.changes('harbor', position))).toEqual([expected[index + 1]]);
  }
  const cuts = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(cuts, async (counts) => {
      const got: Story[] = [];
      for (const count of [...counts, expected.length]) {
        const wanted = Math.min(count, expected.length - got.length);
        if (wanted > 0) got.push(...(await first(wanted, ledger.changes('harbor', got.at(-1)?.position ?? 0))));
      }
      expect(got).toEqual(expected);
    }),
    runs(50),
  );
});

test('what several processes append while somebody follows comes too, each event once, and nothing of other accounts', async () => {
  const ledger = await keep();
  const stories = collected(0);
  const others = await Promise.all([1, 2].map(() => openLedger(location, { create: false })));
  await Promise.all([
    ...others.map((engine, index) => live(engine, 8, `other-${index}`)),
    ledger.use((engine) => live(engine, 8)),
    ledger.use((engine) => engine.do('OpenAccount', { accountId: 'haven', ...FACTS })),
  ]);
  for (const engine of others) await engine.close();
  const expected = await told();
  await until(() => stories.length >= expected.length);
  await sleep(100);
  expect(stories).toEqual(expected);
});

test('a rebuilt read model, or three, is gone over to without an event lost or repeated', async () => {
  const ledger = await keep();
  const stories = collected(0);
  for (let rebuild = 0; rebuild < 3; rebuild += 1) {
    await ledger.use((engine) => live(engine, 3, `before-${rebuild}`));
    await Promise.all([rebuildLedger(location), elsewhere((engine) => live(engine, 3, `beside-${rebuild}`))]);
  }
  const expected = await told();
  await until(() => stories.length >= expected.length);
  expect(stories).toEqual(expected);
});

test('whoever is not ready holds a page at most, and is told the rest when they are', async () => {
  await keep();
  await registered(many(2_500), Date.now());
  const expected = await told();
  let goOn: () => void = () => {};
  const waits: number[] = [];
  const stories = collected(0, {
    ready: () => {
      waits.push(stories.length);
      return new Promise<void>((resolve) => (goOn = resolve));
    },
  });
  await until(() => waits.length === 1);
  expect(stories).toEqual([]);
  while (stories.length < expected.length) {
    const asked = waits.length;
    goOn();
    await until(() => waits.length > asked);
    expect(waits.at(-1)! - waits.at(-2)!).toBeLessThanOrEqual(PAGE_EVENTS_MAX);
  }
  expect(waits.length).toBeGreaterThan(3);
  expect(stories).toEqual(expected);
});

test('an account that there is none of is refused; one that was opened elsewhere a moment ago is not', async () => {
  const ledger = await keep();
  await expect(first(1, ledger.changes('nowhere', 0))).rejects.toMatchObject({ code: 'account-not-found' });
  await elsewhere((engine) => engine.do('OpenAccount', { accountId: 'haven', ...FACTS }));
  expect(await first(1, ledger.changes('haven', 0))).toMatchObject([{ type: 'AccountOpened' }]);
});

test('recordedAt is the clock of the log, wherever the account is read from', async () => {
  const ledger = await keep();
  await ledger.use((engine) => live(engine, 2));
  // A machine whose clock is behind appends what it decided before it read the others' events.
  const behind = Date.parse(since) - 60_000;
  for (let user = 0; user < 5; user += 1) {
    await registered([`behind-${user}`], behind);
    await ledger.use(async (engine) => {
      for (let other = 0; other < 10; other += 1) {
        await engine.do('DefineProduct', { product: `p-${user}-${other}`, name: 'P', provisioning: 'assigned' });
      }
    });
  }
  const expected = await told();
  expect(expected.at(-1)).toMatchObject({ data: { userId: 'behind-4' } });
  expect(Date.parse(expected.at(-1)!.recordedAt)).toBeGreaterThan(behind);
  expect(await first(expected.length, ledger.changes('harbor', 0))).toEqual(expected);
  expect(await first(1, ledger.changes('harbor', expected.at(-2)!.position))).toEqual(expected.slice(-1));
});

/** Changes over a log whose reads can be counted, and fail as those of a server that is gone. */
async function observed() {
  await elsewhere(async (engine) => {
    await open(engine);
    await live(engine, 6);
  });
  await registered(many(2_500), Date.now());
  const opened = await openLedgerToFollow(location, { create: false });
  const { engine, log } = opened;
  const { events } = (await engine.ask('history', OF)) as { events: Story[] };
  const reads: number[] = [];
  const state = { isGone: false };
  const watched: EventLog = {
    ...log,
    async *readStream(stream, from) {
      reads.push(from ?? 0);
      if (state.isGone) throw new LogUnavailable('the server is gone');
      yield* log.readStream(stream, from);
    },
  };
  const ledger = { ...opened, log: watched };
  const changes = openChanges(watched, (work) => work(ledger));
  end = async () => {
    changes.close();
    await engine.close();
  };
  return { engine, reads, state, events, changes };
}

test('a hundred who follow one account read it once, and an event of a long account is read alone', async () => {
  const { engine, events, reads, changes } = await observed();
  const taken = Array.from({ length: 100 }, () => 0);
  taken.forEach((_, who) => changes.of('harbor', 0).subscribe(() => void taken[who]!++));
  await until(() => taken.every((count) => count === events.length));
  expect(reads).toEqual([0]);
  await engine.do('PurchaseLicenses', { ...OF, product: 'p', quantity: 1 });
  await engine.sync();
  changes.ring();
  await until(() => taken.every((count) => count === events.length + 1));
  expect(reads).toEqual([0, events.length]);
});

test('a server that is gone is waited for, and completes nobody', async () => {
  const { events, state, changes } = await observed();
  const stories: Story[] = [];
  state.isGone = true;
  const ended = Promise.withResolvers<void>();
  changes
    .of('harbor', 0)
    .subscribe({ next: (story) => stories.push(story), error: ended.reject, complete: ended.resolve });
  await sleep(100);
  expect(stories).toEqual([]);
  state.isGone = false;
  await until(() => stories.length === events.length);
  changes.close();
  await ended.promise;
});
