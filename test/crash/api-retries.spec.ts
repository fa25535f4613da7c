/** A service that is killed while many clients send: sent again until it is answered, a command has one effect, and all who sent it get the same answer. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import * as fc from 'fast-check';
import { ownKeys } from '#access/keys.js';
import { mint } from '#access/minting.js';
import { openLedger, openLedgerToFollow, ownDirectoryOf } from '#application/ledger.js';
import { eventsOf } from '../support/ledger.js';
import type { LogEvent } from '../support/reference/reference.js';
import { runs } from '../support/runs.js';

const SEATLEDGER = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'bin', 'seatledger.mjs');
const CLIENTS = 50;
const KILLED_AFTER_MS_MAX = 60;
const AGAIN_AFTER_MS = 25;
const TRIES_MAX = 2_000;
const HOUR_MS = 3_600_000;

const directory = mkdtempSync(join(tmpdir(), 'seatledger-retries-'));
const location = join(directory, 'ledger');
const keys = join(ownDirectoryOf(location), 'keys');
afterAll(() => rmSync(directory, { recursive: true }));

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
  /** How often it was sent before it was answered. */
  readonly tries: number;
}

interface Command {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly key: string;
  readonly body: object;
}

let authorization: string;
let served: { readonly process: ChildProcess; readonly url: string };

async function start(port = '0'): Promise<typeof served> {
  const process = spawn(globalThis.process.execPath, [SEATLEDGER, 'serve', '--log', location, '--port', port]);
  const { promise: url, resolve } = Promise.withResolvers<string>();
  // Its log comes on the same way, and is read to the end so that it is never waited for.
  createInterface({ input: process.stdout }).on('line', (line) => {
    const { listening } = JSON.parse(line) as { readonly listening?: string };
    if (listening !== undefined) resolve(listening);
  });
  process.stderr.resume();
  return { process, url: await url };
}

async function kill(): Promise<void> {
  const ended = once(served.process, 'exit');
  served.process.kill('SIGKILL');
  await ended;
}

beforeAll(async () => {
  const engine = await openLedger(location, { create: true });
  const facts = { region: 'EU', timeZone: 'Europe/Berlin', currency: 'EUR', pricingModel: 'named', billing: 'monthly' };
  await engine.do('OpenAccount', { accountId: 'acme', name: 'Acme', ...facts });
  for (let number = 0; number < CLIENTS; number += 1) {
    await engine.do('RegisterUser', { accountId: 'acme', userId: `user-${number}`, name: `User ${number}` });
  }
  await engine.close();
  const now = Date.now();
  const grants = { acme: ['licensing.update'] as const, '*': ['catalog.admin'] as const };
  const until = { issuedAt: new Date(now), expiresAt: new Date(now + HOUR_MS) };
  authorization = `Bearer ${await mint(await ownKeys(keys), { actor: 'ana', grants, ...until })}`;
  served = await start();
}, 60_000);
afterAll(kill);

/** Sends until there is an answer, as a client does that does not know what became of its command. */
async function sentUntilAnswered({ method, path, key, body }: Command): Promise<Reply> {
  const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': key };
  for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
    try {
      const response = await fetch(`${served.url}${path}`, { method, headers, body: JSON.stringify(body) });
      const told = await response.text();
      if (response.status !== 503)
        return { status: response.status, body: told, etag: response.headers.get('etag'), tries };
    } catch (error) {
      // What fetch throws where there is nobody, or nobody any more.
      if ((error as Error).message !== 'fetch failed') throw error;
    }
    await sleep(AGAIN_AFTER_MS);
  }
  throw new Error(`${path} was never answered`);
}

/** All at once, with the service killed in the midst of it and started again. */
async function sentThroughACrash(commands: readonly Command[], killedAfterMs: number): Promise<readonly Reply[]> {
  const port = new URL(served.url).port;
  const replies = Promise.all(commands.map(sentUntilAnswered));
  await sleep(killedAfterMs);
  await kill();
  served = await start(port);
  return replies;
}

async function loggedEvents(): Promise<LogEvent[]> {
  const { engine, log } = await openLedgerToFollow(location, { create: false });
  const events = await eventsOf(log);
  await engine.close();
  return events;
}

async function define(product: string): Promise<void> {
  const body = { name: product, provisioning: 'assigned', overage: 'block' };
  const { status } = await sentUntilAnswered({ method: 'PUT', path: `/v1/products/${product}`, key: product, body });
  expect(status).toBe(200);
}

function delays(): number[] {
  return fc.sample(fc.noBias(fc.integer({ min: 0, max: KILLED_AFTER_MS_MAX })), runs(2));
}

test('fifty who send one command with one Idempotency-Key through a crash get one effect, and the same answer each', async () => {
  let again = 0;
  for (const [round, delay] of delays().entries()) {
    const product = `bought-${round}`;
    await define(product);
    const path = `/v1/accounts/acme/products/${product}/purchases`;
    const command = { method: 'POST', path, key: `purchase-${round}`, body: { quantity: 7 } } as const;
    const replies = await sentThroughACrash(
      Array.from({ length: CLIENTS }, () => command),
      delay,
    );
    const answers = new Set(replies.map(({ status, body, etag }) => JSON.stringify({ status, body, etag })));
    expect([...answers]).toHaveLength(1);
    expect(replies[0]).toMatchObject({
      status: 200,
      body: expect.stringContaining('"LicensePurchased"'),
      etag: expect.stringMatching(/^"\d+"$/),
    });
    const bought = (await loggedEvents()).filter(
      ({ type, data }) => type === 'LicensePurchased' && data.product === product,
    );
    expect(bought).toMatchObject([{ data: { quantity: 7 }, actor: 'ana' }]);
    again += replies.filter(({ tries }) => tries > 1).length;
  }
  expect(again).toBeGreaterThan(0);
}, 600_000);

test('of fifty who want the last seat through a crash exactly one gets it, and is told so however often it asks', async () => {
  for (const [round, delay] of delays().entries()) {
    const product = `seat-${round}`;
    await define(product);
    await sentUntilAnswered({
      method: 'POST',
      path: `/v1/accounts/acme/products/${product}/purchases`,
      key: `one-${round}`,
      body: { quantity: 1 },
    });
    const path = `/v1/accounts/acme/products/${product}/seats`;
    const commands = Array.from({ length: CLIENTS }, (_, number): Command => ({
      method: 'POST',
      path,
      key: `seat-${round}-${number}`,
      body: { userIds: [`user-${number}`] },
    }));
    const replies = await sentThroughACrash(commands, delay);
    const winners = replies.flatMap(({ status }, number) => (status === 200 ? [`user-${number}`] : []));
    const losers = replies.filter(({ status, body }) => status === 409 && body.includes('"capacity-exceeded"'));
    expect([winners.length, losers.length]).toEqual([1, CLIENTS - 1]);
    const again = await Promise.all(commands.map(sentUntilAnswered));
    // A refusal tells its own request id, so that only the answer of the one is the same to the byte.
    const told = ({ status, body, etag }: Reply): unknown[] => (status === 200 ? [status, body, etag] : [status]);
    expect(again.map(told)).toEqual(replies.map(told));
    const given = (await loggedEvents()).filter(
      ({ type, data }) => type === 'SeatAssigned' && data.product === product,
    );
    expect(given.map(({ data }) => (data as { userId: string }).userId)).toEqual(winners);
  }
}, 600_000);
