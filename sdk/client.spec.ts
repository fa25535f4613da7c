/** The SDK against the service over real HTTP, and against a link that is lost. */
import { type TestService, serveInMemory } from '../test/support/api/service.js';
import { Problem, type Seatledger, Unreachable, seatledger } from './client.js';
import type { Fetch } from './retrying.js';
import { uuidv7 } from './uuid.js';
import { ACME } from '../test/support/api/acme.js';

let service: TestService;
let token: string;
let client: Seatledger;
beforeAll(async () => {
  service = await serveInMemory();
  token = await service.token({
    '*': ['catalog.admin', 'licensing.update', 'licensing.view', 'support.read', 'audit.read'],
  });
  client = seatledger({ url: service.url, token });
  await client.do('OpenAccount', ACME);
});
afterAll(() => service.close());

const usersOf = async (accountId: string): Promise<string[]> =>
  (await client.ask('overview', { accountId })).users.map(({ userId }) => userId);

test('a command is recorded, and its position and revision are told', async () => {
  const recorded = await client.do('RegisterUser', { accountId: 'acme', userId: 'zoe', name: 'Zoe', commandId: 'zoe' });
  expect(recorded).toEqual({ events: ['UserRegistered'], position: 2, revision: 1 });
  expect(await client.ask('account', { accountId: 'acme', position: recorded.position })).toMatchObject({
    revision: 1,
    users: [{ userId: 'zoe', active: true }],
  });
});

test('a preview tells what a command would do, and records nothing', async () => {
  const before = await client.whole('history', { accountId: 'acme' });
  const foreseen = await client.preview('DeactivateUser', { accountId: 'acme', userId: 'zoe', commandId: 'gone' });
  expect(foreseen).toMatchObject({
    events: [{ type: 'UserDeactivated', data: { userId: 'zoe' } }],
    position: before.position,
    revision: 1,
    allocations: [],
    invoices: [{ period: '2026-03' }],
  });
  expect(await client.whole('history', { accountId: 'acme' })).toEqual(before);
  const refused = client.preview('DeactivateUser', { accountId: 'acme', userId: 'nobody' });
  await expect(refused).rejects.toMatchObject({ code: 'user-not-found' });
  // Its id is not remembered either.
  const other = client.do('ChangeRoles', { accountId: 'acme', userId: 'zoe', roles: ['agent'], commandId: 'gone' });
  expect(await other).toMatchObject({ revision: 2, events: ['UserRolesChanged'] });
});

