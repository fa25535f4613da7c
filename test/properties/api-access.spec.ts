/** Every route by every bearer, on an account of theirs, on another tenant's and on one that does not exist. */
import { ACCOUNT_GRANTS, EVERY_ACCOUNT, GLOBAL_GRANTS, type Grant } from '#access/grants.js';
import type { Policy } from '../../apps/api/auth/grants.js';
import type { Route } from '../../apps/api/auth/routes.js';
import { addressOf } from '../support/api/operations.js';
import { type Reply, type Sender, type Sent, senderTo } from '../support/api/sending.js';
import type { TestService } from '../support/api/service.js';
import { serveTenants } from '../support/api/tenants.js';

const [OWN, OTHER, MISSING] = ['own-4711', 'other-47', 'nobody-4'] as const;
const TARGETS = [OWN, OTHER, MISSING];
const JSON_TYPE = { 'content-type': 'application/json' };
/** The document and its pages, which say nothing of a ledger. */
const OF_THE_DOCUMENT = /^\/api(?:$|\/|-json$|-yaml$)/;

interface Bearer {
  readonly name: string;
  readonly token: string | undefined;
  /** Whether the token is the service's own. */
  readonly isGenuine: boolean;
  /** Where it has its grant; none where it has no grant that counts there. */
  readonly on?: string;
  readonly grant?: Grant;
}

let service: TestService;
let sender: Sender;
let bearers: Bearer[];

beforeAll(async () => {
  service = await serveTenants([OWN, OTHER]);
  sender = senderTo(service.url);
  bearers = await allBearers();
});
afterAll(async () => {
  sender.close();
  await service.close();
});

async function allBearers(): Promise<Bearer[]> {
  const none = await service.token({});
  const strangers = [undefined, 'a.b.c', none.slice(0, -4)].map((token) => ({
    name: `the token ${token}`,
    token,
    isGenuine: false,
  }));
  const given: [string, Grant][] = [
    ...ACCOUNT_GRANTS.flatMap((grant) => [OWN, OTHER, EVERY_ACCOUNT].map((on): [string, Grant] => [on, grant])),
    ...GLOBAL_GRANTS.map((grant): [string, Grant] => [EVERY_ACCOUNT, grant]),
  ];
  const granted = given.map(async ([on, grant]) => {
    const token = await service.token({ [on]: [grant] });
    return { name: `${grant} on ${on}`, token, isGenuine: true, on, grant };
  });
  const uncounted = GLOBAL_GRANTS.map(async (grant) => {
    const token = await service.token({ [OWN]: [grant] });
    return { name: `${grant} on ${OWN}, where it does not count`, token, isGenuine: true };
  });
  return [
    ...strangers,
    { name: 'no grant', token: none, isGenuine: true },
    ...(await Promise.all([...granted, ...uncounted])),
  ];
}

type Judgement = 'unauthenticated' | 'forbidden' | 'account-not-found' | 'let in';

/** What a policy means, said once more than the service says it. */
function judged(policy: Policy, { isGenuine, on, grant }: Bearer, accountId: string): Judgement {
  if (policy.kind === 'open') return 'let in';
  if (!isGenuine) return 'unauthenticated';
  if (policy.kind === 'any') return grant ? 'let in' : 'forbidden';
  if (policy.kind === 'account' && on !== EVERY_ACCOUNT && on !== accountId) return 'account-not-found';
  if (policy.kind === 'global' && on !== EVERY_ACCOUNT) return 'forbidden';
  return policy.anyOf.some((each) => each === grant) ? 'let in' : 'forbidden';
}

function judgementOf({ status, text }: Reply): Judgement {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  return status === 404 && text.includes('"account-not-found"') ? 'account-not-found' : 'let in';
}

