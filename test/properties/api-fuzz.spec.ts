/** Thousands of requests, hostile and nearly right, built from the service's own document: each is answered as the document says, and the ledger stays whole. */
import * as fc from 'fast-check';
import { ACCOUNT_GRANTS, EVERY_ACCOUNT, GLOBAL_GRANTS } from '#access/grants.js';
import { openEngine } from '#application/engine.js';
import type { Instant } from '#kernel/instant.js';
import { IN_MEMORY, openStore } from '#read-model/store.js';
import { type Judge, judgeOf } from '../support/api/conforming.js';
import { BODIES } from '../support/api/hostile.js';
import { type Document, addressOf, documentAt } from '../support/api/operations.js';
import { type Drawn, knownOf, requests } from '../support/api/requests.js';
import { type Reply, type Sender, jsonOf, senderTo } from '../support/api/sending.js';
import type { TestService } from '../support/api/service.js';
import { serveTenants } from '../support/api/tenants.js';
import { differing, rowsOf } from '../support/rows.js';
import { runs } from '../support/runs.js';

const [OWN, OTHER] = ['acme-4711', 'bolt-0815'] as const;
/** What nobody but the tenant's own could know: no request says it. */
const OF_THE_OTHER = /bolt-0815(?: Ltd|\.call)|left bolt-0815/;
/** Requests that are under way at once. */
const BATCH = 25;
const BETWEEN_BATCHES_MS = 10 * 60_000;
const TOLD_MAX = 1_500;

let service: TestService;
let sender: Sender;
let document: Document;
let judge: Judge;
let bearers: readonly Bearer[];
beforeAll(async () => {
  service = await serveTenants([OWN, OTHER]);
  sender = senderTo(service.url);
  document = await documentAt(service.url);
  judge = judgeOf(document);
  bearers = await allBearers();
});
afterAll(async () => {
  sender.close();
  await service.close();
});

interface Bearer {
  readonly authorization: Readonly<Record<string, string>>;
  readonly mayKnowTheOther: boolean;
}

/** Most of them may do anything, so that most requests get far. */
async function allBearers(): Promise<Bearer[]> {
  const of = async (grants: Parameters<TestService['token']>[0], mayKnowTheOther = false): Promise<Bearer> => ({
    authorization: { authorization: `Bearer ${await service.token(grants)}` },
    mayKnowTheOther,
  });
  const anything = await of({ [EVERY_ACCOUNT]: [...ACCOUNT_GRANTS, ...GLOBAL_GRANTS] }, true);
  const own = await of({ [OWN]: [...ACCOUNT_GRANTS] });
  const few = await of({ [OWN]: ['support.read'], [EVERY_ACCOUNT]: ['program.admin'] });
  const nobody = { authorization: {}, mayKnowTheOther: false };
  return [anything, anything, anything, anything, anything, anything, own, own, few, nobody];
}

/** How often what was answered. */
const statuses = new Map<number, number>();

async function assertAnswered({ sent, operation, accountId, bearer }: Drawn): Promise<void> {
  const { authorization, mayKnowTheOther } = bearers[bearer]!;
  const reply = await sender.send({ ...sent, headers: { ...authorization, ...sent.headers } });
  if (operation) statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
  const isForeign = accountId === OTHER && reply.status < 400;
  const isLeak = !mayKnowTheOther && (isForeign || OF_THE_OTHER.test(reply.text));
  const wrong = isLeak
    ? 'tells of another tenant'
    : (judge(reply, operation, sent.method) ?? (await brokenPromise(sent, authorization, reply)));
  if (wrong === undefined) return;
  const asked = [`${sent.method} ${sent.path}`, JSON.stringify(sent.headers), String(sent.body ?? '')];
  const told = [...asked, `${reply.status} ${wrong}`, reply.text].map((line) => line.slice(0, TOLD_MAX));
  throw new Error(told.join('\n'));
}

/** Of an answer: that its permalink repeats it to the byte. Of a preview: that nothing was recorded. */
async function brokenPromise(
  { method, path }: Drawn['sent'],
  authorization: Bearer['authorization'],
  reply: Reply,
): Promise<string | undefined> {
  if (reply.status !== 200 || !reply.text.startsWith('{')) return undefined;
  const { permalink, events } = jsonOf(reply);
  const isPreview = method !== 'GET' && /[?&]preview=(?:true)?(?:&|$)/.test(path);
  // What was recorded is told by its types, what would be as events.
  if (isPreview && (events as unknown[]).some((event) => typeof event === 'string')) return 'was no preview';
  if (typeof permalink !== 'string') return undefined;
  const again = await sender.send({ method: 'GET', path: permalink, headers: authorization });
  return again.text === reply.text ? undefined : `is answered otherwise at its permalink: ${again.text}`;
}

/** Its failure tells the request that failed, not all of its batch. */
function batches(): fc.Arbitrary<readonly Drawn[]> {
  const drawn = requests(document.operations, knownOf([OWN, OTHER]), bearers.length);
  const batch = fc.array(drawn, { minLength: BATCH, maxLength: BATCH });
  return batch.map((all) => Object.assign(all, { [fc.toStringMethod]: () => `${all.length} requests` }));
}

test('every request is answered as the document says, and tells nothing of another tenant', async () => {
  await fc.assert(
    fc.asyncProperty(batches(), async (batch) => {
      await Promise.all(batch.map(assertAnswered));
      service.clock.moveTo((service.clock.now() + BETWEEN_BATCHES_MS) as Instant);
      await service.engine.scheduler.run();
    }),
    runs(100),
  );
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 409, 412, 415, 422]));
  expect(statuses.get(200)).toBeGreaterThan(runs(100).numRuns * 3);
}, 3_600_000);

test('no hostile body costs more than a refusal', async () => {
  const head = await service.log.head();
  const commands = ['DefineProduct', 'AnnounceProgram', 'OpenAccount', 'AssignSeats'];
  for (const operation of document.operations.filter(({ operationId }) => commands.includes(operationId))) {
    const sent = { method: operation.method, path: addressOf(operation.path, OWN) };
    const headers = { 'content-type': 'application/json' };
    await Promise.all(
      BODIES.map((body) => assertAnswered({ sent: { ...sent, headers, body }, operation, accountId: OWN, bearer: 0 })),
    );
  }
  expect(await service.log.head()).toBe(head);
  expect([...statuses.keys()]).toContain(413);
}, 60_000);

test('after all that, the metrics name the routes that there are, and nothing that was asked for', async () => {
  const { text } = await sender.send({ method: 'GET', path: '/metrics' });
  const known = new Set(['none', '/api-json', ...service.routes.map(({ path }) => path)]);
  const named = new Set(text.matchAll(/route="([^"]*)"/g).map(([, route]) => route!));
  expect(named.size).toBeGreaterThan(10);
  expect([...named].filter((route) => !known.has(route))).toEqual([]);
});

test('after all that, the read model is what a rebuild from the log makes', async () => {
  const { log, store, clock, engine } = service;
  const fresh = openStore(IN_MEMORY);
  const anew = await openEngine({ log: { ...log, close: async () => {} }, store: fresh, clock });
  await Promise.all([engine.sync(), anew.sync()]);
  expect(differing(rowsOf(store), rowsOf(fresh))).toEqual([]);
  await anew.close();
});
