import * as fc from 'fast-check';
import { type Peak, type Standing, peakOf } from '#domain/billing/peak.js';
import type { Instant } from '#kernel/instant.js';

const standing = (at: number, over: Partial<Standing> = {}): Standing => ({
  at: at as Instant,
  assigned: 0,
  licences: 0,
  complimentary: 0,
  multiplier: 1,
  trial: false,
  overageBilled: true,
  ...over,
});

test('nothing counted: all zero, at no instant', () => {
  const never = { quantity: 0, at: null };
  expect(peakOf([])).toEqual({ licences: never, assigned: never, overage: never, billableOverage: 0 });
  expect(peakOf([standing(1)])).toEqual({ licences: never, assigned: never, overage: never, billableOverage: 0 });
});

test('each maximum with the earliest counted instant that has it', () => {
  const month = [
    standing(1, { assigned: 2, licences: 5 }),
    standing(2, { assigned: 4, licences: 3 }),
    standing(3, { assigned: 4, licences: 5 }),
  ];
  expect(peakOf(month)).toMatchObject({
    assigned: { quantity: 4, at: 2 },
    licences: { quantity: 5, at: 1 },
    overage: { quantity: 1, at: 2 },
  });
});

test('overage is what is assigned beyond the capacity of that instant, complimentary seats among it', () => {
  const month = [
    standing(1, { assigned: 5, licences: 3, complimentary: 1 }),
    standing(2, { assigned: 9, licences: 8, complimentary: 1 }),
  ];
  expect(peakOf(month)).toMatchObject({ overage: { quantity: 1, at: 1 } });
});

test('billable overage is the peak of seats less the peak of licences, wherever in the month each was', () => {
  const month = [standing(1, { assigned: 5, licences: 3 }), standing(2, { assigned: 2, licences: 4 })];
  expect(peakOf(month)).toMatchObject({ overage: { quantity: 2 }, licences: { quantity: 4 }, billableOverage: 1 });
});

test('nothing of the product is billed while a trial of it runs, but seats and overage are counted', () => {
  const month = [standing(1, { assigned: 9, licences: 9, trial: true }), standing(2, { assigned: 3, licences: 2 })];
  expect(peakOf(month)).toEqual({
    assigned: { quantity: 9, at: 1 },
    licences: { quantity: 2, at: 2 },
    overage: { quantity: 1, at: 2 },
    billableOverage: 1,
  });
});

test('overage counts only from when every overage-billing entry has started; licences always', () => {
  const month = [
    standing(1, { assigned: 9, licences: 2, overageBilled: false }),
    standing(2, { assigned: 3, licences: 1 }),
  ];
  expect(peakOf(month)).toMatchObject({
    licences: { quantity: 2, at: 1 },
    overage: { quantity: 7, at: 1 },
    billableOverage: 1,
  });
});

test('licences and overage count as often as the retention of the instant says; complimentary ones do not', () => {
  const month = [
    standing(1, { assigned: 5, licences: 2, complimentary: 1, multiplier: 4 }),
    standing(2, { assigned: 9, licences: 9, multiplier: 0 }),
  ];
  expect(peakOf(month)).toMatchObject({
    licences: { quantity: 8, at: 1 },
    billableOverage: 8,
    assigned: { quantity: 9, at: 2 },
  });
});

test('the peak of any standings is that of the definitions, one by one', () => {
  const anyStanding = fc.record({
    assigned: fc.nat(9),
    licences: fc.nat(9),
    complimentary: fc.nat(2),
    multiplier: fc.constantFrom(0, 1, 2),
    trial: fc.boolean(),
    overageBilled: fc.boolean(),
  });
  const slow = (month: readonly Standing[]): Peak => {
    const highest = (of: readonly Standing[], figure: (each: Standing) => number): Peak['licences'] => {
      const quantity = Math.max(0, ...of.map(figure));
      return { quantity, at: quantity === 0 ? null : of.find((each) => figure(each) === quantity)!.at };
    };
    const billable = month.filter(({ trial }) => !trial);
    const licences = highest(billable, (each) => each.licences * each.multiplier);
    const counted = highest(
      billable.filter(({ overageBilled }) => overageBilled),
      (each) => (each.assigned - each.complimentary) * each.multiplier,
    );
    return {
      licences,
      assigned: highest(month, ({ assigned }) => assigned),
      overage: highest(month, (each) => Math.max(0, each.assigned - each.licences - each.complimentary)),
      billableOverage: Math.max(0, counted.quantity - licences.quantity),
    };
  };
  fc.assert(
    fc.property(fc.array(anyStanding, { maxLength: 10 }), (standings) => {
      const month = standings.map((each, index) => standing(index + 1, each));
      expect(peakOf(month)).toEqual(slow(month));
    }),
    { numRuns: 500 },
  );
});
