import { type TestService, serveInMemory } from '../../test/support/api/service.js';
import { ACME } from '../../test/support/api/acme.js';

let service: TestService;
let token: string;
beforeAll(async () => {
  service = await serveInMemory();
  token = await service.token({
    '*': ['catalog.admin', 'licensing.update', 'licensing.view', 'support.read', 'billing.read'],
  });
});
afterAll(() => service.close());

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

async function call(method: string, path: string, body?: unknown, headers: object = {}): Promise<Reply> {
  const response = await fetch(`${service.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) as Reply['json'] };
}

test('a command is recorded once for its Idempotency-Key, and answers its position and its revision as ETag', async () => {
  const key = { 'idempotency-key': 'open-acme' };
  const first = await call('POST', '/v1/accounts', ACME, key);
  expect(first).toMatchObject({ status: 200, json: { events: ['AccountOpened'], position: 1, revision: 0 } });
  expect(first.headers.get('etag')).toBe('"0"');
  const again = await call('POST', '/v1/accounts', ACME, key);
  expect([again.text, again.headers.get('etag')]).toEqual([first.text, '"0"']);
  const other = await call('POST', '/v1/accounts', { ...ACME, name: 'Other' }, key);
  expect(other).toMatchObject({
    status: 422,
    json: { code: 'command-id-reused', type: '/problems/command-id-reused' },
  });
});

test('If-Match is the revision that the caller saw', async () => {
  const stale = await call('POST', '/v1/accounts/acme/users', { userId: 'ben', name: 'Ben' }, { 'if-match': '"7"' });
  expect(stale).toMatchObject({ status: 412, json: { code: 'revision-conflict' } });
  const strange = await call('POST', '/v1/accounts/acme/users', { userId: 'ben', name: 'Ben' }, { 'if-match': '7' });
  expect(strange).toMatchObject({ status: 400, json: { errors: [{ field: 'If-Match' }] } });
  const fresh = await call('POST', '/v1/accounts/acme/users', { userId: 'ben', name: 'Ben' }, { 'if-match': '"0"' });
  expect([fresh.status, fresh.headers.get('etag')]).toEqual([200, '"1"']);
});

test('every answer tells its bounds, and its permalink repeats it to the byte after the log has gone on', async () => {
  const paths = ['/v1/accounts', '/v1/accounts/acme', '/v1/accounts/acme/history?limit=1', '/v1/products'];
  const asked: Reply[] = [];
  for (const path of paths) asked.push(await call('GET', path));
  await call('POST', '/v1/accounts/acme/users/ben/deactivations');
  await call('POST', '/v1/accounts/acme/users/ben/reactivations');
  for (const [index, { json, text }] of asked.entries()) {
    expect(json).toMatchObject({ at: expect.any(String), knownAt: expect.any(String), position: 2 });
    expect((await call('GET', json['permalink'] as string)).text).toBe(text);
    if (paths[index] !== '/v1/products') expect((await call('GET', paths[index]!)).json['position']).toBe(4);
  }
});

test('all pages of a list are of one state, whatever is recorded meanwhile', async () => {
  const whole = await call('GET', '/v1/accounts/acme/history');
  const events: unknown[] = [];
  let next: string | null = '/v1/accounts/acme/history?limit=1';
  while (next !== null) {
    const page = await call('GET', next);
    events.push(...(page.json['events'] as unknown[]));
    next = page.json['next'] as string | null;
    await call('POST', '/v1/accounts/acme/users/ben/deactivations');
    await call('POST', '/v1/accounts/acme/users/ben/reactivations');
  }
  expect(events).toEqual(whole.json['events']);
  expect(events.length).toBeGreaterThan(1);
});

test('bad input names each field and what was expected, and nothing is recorded', async () => {
  const product = { name: 'Copilot', provisioning: 'asigned', overag: 'allow' };
  const bad = await call('PUT', '/v1/products/copilot', product);
  expect(bad).toMatchObject({
    status: 400,
    json: {
      code: 'invalid-input',
      errors: [
        { field: 'overag', expected: 'no such field' },
        { field: 'provisioning', expected: 'one of assigned, account-wide, unmanaged, metered' },
      ],
    },
  });
  expect(bad.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(bad.json['requestId']).toBe(bad.headers.get('x-request-id'));
  expect((await call('PUT', '/v1/products/copilot', [1])).json).toMatchObject({ errors: [{ field: 'body' }] });
  expect((await call('GET', '/v1/products')).json).toMatchObject({ products: [] });
});

test('what is recorded late needs its own grant', async () => {
  const late = { effectiveAt: '2026-03-10T08:00:00Z', reason: 'told late' };
  const denied = await call('POST', '/v1/accounts/acme/users/ben/deactivations', late);
  expect(denied).toMatchObject({ status: 403, json: { code: 'forbidden' } });
});