test('what is refused is thrown as a problem, its fields called as in the command', async () => {
  const stale = client.do('RegisterUser', { accountId: 'acme', userId: 'ben', name: 'Ben', expectedRevision: 7 });
  await expect(stale).rejects.toMatchObject({ name: 'Problem', status: 412, code: 'revision-conflict' });
  const bad = { accountId: 'acme', userId: 'ben', name: '', commandId: 'ü', expectedRevision: -1 };
  const refused = await client.do('RegisterUser', { ...bad, commandId: 'a:b' }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Problem);
  expect(refused).toMatchObject({
    status: 400,
    code: 'invalid-input',
    errors: [{ field: 'name', expected: 'a text of 1 to 200 characters' }],
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const denied = seatledger({ url: service.url }).ask('accounts', {});
  await expect(denied).rejects.toMatchObject({ status: 401, code: 'unauthenticated' });
});

test('what answers as no Seatledger does is told so', async () => {
  const elsewhere = seatledger({ url: `${service.url}/problems`, token });
  await expect(elsewhere.ask('accounts', {})).rejects.toMatchObject({ status: 404, code: 'not-found' });
  const page = seatledger({ url: 'http://page.test', fetch: async () => new Response('<html>') });
  await expect(page.ask('accounts', {})).rejects.toThrow('is it a Seatledger?');
});

test('pages are all of one state', async () => {
  for (const userId of ['u1', 'u2', 'u3']) await client.do('RegisterUser', { accountId: 'acme', userId, name: 'U' });
  const sizes: number[] = [];
  const seen: string[] = [];
  for await (const { users } of client.pages('overview', { accountId: 'acme', limit: 3 })) {
    sizes.push(users.length);
    seen.push(...users.map(({ userId }) => userId));
    await client.do('RegisterUser', { accountId: 'acme', userId: `late-${sizes.length}`, name: 'Late' });
  }
  expect([sizes, seen]).toEqual([
    [3, 1],
    ['u1', 'u2', 'u3', 'zoe'],
  ]);
});

test('a list comes whole where it is asked for whole', async () => {
  const { users } = await client.ask('overview', { accountId: 'acme' });
  const whole = await client.whole('overview', { accountId: 'acme', limit: 2 });
  expect([whole.users, whole.next]).toEqual([users, null]);
  expect(users.length).toBeGreaterThan(4);
  expect(await client.whole('account', { accountId: 'acme' })).toEqual(
    await client.ask('account', { accountId: 'acme' }),
  );
});

/** Loses the answers of the first requests, after they were carried out. */
function losing(count: number, lost: () => Response | Promise<Response>): { readonly fetch: Fetch; sent: Request[] } {
  const sent: Request[] = [];
  return {
    sent,
    async fetch(request) {
      sent.push(request);
      const response = await globalThis.fetch(request);
      if (sent.length > count) return response;
      await response.arrayBuffer();
      return lost();
    },
  };
}

const cut = (): never => {
  throw new TypeError('fetch failed', { cause: new Error('other side closed') });
};

test('a command whose answer is lost is sent again with the same key, and recorded once', async () => {
  const link = losing(2, cut);
  const shaky = seatledger({ url: service.url, token, fetch: link.fetch });
  const { events } = await shaky.do('RegisterUser', { accountId: 'acme', userId: 'once', name: 'Once' });
  expect(events).toEqual(['UserRegistered']);
  const keys = link.sent.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys).toEqual([keys[0], keys[0], keys[0]]);
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(await usersOf('acme')).toContain('once');
});

test('the typed client, too, sends a command again only with a key', async () => {
  const link = losing(1, () => new Response('', { status: 503, headers: { 'retry-after': '0' } }));
  const { http } = seatledger({ url: service.url, token, fetch: link.fetch });
  const { data, response } = await http.POST('/v1/accounts/{accountId}/users', {
    params: { path: { accountId: 'acme' } },
    body: { userId: 'typed', name: 'Typed' },
  });
  expect([data, response.headers.get('etag')]).toEqual([
    expect.objectContaining({ events: ['UserRegistered'] }),
    expect.stringMatching(/^"\d+"$/),
  ]);
  expect(link.sent).toHaveLength(2);
});

test('changes come each once, also where the connection is lost between two of them', async () => {
  const { events } = await client.whole('history', { accountId: 'acme' });
  const asked: string[] = [];
  const following = seatledger({
    url: service.url,
    token,
    async fetch(request) {
      asked.push(new URL(request.url).search);
      if (asked.length === 2) return cut();
      if (asked.length === 3) return new Response('', { status: 503 });
      return cutAfter(await globalThis.fetch(request), 3);
    },
  });
  const came: unknown[] = [];
  const stop = new AbortController();
  for await (const change of following.changes('acme', 1, stop.signal)) {
    came.push(change);
    if (came.length === events.length - 2)
      await client.do('RegisterUser', { accountId: 'acme', userId: 'live', name: 'L' });
    if (change.data['userId'] === 'live') stop.abort();
  }
  expect(came.slice(0, -1)).toEqual(events.slice(1));
  expect(asked.slice(0, 4)).toEqual(['?after=1', '?after=4', '?after=4', '?after=4']);
});

/** The stream, cut off within the event after so many. */
function cutAfter({ body, headers }: Response, count: number): Response {
  let text = '';
  const cutting = new TransformStream<string, string>({
    transform(chunk, controller) {
      text += chunk;
      const ends = [...text.matchAll(/^data: .*\n\n/gm)].map(({ index, 0: { length } }) => index + length);
      if (ends.length < count + 1) return controller.enqueue(chunk);
      controller.enqueue(chunk.slice(0, ends[count - 1]! + 9 - (text.length - chunk.length)));
      controller.error(new Error('cut'));
    },
  });
  return new Response(
    body!.pipeThrough(new TextDecoderStream()).pipeThrough(cutting).pipeThrough(new TextEncoderStream()),
    { headers },
  );
}

test('changes of what may not be read are refused', async () => {
  const next = client.changes('nobody', 0).next();
  await expect(next).rejects.toMatchObject({ name: 'Problem', code: 'account-not-found' });
});

test('what stays away is tried a bounded number of times, and told with its reason', async () => {
  const link = losing(Infinity, cut);
  const gone = seatledger({ url: service.url, token, fetch: link.fetch, retries: 2 });
  const lost = await gone.ask('accounts', {}).catch((error: unknown) => error);
  expect(lost).toBeInstanceOf(Unreachable);
  expect(lost).toMatchObject({ message: `no answer from ${service.url} (tried 3 times): other side closed` });
  expect(link.sent).toHaveLength(3);
});

test('an answer that does not come is waited for a bounded time', async () => {
  const never: Fetch = ({ signal }) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  const silent = seatledger({ url: 'http://silent.test', fetch: never, retries: 1, timeoutMs: 20 });
  await expect(silent.ask('accounts', {})).rejects.toThrow('timeout');
});

test('a token may be made anew for each request', async () => {
  let made = 0;
  const renewing = seatledger({ url: service.url, token: async () => ((made += 1), token) });
  await renewing.ask('accounts', {});
  await renewing.ask('accounts', {});
  expect(made).toBe(2);
});

test('what cannot be part of an address is never sent', async () => {
  await expect(client.ask('account', { accountId: '..' })).rejects.toThrow('accountId');
});

test('a UUID v7 begins with the instant, in milliseconds', () => {
  expect(uuidv7(0x0123_4567_89ab)).toMatch(/^01234567-89ab-7/);
  expect(new Set(Array.from({ length: 1_000 }, () => uuidv7(0))).size).toBe(1_000);
});
