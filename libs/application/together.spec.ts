/** What is decided together comes to what the same commands come to one after another, as one append or not at all. */
import * as fc from 'fast-check';
import { type Part, PartsRefused, type Together } from '#application/together.js';
import { parseCommand } from '#domain/commands.js';
import type { Instant } from '#kernel/instant.js';
import { instantOf } from '#kernel/instant.js';
import { LATE_FACTS_TOLD_APART_MAX } from '#projections/filing/late.js';
import type { PartCommand } from '#application/together.js';
import { ACCOUNT, PRODUCT } from '../../test/e2e/support/stories.js';
import { type Ledger, eventsOf, iso, newLedger } from '../../test/support/ledger.js';
import { differing, rowsOf } from '../../test/support/rows.js';
import { runs } from '../../test/support/runs.js';

const OPENED_AT = '2026-01-01T00:00:00.000Z';
const NOW = '2026-02-01T00:00:00.000Z';
const DAY_MS = 86_400_000;
const ORIGIN = { actor: 'importer' };

interface Row {
  readonly userId: string;
  readonly day: number;
  readonly product: string | undefined;
}

/** An account that has been used since January: seats of two products, one of which requires the other, some released later. */
async function used(): Promise<Ledger> {
  const ledger = await newLedger({ start: OPENED_AT });
  const { engine } = ledger;
  await engine.do('DefineProduct', { ...PRODUCT, overage: 'allow' });
  await engine.do('DefineProduct', {
    product: 'coach',
    name: 'Coach',
    provisioning: 'assigned',
    overage: 'auto-purchase',
  });
  await engine.do('OpenAccount', ACCOUNT);
  await engine.do('LinkRole', { accountId: 'harbor', role: 'agent', product: 'copilot' });
  ledger.clock.moveTo(instantOf('2026-01-11T00:00:00.000Z'));
  for (const userId of ['u0', 'u1']) {
    await engine.do('RegisterUser', { accountId: 'harbor', userId, name: userId, roles: ['agent'] });
    await engine.do('AssignSeats', { accountId: 'harbor', product: 'coach', userIds: [userId] });
  }
  ledger.clock.moveTo(instantOf('2026-01-21T00:00:00.000Z'));
  await engine.do('ReleaseSeats', { accountId: 'harbor', product: 'coach', userIds: ['u1'] });
  ledger.clock.moveTo(instantOf(NOW));
  return ledger;
}

const registered = (userId: string): object => ({ accountId: 'harbor', userId, name: userId, roles: ['agent'] });
const seat = (userId: string, product: string): object => ({ accountId: 'harbor', product, userIds: [userId] });
const atOf = ({ day }: Row): Instant => (Date.parse(OPENED_AT) + day * DAY_MS) as Instant;

function partOf(row: Row): Part {
  const { userId, product } = row;
  const step = (name: string, body: object): PartCommand => parseCommand(name, body) as PartCommand;
  const assigned = product === undefined ? [] : [{ command: step('AssignSeats', seat(userId, product)) }];
  return {
    effectiveAt: atOf(row),
    reason: `told of ${userId}`,
    steps: [{ command: step('RegisterUser', registered(userId)), unless: 'user-exists' }, ...assigned],
  };
}

function togetherOf(rows: readonly Row[]): Together {
  return { accountId: 'harbor', commandId: 'import-1', parts: rows.map(partOf) };
}

/** The same, one command after another. @returns how many were refused */
async function oneByOne({ engine }: Ledger, rows: readonly Row[]): Promise<number> {
  let refused = 0;
  for (const row of rows.toSorted((a, b) => a.day - b.day)) {
    const late = { effectiveAt: iso(atOf(row)), reason: `told of ${row.userId}` };
    try {
      await engine
        .do('RegisterUser', { ...registered(row.userId), ...late }, ORIGIN)
        .catch((error: { code: string }) => {
          if (error.code !== 'user-exists') throw error;
        });
      if (row.product) await engine.do('AssignSeats', { ...seat(row.userId, row.product), ...late }, ORIGIN);
    } catch {
      refused += 1;
    }
  }
  return refused;
}

async function answersOf({ engine }: Ledger, position?: number): Promise<unknown[]> {
  const of = { accountId: 'harbor', ...(position !== undefined && { position }) };
  const at = { at: iso(Date.parse('2026-01-16T00:00:00Z')) };
  const products = ['copilot', 'coach'];
  const asked: [string, object][] = [
    ['history', of],
    ['overview', of],
    ...products.flatMap((product): [string, object][] => [
      ['holdings', { ...of, product }],
      ['allocation', { ...of, product }],
      ['allocation', { ...of, product, ...at }],
      ['peak', { ...of, product, month: '2026-01' }],
    ]),
    ['explain', { ...of, userId: 'u3', product: 'copilot', ...at }],
  ];
  return Promise.all(asked.map(([name, fields]) => engine.ask(name, fields)));
}

