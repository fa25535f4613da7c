/**
 * What users would pick instead, on the same account of the same ledger: tables of their own with SQL written by hand, and a
 * re-fold of the stream, which is what an event-sourcing library does where no projection was written. Neither knows two clocks.
 */
import { DatabaseSync } from 'node:sqlite';
import { evolve } from '#domain/account/evolve.js';
import { emptyAccount, holdersOf } from '#domain/account/state.js';
import { type AccountEvent, type DomainEvent, EVENT_VERSIONS, type Fact, accountStream } from '#domain/events.js';
import { eventCodec } from '#event-log/codec.js';
import { type EventLog, ORIGIN } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { type Instant, formatInstant } from '#kernel/instant.js';
import { END, OPEN, PRODUCTS, accountsOf, randomness } from '#bench/ledger.js';
import { inTurns, median } from '#bench/measure.js';
import { type Ledger, open } from '#bench/questions.js';

const QUESTIONS_A_ROUND = 50;
const codec = eventCodec<DomainEvent>(EVENT_VERSIONS);

export async function benchAlternatives({ size, log: file, readModel }: Ledger): Promise<void> {
  const log = openSqliteLog(file, { create: false });
  const engine = await open(file, readModel);
  const byHand = await tablesByHand(log);
  const accounts = accountsOf(size);

  const ask = async (
    round: number,
    how: (accountId: string, product: string, at: Instant) => Promise<number>,
  ): Promise<number> => {
    const random = randomness(round + 1);
    let assigned = 0;
    for (let i = 0; i < QUESTIONS_A_ROUND; i += 1) {
      const accountId = accounts[random(accounts.length)]!;
      assigned += await how(accountId, PRODUCTS[random(PRODUCTS.length)]!, (OPEN + random(END - OPEN)) as Instant);
    }
    return assigned;
  };
  const sums: Record<string, number[]> = { ours: [], sql: [], fold: [] };
  const took = await inTurns({
    ours: async (round) => {
      sums['ours']!.push(
        await ask(round, async (accountId, product, at) => {
          const { assigned } = (await engine.ask('allocation', { accountId, product, at: formatInstant(at) })) as {
            assigned: number;
          };
          return assigned;
        }),
      );
    },
    sql: async (round) => {
      sums['sql']!.push(await ask(round, async (accountId, product, at) => byHand(accountId, product, at)));
    },
    fold: async (round) => {
      sums['fold']!.push(await ask(round, (accountId, product, at) => refold(log, accountId, product, at)));
    },
  });
  const isSame =
    JSON.stringify(sums['ours']) === JSON.stringify(sums['sql']) &&
    JSON.stringify(sums['ours']) === JSON.stringify(sums['fold']);
  const each = (times: number[]): string => `${((median(times) / QUESTIONS_A_ROUND) * 1_000).toFixed(0)} us`;
  console.log(`\nwho holds a seat at a random instant, on ${size} events (same answers: ${isSame ? 'yes' : 'NO'})`);
  console.log(`  seatledger, any instant as known at any instant      ${each(took.ours)}`);
  console.log(`  SQL by hand, as known now, late facts not handled    ${each(took.sql)}`);
  console.log(`  re-fold of the account's stream, as known now        ${each(took.fold)}`);
  await engine.close();
  await log.close();
}

/** Seats as moves with a sign, which is what a first version of such a table looks like. */
async function tablesByHand(log: EventLog): Promise<(accountId: string, product: string, at: Instant) => number> {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE seat (account TEXT, product TEXT, user TEXT, move INTEGER, at INTEGER)');
  const insert = db.prepare('INSERT INTO seat VALUES (?, ?, ?, ?, ?)');
  db.exec('BEGIN');
  for await (const page of log.readAll(ORIGIN)) {
    for (const stored of page) {
      const { event, effectiveAt } = codec.decode(stored);
      if (event.type !== 'SeatAssigned' && event.type !== 'SeatReleased') continue;
      const { product, userId } = event.data;
      insert.run(
        stored.stream.slice('account-'.length),
        product,
        userId,
        event.type === 'SeatAssigned' ? 1 : -1,
        effectiveAt,
      );
    }
  }
  db.exec('COMMIT; CREATE INDEX seat_at ON seat (account, product, at)');
  const holders = db.prepare(
    'SELECT user FROM seat WHERE account = ? AND product = ? AND at <= ? GROUP BY user HAVING sum(move) > 0',
  );
  return (accountId, product, at) => holders.all(accountId, product, at).length;
}

async function refold(log: EventLog, accountId: string, product: string, at: Instant): Promise<number> {
  const account = emptyAccount();
  for await (const page of log.readStream(accountStream(accountId))) {
    for (const stored of page) {
      const fact = codec.decode({ ...stored, recordedAt: stored.metadata.recordedAt });
      if (fact.effectiveAt <= at) evolve(account, fact as Fact<AccountEvent>);
    }
  }
  return holdersOf(account, product).size;
}
