/** A late fact leaves the read model, and the account that commands are decided on, as if every fact had been known in time. */
import * as fc from 'fast-check';
import { follow } from '#application/follower.js';
import { standingClock } from '#application/clock.js';
import { type Account, emptyAccount } from '#domain/account/state.js';
import { compareDated } from '#domain/bounds.js';
import { type AccountEvent, type Fact, accountStream } from '#domain/events.js';
import { INSTANT_MAX } from '#kernel/instant.js';
import { factOf } from '#projections/filing/entry.js';
import { type Kind, timelineKey } from '#projections/filing/keys.js';
import { eventsOf, loadAccount } from '#projections/filing/load.js';
import { lookUpAccount } from '#projections/filing/look-up.js';
import { fileFact } from '#projections/filing/route.js';
import { type Store, IN_MEMORY, openStore } from '#read-model/store.js';
import { type Tail, timelineWriter } from '#read-model/timeline.js';
import { writeBatch } from '#read-model/batch.js';
import { BROAD, CROWDED, NARROW, histories } from '../support/histories.js';
import { ACCOUNT, PRODUCT } from '../e2e/support/stories.js';
import { type Ledger, instant, newLedger } from '../support/ledger.js';
import { live } from '../support/living.js';
import { differing } from '../support/rows.js';
import { runs } from '../support/runs.js';

const SIZES = [
  ['several accounts and every kind of product', { pool: BROAD, least: 30, most: 160, questions: 0 }, 6],
  ['two users whose timelines fill many pages', { pool: NARROW, least: 150, most: 500, questions: 0 }, 3],
  ['commands that name many users', { pool: CROWDED, least: 10, most: 60, questions: 0 }, 8],
] as const;

/** Entries of the roster, which has two pages and a base behind them, and more. */
const MANY_USERS = 150;

/** Instants at which an account is looked up as it stood, of those that something happened at. */
const STANDPOINTS_MAX = 20;

/** The pages of an account that are not superseded. */
function pagesOf(store: Store, accountId: string): string[] {
  const sql = `SELECT key, valid_from, position, base, body FROM timeline JOIN page ON page.timeline = timeline.id
    WHERE known_to = ${Number.MAX_SAFE_INTEGER} AND key LIKE ? ORDER BY key, valid_from, position, base`;
  return store
    .prepare(sql)
    .all(`account/${accountId}/%`)
    .map((row) => JSON.stringify(row));
}

/** Facts filed in the order in which they are effective, into a read model of their own. */
function filedInOrder(accountId: string, facts: readonly Fact<AccountEvent>[]): string[] {
  const store = openStore(IN_MEMORY);
  const writer = timelineWriter(store);
  const tails = new Map<string, Tail>();
  const tailOf = (kind: Kind, id: string): Tail => {
    const key = timelineKey(accountId, kind, id);
    return tails.get(key) ?? tails.set(key, writer.tail(key)).get(key)!;
  };
  const account = emptyAccount();
  for (const fact of facts) {
    fileFact((kind, id, entry, summarize) => writer.append(tailOf(kind, id), entry, summarize), account, fact);
  }
  const checkpoint = { position: 1, recordedAt: 1, eventId: null };
  writeBatch(store, { ...writer.take(false), after: 0, checkpoint, streams: [], commands: [] });
  const pages = pagesOf(store, accountId);
  store.close();
  return pages;
}

/** What is held of nobody and nothing says nothing, and is not in every account that says the same. */
function told(account: Account): unknown {
  const holders = [...account.holders].filter(([, users]) => users.size > 0);
  return { ...account, holders: new Map(holders), users: new Map(account.users), usage: new Map(account.usage) };
}

async function expectAsInTime({ log, clock }: Ledger, accounts: readonly string[]): Promise<void> {
  const store = openStore(IN_MEMORY);
  const follower = follow(log, store, standingClock(clock.now()));
  await follower.sync();
  const { position } = follower.projector.saved;
  for (const accountId of accounts) {
    const facts = eventsOf(store, accountId, position).map((entry) => factOf<AccountEvent>(entry));
    const inOrder = filedInOrder(accountId, facts.toSorted(compareDated));
    expect(differing(inOrder, pagesOf(store, accountId))).toEqual([]);
    const { account } = follower.projector.work(accountStream(accountId));
    expect(told(account)).toEqual(told(loadAccount(store, accountId, { at: INSTANT_MAX, position })));
    const apart = Math.ceil(facts.length / STANDPOINTS_MAX);
    for (const { effectiveAt: at } of facts.filter((_, index) => index % apart === 0)) {
      const bounds = { at, position };
      expect(told(lookUpAccount(store, accountId, bounds))).toEqual(told(loadAccount(store, accountId, bounds)));
    }
  }
  store.close();
}

test.each(SIZES)(
  'what was known late is filed as what was known in time is: %s',
  async (_, size, few) => {
    const property = fc.asyncProperty(histories(size), async (history) => {
      const ledger = await newLedger(history);
      await live(ledger, history);
      await expectAsInTime(ledger, history.pool.accounts);
      await ledger.engine.close();
    });
    await fc.assert(property, runs(few));
  },
  3_600_000,
);

test('so is it where a roster of many pages goes on, and where a seat was assigned to somebody who had left', async () => {
  const ledger = await newLedger({ start: '2026-01-01T00:00:00Z' });
  const { engine, clock } = ledger;
  const late = (effectiveAt: string): object => ({ effectiveAt, reason: 'told late' });
  await engine.do('DefineProduct', { ...PRODUCT, overage: 'allow' });
  await engine.do('OpenAccount', ACCOUNT);
  clock.moveTo(instant('2026-01-10T00:00:00Z'));
  for (let user = 0; user < MANY_USERS; user += 1) {
    await engine.do('RegisterUser', { accountId: 'harbor', userId: `user-${user}`, name: 'Somebody' });
  }
  clock.moveTo(instant('2026-01-20T00:00:00Z'));
  await engine.do('AssignSeats', { accountId: 'harbor', product: 'copilot', userIds: ['user-0', 'user-1'] });
  clock.moveTo(instant('2026-01-30T00:00:00Z'));
  await engine.do('DeactivateUser', { accountId: 'harbor', userId: 'user-1', ...late('2026-01-15T00:00:00Z') });
  const first = { accountId: 'harbor', userId: 'first', name: 'First' };
  await engine.do('RegisterUser', { ...first, ...late('2026-01-05T00:00:00Z') });
  await engine.do('RegisterUser', { ...first, userId: 'last' });
  const seats = await engine.ask('allocation', { accountId: 'harbor', product: 'copilot' });
  expect(seats).toMatchObject({ assigned: 1, seats: [{ userId: 'user-0' }] });
  await expectAsInTime(ledger, ['harbor']);
  await engine.close();
});

test('what was used is of a month of the zone, also where it is looked up as it stood', async () => {
  const ledger = await newLedger({ start: '2026-01-01T00:00:00Z' });
  const { engine, clock } = ledger;
  await engine.do('DefineProduct', { product: 'minutes', name: 'Minutes', provisioning: 'metered' });
  await engine.do('OpenAccount', { ...ACCOUNT, timeZone: 'Asia/Tokyo' });
  await engine.do('Subscribe', { accountId: 'harbor', product: 'minutes' });
  clock.moveTo(instant('2026-01-31T20:00:00Z'));
  await engine.do('RecordUsage', { accountId: 'harbor', product: 'minutes', usageId: 'call-1', quantity: 7 });
  await expectAsInTime(ledger, ['harbor']);
  await engine.close();
});
