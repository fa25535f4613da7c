/**
 * `npm run bench:eventstore`: the log on EventStoreDB against the bare client on the same server, in one run. What is compared does the
 * same: the same events, at exact revisions; reads of the same streams.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreDBClient, NO_STREAM as NO_STREAM_EXPECTED, START, jsonEvent } from '@eventstore/db-client';
import { machineClock } from '#application/clock.js';
import { follow } from '#application/follower.js';
import { openEventStoreLog } from '#event-log/eventstoredb.js';
import { type EventLog, NO_STREAM, ORIGIN } from '#event-log/port.js';
import { openStore } from '#read-model/store.js';
import { writeLedger } from '#bench/ledger.js';
import { AT_ONCE, atOnce, newEvent, timesInTurn } from '#bench/load.js';
import { inTurns, median, report, speedRatio } from '#bench/measure.js';

const SINGLES_A_ROUND = 300;
const GROUPS_A_ROUND = 20;
const LARGE = 500;
const LARGES_A_ROUND = 10;
const READ_ROUNDS = 3;
const MIB = 1_024 * 1_024;

/** Appends events to a stream, after those that it has. */
type Append = (stream: string, count: number) => Promise<void>;

/** @param size events of the ledger that is read */
export async function bench(directory: string, size: number, url: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const client = EventStoreDBClient.connectionString(url);
  const prefix = `bench-${randomUUID()}`;
  const log = await openEventStoreLog(url, { prefix });
  console.log(`${'what'.padEnd(58)}  ratio   wanted          detail`);
  await benchAppends(bareAppender(client, `${prefix}-bare`), appenderOn(log));
  await log.close();

  const ledger = await ledgerOn(url, size);
  await benchReads(client, url, ledger, join(directory, 'eventstore-read-model.db'));
  await client.dispose();
}

async function benchAppends(bare: Append, log: Append): Promise<void> {
  const single = await inTurns({
    bare: () => timesInTurn(SINGLES_A_ROUND, () => bare('single', 1)),
    log: () => timesInTurn(SINGLES_A_ROUND, () => log('single', 1)),
  });
  const grouped = await inTurns({
    bare: () => timesInTurn(GROUPS_A_ROUND, () => atOnce((i) => bare(`stream-${i}`, 1))),
    log: () => timesInTurn(GROUPS_A_ROUND, () => atOnce((i) => log(`stream-${i}`, 1))),
  });
  const large = await inTurns({
    bare: () => timesInTurn(LARGES_A_ROUND, () => bare('large', LARGE)),
    log: () => timesInTurn(LARGES_A_ROUND, () => log('large', LARGE)),
  });
  const rates = (took: { bare: number[]; log: number[] }, count: number): string =>
    `${rate(count, took.log)}, bare client ${rate(count, took.bare)}`;
  const line = (what: string, took: { bare: number[]; log: number[] }, least: number, count: number): void =>
    report(what, speedRatio(took.bare, took.log), { least }, rates(took, count));
  line('appends one by one / bare client', single, 0.9, SINGLES_A_ROUND);
  line('appends 64 at once / bare client', grouped, 0.8, GROUPS_A_ROUND * AT_ONCE);
  line('events in appends of 500 / bare client', large, 0.8, LARGES_A_ROUND * LARGE);
}

async function benchReads(client: EventStoreDBClient, url: string, prefix: string, readModel: string): Promise<void> {
  let events = 0;
  let rssMiBMax = 0;
  const took = await inTurns(
    {
      bare: async () => {
        events = await deliver(client, `${prefix}/`);
      },
      log: async () => {
        const log = await openEventStoreLog(url, { prefix });
        for await (const page of log.readAll(ORIGIN)) void page;
        await log.close();
      },
      rebuild: async () => {
        rssMiBMax = Math.max(rssMiBMax, await rebuild(url, prefix, readModel));
      },
    },
    READ_ROUNDS,
  );
  const bare = `bare client ${rate(events, took.bare)}`;
  report(
    `catch-up of ${events} events / bare client`,
    speedRatio(took.bare, took.log),
    { least: 0.6 },
    `${rate(events, took.log)}, ${bare}`,
  );
  report(
    `rebuild of ${events} events / bare client that does nothing`,
    speedRatio(took.bare, took.rebuild),
    { least: 0.6 },
    `${rate(events, took.rebuild)}, ${bare}`,
  );
  console.log(`  resident memory at most ${Math.round(rssMiBMax)} MiB`);
}

/** A ledger of the benchmark's on the server, at the end of its log, as a ledger is that is written to. */
async function ledgerOn(url: string, size: number): Promise<string> {
  const prefix = `bench-${randomUUID()}`;
  const log = await openEventStoreLog(url, { prefix });
  process.stderr.write(`writing a ledger of ${size} events...\n`);
  await writeLedger(log, size);
  await log.close();
  return prefix;
}

/** What the client delivers of streams to somebody who does nothing with it. */
function deliver(client: EventStoreDBClient, streams: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let events = 0;
    const subscription = client.subscribeToAll({
      fromPosition: START,
      filter: { filterOn: 'streamName', prefixes: [streams], checkpointInterval: 1, maxSearchWindow: 1_000 },
    });
    subscription.on('data', () => (events += 1));
    subscription.on('error', reject);
    subscription.on('caughtUp', () => {
      resolve(events);
      void subscription.unsubscribe();
    });
  });
}

/** @returns the resident memory in MiB, at its highest */
async function rebuild(url: string, prefix: string, readModel: string): Promise<number> {
  for (const suffix of ['', '-wal', '-shm']) rmSync(readModel + suffix, { force: true });
  const log = await openEventStoreLog(url, { prefix });
  const store = openStore(readModel);
  let rssMax = 0;
  await follow(log, store, machineClock).sync(() => {
    rssMax = Math.max(rssMax, process.memoryUsage.rss());
  });
  store.close();
  await log.close();
  return rssMax / MIB;
}

/** What is appended is made within what is timed, as a program would. */
function bareAppender(client: EventStoreDBClient, prefix: string): Append {
  const revisions = new Map<string, bigint>();
  return async (stream, count) => {
    const events = Array.from({ length: count }, () => {
      const { id, type, data, metadata } = newEvent();
      return jsonEvent({ id, type, data: JSON.parse(data) as { product: string }, metadata: { ...metadata } });
    });
    const { nextExpectedRevision } = await client.appendToStream(`${prefix}/${stream}`, events, {
      expectedRevision: revisions.get(stream) ?? NO_STREAM_EXPECTED,
      requiresLeader: true,
    });
    revisions.set(stream, nextExpectedRevision);
  };
}

function appenderOn(log: EventLog): Append {
  const revisions = new Map<string, number>();
  return async (stream, count) => {
    const events = Array.from({ length: count }, newEvent);
    const { revision } = await log.append(stream, revisions.get(stream) ?? NO_STREAM, events);
    revisions.set(stream, revision);
  };
}

function rate(count: number, took: readonly number[]): string {
  return `${Math.round((count / median(took)) * 1_000)}/s`;
}
