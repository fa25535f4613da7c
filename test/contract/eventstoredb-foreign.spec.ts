/** What others do to our streams on EventStoreDB is told with its place, and never answered from as if it were not there. */
import { machineClock } from '#application/clock.js';
import { type Engine, openEngine } from '#application/engine.js';
import { openEventStoreLog } from '#event-log/eventstoredb.js';
import { DamagedLog } from '#event-log/port.js';
import { openStore } from '#read-model/store.js';
import { type ProposedEvent, type RecordedEvent, jsonEvent } from '../support/eventstore/events.js';
import { WAITS_OF_TESTS, faultyEventStore } from './faulty-eventstore.js';

const STREAM = 'seatledger/account-acme';
const ACCOUNT = {
  accountId: 'acme',
  name: 'Acme',
  region: 'EU',
  timeZone: 'UTC',
  currency: 'EUR',
  pricingModel: 'named',
  billing: 'monthly',
};
const METADATA = {
  version: 1,
  actor: 'someone',
  commandId: 'c',
  correlationId: 'c',
  causationId: 'c',
  effectiveAt: '2026-01-01T00:00:00.000Z',
  recordedAt: '2026-01-01T00:00:00.000Z',
};

const on = faultyEventStore();
const engines: Engine[] = [];

async function engineOn(): Promise<Engine> {
  const log = await openEventStoreLog(on.server.url, { waits: WAITS_OF_TESTS });
  const engine = await openEngine({ log, store: openStore(':memory:'), clock: machineClock });
  engines.push(engine);
  return engine;
}

/** An account and two users. */
async function written(): Promise<Engine> {
  const engine = await engineOn();
  await engine.do('OpenAccount', ACCOUNT);
  for (const userId of ['ada', 'bob']) {
    await engine.do('RegisterUser', { accountId: 'acme', userId, name: userId, roles: [] });
  }
  return engine;
}

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

const ask = (engine: Engine): Promise<unknown> => engine.ask('account', { accountId: 'acme' });

const event = (type: string, data: string, metadata: object | string = METADATA): ProposedEvent => ({
  ...jsonEvent(type, data),
  metadata: Buffer.from(typeof metadata === 'string' ? metadata : JSON.stringify(metadata)),
});
const { version: _, ...noVersion } = METADATA;
const { actor: __, ...noActor } = METADATA;

test.each<[string, ProposedEvent, string]>([
  ['without metadata', jsonEvent('UserRegistered', '{}'), 'its metadata is no JSON object'],
  ['whose metadata is no JSON', event('UserRegistered', '{}', 'not JSON'), 'its metadata is no JSON object'],
  ['whose metadata has no version', event('UserRegistered', '{}', noVersion), 'its metadata has no version'],
  ['whose metadata has no actor', event('UserRegistered', '{}', noActor), 'its metadata has no actor'],
  [
    'whose instants are of another form',
    event('UserRegistered', '{}', { ...METADATA, recordedAt: 'yesterday' }),
    'its metadata has no recordedAt in RFC 3339',
  ],
  ['whose data is malformed JSON', event('UserRegistered', '{"userId":'), 'its data is no JSON object'],
  ['whose data is another JSON', event('UserRegistered', '[1,2]'), 'its data is no JSON object'],
  ['whose data is null', event('UserRegistered', 'null'), 'its data is no JSON object'],
  ['that is binary', { ...event('UserRegistered', '{}'), isJson: false }, 'its data is no JSON object'],
  ['of an unknown type', event('SeatPainted', '{}'), 'there is no event type SeatPainted'],
  [
    'of a version from the future',
    event('UserRegistered', '{}', { ...METADATA, version: 99 }),
    'by a newer Seatledger',
  ],
])(
  'an event %s in a stream of ours: no answer and no command, but its stream and revision',
  async (_, foreign, why) => {
    const engine = await written();
    await ask(engine);
    on.server.inject(STREAM, [foreign]);
    const revision = on.server.store.stream(STREAM).events.length - 1;
    const other = await engineOn();
    const calls = [
      () => ask(engine),
      () => other.sync(),
      () => engine.do('DeactivateUser', { accountId: 'acme', userId: 'ada' }),
    ];
    for (const call of calls) {
      const refused = call();
      await expect(refused).rejects.toBeInstanceOf(DamagedLog);
      await expect(refused).rejects.toMatchObject({ place: { stream: 'account-acme', revision } });
      await expect(refused).rejects.toThrow(why);
    }
  },
);

