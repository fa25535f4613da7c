/** How long a question takes on ledgers of any size, and what the same costs in SQL written by hand or as a re-fold of the stream. */
import { type Engine, openEngine } from '#application/engine.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { type Instant, formatInstant } from '#kernel/instant.js';
import { openStore } from '#read-model/store.js';
import { END, OPEN, PRODUCTS, USERS_PER_ACCOUNT, accountsOf, randomness } from '#bench/ledger.js';
import { quantile, report } from '#bench/measure.js';

const ROUNDS = 10;
/** Until most of what is asked about was read once: the disk is not what is measured. */
const WARM_UP_ROUNDS = 3;
const QUESTIONS_A_ROUND = 200;
const KINDS = ['allocation', 'explain', 'peak'] as const;
type Kind = (typeof KINDS)[number];

export interface Ledger {
  readonly size: number;
  readonly log: string;
  readonly readModel: string;
}

export async function benchQuestions(ledgers: readonly Ledger[]): Promise<void> {
  const engines = await Promise.all(ledgers.map(({ log, readModel }) => open(log, readModel)));
  const took = new Map<string, number[]>();
  // Ledgers take turns, so that a machine whose speed drifts drifts for all alike.
  for (let round = 1 - WARM_UP_ROUNDS; round <= ROUNDS; round += 1) {
    for (const kind of KINDS) {
      for (const [i, { size }] of ledgers.entries()) {
        const times = await askMany(engines[i]!, kind, size, round);
        const key = `${kind} ${size}`;
        if (round > 0) took.set(key, [...(took.get(key) ?? []), ...times]);
      }
    }
  }
  for (const kind of KINDS) reportKind(kind, ledgers, took);
  await Promise.all(engines.map((engine) => engine.close()));
}

function reportKind(kind: Kind, ledgers: readonly Ledger[], took: ReadonlyMap<string, number[]>): void {
  const p99s = ledgers.map(({ size }) => quantile(took.get(`${kind} ${size}`)!, 0.99));
  const told = ledgers.map(({ size }, i) => `${size}: ${p99s[i]!.toFixed(2)} ms`).join(', ');
  const largest = ledgers.at(-1)!.size;
  report(
    `${kind}: p99 at ${largest} events / at ${ledgers[0]!.size}`,
    p99s.at(-1)! / p99s[0]!,
    { most: 1.5 },
    `p99 at ${told}`,
  );
  report(`${kind}: p99 at ${largest} events, in milliseconds`, p99s.at(-1)!, { most: 1 }, 'in process');
}

export function open(log: string, readModel: string): Promise<Engine> {
  return openEngine({ log: openSqliteLog(log, { create: false }), store: openStore(readModel) });
}

async function askMany(engine: Engine, kind: Kind, size: number, round: number): Promise<number[]> {
  const random = randomness(round * KINDS.length + KINDS.indexOf(kind) + 1);
  const accounts = accountsOf(size);
  const times: number[] = [];
  for (let i = 0; i < QUESTIONS_A_ROUND; i += 1) {
    const of = question(kind, accounts[random(accounts.length)]!, random);
    const started = performance.now();
    await engine.ask(kind, of);
    times.push(performance.now() - started);
  }
  return times;
}

function question(kind: Kind, accountId: string, random: (below: number) => number): object {
  const product = PRODUCTS[random(PRODUCTS.length)]!;
  const at = formatInstant((OPEN + random(END - OPEN)) as Instant);
  switch (kind) {
    case 'allocation':
      return { accountId, product, at };
    case 'explain':
      return { accountId, product, userId: `user-${random(USERS_PER_ACCOUNT)}`, at };
    case 'peak':
      return { accountId, product, month: at.slice(0, 7) };
    default:
      return kind satisfies never;
  }
}