function sentTo({ method, path }: Route, accountId: string, token: string | undefined): Sent {
  const headers = { ...JSON_TYPE, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const isCommand = method !== 'GET';
  return { method, path: addressOf(path, accountId), headers, ...(isCommand && { body: '{}' }) };
}

test('every route that is served has a policy, but for those of the document', () => {
  const served = drawn(service.drawnRoutes).filter(({ path }) => !OF_THE_DOCUMENT.test(path));
  const declared = new Set(service.routes.map(({ method, path }) => `${method} ${path}`));
  const undeclared = served.filter(({ method, path }) => {
    const judgedAs = method === 'HEAD' ? 'GET' : method;
    return !declared.has(`${judgedAs} ${path}`);
  });
  expect(undeclared).toEqual([]);
  expect(served.length).toBeGreaterThanOrEqual(declared.size);
  expect(service.routes.filter(({ policy }) => policy === undefined)).toEqual([]);
});

test('what reads is never let in by a grant that only writes, and what writes never by one that reads', () => {
  const writing = new Set(['licensing.update', 'billing.run', 'catalog.admin', 'program.admin']);
  for (const { method, path, policy } of service.routes) {
    if (policy?.kind !== 'account' && policy?.kind !== 'global') continue;
    const wrong = policy.anyOf.filter((grant) => writing.has(grant) === (method === 'GET'));
    expect([method, path, wrong]).toEqual([method, path, []]);
    if (method === 'GET' && policy.kind === 'account') expect(policy.anyOf).toContain('audit.read');
  }
});

test('every route lets in every bearer, on every account, exactly as its policy says', async () => {
  const wrong: string[] = [];
  const seen = new Set<Judgement>();
  for (const route of service.routes) {
    const targets = route.path.includes(':accountId') ? TARGETS : [OWN];
    const probe = async (bearer: Bearer, accountId: string): Promise<void> => {
      const expected = judged(route.policy!, bearer, accountId);
      const actual = judgementOf(await sender.send(sentTo(route, accountId, bearer.token)));
      seen.add(actual);
      // Whoever may see every account is told by the engine that this one does not exist.
      const isToldMissing = accountId === MISSING && expected === 'let in' && actual === 'account-not-found';
      if (actual === expected || isToldMissing) return;
      wrong.push(`${route.method} ${route.path} on ${accountId} by ${bearer.name}: ${actual}, not ${expected}`);
    };
    await Promise.all(targets.flatMap((accountId) => bearers.map((bearer) => probe(bearer, accountId))));
  }
  expect(wrong).toEqual([]);
  expect([...seen].toSorted()).toEqual(['account-not-found', 'forbidden', 'let in', 'unauthenticated']);
}, 60_000);

test('HEAD is judged as GET is', async () => {
  const [{ path }] = service.routes.filter(({ name }) => name.endsWith('.allocation')) as [Route];
  const statuses = [
    undefined,
    await service.token({ [OWN]: ['billing.run'] }),
    await service.token({ [OWN]: ['audit.read'] }),
  ];
  const replies = await Promise.all(
    statuses.map(async (token) =>
      sender.send({ ...sentTo({ method: 'GET', path } as Route, OWN, token), method: 'HEAD' }),
    ),
  );
  expect(replies.map(({ status }) => status)).toEqual([401, 403, 200]);
});

test('a late fact needs licensing.correct beside the grant of its command', async () => {
  const late = JSON.stringify({ effectiveAt: '2026-02-01T00:00:00Z', reason: 'told late' });
  const path = addressOf('/v1/accounts/{accountId}/users/{userId}/deactivations', OWN);
  const statusBy = async (...grants: readonly Grant[]): Promise<number> => {
    const headers = { ...JSON_TYPE, authorization: `Bearer ${await service.token({ [OWN]: grants })}` };
    return (await sender.send({ method: 'POST', path, headers, body: late })).status;
  };
  expect(await statusBy('licensing.update')).toBe(403);
  expect(await statusBy('licensing.correct')).toBe(403);
  expect(await statusBy('licensing.update', 'licensing.correct')).toBe(200);
});

/** Of the server's own drawing: a line is what its ancestors and it say. */
function drawn(text: string): { readonly method: string; readonly path: string }[] {
  const above: string[] = [];
  return text.split('\n').flatMap((line) => {
    const [, indent, part, methods] = /^(.*?)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (indent === undefined || part === undefined) return [];
    above.splice(indent.length / 4, Infinity, part);
    return (methods?.split(', ') ?? []).map((method) => ({ method, path: above.join('') }));
  });
}
