/** Who follows an account on EventStoreDB is told each event once, whatever becomes of the connection, and none of an append that is not whole. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { codec } from '#application/follower.js';
import { type KeptLedger, keepLedger } from '#application/keeping.js';
import { toEventData } from '#event-log/eventstoredb/events.js';
import { LogUnavailable, type NewEvent } from '#event-log/port.js';
import type { Instant } from '#kernel/instant.js';
import type { Story } from '#projections/history/history.js';
import { faultyEventStore } from '../contract/faulty-eventstore.js';
import { ACCOUNT, PRODUCT } from './support/stories.js';

const SLOW_MS = 60_000;
const COME_MS_MAX = 20_000;
const CUTS = 5;
import.meta.jest.setTimeout(SLOW_MS);

const on = faultyEventStore();
const directory = mkdtempSync(join(tmpdir(), 'seatledger-live-'));
let ledger: KeptLedger;

beforeEach(async () => {
  process.env['SEATLEDGER_READ_MODELS'] = directory;
  ledger = await keepLedger(on.server.url, { create: true });
  await record('DefineProduct', PRODUCT);
  await record('OpenAccount', ACCOUNT);
});
afterEach(() => ledger.close());
afterAll(() => {
  delete process.env['SEATLEDGER_READ_MODELS'];
  rmSync(directory, { recursive: true });
});

let commands = 0;

/** Until it is known to be recorded, once. */
async function record(command: string, body: object): Promise<void> {
  const commandId = `c-${(commands += 1)}`;
  for (;;) {
    try {
      await ledger.use((engine) => engine.do(command, { ...body, commandId }));
      return;
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      await sleep(50);
    }
  }
}

function collected(): Story[] {
  const stories: Story[] = [];
  ledger.changes('harbor', 0).subscribe((story) => stories.push(story));
  return stories;
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + COME_MS_MAX;
  while (!holds()) {
    if (performance.now() > end) throw new Error('it has not come');
    await sleep(10);
  }
}

async function told(): Promise<Story[]> {
  const { events } = (await ledger.use((engine) => engine.ask('history', { accountId: 'harbor' }))) as {
    events: Story[];
  };
  return events.sort((a, b) => a.position - b.position);
}

test('connections that are cut, and a server that is gone for a while, drop no event and repeat none', async () => {
  const stories = collected();
  for (let cut = 0; cut < CUTS; cut += 1) {
    const { link } = on.server.faults;
    link.refuse(true);
    link.cutAll();
    const recorded = record('RegisterUser', { accountId: 'harbor', userId: `u-${cut}`, name: 'U' });
    await sleep(300);
    link.refuse(false);
    await recorded;
  }
  const expected = await told();
  await until(() => stories.length >= expected.length);
  expect(stories).toEqual(expected);
});

function registered(userId: string): NewEvent {
  const instant = Date.now() as Instant;
  const metadata = { actor: 'a', commandId: 'both', correlationId: 'c', causationId: 'c', effectiveAt: instant };
  const event = { type: 'UserRegistered', data: { userId, name: 'U', roles: [] } } as const;
  return codec.encode(event, crypto.randomUUID(), { ...metadata, recordedAt: instant });
}

test('of an append of which the server shows the first events before the others, none is told before it is whole', async () => {
  const stories = collected();
  await until(() => stories.length === 1);
  const client = EventStoreDBClient.connectionString(on.server.url);
  await client.appendToStream('seatledger/account-harbor', toEventData(registered('ana'), true));
  const joining = collected();
  await sleep(300);
  expect([stories.length, joining.length]).toEqual([1, 1]);
  await client.appendToStream('seatledger/account-harbor', toEventData(registered('ben')));
  await until(() => stories.length === 3 && joining.length === 3);
  expect([stories, joining]).toEqual(Array(2).fill(await told()));
  await client.dispose();
});
