import { recorded } from '../../test/support/domain/asked.js';
import { day } from '../../test/support/domain/given.js';
import {
  type GivenEvent,
  announced,
  assigned,
  defined,
  opened,
  purchased,
  registered,
  released,
  started,
} from '../../test/support/reference/given.js';

const JAN = day(1);
const acme = [defined('qm'), opened(JAN), ...['ann', 'bob', 'cy'].map((user) => registered(JAN, user))];
const iso = (text: string): string => text.replace('Z', '.000Z');
const quantity = (value: number, at: string | null): object => ({ quantity: value, at: at && iso(at) });
const trial = (at: string, endsAt: string): GivenEvent => [at, 'TrialStarted', { product: 'qm', endsAt }];

async function peak(events: readonly GivenEvent[], month = '2026-01', of: object = {}): Promise<unknown> {
  const { ask } = await recorded(...acme, ...events);
  const { licences, assigned: seats, overage, billableOverage } = await ask('peak', { product: 'qm', month, ...of });
  return { licences, assigned: seats, overage, billableOverage };
}

test('a swap saved in one command never counts twice', async () => {
  const swap = [assigned(day(2), 'ann', 'qm'), assigned(day(5), 'bob', 'qm'), released(day(5), 'ann', 'qm')];
  expect(await peak(swap)).toMatchObject({
    assigned: quantity(1, day(2)),
    overage: quantity(1, day(2)),
    billableOverage: 1,
  });
});

test("what was carried in is at the month's first instant, local", async () => {
  const world = [purchased(day(2), 'qm', 1), assigned(day(3), 'ann', 'qm')];
  expect(await peak(world, '2026-02')).toMatchObject({
    licences: quantity(1, day(1, 2)),
    assigned: quantity(1, day(1, 2)),
    overage: quantity(0, null),
  });
});

test("counted instants: those of the month up to knownAt, from the account's opening on", async () => {
  const world = [purchased(day(2), 'qm', 1), purchased(day(20), 'qm', 4)];
  expect(await peak(world)).toMatchObject({ licences: quantity(5, day(20)) });
  expect(await peak(world, '2026-01', { knownAt: '2026-01-19T23:59:59.999Z' })).toMatchObject({
    licences: quantity(1, day(2)),
  });
  expect(await peak(world, '2025-12')).toMatchObject({ licences: quantity(0, null), assigned: quantity(0, null) });
  const free = [
    defined('qm', { complimentary: 2 }),
    opened(day(10)),
    registered(day(10), 'ann'),
    assigned(day(10), 'ann', 'qm'),
  ];
  const { ask } = await recorded(...free);
  expect(await ask('peak', { product: 'qm', month: '2026-01' })).toMatchObject({ assigned: quantity(1, day(10)) });
});

test('nothing of that product is billed for the instants of a trial, to its very end', async () => {
  const world = [
    trial(day(2), day(10)),
    purchased(day(3), 'qm', 5),
    [day(10), 'LicenseReduced', { product: 'qm', quantity: 4 }] as const,
  ];
  expect(await peak(world)).toMatchObject({ licences: quantity(1, day(10)) });
  expect(await peak([...world, [day(9), 'TrialEnded', { product: 'qm' }]])).toMatchObject({
    licences: quantity(5, day(9)),
  });
  expect(await peak([...acme.slice(0, 0), trial(day(2), day(10)), assigned(day(3), 'ann', 'qm')])).toMatchObject({
    assigned: quantity(1, day(3)),
    overage: quantity(1, day(3)),
    billableOverage: 1,
  });
});

test('overage is billed only from when every overage-billing entry for the region has started', async () => {
  const seats = [assigned(day(5), 'ann', 'qm'), assigned(day(5), 'bob', 'qm'), released(day(20), 'bob', 'qm')];
  const program = announced(day(2), 'p', ['qm'], ['overage-billing', 'EU', day(10)]);
  const other = announced(day(2), 'q', ['qm'], ['overage-billing', null, day(25)]);
  expect(await peak(seats)).toMatchObject({ billableOverage: 2 });
  expect(await peak([program, ...seats])).toMatchObject({ overage: quantity(2, day(5)), billableOverage: 0 });
  expect(await peak([program, ...seats, started(day(10), 'p', 'overage-billing', 'EU')])).toMatchObject({
    billableOverage: 2,
  });
  expect(
    await peak([
      program,
      other,
      ...seats,
      started(day(10), 'p', 'overage-billing', 'EU'),
      started(day(25), 'q', 'overage-billing', null),
    ]),
  ).toMatchObject({ billableOverage: 1 });
  const elsewhere = announced(day(2), 'p', ['qm'], ['overage-billing', 'US', day(10)]);
  expect(await peak([elsewhere, ...seats])).toMatchObject({ billableOverage: 2 });
  expect(await peak([...seats, announced(day(6), 'p', ['qm'], ['overage-billing', 'EU', day(1, 12)])])).toMatchObject({
    billableOverage: 2,
  });
});

test('complimentary seats count by the definition of each instant', async () => {
  const seats = [assigned(day(5), 'ann', 'qm'), assigned(day(5), 'bob', 'qm')];
  expect(await peak([...seats, defined('qm', { complimentary: 1 }, day(10))])).toMatchObject({
    overage: quantity(2, day(5)),
    billableOverage: 2,
  });
  expect(await peak([...seats, defined('qm', { complimentary: 1 }, day(5))])).toMatchObject({
    overage: quantity(1, day(5)),
    billableOverage: 1,
  });
});
