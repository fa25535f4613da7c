import { standingClock } from '#application/clock.js';
import { type Engine, openEngine } from '#application/engine.js';
import type { DomainEvent } from '#domain/events.js';
import { memoryLog } from '#event-log/memory.js';
import { type EventLog, ORIGIN, type StoredEvent } from '#event-log/port.js';
import { formatInstant, instantOf } from '#kernel/instant.js';
import { openStore } from '#read-model/store.js';

const NOON = '2026-02-01T12:00:00Z';

interface Office {
  readonly engine: Engine;
  readonly log: EventLog;
  readonly moveTo: (instant: string) => void;
  /** Events after a position. */
  readonly events: (after?: number) => Promise<StoredEvent[]>;
}

async function office(log: EventLog = memoryLog(), now = NOON): Promise<Office> {
  const clock = standingClock(instantOf(now));
  const engine = await openEngine({ log, store: openStore(':memory:'), clock });
  return {
    engine,
    log,
    moveTo: (instant) => clock.moveTo(instantOf(instant)),
    async events(after = 0) {
      const found: StoredEvent[] = [];
      for await (const page of log.readAll(ORIGIN)) found.push(...page);
      return found.filter(({ position }) => position > after);
    },
  };
}

async function acme(log?: EventLog, now?: string): Promise<Office> {
  const opened = await office(log, now);
  const facts = {
    name: 'Acme',
    region: 'EU',
    timeZone: 'UTC',
    currency: 'EUR',
    pricingModel: 'named',
    billing: 'monthly',
  };
  await opened.engine.do('DefineProduct', { product: 'qm', name: 'Qm', provisioning: 'assigned' });
  await opened.engine.do('OpenAccount', { accountId: 'acme', ...facts });
  await opened.engine.do('RegisterUser', { accountId: 'acme', userId: 'ann', name: 'Ann' });
  return opened;
}

const typesOf = (events: readonly StoredEvent[]): DomainEvent['type'][] =>
  events.map(({ type }) => type as DomainEvent['type']);
const buy = (quantity: number, over: object = {}): object => ({ accountId: 'acme', product: 'qm', quantity, ...over });

describe('commandId', () => {
  test('a repeat of one that appended events answers what it answered and appends nothing', async () => {
    const { engine, events } = await acme();
    const first = await engine.do('PurchaseLicenses', buy(2, { commandId: 'c' }));
    expect(first).toEqual({ events: ['LicensePurchased'], position: 4, revision: 2 });
    await engine.do('ChangeSale', { product: 'qm', sale: 'not-on-sale' });
    await engine.do('ReduceLicenses', buy(1));
    expect(await engine.do('PurchaseLicenses', buy(2, { commandId: 'c' }))).toEqual(first);
    expect(await events(6)).toEqual([]);
  });

  test('the same id with another command or body is refused', async () => {
    const { engine } = await acme();
    await engine.do('PurchaseLicenses', buy(2, { commandId: 'c' }));
    await expect(engine.do('PurchaseLicenses', buy(3, { commandId: 'c' }))).rejects.toMatchObject({
      code: 'command-id-reused',
    });
    await expect(engine.do('SetCommitment', buy(2, { commandId: 'c' }))).rejects.toMatchObject({
      code: 'command-id-reused',
    });
    await expect(engine.do('PurchaseLicenses', buy(2, { commandId: 'c', reason: 'why' }))).rejects.toMatchObject({
      code: 'command-id-reused',
    });
  });

  test('ids are remembered for good, per stream: by another process, and in other streams anew', async () => {
    const { engine, log } = await acme();
    const first = await engine.do('PurchaseLicenses', buy(2, { commandId: 'c' }));
    const other = await office(log, '2031-01-01T00:00:00Z');
    expect(await other.engine.do('PurchaseLicenses', buy(2, { commandId: 'c' }))).toEqual(first);
    expect(await other.engine.do('ChangeSale', { product: 'qm', sale: 'not-on-sale', commandId: 'c' })).toMatchObject({
      events: ['ProductSaleChanged'],
    });
  });

  test('one that changed nothing, or was refused, is not remembered', async () => {
    const { engine } = await acme();
    expect(await engine.do('SetCommitment', buy(0, { commandId: 'c' }))).toEqual({
      events: [],
      position: 3,
      revision: 1,
    });
    expect(await engine.do('SetCommitment', buy(1, { commandId: 'c' }))).toEqual({
      events: ['CommitmentSet'],
      position: 4,
      revision: 2,
    });
    await expect(engine.do('ReduceLicenses', buy(9, { commandId: 'd' }))).rejects.toMatchObject({ code: 'below-zero' });
    expect(await engine.do('PurchaseLicenses', buy(9, { commandId: 'd' }))).toEqual({
      events: ['LicensePurchased'],
      position: 5,
      revision: 3,
    });
  });
});

