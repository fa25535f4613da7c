/** The admin: gives and takes seats, sees what a cart costs before confirming it, is told well what cannot be, and steps on nobody's toes. */
import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { Seatledger } from '../../../sdk/client.js';
import { type Story, beginStory, refusalOf } from '../../support/api/story.js';

const VOICE = { accountId: 'acme', product: 'voice' };

let story: Story;
let carla: Seatledger;
let dora: Seatledger;
beforeAll(async () => {
  story = await beginStory('2026-03-02T09:00:00Z');
  await story.sells('voice', { provisioning: 'assigned' }, { committed: '20.00' });
  await story.sells('outbound', { provisioning: 'assigned', requires: [['voice']] }, { committed: '10.00' });
  await story.opens('acme', {}, 'ann', 'ben', 'cleo');
  carla = await story.person('carla', 'acme', 'licensing.view', 'licensing.update', 'audit.read');
  dora = await story.person('dora', 'acme', 'licensing.view', 'licensing.update');
});
afterAll(() => story.end());

test('sees what a cart would cost before confirming it, and gets exactly that', async () => {
  const cart = {
    accountId: 'acme',
    changes: [
      { product: 'voice', quantity: 2 },
      { product: 'outbound', quantity: 1 },
    ],
  };
  const preview = await carla.preview('ChangeLicenses', cart);
  expect(preview).toMatchObject({
    events: [{ type: 'LicensePurchased' }, { type: 'LicensePurchased' }],
    invoices: [{ period: '2026-03', before: { subtotal: '0.00' }, after: { subtotal: '50.00' } }],
  });
  expect((await carla.ask('allocation', VOICE)).purchased).toBe(0);
  const confirmed = await carla.do('ChangeLicenses', cart);
  expect(confirmed.events).toEqual(preview.events.map(({ type }) => type));
  const { lines, subtotal } = await carla.ask('invoice', { accountId: 'acme', period: '2026-03' });
  expect([lines.length, subtotal]).toEqual([2, '50.00']);
});

test('gives seats, and reads them back at the position that the command told', async () => {
  const { position, events } = await carla.do('AssignSeats', { ...VOICE, userIds: ['ann', 'ben'] });
  expect(events).toEqual(['SeatAssigned', 'SeatAssigned']);
  const allocation = await dora.ask('allocation', { ...VOICE, position });
  expect(allocation).toMatchObject({ position, assigned: 2, available: 0 });
  expect(allocation.seats.map(({ userId }) => userId)).toEqual(['ann', 'ben']);
});

test('is told well that there are not enough licences, that a base is missing, and that a seat is needed', async () => {
  const full = await refusalOf(carla.do('AssignSeats', { ...VOICE, userIds: ['cleo'] }));
  expect(full).toMatchObject({ status: 409, code: 'capacity-exceeded' });
  expect(full.message).toMatch(/\b3\b.*\b2\b/);
  const foreseen = await refusalOf(carla.preview('AssignSeats', { ...VOICE, userIds: ['cleo'] }));
  expect(foreseen).toMatchObject({ code: full.code, message: full.message });
  const outbound = { accountId: 'acme', product: 'outbound' };
  const baseless = await refusalOf(carla.do('AssignSeats', { ...outbound, userIds: ['cleo'] }));
  expect(baseless).toMatchObject({
    status: 409,
    code: 'prerequisite-missing',
    message: expect.stringContaining('cleo'),
  });
  await carla.do('AssignSeats', { ...outbound, userIds: ['ann'] });
  const needed = await refusalOf(carla.do('ReleaseSeats', { ...VOICE, userIds: ['ann'] }));
  expect(needed).toMatchObject({ status: 409, code: 'seat-required' });
  const bad = await refusalOf(carla.do('PurchaseLicenses', { ...VOICE, quantity: -1 }));
  expect(bad).toMatchObject({
    status: 400,
    errors: [{ field: 'quantity', expected: 'a whole number from 1 to 1000000' }],
  });
});

test('does not undo what a colleague has saved meanwhile: the revision that was seen is held against the one there is', async () => {
  const { revision } = await carla.ask('account', { accountId: 'acme' });
  const saved = await dora.do('SaveSeats', { ...VOICE, userIds: ['ann', 'cleo'], expectedRevision: revision });
  expect(saved.revision).toBeGreaterThan(revision);
  const stale = carla.do('SaveSeats', { ...VOICE, userIds: ['ann', 'ben'], expectedRevision: revision });
  expect(await refusalOf(stale)).toMatchObject({ status: 412, code: 'revision-conflict' });
  const { revision: seen, users } = await carla.ask('account', { accountId: 'acme' });
  const holders = users.filter(({ seats }) => seats.some(({ product }) => product === 'voice'));
  expect(holders.map(({ userId }) => userId)).toEqual(['ann', 'cleo']);
  const { revision: after } = await carla.do('ReleaseSeats', { ...VOICE, userIds: ['cleo'], expectedRevision: seen });
  expect(after).toBe(seen + 1);
});

test('sends a command twice by accident, and it is done once', async () => {
  const bought = { ...VOICE, quantity: 1, commandId: 'order-4711' };
  const first = await carla.do('PurchaseLicenses', bought);
  expect(await carla.do('PurchaseLicenses', bought)).toEqual(first);
  expect((await carla.ask('allocation', VOICE)).purchased).toBe(3);
  const other = await refusalOf(carla.do('PurchaseLicenses', { ...bought, quantity: 2 }));
  expect(other).toMatchObject({ status: 422, code: 'command-id-reused' });
});

test('follows the account as it changes', async () => {
  const { position } = await carla.ask('account', { accountId: 'acme' });
  const stopped = new AbortController();
  const params = { path: { accountId: 'acme' }, query: { after: position } };
  const { response } = await carla.http.GET('/v1/accounts/{accountId}/changes', {
    params,
    parseAs: 'stream',
    signal: stopped.signal,
  });
  await dora.do('AssignSeats', { ...VOICE, userIds: ['ben'] });
  const events = response.body!.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const { event, data } of events) {
    expect([event, JSON.parse(data)]).toMatchObject(['SeatAssigned', { actor: 'dora', data: { userId: 'ben' } }]);
    break;
  }
  stopped.abort();
});
