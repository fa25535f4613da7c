/** An auditor follows an account over HTTP, whatever happens to the connection. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EventSourceMessage, createParser } from 'eventsource-parser';
import * as fc from 'fast-check';
import type { Grant } from '#access/grants.js';
import { ownKeys } from '#access/keys.js';
import { mint } from '#access/minting.js';
import { rebuildLedger } from '#application/ledger.js';
import type { Story } from '#projections/history/history.js';
import { CLOCK_TOLERANCE_S } from '../../apps/api/auth/bearer.js';
import { type Service, serve } from '../../apps/api/service.js';
import { runs } from '../support/runs.js';
import { ACCOUNT, PRODUCT } from './support/stories.js';

import.meta.jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;
const directory = mkdtempSync(join(tmpdir(), 'seatledger-live-'));
const location = join(directory, 'ledger');
let service: Service;
let admin: string;
let auditor: string;

const token = async (grants: Readonly<Record<string, readonly Grant[]>>, expiresInMs = HOUR_MS): Promise<string> =>
  mint(await ownKeys(directory), {
    actor: 'ann',
    grants,
    issuedAt: new Date(Date.now() - HOUR_MS),
    expiresAt: new Date(Date.now() + expiresInMs),
  });

beforeAll(async () => {
  const keys = { kind: 'generated', directory } as const;
  service = await serve({ location, create: true, host: '127.0.0.1', port: 0, keys });
  admin = await token({ '*': ['catalog.admin', 'licensing.update', 'licensing.correct', 'support.read'] });
  auditor = await token({ harbor: ['audit.read'] });
  await send('PUT', '/v1/products/copilot', { ...PRODUCT, product: undefined, overage: 'allow' });
  await send('POST', '/v1/accounts', ACCOUNT);
});
afterAll(async () => {
  await service.close();
  rmSync(directory, { recursive: true });
});

async function send(method: string, path: string, body?: object): Promise<void> {
  const headers = { authorization: `Bearer ${admin}`, 'content-type': 'application/json' };
  const { status } = await fetch(`${service.url}${path}`, { method, headers, body: JSON.stringify(body ?? {}) });
  expect({ path, status }).toEqual({ path, status: 200 });
}

let users = 0;

/** An append of one event, one of three, and one that is late. */
async function live(): Promise<void> {
  const userIds = [1, 2, 3].map(() => `user-${(users += 1)}`);
  const since = new Date().toISOString();
  await sleep(2);
  for (const userId of userIds) await send('POST', '/v1/accounts/harbor/users', { userId, name: 'U' });
  await send('POST', '/v1/accounts/harbor/products/copilot/purchases', {
    quantity: 1,
    effectiveAt: since,
    reason: 'late',
  });
  await send('POST', '/v1/accounts/harbor/products/copilot/seats', { userIds });
}

async function told(): Promise<Story[]> {
  const headers = { authorization: `Bearer ${auditor}` };
  const response = await fetch(`${service.url}/v1/accounts/harbor/history?limit=1000`, { headers });
  const { events } = (await response.json()) as { events: Story[] };
  return events.sort((a, b) => a.position - b.position);
}

interface Asked {
  readonly query?: string;
  readonly lastEventId?: string | undefined;
  readonly bearer?: string;
  readonly signal?: AbortSignal;
}

function ask({ query = '', lastEventId, bearer = auditor, signal }: Asked): Promise<Response> {
  const headers = {
    authorization: `Bearer ${bearer}`,
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  };
  return fetch(`${service.url}/v1/accounts/harbor/changes${query}`, { headers, ...(signal && { signal }) });
}

