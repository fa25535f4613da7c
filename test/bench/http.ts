/** `npm run bench:http`: durable commands and answers over HTTP beside the least that the same service answers under a token. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { openLedger } from '#application/ledger.js';
import { openSqliteLog } from '#event-log/sqlite.js';
import { formatInstant, type Instant } from '#kernel/instant.js';
import { END, OPEN, PRODUCTS, USERS_PER_ACCOUNT, accountsOf, randomness, writeLedger } from '#bench/ledger.js';
import { median, quantile, report } from '#bench/measure.js';
import type { Listening } from '#bench/service.js';

const CONNECTIONS = 64;
const ROUNDS = 7;
const ROUND_S = 3;

type Kind = 'bearer' | 'command' | 'allocation' | 'explain';
type Request = () => autocannon.Request;

/** @param size events of the ledger that is served */
export async function bench(directory: string, size: number): Promise<void> {
  const location = join(directory, `ledger-${size}`);
  await makeLedger(location, size);
  const service = fork(join(import.meta.dirname, 'service.js'), [location]);
  try {
    const [listening] = (await once(service, 'message')) as [Listening];
    await measure(listening, requestsOf(accountsOf(size)));
  } finally {
    await stop(service);
    // The commands have changed it: each run measures the same ledger.
    rmSync(location, { recursive: true });
  }
}

async function makeLedger(location: string, size: number): Promise<void> {
  rmSync(location, { recursive: true, force: true });
  mkdirSync(location, { recursive: true });
  process.stderr.write(`writing a ledger of ${size} events...\n`);
  const log = openSqliteLog(join(location, 'ledger.db'), { create: true });
  await writeLedger(log, size);
  await log.close();
  const engine = await openLedger(location, { create: false });
  await engine.sync();
  await engine.close();
}

async function measure({ url, token }: Listening, requests: Readonly<Record<Kind, Request>>): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const rates = new Map<Kind, number[]>();
  const p99s = new Map<Kind, number[]>();
  // They take turns, so that a machine whose speed drifts drifts for all alike; the first round warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const kind of Object.keys(requests) as Kind[]) {
      const {
        requests: rate,
        latency,
        non2xx,
        errors,
      } = await autocannon({
        url,
        connections: CONNECTIONS,
        duration: ROUND_S,
        headers,
        requests: [{ setupRequest: (request) => withHeaders(request, requests[kind]()) }],
      });
      if (non2xx + errors > 0) throw new Error(`${kind}: ${non2xx} answers that are none, ${errors} errors`);
      if (round === 0) continue;
      rates.set(kind, [...(rates.get(kind) ?? []), rate.average]);
      p99s.set(kind, [...(p99s.get(kind) ?? []), latency.p99]);
    }
  }
  tell(rates, p99s);
}

function withHeaders(request: autocannon.Request, own: autocannon.Request): autocannon.Request {
  return { ...request, ...own, headers: { ...request.headers, ...own.headers } };
}

function tell(rates: ReadonlyMap<Kind, readonly number[]>, p99s: ReadonlyMap<Kind, readonly number[]>): void {
  const bearer = rates.get('bearer')!;
  console.log(`${'what'.padEnd(58)}  ratio   wanted          detail`);
  for (const [kind, least] of [
    ['command', 0.3],
    ['allocation', 0.35],
    ['explain', 0.35],
  ] as const) {
    const own = rates.get(kind)!;
    const ratio = median(own.map((rate, round) => rate / bearer[round]!));
    const detail = `${Math.round(median(own))}/s beside ${Math.round(median(bearer))}/s, ${CONNECTIONS} connections`;
    report(`${kind} over HTTP / a trivial GET behind the same check`, ratio, { least }, detail);
    if (kind === 'command') continue;
    report(`${kind} over HTTP: p99 in milliseconds`, quantile(p99s.get(kind)!, 0.5), { most: 25 }, 'median of rounds');
  }
}

function requestsOf(accounts: readonly string[]): Record<Kind, Request> {
  const random = randomness(accounts.length);
  const account = (): string => accounts[random(accounts.length)]!;
  const product = (): string => PRODUCTS[random(PRODUCTS.length)]!;
  const at = (): string => formatInstant((OPEN + random(END - OPEN)) as Instant);
  let users = 0;
  return {
    bearer: () => ({ method: 'GET', path: '/v1/bearer' }),
    command: () => {
      const userId = `new-${(users += 1)}`;
      return {
        method: 'POST',
        path: `/v1/accounts/${account()}/users`,
        headers: { 'content-type': 'application/json', 'idempotency-key': userId },
        body: JSON.stringify({ userId, name: userId }),
      };
    },
    allocation: () => ({
      method: 'GET',
      path: `/v1/accounts/${account()}/products/${product()}/allocation?at=${at()}`,
    }),
    explain: () => ({
      method: 'GET',
      path: `/v1/accounts/${account()}/users/user-${random(USERS_PER_ACCOUNT)}/products/${product()}/explanation?at=${at()}`,
    }),
  };
}

async function stop(service: ChildProcess): Promise<void> {
  if (service.exitCode !== null) return;
  service.kill('SIGTERM');
  await once(service, 'exit');
}
