/**
 * Processes that record on one ledger on EventStoreDB while its server is killed and frozen, their connections are cut, and they are
 * killed themselves: rounds of it at random, in campaigns of a ledger each. EVENTSTORE_START runs them on a real server.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { runs } from '../support/runs.js';
import { type Counts, campaign } from './eventstore/campaign.js';
import { type Round, rounds } from './eventstore/faults.js';
import { PROCESSES } from './eventstore/players.js';

const CAMPAIGN_ROUNDS = 10;
/** Told by a campaign that was asked for. */
const IS_LONG = process.env['PROPERTY_RUNS'] !== undefined;

test('whatever befalls server, network and processes: what was acknowledged is there once, whole, and answered as recorded', async () => {
  const { numRuns, seed = Math.floor(Math.random() * 2 ** 31) } = runs(CAMPAIGN_ROUNDS);
  const all = fc.sample(rounds(PROCESSES), { seed, numRuns });
  const done: Awaited<ReturnType<typeof campaign>>[] = [];
  for (let from = 0; from < all.length; from += CAMPAIGN_ROUNDS) {
    const directory = mkdtempSync(join(tmpdir(), 'seatledger-faults-'));
    try {
      done.push(await campaign(directory, all.slice(from, from + CAMPAIGN_ROUNDS), seed + from));
      rmSync(directory, { recursive: true });
    } catch (error) {
      const message = `PROPERTY_SEED=${seed}, rounds ${from} to ${from + CAMPAIGN_ROUNDS}: ${(error as Error).message}`;
      throw new Error(message, { cause: error });
    }
    if (IS_LONG) process.stderr.write(`${JSON.stringify(reportOf(all.slice(0, from + CAMPAIGN_ROUNDS), done))}\n`);
  }
  const { counts } = reportOf(all, done);
  expect(counts.acknowledged).toBeGreaterThan(10 * numRuns);
  expect(counts.starts).toBeGreaterThan(0);
}, 14_400_000);

function reportOf(befell: readonly Round[], done: readonly Awaited<ReturnType<typeof campaign>>[]) {
  const kinds = Object.entries(Object.groupBy(befell.flat(), ({ kind }) => kind));
  const total = done
    .map(({ counts }) => counts)
    .reduce((sum, each) => {
      const added = Object.entries(each).map(([name, count]) => [name, sum[name as keyof Counts] + (count as number)]);
      return Object.fromEntries(added) as Counts;
    });
  return {
    rounds: befell.length,
    faults: Object.fromEntries(kinds.map(([kind, faults]) => [kind, faults.length])),
    counts: total,
    againMs: spread(done.flatMap(({ timing }) => timing.againMs)),
    liveMs: spread(done.flatMap(({ timing }) => timing.liveMs)),
  };
}

function spread(all: readonly number[]): object {
  const sorted = all.map(Math.round).toSorted((a, b) => a - b);
  return { times: sorted.length, median: sorted[sorted.length >> 1], max: sorted.at(-1) };
}