test('expectedRevision: the revision that the caller saw, the first event is 0', async () => {
  const { engine } = await acme();
  expect(await engine.ask('account', { accountId: 'acme' })).toMatchObject({ revision: 1 });
  await engine.do('PurchaseLicenses', buy(1, { expectedRevision: 1 }));
  await expect(engine.do('PurchaseLicenses', buy(1, { expectedRevision: 1 }))).rejects.toMatchObject({
    code: 'revision-conflict',
  });
  await engine.do('PurchaseLicenses', buy(1, { expectedRevision: 2 }));
});

test("all of a command's events are appended atomically, or none", async () => {
  const { engine, events } = await acme();
  await engine.do('RegisterUser', { accountId: 'acme', userId: 'bob', name: 'Bob' });
  await engine.do('PurchaseLicenses', buy(2));
  const save = { accountId: 'acme', product: 'qm', userIds: ['ann', 'bob'] };
  await expect(engine.do('SaveSeats', { ...save, userIds: ['ann', 'zoe'] })).rejects.toMatchObject({
    code: 'user-not-found',
  });
  expect(await engine.do('SaveSeats', save)).toEqual({
    events: ['SeatAssigned', 'SeatAssigned'],
    position: 7,
    revision: 5,
  });
  expect(new Set((await events(5)).map(({ metadata }) => metadata.commandId)).size).toBe(1);
});

describe('time', () => {
  test("recordedAt is the engine's clock; effectiveAt is now unless told", async () => {
    const { engine, moveTo, events } = await acme();
    moveTo('2026-02-02T00:00:00Z');
    await engine.do('PurchaseLicenses', buy(1));
    await engine.do('PurchaseLicenses', buy(1, { effectiveAt: NOON, reason: 'found later' }));
    expect(
      (await events(3)).map(({ metadata: { effectiveAt, recordedAt, reason } }) => [
        formatInstant(effectiveAt),
        formatInstant(recordedAt),
        reason,
      ]),
    ).toEqual([
      ['2026-02-02T00:00:00.000Z', '2026-02-02T00:00:00.000Z', undefined],
      ['2026-02-01T12:00:00.000Z', '2026-02-02T00:00:00.000Z', 'found later'],
    ]);
  });

  test("the log's clock never runs back: now is the machine's clock or, where later, the last event's recordedAt", async () => {
    const { log } = await acme();
    const slow = await office(log, '2026-01-31T00:00:00Z');
    await slow.engine.do('PurchaseLicenses', buy(1));
    const [bought] = await slow.events(3);
    expect(formatInstant(bought!.recordedAt)).toBe('2026-02-01T12:00:00.000Z');
    expect(formatInstant(bought!.metadata.effectiveAt)).toBe('2026-02-01T12:00:00.000Z');
    expect(await slow.engine.ask('allocation', { accountId: 'acme', product: 'qm' })).toMatchObject({
      purchased: 1,
      knownAt: '2026-02-01T12:00:00.000Z',
    });
  });
});

describe('the scheduler starts a phase exactly once', () => {
  const entry = (phase: string, region: string | null, startsAt: string): object => ({ phase, region, startsAt });
  const announce = async ({ engine }: Office, programId: string, ...phases: readonly object[]): Promise<void> => {
    await engine.do('AnnounceProgram', { programId, name: programId, products: ['qm'], phases });
  };
  const started = async ({ events }: Office): Promise<unknown[]> =>
    (await events())
      .filter(({ type }) => type === 'EnforcementPhaseStarted')
      .map(({ data, metadata }) => {
        const { programId, phase, region } = JSON.parse(data) as Record<string, unknown>;
        return [programId, phase, region, formatInstant(metadata.effectiveAt).slice(0, 10)];
      });

  test('in order of startsAt, then of announcement, then of appearance in the program', async () => {
    const house = await acme();
    await announce(
      house,
      'z',
      entry('restricted', 'EU', '2026-02-05T00:00:00Z'),
      entry('overage-billing', null, '2026-02-03T00:00:00Z'),
      entry('assignment-open', null, '2026-02-03T00:00:00Z'),
    );
    await announce(
      house,
      'a',
      entry('restricted', null, '2026-02-03T00:00:00Z'),
      entry('assignment-open', 'US', '2026-02-02T00:00:00Z'),
    );
    house.moveTo('2026-02-04T00:00:00Z');
    await house.engine.scheduler.run();
    const first = [
      ['a', 'assignment-open', 'US', '2026-02-02'],
      ['z', 'overage-billing', null, '2026-02-03'],
      ['z', 'assignment-open', null, '2026-02-03'],
      ['a', 'restricted', null, '2026-02-03'],
    ];
    expect(await started(house)).toEqual(first);
    await house.engine.scheduler.run();
    expect(await started(house)).toEqual(first);
    house.moveTo('2026-02-05T00:00:00Z');
    await house.engine.scheduler.run();
    expect(await started(house)).toEqual([...first, ['z', 'restricted', 'EU', '2026-02-05']]);
  });

  test('never inside a command: only when the scheduler runs', async () => {
    const house = await acme();
    await announce(house, 'p', entry('restricted', null, '2026-02-02T00:00:00Z'));
    house.moveTo('2026-02-03T00:00:00Z');
    await house.engine.do('PurchaseLicenses', buy(1));
    expect(typesOf(await house.events(4))).toEqual(['LicensePurchased']);
    await house.engine.scheduler.run();
    expect(typesOf(await house.events(5))).toEqual(['EnforcementPhaseStarted']);
  });

  test('by several processes at once too', async () => {
    const house = await acme();
    await announce(
      house,
      'p',
      entry('restricted', null, '2026-02-02T00:00:00Z'),
      entry('overage-billing', 'EU', '2026-02-02T00:00:00Z'),
    );
    const others = await Promise.all(Array.from({ length: 5 }, () => office(house.log, '2026-02-03T00:00:00Z')));
    await Promise.all(others.map(({ engine }) => engine.scheduler.run()));
    expect(await started(house)).toHaveLength(2);
  });

  test('a phase that was moved starts when it was moved to', async () => {
    const house = await acme();
    await announce(house, 'p', entry('restricted', null, '2026-02-02T00:00:00Z'));
    await house.engine.do('ReschedulePhase', {
      programId: 'p',
      phase: 'restricted',
      region: null,
      startsAt: '2026-02-04T00:00:00Z',
      reason: 'time',
    });
    house.moveTo('2026-02-03T00:00:00Z');
    await house.engine.scheduler.run();
    expect(await started(house)).toEqual([]);
    house.moveTo('2026-02-04T00:00:00Z');
    await house.engine.scheduler.run();
    expect(await started(house)).toEqual([['p', 'restricted', null, '2026-02-04']]);
  });
});