/** Reads until so many events have come, or it is cut off after so many milliseconds wherever that is. */
async function read(asked: Asked, countMax: number, msMax?: number): Promise<EventSourceMessage[]> {
  const cut = new AbortController();
  const timer = msMax === undefined ? undefined : setTimeout(() => cut.abort(), msMax);
  const messages: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => messages.length < countMax && messages.push(message) });
  try {
    const response = await ask({ ...asked, signal: cut.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      parser.feed(chunk);
      if (messages.length === countMax) break;
    }
  } catch (error) {
    if (!cut.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    cut.abort();
  }
  return messages;
}

const storiesOf = (messages: readonly EventSourceMessage[]): Story[] =>
  messages.map(({ data }) => JSON.parse(data) as Story);

test('every event comes with its position as id, its type as event, and itself as data; after says from where', async () => {
  await live();
  const expected = await told();
  const messages = await read({}, expected.length);
  expect(storiesOf(messages)).toEqual(expected);
  expect(messages.map(({ id, event }) => [id, event])).toEqual(
    expected.map(({ position, type }) => [String(position), type]),
  );
  const [, second, ...rest] = expected;
  const { position } = second!;
  expect(storiesOf(await read({ query: `?after=${position}` }, rest.length))).toEqual(rest);
  const resumed = { query: '?after=0', lastEventId: String(position) };
  expect(storiesOf(await read(resumed, rest.length))).toEqual(rest);
});

test('cut off at random moments and gone on with, while others record and the read model is rebuilt, nothing is missing or comes twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 15 }), async (cuts) => {
      const recording = Promise.all([live(), live().then(live), rebuildLedger(location)]);
      const got: EventSourceMessage[] = [];
      for (const ms of cuts) got.push(...(await read({ lastEventId: got.at(-1)?.id }, Infinity, ms)));
      await recording;
      const expected = await told();
      const rest = expected.length - got.length;
      if (rest > 0) got.push(...(await read({ lastEventId: got.at(-1)?.id }, rest)));
      expect(storiesOf(got)).toEqual(expected);
    }),
    runs(3),
  );
});

test('what is no place to go on from, no account or not allowed is a problem, and no stream', async () => {
  const bad = [
    await ask({ query: '?after=-1' }),
    await ask({ query: '?after=x' }),
    await ask({ query: '?from=1' }),
    await ask({ lastEventId: 'x' }),
    await ask({ bearer: await token({ harbor: ['billing.read'] }) }),
    await ask({ bearer: await token({ haven: ['audit.read'] }) }),
    await fetch(`${service.url}/v1/accounts/nowhere/changes`, { headers: { authorization: `Bearer ${admin}` } }),
  ];
  const problems = await Promise.all(bad.map((response) => response.json() as Promise<object>));
  expect(problems).toMatchObject([
    { code: 'invalid-input', errors: [{ field: 'after' }] },
    { code: 'invalid-input', errors: [{ field: 'after' }] },
    { code: 'invalid-input', errors: [{ field: 'from' }] },
    { code: 'invalid-input', errors: [{ field: 'Last-Event-ID' }] },
    { code: 'forbidden' },
    { code: 'account-not-found' },
    { code: 'account-not-found' },
  ]);
});

test('HEAD tells what would come, and follows nothing', async () => {
  const headers = { authorization: `Bearer ${auditor}` };
  const response = await fetch(`${service.url}/v1/accounts/harbor/changes`, { method: 'HEAD', headers });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  expect(await response.text()).toBe('');
});

test('a stream ends with the token that let it in', async () => {
  const almostOver = await token({ harbor: ['audit.read'] }, -(CLOCK_TOLERANCE_S - 2) * 1_000);
  const headers = { authorization: `Bearer ${almostOver}` };
  const response = await fetch(`${service.url}/v1/accounts/harbor/changes`, { headers });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('event: AccountOpened');
  expect((await fetch(`${service.url}/v1/accounts/harbor/changes`, { headers })).status).toBe(401);
});

test('a service that ends ends its streams in good order, and at once where the reader has stalled', async () => {
  const following = read({}, Infinity);
  // One that asks and never reads.
  const stalled = connect(Number(new URL(service.url).port), '127.0.0.1');
  stalled.write(`GET /v1/accounts/harbor/changes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${auditor}\r\n\r\n`);
  stalled.pause();
  await sleep(200);
  const began = performance.now();
  const expected = await told();
  await service.close();
  expect(storiesOf(await following)).toEqual(expected);
  expect(performance.now() - began).toBeLessThan(5_000);
  stalled.destroy();
});
