/** What a bearer gets to know of tenants who are not theirs: nothing, wherever they look and however they ask. */
import * as fc from 'fast-check';
import { ACCOUNT_GRANTS, EVERY_ACCOUNT, type Grant } from '#access/grants.js';
import type { Route } from '../../apps/api/auth/routes.js';
import { type Document, addressOf, documentAt, exampleOf } from '../support/api/operations.js';
import { type Reply, type Sender, type Sent, jsonOf, senderTo } from '../support/api/sending.js';
import type { TestService } from '../support/api/service.js';
import { serveTenants } from '../support/api/tenants.js';
import { runs } from '../support/runs.js';

/** Of one length, so that what is answered about them is. */
const TENANTS = ['acme-4711', 'bolt-0815', 'crux-9042', 'dune-2718'] as const;
const [OWN, OTHER] = TENANTS;
const MISSING = 'none-3141';
const JSON_TYPE = { 'content-type': 'application/json' };
const MORE_THAN_A_BODY_BYTES = 3 * 1024 * 1024;

let service: TestService;
let sender: Sender;
let document: Document;
beforeAll(async () => {
  service = await serveTenants(TENANTS);
  sender = senderTo(service.url);
  document = await documentAt(service.url);
});
afterAll(async () => {
  sender.close();
  await service.close();
});

function plainly({ method, path }: Route): Sent {
  const body = method === 'GET' ? {} : { body: '{}' };
  return { method, path: addressOf(path, MISSING), headers: JSON_TYPE, ...body };
}

