/** Batches over real HTTP: all or none, each part named that is refused, and as large as one append may be. */
import type { Grant } from '#access/grants.js';
import { type StandingClock, standingClock } from '#application/clock.js';
import { type Body, type Seatledger, seatledger } from '../../../sdk/client.js';
import { ACCOUNT, PRODUCT } from '../../../test/e2e/support/stories.js';
import { type TestService, serveInMemory } from '../../../test/support/api/service.js';
import { refusalOf } from '../../../test/support/api/story.js';
import { eventsOf, instant } from '../../../test/support/ledger.js';
import { BODY_BYTES_MAX } from '../limits.js';
import { BATCH_PARTS_MAX } from './body.js';

import.meta.jest.setTimeout(60_000);

const accountId = 'harbor';
const LATE = { effectiveAt: '2026-01-06T00:00:00Z', reason: 'from the old system' };

let clock: StandingClock;
let service: TestService;
let admin: Seatledger;
beforeEach(async () => {
  clock = standingClock(instant('2026-01-05T10:00:00Z'));
  service = await serveInMemory(clock);
  await service.engine.do('DefineProduct', PRODUCT);
  await service.engine.do('OpenAccount', ACCOUNT);
  await service.engine.do('PurchaseLicenses', { accountId, product: 'copilot', quantity: 2 });
  clock.moveTo(instant('2026-02-01T10:00:00Z'));
  admin = await person('licensing.update', 'licensing.correct');
});
afterEach(() => service.close());

async function person(...grants: readonly Grant[]): Promise<Seatledger> {
  return seatledger({ url: service.url, token: await service.token({ [accountId]: grants }, 'ana') });
}

type BatchCommand = Body<'RecordBatch'>['parts'][number]['commands'][number];

const registering = (userId: string): BatchCommand => ({
  do: 'RegisterUser',
  with: { userId, name: userId },
  unless: 'user-exists',
});
const seating = (userId: string): BatchCommand => ({
  do: 'AssignSeats',
  with: { product: 'copilot', userIds: [userId] },
});

test('parts are recorded at their own instants with their own reasons, as one append by one actor', async () => {
  const before = await service.log.head();
  const parts = [{ commands: [seating('ana')] }, { ...LATE, commands: [registering('ana')] }];
  const foreseen = await admin.preview('RecordBatch', { accountId, parts });
  expect(foreseen).toMatchObject({ recordedBefore: false, position: before });
  expect(await service.log.head()).toBe(before);

  const batch = { accountId, commandId: 'import-1', parts };
  const done = await admin.do('RecordBatch', batch);
  expect(done).toMatchObject({ events: ['UserRegistered', 'SeatAssigned'], position: before + 2 });
  const appended = (await eventsOf(service.log)).slice(-2);
  expect(appended.map(({ type, actor, reason }) => [type, actor, reason])).toEqual([
    ['UserRegistered', 'ana', LATE.reason],
    ['SeatAssigned', 'ana', null],
  ]);
  expect(foreseen.events.map(({ type }) => type)).toEqual(done.events);
  expect(await admin.do('RecordBatch', batch)).toEqual(done);
  expect(await admin.preview('RecordBatch', batch)).toMatchObject({
    recordedBefore: true,
    events: foreseen.events,
  });
});

test('where parts are refused each of them is named with its code, and nothing is recorded', async () => {
  const before = await service.log.head();
  const parts = [
    { commands: [registering('ana'), seating('ana')] },
    { effectiveAt: LATE.effectiveAt, commands: [registering('ben')] },
    { commands: [seating('nobody')] },
  ];
  // One after the other: a refusal that comes before it is waited for would be nobody's.
  for (const way of ['do', 'preview'] as const) {
    const problem = await refusalOf(admin[way]('RecordBatch', { accountId, parts }));
    expect(problem).toMatchObject({ status: 409, code: 'parts-refused' });
    expect(problem.parts.map(({ index, code }) => [index, code])).toEqual([
      [1, 'reason-required'],
      [2, 'user-not-found'],
    ]);
    expect(problem.parts[1]!.detail).toContain('nobody');
  }
  expect(await service.log.head()).toBe(before);
});

test('a revision that is not the one that was seen refuses the whole', async () => {
  const batch = { accountId, expectedRevision: 0, parts: [{ commands: [registering('ana')] }] };
  expect(await refusalOf(admin.do('RecordBatch', batch))).toMatchObject({ status: 412, code: 'revision-conflict' });
});

test('a part of another instant needs licensing.correct beside licensing.update', async () => {
  const late = { accountId, parts: [{ commands: [registering('ana')] }, { ...LATE, commands: [registering('ben')] }] };
  const [updating, correcting] = [await person('licensing.update'), await person('licensing.correct')];
  expect(await refusalOf(updating.do('RecordBatch', late))).toMatchObject({ code: 'forbidden' });
  expect(await refusalOf(correcting.do('RecordBatch', late))).toMatchObject({ code: 'forbidden' });
  const now = { accountId, parts: late.parts.slice(0, 1) };
  expect(await updating.do('RecordBatch', now)).toMatchObject({ events: ['UserRegistered'] });
});

test.each([
  ['no part', [], 'parts'],
  ['a part without a command', [{ commands: [] }], 'parts.0.commands'],
  ['an unknown command', [{ commands: [{ do: 'Fly', with: {} }] }], 'parts.0.commands.0.do'],
  ['a command of its own', [{ commands: [{ do: 'IssueInvoice', with: {} }] }], 'parts.0.commands.0.do'],
  [
    'a field that is wrong',
    [{ commands: [registering('ana')] }, { commands: [registering('b c')] }],
    'parts.1.commands.0.with.userId',
  ],
  [
    'another account',
    [{ commands: [{ ...registering('ana'), with: { accountId: 'other', userId: 'ana', name: 'Ana' } }] }],
    'parts.0.commands.0.with.accountId',
  ],
  ['an instant that is none', [{ effectiveAt: 'noon', commands: [registering('ana')] }], 'parts.0.effectiveAt'],
])('%s is invalid-input, naming the field', async (_, parts, field) => {
  const problem = await refusalOf(admin.do('RecordBatch', { accountId, parts: parts as never }));
  expect(problem).toMatchObject({ code: 'invalid-input', errors: [expect.objectContaining({ field })] });
});

test('as many parts as one append has events fit, though they are more than other bodies may be; one more does not', async () => {
  const commands = (n: number) => [registering(`user-of-some-length-${n}`)];
  const parts = Array.from({ length: BATCH_PARTS_MAX }, (_, n) => ({ ...LATE, commands: commands(n) }));
  expect(JSON.stringify(parts).length).toBeGreaterThan(BODY_BYTES_MAX);
  const { events } = await admin.do('RecordBatch', { accountId, parts });
  expect(events).toHaveLength(BATCH_PARTS_MAX);
  const more = { accountId, parts: [...parts, { commands: commands(0) }] };
  expect(await refusalOf(admin.do('RecordBatch', more))).toMatchObject({
    code: 'invalid-input',
    errors: [{ field: 'parts' }],
  });
});