test("an event of ours in a stream of no name of ours is not taken for the catalog's", async () => {
  const engine = await written();
  const registered = on.server.log.find(({ type }) => type === 'UserRegistered')!;
  on.server.inject('seatledger/nonsense', [{ ...registered, id: crypto.randomUUID() }]);
  await expect(ask(engine)).rejects.toBeInstanceOf(DamagedLog);
  await expect(ask(engine)).rejects.toMatchObject({ place: { stream: 'nonsense', revision: 0 } });
});

describe('events of a stream that are gone are missed', () => {
  const scavenge = (isGone: (event: RecordedEvent) => boolean): void => {
    const log = on.server.log as RecordedEvent[];
    for (let index = log.length - 1; index >= 0; index -= 1) if (isGone(log[index]!)) log.splice(index, 1);
  };

  test.each([
    ['the first', 0],
    ['one in the middle', 1],
  ])('%s', async (_, gone) => {
    const engine = await written();
    await engine.close();
    engines.pop();
    scavenge(({ stream, revision }) => stream === STREAM && revision === gone);
    const refused = (await engineOn()).sync();
    await expect(refused).rejects.toBeInstanceOf(DamagedLog);
    await expect(refused).rejects.toMatchObject({ place: { stream: 'account-acme', revision: gone + 1 } });
    await expect(refused).rejects.toThrow(`revision ${gone} should be`);
  });

  test('of the catalog', async () => {
    const engine = await engineOn();
    for (const product of ['desk', 'chair', 'lamp']) {
      await engine.do('DefineProduct', { product, name: product, provisioning: 'assigned' });
    }
    await engine.close();
    engines.pop();
    scavenge(({ stream, revision }) => stream === 'seatledger/catalog' && revision === 1);
    await expect((await engineOn()).sync()).rejects.toMatchObject({ place: { stream: 'catalog', revision: 2 } });
  });

  test('a stream that was deleted softly is read on in the log, until it is scavenged and begins anew', async () => {
    const engine = await written();
    on.server.store.delete(STREAM, 'any');
    await expect(ask(engine)).resolves.toBeDefined();
    await expect((await engineOn()).sync()).resolves.toBeUndefined();
    scavenge(({ stream }) => stream === STREAM);
    on.server.inject(STREAM, [event('UserRegistered', '{"userId":"eve","name":"Eve","roles":[]}')]);
    await expect((await engineOn()).sync()).rejects.toMatchObject({ place: { stream: 'account-acme' } });
  });
});

test("a read model that was read from another server's log is refused", async () => {
  const engine = await written();
  const store = openStore(':memory:');
  const first = await openEngine({
    log: await openEventStoreLog(on.server.url, { waits: WAITS_OF_TESTS }),
    store: { ...store, close: () => {} },
    clock: machineClock,
  });
  await first.sync();
  await first.close();
  await engine.close();
  engines.pop();
  await on.start();
  on.server.inject('elsewhere', [jsonEvent('Long', JSON.stringify('x'.repeat(100_000)))]);
  await written();
  const log = await openEventStoreLog(on.server.url, { waits: WAITS_OF_TESTS });
  const second = await openEngine({ log, store, clock: machineClock });
  engines.push(second);
  await expect(second.sync()).rejects.toBeInstanceOf(DamagedLog);
  await expect(second.sync()).rejects.toThrow(/another log's|another server's log/);
});