/** Ways to ask, each of which must not tell another tenant's account from none. */
function waysOf(route: Route): Sent[] {
  const plain = plainly(route);
  const to = (query: string): Sent => ({ ...plain, path: `${plain.path}?${query}` });
  if (route.method === 'GET') {
    const queries = [
      'at=2026-02-01T00:00:00Z',
      'at=never',
      'position=1',
      'position=999999',
      'knownAt=2999-01-01T00:00:00Z',
    ];
    return [
      plain,
      ...[...queries, 'limit=0', 'cursor=x', 'limit=1&limit=2', 'nothing=here'].map(to),
      { ...plain, method: 'HEAD' },
    ];
  }
  const operation = document.operations.find(
    ({ method, path }) => method === route.method && addressOf(path, MISSING) === plain.path,
  );
  const good = operation ? exampleOf(operation) : {};
  const withBody = (body: unknown, headers: Sent['headers'] = {}): Sent => ({
    ...plain,
    headers: { ...JSON_TYPE, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return [
    plain,
    withBody(good),
    withBody(good, { 'if-match': '"0"' }),
    withBody(good, { 'if-match': 'any' }),
    withBody(good, { 'idempotency-key': 'once' }),
    withBody(good, { 'idempotency-key': ':' }),
    withBody({ ...good, effectiveAt: '2026-02-01T00:00:00Z', reason: 'late' }),
    withBody({ ...good, effectiveAt: '2999-01-01T00:00:00Z' }),
    withBody({ unknown: 1 }),
    withBody('[1]'),
    withBody('{"broken'),
    withBody('good', { 'content-type': 'text/plain' }),
    { ...withBody(good), path: `${plain.path}?preview=true` },
    { ...withBody(good), path: `${plain.path}?preview=perhaps` },
  ];
}

function toldOf({ status, headers, text }: Reply, accountId: string): object {
  const told = Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'x-request-id');
  const body = text.replaceAll(accountId, 'ACCOUNT').replace(/"requestId":"[^"]+"/, '"requestId":""');
  return { status, headers: Object.fromEntries(told), body };
}

test("another tenant's account answers as one that does not exist, in body and headers, and the ledger is not asked", async () => {
  const tokens = await Promise.all([
    service.token({ [OWN]: [...ACCOUNT_GRANTS] }),
    service.token({ [EVERY_ACCOUNT]: ['catalog.admin', 'program.admin'] }),
    service.token({}),
  ]);
  const [lent, position] = [service.lent(), service.engine.position];
  const routes = service.routes.filter(({ policy }) => policy?.kind === 'account');
  const huge = {
    ...waysOf(routes.find(({ method }) => method === 'POST')!)[1]!,
    body: 'x'.repeat(MORE_THAN_A_BODY_BYTES),
  };
  const ways = [...routes.flatMap(waysOf), huge];
  const statuses = new Map<number, number>();
  for (const token of tokens) {
    for (const way of ways) {
      const [other, missing] = await Promise.all(
        [OTHER, MISSING].map(async (accountId) => {
          const headers = { ...way.headers, authorization: `Bearer ${token}` };
          return sender.send({ ...way, headers, path: way.path.replaceAll(MISSING, accountId) });
        }),
      );
      expect({ way, told: toldOf(other!, OTHER) }).toEqual({ way, told: toldOf(missing!, MISSING) });
      statuses.set(other!.status, (statuses.get(other!.status) ?? 0) + 1);
    }
  }
  expect([...statuses.keys()].toSorted((a, b) => a - b)).toEqual([400, 403, 404, 413, 415]);
  expect([service.lent(), service.engine.position]).toEqual([lent, position]);
}, 60_000);

test('opening an account that is not theirs tells a bearer nothing of whether there is one', async () => {
  const token = await service.token({ [OWN]: [...ACCOUNT_GRANTS] });
  const example = exampleOf(document.operations.find(({ operationId }) => operationId === 'OpenAccount')!);
  const lent = service.lent();
  const [other, missing] = await Promise.all(
    [OTHER, MISSING].map(async (accountId) => {
      const headers = { ...JSON_TYPE, authorization: `Bearer ${token}` };
      return sender.send({
        method: 'POST',
        path: '/v1/accounts',
        headers,
        body: JSON.stringify({ ...example, accountId }),
      });
    }),
  );
  expect(toldOf(other!, OTHER)).toEqual(toldOf(missing!, MISSING));
  expect([jsonOf(other!)['code'], service.lent()]).toEqual(['account-not-found', lent]);
});

/** What a bearer can see of the ledger: every answer about their accounts, and every page of every list. */
async function allThatIsAnswered(token: string, own: readonly string[]): Promise<Reply[]> {
  const get = async (path: string): Promise<Reply> =>
    sender.send({ method: 'GET', path, headers: { authorization: `Bearer ${token}` } });
  const answered: Reply[] = [];
  for (const { method, path, policy } of service.routes) {
    if (method !== 'GET' || policy?.kind === 'open') continue;
    for (const accountId of path.includes(':accountId') ? own : [OWN]) {
      const reply = await get(addressOf(path, accountId));
      answered.push(reply);
      if (!('next' in (reply.text.startsWith('{') ? jsonOf(reply) : {}))) continue;
      for (let next: unknown = `${addressOf(path, accountId)}?limit=4`; typeof next === 'string';) {
        const page = await get(next);
        answered.push(page);
        next = jsonOf(page)['next'];
      }
    }
  }
  return answered;
}

test('nothing that is answered, on any page, mentions a tenant whom the bearer has no grant on', async () => {
  const grants = fc.dictionary(fc.constantFrom(...TENANTS), fc.subarray<Grant>([...ACCOUNT_GRANTS], { minLength: 1 }), {
    maxKeys: 3,
  });
  const everywhere = fc.constantFrom<Grant[][]>([], ['catalog.admin'], ['program.admin']);
  let known = 0;
  await fc.assert(
    fc.asyncProperty(grants, everywhere, async (own, shared) => {
      const token = await service.token({ ...own, ...(shared.length > 0 && { [EVERY_ACCOUNT]: shared }) });
      const answered = await allThatIsAnswered(token, Object.keys(own));
      const told = answered.map(({ text, headers }) => `${text} ${JSON.stringify(headers)}`).join('\n');
      const mentioned = TENANTS.filter((accountId) => told.includes(accountId));
      expect(mentioned.filter((accountId) => !(accountId in own))).toEqual([]);
      known += mentioned.length;
    }),
    runs(12),
  );
  expect(known).toBeGreaterThan(0);
}, 3_600_000);

test('what is told to everybody, such as metrics, mentions no tenant', async () => {
  const open = service.routes.filter(({ policy }) => policy?.kind === 'open');
  for (const { method, path } of open) {
    const { text } = await sender.send({ method, path: addressOf(path, OWN) });
    expect([path, TENANTS.filter((accountId) => text.includes(accountId))]).toEqual([path, []]);
  }
  expect(open.map(({ path }) => path)).toContain('/metrics');
});
