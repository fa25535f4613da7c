import { once } from 'node:events';
import { connect } from 'node:net';
import { openLogger } from './logging/logger.js';
import { type Operations, unattended } from './operations.js';
import { type HealthState, READY_LAG_MS_MAX } from './health/health.js';
import { openMetrics } from './metrics/metrics.js';
import { HEADERS_BYTES_MAX } from './limits.js';
import { type TestService, serveInMemory } from '../../test/support/api/service.js';
import { ACME } from '../../test/support/api/acme.js';

const READY: HealthState = { position: 7, lagMs: 0, troubles: [], isCaughtUp: true, isClosing: false };

let service: TestService;
afterEach(() => service.close());

async function serveWith(operations: Partial<Operations> = {}): Promise<void> {
  service = await serveInMemory(undefined, { ...unattended(), ...operations });
}

function inState(state: () => HealthState): Partial<Operations> {
  const health = { state };
  return { health, metrics: openMetrics(health, { ofProcess: false }) };
}

interface Given {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function call(path: string, { body, ...init }: Given = {}): Promise<Response> {
  const headers = { ...(body !== undefined && { 'content-type': 'application/json' }), ...init.headers };
  return fetch(`${service.url}${path}`, { ...init, headers, ...(body !== undefined && { method: 'POST', body }) });
}

async function metrics(): Promise<Map<string, number>> {
  const text = await (await call('/metrics')).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

async function bearer(...grants: readonly ('licensing.update' | 'licensing.view')[]): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await service.token({ '*': grants }, 'ada')}` };
}

describe('readiness', () => {
  test.each<[string, Partial<HealthState>, number]>([
    ['all is well', {}, 200],
    ['the log has not been read to its end yet', { isCaughtUp: false }, 503],
    ['the read model is behind by more than is bearable', { lagMs: READY_LAG_MS_MAX + 1 }, 503],
    ['the read model is behind by what is bearable', { lagMs: READY_LAG_MS_MAX }, 200],
    ['the log cannot be reached', { troubles: ['the server is gone'] }, 503],
    ['the service is ending', { isClosing: true }, 503],
  ])('where %s', async (_, state, status) => {
    await serveWith(inState(() => ({ ...READY, ...state })));
    const ready = await call('/health/ready');
    expect(ready.status).toBe(status);
    if (status === 200) expect(await ready.json()).toEqual({ status: 'ready', position: 7, lagMs: state.lagMs ?? 0 });
    else
      expect(await ready.json()).toMatchObject({ code: 'unavailable', detail: expect.stringContaining('position 7') });
    expect((await metrics()).get('seatledger_ready')).toBe(Number(status === 200));
    expect((await call('/health/live')).status).toBe(200);
  });
});

test('metrics count requests by route template, commands by outcome and refusals by code, and name no account', async () => {
  await serveWith();
  const headers = await bearer('licensing.update', 'licensing.view');
  const open = JSON.stringify(ACME);
  for (const body of [open, open]) await call('/v1/accounts', { body, headers });
  for (const accountId of ['acme', 'nobody-1', 'nobody-2']) await call(`/v1/accounts/${accountId}`, { headers });
  for (const path of ['/nothing-1', '/nothing-2']) await call(path);
  await call('/v1/accounts/acme', { method: 'PURGE' });

  const counted = await metrics();
  const name = 'seatledger_http_request_duration_seconds_count';
  expect(counted.get(`${name}{method="POST",route="/v1/accounts",status="200"}`)).toBe(1);
  expect(counted.get(`${name}{method="GET",route="/v1/accounts/:accountId",status="200"}`)).toBe(1);
  expect(counted.get(`${name}{method="GET",route="/v1/accounts/:accountId",status="404"}`)).toBe(2);
  expect(counted.get(`${name}{method="GET",route="none",status="404"}`)).toBe(2);
  expect(counted.get('seatledger_commands_total{command="OpenAccount",outcome="recorded"}')).toBe(1);
  expect(counted.get('seatledger_commands_total{command="OpenAccount",outcome="refused"}')).toBe(1);
  expect(counted.get('seatledger_refusals_total{code="account-exists"}')).toBe(1);
  expect(counted.get('seatledger_refusals_total{code="account-not-found"}')).toBe(2);
  expect([...counted.keys()].filter((key) => /acme|nobody|nothing|PURGE/.test(key))).toEqual([]);
});

test('a request is one line of the log: whose, of which route, what it came to; no token, no body, no address, no query', async () => {
  const lines: string[] = [];
  await serveWith({ logger: openLogger('info', { write: (line) => void lines.push(line) }) });
  const headers = { ...(await bearer('licensing.update')), 'x-correlation-id': 'story-1' };
  const opened = await call('/v1/accounts', { body: JSON.stringify(ACME), headers });
  await call('/v1/accounts/acme?at=2026-01-01T00:00:00Z', { headers });
  await call('/health/live');
  const told = (): Record<string, unknown>[] =>
    lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request');
  while (told().length < 2) await new Promise((resolve) => setTimeout(resolve, 5));

  const [first, second, ...more] = told();
  expect(first).toMatchObject({
    msg: 'request',
    requestId: opened.headers.get('x-request-id'),
    correlationId: 'story-1',
    actor: 'ada',
    method: 'POST',
    route: '/v1/accounts',
    status: 200,
    durationMs: expect.any(Number),
  });
  expect(second).toMatchObject({ route: '/v1/accounts/:accountId', status: 403, code: 'forbidden' });
  // Probes come every few seconds.
  expect(more).toEqual([]);
  expect(lines.join('')).not.toMatch(/Acme|acme|2026-01-01|Bearer|eyJ/);
});

test('a defect is told with its stack in the log, and to the caller only by the requestId', async () => {
  const lines: string[] = [];
  const logger = openLogger('warn', { write: (line) => void lines.push(line) });
  const text = (): Promise<string> => Promise.reject(new TypeError('planted'));
  await serveWith({ logger, metrics: { ...unattended().metrics, text } });
  const reply = await call('/metrics');
  expect(reply.status).toBe(500);
  const { requestId, detail } = (await reply.json()) as { requestId: string; detail: string };
  expect(detail).toBe('It was logged with the requestId.');
  const defect = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ msg }) => msg === 'defect');
  const stack = expect.stringMatching(/planted\n +at .*operations\.spec/) as string;
  expect(defect).toMatchObject({ level: 'error', requestId, err: { stack } });
});

test('a bearer who asks too often waits for what Retry-After says; others, and probes, do not', async () => {
  await serveWith({ requestsPerMinuteMax: 2 });
  const [headers, others] = [await bearer('licensing.view'), await bearer('licensing.update')];
  const statuses = [];
  for (let n = 0; n < 2; n += 1) statuses.push((await call('/v1/accounts', { headers })).status);
  const refused = await call('/v1/accounts', { headers });
  expect([...statuses, refused.status]).toEqual([200, 200, 429]);
  expect(await refused.json()).toMatchObject({ code: 'rate-limited', type: '/problems/rate-limited' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await call('/v1/accounts', { headers: others })).status).toBe(200);
  for (let n = 0; n < 4; n += 1) expect((await call('/health/live')).status).toBe(200);
});

test('what is answered under a token is kept by nobody in between', async () => {
  await serveWith();
  const own = await call('/v1/accounts', { headers: await bearer('licensing.view') });
  for (const reply of [own, await call('/v1/accounts')]) {
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('a request with more in its headers than is taken is refused', async () => {
  await serveWith();
  const { port } = new URL(service.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`GET /v1/accounts HTTP/1.1\r\nhost: here\r\nx-long: ${'x'.repeat(HEADERS_BYTES_MAX)}\r\n\r\n`);
  const [reply] = (await once(socket, 'data')) as [Buffer];
  expect(reply.toString()).toMatch(/^HTTP\/1\.1 4\d\d /);
  socket.destroy();
});
