/** Support: somebody calls and asks why Ben had no access on Tuesday; the answer is a story with its causes. */
import type { Seatledger } from '../../../sdk/client.js';
import { type Story, beginStory, refusalOf } from '../../support/api/story.js';

const MONDAY = '2026-03-02';
const TUESDAY = '2026-03-03';
const QM = { accountId: 'acme', product: 'qm' };
const BEN = { ...QM, userId: 'ben' };

let story: Story;
let support: Seatledger;
beforeAll(async () => {
  story = await beginStory('2026-02-02T09:00:00Z');
  await story.sells('qm', { provisioning: 'assigned', features: ['evaluate'] }, { committed: '30.00' });
  await story.opens('acme', {}, 'ann', 'ben');
  const admin = await story.person('carla', 'acme', 'licensing.update');
  const directory = await story.person('hr-directory', 'acme', 'licensing.update');
  support = await story.person('sam', 'acme', 'support.read');
  await admin.do('PurchaseLicenses', { ...QM, quantity: 2 });
  await admin.do('AssignSeats', { ...QM, userIds: ['ann', 'ben'] });
  await story.at(`${MONDAY}T17:30:00Z`);
  await directory.do('DeactivateUser', { accountId: 'acme', userId: 'ben', reason: 'left the company' });
  await story.at(`${TUESDAY}T15:00:00Z`);
  await directory.do('ReactivateUser', { accountId: 'acme', userId: 'ben', reason: 'that was another Ben' });
  await admin.do('AssignSeats', { ...QM, userIds: ['ben'] });
  await story.at('2026-03-05T09:00:00Z');
});
afterAll(() => story.end());

test('Ben had no access on Tuesday morning since the directory had deactivated him on Monday, and why', async () => {
  const answer = await support.ask('explain', { ...BEN, at: `${TUESDAY}T10:00:00Z` });
  expect(answer).toMatchObject({
    licensed: false,
    access: false,
    reason: 'user-inactive',
    decisive: { type: 'UserDeactivated', effectiveAt: `${MONDAY}T17:30:00.000Z`, actor: 'hr-directory' },
  });
  const decisive = answer.evidence.find(({ position }) => position === answer.decisive?.position);
  expect(decisive).toMatchObject({ reason: 'left the company', data: { userId: 'ben' } });
  expect(answer.evidence.map(({ type, actor }) => [type, actor])).toEqual(
    expect.arrayContaining([
      ['SeatAssigned', 'carla'],
      ['UserDeactivated', 'hr-directory'],
    ]),
  );
});

test('by Wednesday he has it back, and the story of all that happened is told in order', async () => {
  const now = await support.ask('explain', { ...BEN, at: '2026-03-04T10:00:00Z' });
  expect(now).toMatchObject({ licensed: true, reason: 'seat', decisive: { type: 'SeatAssigned', actor: 'carla' } });
  const { events } = await support.ask('history', { accountId: 'acme', userId: 'ben' });
  expect(events.map(({ type }) => type)).toEqual([
    'UserRegistered',
    'SeatAssigned',
    'UserDeactivated',
    'UserReactivated',
    'SeatAssigned',
  ]);
  const { holdings } = await support.ask('holdings', BEN);
  expect(holdings.map(({ from, to }) => [from.slice(0, 10), to?.slice(0, 10)])).toEqual([
    ['2026-02-02', MONDAY],
    [TUESDAY, undefined],
  ]);
  expect((await support.ask('features', { accountId: 'acme', userId: 'ben' })).features).toEqual(['evaluate']);
});

test('may read the story of the account that called, and of no other', async () => {
  await story.opens('bolt', {}, 'ben');
  const other = await refusalOf(support.ask('explain', { ...BEN, accountId: 'bolt' }));
  const missing = await refusalOf(support.ask('explain', { ...BEN, accountId: 'nope' }));
  expect([other.status, other.code]).toEqual([404, 'account-not-found']);
  expect([missing.status, missing.message]).toEqual([404, other.message.replace('bolt', 'nope')]);
  const bill = support.ask('invoice', { accountId: 'acme', period: '2026-02' });
  expect(await refusalOf(bill)).toMatchObject({ status: 403 });
});
