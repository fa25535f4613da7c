/** The log over real HTTP: every event as it is stored, in pages of one state, for whoever audits all of it. */
import { toldOf } from '#application/auditing.js';
import { ORIGIN } from '#event-log/port.js';
import { type Seatledger, seatledger } from '../../../sdk/client.js';
import { all } from '../../../test/contract/new-event.js';
import type { TestService } from '../../../test/support/api/service.js';
import { refusalOf, textAt } from '../../../test/support/api/story.js';
import { serveTenants } from '../../../test/support/api/tenants.js';

let service: TestService;
let auditor: Seatledger;
beforeAll(async () => {
  service = await serveTenants(['acme', 'bolt']);
  auditor = seatledger({ url: service.url, token: await service.token({ '*': ['audit.read'] }) });
});
afterAll(() => service.close());

test('pages are of one state of the log, whatever is recorded meanwhile, and each is at its permalink for ever', async () => {
  const stored = (await all(service.log.readAll(ORIGIN))).map(toldOf);
  const head = await service.log.head();
  const read: unknown[] = [];
  for await (const page of auditor.pages('events', { limit: 7 })) {
    expect(page.position).toBe(head);
    expect(page.events.length).toBeLessThanOrEqual(7);
    expect(await textAt(auditor, page.permalink)).toBe(JSON.stringify(page));
    read.push(...page.events);
    await service.engine.do('RegisterUser', {
      accountId: 'acme',
      userId: `new-${page.events[0]!.position}`,
      name: 'N',
    });
  }
  expect(read).toEqual(stored);
  expect(new Set(stored.map(({ stream }) => stream)).size).toBe(4);
});

test('events after a position, up to another one', async () => {
  const { events, next } = await auditor.ask('events', { after: 3, position: 5 });
  expect([events.map(({ position }) => position), next]).toEqual([[4, 5], null]);
  expect(await auditor.ask('events', { after: 5, position: 3 })).toMatchObject({ events: [], next: null });
  expect(await refusalOf(auditor.ask('events', { position: 1_000_000 }))).toMatchObject({
    code: 'position-not-reached',
  });
  expect(await refusalOf(auditor.ask('events', { after: -1 }))).toMatchObject({
    code: 'invalid-input',
    errors: [{ field: 'after' }],
  });
});

test('who may audit single accounts is not told the log', async () => {
  const token = await service.token({ acme: ['audit.read'] });
  const own = seatledger({ url: service.url, token });
  expect(await refusalOf(own.ask('events', {}))).toMatchObject({ status: 403, code: 'forbidden' });
});