describe('assign-all-active', () => {
  test("every active user who holds no manual seat gets one, once, by account, product in the program's order, user", async () => {
    const house = await acme();
    const { engine } = house;
    await engine.do('DefineProduct', { product: 'cr', name: 'Cr', provisioning: 'assigned' });
    for (const userId of ['cy', 'bob']) await engine.do('RegisterUser', { accountId: 'acme', userId, name: userId });
    await engine.do('DeactivateUser', { accountId: 'acme', userId: 'cy' });
    for (const product of ['qm', 'cr'])
      await engine.do('PurchaseLicenses', { accountId: 'acme', product, quantity: 1 });
    await engine.do('AssignSeats', { accountId: 'acme', product: 'qm', userIds: ['ann'] });
    const startsAt = '2026-02-02T00:00:00Z';
    const { position } = await engine.do('AnnounceProgram', {
      programId: 'p',
      name: 'P',
      products: ['qm', 'cr'],
      phases: [{ phase: 'assignment-open', region: 'EU', startsAt }],
      onOpen: 'assign-all-active',
    });
    const others = await Promise.all(Array.from({ length: 3 }, () => office(house.log, '2026-02-03T00:00:00Z')));
    await Promise.all(others.map((other) => other.engine.scheduler.run()));
    const [phase, ...given] = await house.events(position);
    expect(phase!.type).toBe('EnforcementPhaseStarted');
    expect(
      given.map(({ data, metadata }) => [JSON.parse(data), metadata.commandId, formatInstant(metadata.effectiveAt)]),
    ).toEqual(
      [
        ['qm', 'bob'],
        ['cr', 'ann'],
        ['cr', 'bob'],
      ].map(([product, userId]) => [
        { product, userId, source: 'manual' },
        'start:p:assignment-open:EU',
        '2026-02-02T00:00:00.000Z',
      ]),
    );
  });

  test('any process completes, once, a start that was cut off', async () => {
    const house = await acme();
    await house.engine.do('PurchaseLicenses', buy(1));
    const startsAt = '2026-02-02T00:00:00Z';
    const program = {
      programId: 'p',
      name: 'P',
      products: ['qm'],
      phases: [{ phase: 'assignment-open', region: 'EU', startsAt }],
    };
    const { position } = await house.engine.do('AnnounceProgram', { ...program, onOpen: 'assign-all-active' });
    const cut: EventLog = {
      ...house.log,
      append: (stream, ...rest) =>
        stream === 'account-acme' ? Promise.reject(new Error('cut off')) : house.log.append(stream, ...rest),
    };
    const dying = await office(cut, '2026-02-03T00:00:00Z');
    await expect(dying.engine.scheduler.run()).rejects.toThrow('cut off');
    expect(typesOf(await house.events(position))).toEqual(['EnforcementPhaseStarted']);
    await house.engine.do('RegisterUser', { accountId: 'acme', userId: 'bob', name: 'Bob' });
    const others = await Promise.all(Array.from({ length: 3 }, () => office(house.log, '2026-02-04T00:00:00Z')));
    await Promise.all(others.map((other) => other.engine.scheduler.run()));
    const events = await house.events(position + 2);
    expect(events.map(({ type, data }) => [type, JSON.parse(data)])).toEqual([
      ['SeatAssigned', { product: 'qm', userId: 'ann', source: 'manual' }],
    ]);
    expect(events[0]!.metadata.effectiveAt).toBe(instantOf(startsAt));
  });
});
