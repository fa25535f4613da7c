/** The sample history and the scenarios over HTTP: each line comes to what its file says, and every reply is as the document says. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EMPTY } from 'rxjs';
import { ACCOUNT_GRANTS, EVERY_ACCOUNT, GLOBAL_GRANTS } from '#access/grants.js';
import { type StandingClock, standingClock } from '#application/clock.js';
import { everyQuestion } from '#application/copying/questions.js';
import { scopeOf } from '#application/copying/scope.js';
import type { Engine } from '#application/engine.js';
import { openMemoryLedger } from '#application/ledger.js';
import { type Result, type Step, differencesFrom, parseScenario } from '#application/scenario.js';
import { COMMANDS } from '#domain/commands.js';
import { isId } from '#kernel/id.js';
import { INSTANT_MIN, type Instant } from '#kernel/instant.js';
import { ANSWERS } from '#projections/answers.js';
import { createApp } from '../../apps/api/app.js';
import { principalOf } from '../../apps/api/auth/grants.js';
import { ANSWER_ROUTES } from '../../apps/api/routes/answers.js';
import { COMMAND_ROUTES } from '../../apps/api/routes/commands.js';
import { parametersOf } from '../../apps/api/routes/route.js';
import { type Judge, judgeOf } from '../support/api/conforming.js';
import { type Operation, documentAt } from '../support/api/operations.js';
import { type Reply, type Sender, jsonOf, senderTo } from '../support/api/sending.js';
import { runs } from '../support/runs.js';
import { requestOf } from './asking.js';

const ROOT = join(import.meta.dirname, '..', '..');
const SAMPLE = join('apps', 'cli', 'sample', 'history.jsonl');
const SCENARIOS = join('test', 'scenarios');
/** A usual run takes one scenario of so many, previews one command of so many, and asks so many questions of each ledger; PROPERTY_RUNS takes more. */
const SAMPLED_EACH = 4;
const QUESTIONS = 150;
const PREVIEWED_EACH = 3;
const ANYTHING = principalOf(
  'scenario',
  new Map([[EVERY_ACCOUNT, new Set([...ACCOUNT_GRANTS, ...GLOBAL_GRANTS])]]),
  Infinity,
);
import.meta.jest.setTimeout(300_000);

const scenarios = readdirSync(join(ROOT, SCENARIOS)).map((name) => join(SCENARIOS, name));
const isSampled = runs(1).numRuns === 1;

let app: NestFastifyApplication;
let engine: Engine;
let sender: Sender;
let judge: Judge;
let operations: ReadonlyMap<string, Operation>;
beforeAll(async () => {
  app = await createApp({
    ledger: { use: (work) => work(engine), changes: () => EMPTY },
    verifier: { verify: () => Promise.resolve(ANYTHING) },
  });
  await app.listen(0, '127.0.0.1');
  sender = senderTo(await app.getUrl());
  const document = await documentAt(await app.getUrl());
  judge = judgeOf(document);
  operations = new Map(document.operations.map((operation) => [operation.operationId, operation]));
});
afterAll(async () => {
  sender.close();
  await app.close();
});

type Given = Readonly<Record<string, unknown>>;

async function send(name: string, given: Given, query = ''): Promise<Reply> {
  const { method, path, headers, body } = requestOf({ name, with: given, isOwn: true });
  const joined = query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
  const reply = await sender.send({
    method,
    path: joined,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect([name, given, judge(reply, operations.get(name), method)]).toEqual([name, given, undefined]);
  return reply;
}

function resultOf({ kind }: Step, reply: Reply): Result {
  const json = jsonOf(reply);
  if (reply.status !== 200) return { refused: String(json['code']), message: String(json['detail']) };
  return kind === 'do' ? { events: json['events'] as string[] } : { answer: json };
}

/** What HTTP can say: an operation that there is, and what its address and headers hold. */
function isSayable({ name, given, kind }: Step): boolean {
  const route =
    COMMAND_ROUTES.find(({ command }) => command === name) ?? ANSWER_ROUTES.find(({ answer }) => answer === name);
  if (!route || typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const { commandId = 'c', expectedRevision = 0, ...fields } = given as Given;
  // A query is text, whatever it is to mean.
  const isText = ([field, value]: [string, unknown]): boolean =>
    typeof value === (field === 'position' ? 'number' : 'string');
  if (kind === 'ask' && !Object.entries(given).every(isText)) return false;
  const inPath = parametersOf(route.path).map((field) => fields[field]);
  return (
    inPath.every((value) => typeof value === 'string' && isId(value)) &&
    typeof commandId === 'string' &&
    typeof expectedRevision === 'number' &&
    expectedRevision >= 0
  );
}

/** @returns how many lines were said */
async function play(file: string, clock: StandingClock): Promise<number> {
  let said = 0;
  for (const step of parseScenario(file, readFileSync(join(ROOT, file), 'utf8'))) {
    for (let owed = await engine.scheduler.next(step.at); owed; owed = await engine.scheduler.next(step.at)) {
      if (owed.startsAt > clock.now()) clock.moveTo(owed.startsAt);
      await engine.scheduler.run();
    }
    clock.moveTo(step.at);
    if (!isSayable(step)) continue;
    said += 1;
    const given = step.given as Given;
    const isForeseen = step.kind === 'do' && (!isSampled || step.line % PREVIEWED_EACH === 0);
    const foreseen = isForeseen ? await send(step.name, given, 'preview=true') : undefined;
    const reply = await send(step.name, given);
    expect([step.line, differencesFrom(step, resultOf(step, reply))]).toEqual([step.line, []]);
    if (foreseen) expect([step.line, foreseen.status]).toEqual([step.line, reply.status]);
  }
  return said;
}

/** Every question in turn, or as many of them as there is time for, spread over all. */
async function askAll(end: Instant): Promise<number> {
  const all = [...everyQuestion(await scopeOf(engine, end))];
  const count = Math.min(all.length, runs(QUESTIONS).numRuns);
  for (let index = 0; index < count; index += 1) {
    const { name, of } = all[Math.floor((index * all.length) / count)]!;
    const reply = await send(name, of, ANSWER_ROUTES.find(({ answer }) => answer === name)?.pages ? 'limit=1000' : '');
    if (reply.status !== 200) continue;
    const { permalink: _, next, ...answer } = jsonOf(reply);
    expect([name, of, next ?? null, answer]).toEqual([name, of, null, await engine.ask(name, of)]);
  }
  return count;
}

test.each([SAMPLE, ...scenarios.filter((_, index) => !isSampled || index % SAMPLED_EACH === 0)])(
  '%s comes to the same over HTTP, and every reply is as the document says',
  async (file) => {
    const clock = standingClock(INSTANT_MIN);
    engine = await openMemoryLedger(clock);
    try {
      expect(await play(file, clock)).toBeGreaterThan(5);
      expect(await askAll(clock.now())).toBeGreaterThan(0);
    } finally {
      await engine.close();
    }
  },
);

test('every command and every answer is said by some file', () => {
  const names = new Set(
    [SAMPLE, ...scenarios].flatMap((file) =>
      parseScenario(file, readFileSync(join(ROOT, file), 'utf8'))
        .filter(isSayable)
        .map(({ name }) => name),
    ),
  );
  const missing = [...Object.keys(COMMANDS), ...Object.keys(ANSWERS)].filter((name) => !names.has(name));
  // What finds one's way is asked of every ledger.
  expect(missing.filter((name) => !['account', 'accounts', 'products', 'programs'].includes(name))).toEqual([]);
});