const row = fc.record({
  userId: fc.constantFrom('u0', 'u1', 'u2', 'u3', 'u4', 'u5'),
  day: fc.integer({ min: 0, max: 31 }),
  product: fc.constantFrom('copilot', 'coach', undefined),
});
/** Of so many that they are filed as one. */
const crowd = fc.array(fc.tuple(fc.integer({ min: 0, max: 31 }), fc.constantFrom('copilot', 'coach', undefined)), {
  minLength: LATE_FACTS_TOLD_APART_MAX,
  maxLength: LATE_FACTS_TOLD_APART_MAX + 10,
});

test('together they come to what they come to one after another, in every answer, also between two of their events', async () => {
  const few = fc.array(row, { minLength: 1, maxLength: 10 });
  const many = crowd.map((rows) => rows.map(([day, product], n): Row => ({ userId: `u${n}`, day, product })));
  const property = fc.asyncProperty(fc.oneof(few, many), fc.nat(), async (rows, between) => {
    const [one, other] = [await used(), await used()];
    const refused = await oneByOne(other, rows);
    const recorded = one.engine.together.record(togetherOf(rows), ORIGIN);
    if (refused > 0) {
      await expect(recorded).rejects.toThrow(PartsRefused);
    } else {
      await recorded;
      // What is learnt next is late beside some of them.
      for (const { engine } of [one, other]) {
        await engine.do('ReleaseSeats', {
          ...seat('u0', 'coach'),
          effectiveAt: '2026-01-28T00:00:00Z',
          reason: 'left',
        });
      }
      expect(await answersOf(one)).toEqual(await answersOf(other));
      const anew = await newLedger({ start: NOW, log: one.log });
      await anew.engine.sync();
      expect(differing(rowsOf(one.store), rowsOf(anew.store))).toEqual([]);
      const events = await eventsOf(one.log);
      const position = events[between % events.length]!.position;
      if (position > 10) expect(await answersOf(one, position)).toEqual(await answersOf(other, position));
    }
    await one.engine.close();
    await other.engine.close();
  });
  await fc.assert(property, runs(8));
}, 600_000);

test('they are one append under one command id, each with its own instant and reason; the same again appends nothing', async () => {
  const ledger = await used();
  const before = await ledger.log.head();
  const together = togetherOf([
    { userId: 'u7', day: 12, product: 'coach' },
    { userId: 'u8', day: 5, product: undefined },
  ]);
  expect(await ledger.engine.together.judge(together)).toMatchObject({ isRepeat: false });
  expect(await ledger.log.head()).toBe(before);
  const outcome = await ledger.engine.together.record(together, ORIGIN);
  const appended = (await eventsOf(ledger.log)).slice(before);
  expect(appended.map(({ type, effectiveAt, reason }) => [type, iso(effectiveAt).slice(0, 10), reason])).toEqual([
    ['UserRegistered', '2026-01-06', 'told of u8'],
    ['SeatAssigned', '2026-01-06', 'told of u8'],
    ['UserRegistered', '2026-01-13', 'told of u7'],
    ['SeatAssigned', '2026-01-13', 'told of u7'],
    ['LicensePurchased', '2026-01-13', 'told of u7'],
    ['SeatAssigned', '2026-01-13', 'told of u7'],
  ]);
  expect(await ledger.engine.together.record(together, ORIGIN)).toEqual(outcome);
  expect(await ledger.engine.together.judge(together)).toMatchObject({ isRepeat: true, events: { length: 6 } });
  expect(await ledger.log.head()).toBe(before + 6);
});

test('where some may not be nothing is appended, and each of them is named with its refusal', async () => {
  const ledger = await used();
  const before = await ledger.log.head();
  const late = partOf({ userId: 'u7', day: 3, product: 'nothing' });
  const together: Together = {
    ...togetherOf([]),
    parts: [
      partOf({ userId: 'u9', day: 3, product: 'coach' }),
      late,
      partOf({ userId: 'u8', day: 40, product: undefined }),
      { ...partOf({ userId: 'u6', day: 3, product: undefined }), reason: undefined },
    ],
  };
  for (const refused of [ledger.engine.together.judge(together), ledger.engine.together.record(together, ORIGIN)]) {
    const { parts } = (await refused.catch((error: unknown) => error)) as PartsRefused;
    expect(parts.map(({ index, refusal }) => [index, refusal.code])).toEqual([
      [1, 'product-not-found'],
      [2, 'effective-in-future'],
      [3, 'reason-required'],
    ]);
  }
  expect(await ledger.log.head()).toBe(before);
});

test('more events than one append takes are too-many-events, and nothing is appended', async () => {
  const ledger = await used();
  const before = await ledger.log.head();
  const rows = Array.from({ length: 10_001 }, (_, n): Row => ({ userId: `many-${n}`, day: 31, product: undefined }));
  await expect(ledger.engine.together.record(togetherOf(rows), ORIGIN)).rejects.toMatchObject({
    code: 'too-many-events',
  });
  expect(await ledger.log.head()).toBe(before);
});
