/** A full rebuild of the read model against a fold of the same events from the same file that persists nothing, and against parsing them. */
import { rmSync } from 'node:fs';
import { follow } from '#application/follower.js';
import { machineClock } from '#application/clock.js';
import { evolve } from '#domain/account/evolve.js';
import { type Account, emptyAccount } from '#domain/account/state.js';
import { type AccountEvent, type DomainEvent, EVENT_VERSIONS, type Fact } from '#domain/events.js';
import { eventCodec } from '#event-log/codec.js';
import { ORIGIN } from '#event-log/port.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { openStore } from '#read-model/store.js';
import { inTurns, median, report, speedRatio } from '#bench/measure.js';

const ROUNDS = 3;
const codec = eventCodec<DomainEvent>(EVENT_VERSIONS);

export async function benchRebuild(ledger: string, readModel: string, size: number): Promise<void> {
  let rssMiBMax = 0;
  const took = await inTurns(
    {
      parse: () => parseOnly(ledger),
      fold: () => foldOnly(ledger),
      rebuild: async () => {
        rssMiBMax = Math.max(rssMiBMax, await rebuild(ledger, readModel));
      },
    },
    ROUNDS,
  );
  const rate = (times: number[]): string => `${Math.round(size / median(times))}k events/s`;
  const detail = `${rate(took.rebuild)}, fold ${rate(took.fold)}, JSON.parse ${rate(took.parse)}`;
  report(
    `rebuild of ${size} events / fold that persists nothing`,
    speedRatio(took.fold, took.rebuild),
    { least: 0.6 },
    detail,
  );
  console.log(
    `  resident memory at most ${Math.round(rssMiBMax)} MiB, whatever the length of the log: accounts in use and batches in flight bound it`,
  );
}

async function parseOnly(ledger: string): Promise<void> {
  const log = openSqliteLog(ledger, { create: false });
  for await (const page of log.readAll(ORIGIN)) for (const { data } of page) JSON.parse(data);
  await log.close();
}

async function foldOnly(ledger: string): Promise<void> {
  const log = openSqliteLog(ledger, { create: false });
  const accounts = new Map<string, Account>();
  for await (const page of log.readAll(ORIGIN)) {
    for (const stored of page) {
      const fact = codec.decode(stored);
      if (!stored.stream.startsWith('account-')) continue;
      let account = accounts.get(stored.stream);
      if (!account) accounts.set(stored.stream, (account = emptyAccount()));
      evolve(account, fact as Fact<AccountEvent>);
    }
  }
  await log.close();
}

/** @returns the most resident memory, in MiB */
export async function rebuild(ledger: string, readModel: string): Promise<number> {
  for (const suffix of ['', '-wal', '-shm']) rmSync(readModel + suffix, { force: true });
  const log = openSqliteLog(ledger, { create: false });
  const store = openStore(readModel);
  let rss = 0;
  await follow(log, store, machineClock).sync(() => {
    rss = Math.max(rss, process.memoryUsage.rss());
  });
  store.close();
  await log.close();
  return rss / 2 ** 20;
}
