/** The auditor: replays who held which seat when, checks a figure down to its events, and asks again what was known then. */
import type { Seatledger } from '../../../sdk/client.js';
import { type Story, beginStory, textAt } from '../../support/api/story.js';

const QM = { accountId: 'acme', product: 'qm' };

let story: Story;
let admin: Seatledger;
let auditor: Seatledger;
beforeAll(async () => {
  story = await beginStory('2026-01-05T10:00:00Z');
  await story.sells('qm', { provisioning: 'assigned', overage: 'allow' }, { committed: '30.00', uncommitted: '45.00' });
  await story.opens('acme', {}, 'ann', 'ben', 'cleo');
  admin = await story.person('carla', 'acme', 'licensing.update', 'licensing.correct');
  auditor = await story.person('otto', 'acme', 'audit.read');
  await admin.do('PurchaseLicenses', { ...QM, quantity: 1 });
  await admin.do('AssignSeats', { ...QM, userIds: ['ann'] });
  await story.at('2026-01-12T10:00:00Z');
  await admin.do('AssignSeats', { ...QM, userIds: ['ben', 'cleo'] });
  await story.at('2026-01-20T10:00:00Z');
  await admin.do('ReleaseSeats', { ...QM, userIds: ['cleo'] });
  await story.at('2026-02-02T08:00:00Z');
});
afterAll(() => story.end());

test('replays the seats of a month event by event, and comes to the peak that was billed', async () => {
  const peak = await auditor.ask('peak', { ...QM, month: '2026-01' });
  expect(peak).toMatchObject({ assigned: { quantity: 3, at: '2026-01-12T10:00:00.000Z' }, billableOverage: 2 });
  const holders = new Set<string>();
  const counted: [string, number][] = [];
  for await (const { events } of auditor.pages('history', { ...QM, limit: 2 })) {
    for (const { type, effectiveAt, actor, data } of events) {
      if (type === 'SeatAssigned') holders.add(String(data['userId']));
      else if (type === 'SeatReleased') holders.delete(String(data['userId']));
      else continue;
      expect(actor).toBe('carla');
      counted.push([effectiveAt, holders.size]);
    }
  }
  expect(counted.at(-1)).toEqual(['2026-01-20T10:00:00.000Z', 2]);
  expect(Math.max(...counted.map(([, size]) => size))).toBe(peak.assigned.quantity);
  const { holdings } = await auditor.ask('holdings', QM);
  expect(holdings.filter(({ to }) => to === null).map(({ userId }) => userId)).toEqual([...holders].toSorted());
});

test('checks a line of the invoice down to the seats of its instant, and finds all of it again at its permalinks', async () => {
  const invoice = await auditor.ask('invoice', { accountId: 'acme', period: '2026-01' });
  const overage = invoice.lines.find(({ kind }) => kind === 'overage');
  expect(overage).toMatchObject({ quantity: 2, unitPrice: '45.00', amount: '90.00' });
  const bounds = { knownAt: invoice.knownAt, position: invoice.position };
  const peak = await auditor.ask('peak', { ...QM, month: '2026-01', ...bounds });
  const standing = await auditor.ask('allocation', { ...QM, at: peak.assigned.at!, ...bounds });
  expect(standing).toMatchObject({ capacity: 1, assigned: 3, overage: 2 });
  expect(standing.seats.map(({ userId, since }) => [userId, since])).toEqual([
    ['ann', '2026-01-05T10:00:00.000Z'],
    ['ben', '2026-01-12T10:00:00.000Z'],
    ['cleo', '2026-01-12T10:00:00.000Z'],
  ]);
  const links = [invoice, peak, standing].map(({ permalink }) => permalink);
  const before = await Promise.all(links.map(async (link) => textAt(auditor, link)));
  expect(JSON.parse(before[2]!)).toEqual(standing);
  await story.at('2026-02-03T08:00:00Z');
  const late = { effectiveAt: '2026-01-11T10:00:00Z', reason: 'left early, told by telephone' };
  await admin.do('DeactivateUser', { accountId: 'acme', userId: 'ann', ...late });
  expect(await Promise.all(links.map(async (link) => textAt(auditor, link)))).toEqual(before);
});

test('a late fact changes what is known now, and not what was known then', async () => {
  const then = { ...QM, month: '2026-01', knownAt: '2026-02-02T08:00:00Z' };
  expect(await auditor.ask('peak', then)).toMatchObject({ assigned: { quantity: 3 }, billableOverage: 2 });
  expect(await auditor.ask('peak', { ...QM, month: '2026-01' })).toMatchObject({
    assigned: { quantity: 2 },
    billableOverage: 1,
  });
  const { events } = await auditor.ask('history', { accountId: 'acme', userId: 'ann' });
  expect(events.at(-1)).toMatchObject({
    type: 'UserDeactivated',
    effectiveAt: '2026-01-11T10:00:00.000Z',
    recordedAt: '2026-02-03T08:00:00.000Z',
    actor: 'carla',
    reason: 'left early, told by telephone',
  });
});
