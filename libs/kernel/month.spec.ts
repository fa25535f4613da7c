import * as fc from 'fast-check';
import { type Instant, formatInstant, instantOf } from '#kernel/instant.js';
import {
  type Billing,
  type Month,
  isTimeZone,
  monthInterval,
  monthOf,
  parseMonth,
  periodMonths,
  periodOf,
  periodsBack,
} from '#kernel/month.js';

const HOUR_MS = 3_600_000;
const hoursOf = (month: string, zone: string): number => {
  const { from, to } = monthInterval(month as Month, zone);
  return (to - from) / HOUR_MS;
};
const spanOf = (month: string, zone: string): string[] => {
  const { from, to } = monthInterval(month as Month, zone);
  return [formatInstant(from), formatInstant(to)];
};

describe('a month is from local midnight on the 1st to local midnight on the next 1st, whatever DST does', () => {
  test.each([
    ['UTC', '2026-02', 28 * 24],
    ['UTC', '2024-02', 29 * 24],
    ['Europe/Berlin', '2026-03', 31 * 24 - 1],
    ['Europe/Berlin', '2026-10', 31 * 24 + 1],
    ['America/New_York', '2026-03', 31 * 24 - 1],
    ['America/New_York', '2026-11', 30 * 24 + 1],
    ['Australia/Lord_Howe', '2026-04', 30 * 24 + 0.5],
    ['Australia/Lord_Howe', '2026-10', 31 * 24 - 0.5],
    ['Asia/Kathmandu', '2026-03', 31 * 24],
    ['America/Sao_Paulo', '2018-11', 30 * 24 - 1],
    ['America/Sao_Paulo', '2018-02', 28 * 24 + 1],
    ['Asia/Tehran', '2021-03', 31 * 24 - 1],
    ['Africa/Casablanca', '2026-02', 28 * 24 + 1],
    ['Pacific/Apia', '2011-12', 30 * 24],
  ])('%s %s has %d hours', (zone, month, hours) => {
    expect(hoursOf(month, zone)).toBe(hours);
  });

  test.each([
    ['America/Asuncion', '2017-10', '2017-10-01T04:00:00.000Z', '2017-11-01T03:00:00.000Z'],
    ['America/Havana', '2012-04', '2012-04-01T05:00:00.000Z', '2012-05-01T04:00:00.000Z'],
    ['Asia/Beirut', '1985-05', '1985-04-30T22:00:00.000Z', '1985-05-31T21:00:00.000Z'],
    ['Asia/Amman', '2016-04', '2016-03-31T22:00:00.000Z', '2016-04-30T21:00:00.000Z'],
  ])('%s %s: where midnight does not exist, the first instant of the day', (zone, month, from, to) => {
    expect(spanOf(month, zone)).toEqual([from, to]);
  });

  test.each([
    ['America/Havana', '2015-11', '2015-11-01T04:00:00.000Z', '2015-12-01T05:00:00.000Z'],
    ['America/St_Johns', '2009-11', '2009-11-01T02:30:00.000Z', '2009-12-01T03:30:00.000Z'],
    ['Africa/Cairo', '2024-10', '2024-09-30T21:00:00.000Z', '2024-10-31T22:00:00.000Z'],
  ])('%s %s: where midnight comes twice, or late, the first there is', (zone, month, from, to) => {
    expect(spanOf(month, zone)).toEqual([from, to]);
  });
});

test('a wall clock set back over midnight does not bring the old month back', () => {
  const secondOctober = instantOf('2009-11-01T03:00:00Z');
  expect(monthOf(secondOctober, 'America/St_Johns')).toBe('2009-11');
  expect(monthOf(instantOf('2009-11-01T02:29:59.999Z'), 'America/St_Johns')).toBe('2009-10');
  expect(monthOf(instantOf('2024-10-31T21:30:00Z'), 'Africa/Cairo')).toBe('2024-10');
});

describe('every instant is in exactly one month', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const [from, to] = [instantOf('1900-01-01T00:00:00Z'), instantOf('2100-01-01T00:00:00Z')];
  const anyZone = fc.constantFrom(...zones, 'UTC');

  test('that of monthOf is the one whose interval holds it, in any zone', () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: from, max: to }), (zone, ms) => {
        const instant = ms as Instant;
        const month = monthOf(instant, zone);
        const interval = monthInterval(month, zone);
        expect(parseMonth(month)).toBe(month);
        expect(interval.from <= instant && instant < interval.to).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('at its very edges too, and the next month begins where it ends', () => {
    fc.assert(
      fc.property(
        anyZone,
        fc.integer({ min: 1900, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        (zone, year, number) => {
          const month = `${year}-${String(number).padStart(2, '0')}` as Month;
          const interval = monthInterval(month, zone);
          const next = monthOf(interval.to, zone);
          expect(monthOf(interval.from, zone)).toBe(month);
          expect(monthOf((interval.to - 1) as Instant, zone)).toBe(month);
          expect(monthInterval(next, zone).from).toBe(interval.to);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('at both ends of time', () => {
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      for (const text of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z']) {
        const instant = instantOf(text);
        const month = monthOf(instant, zone);
        const interval = monthInterval(month, zone);
        expect(interval.from <= instant && instant < interval.to).toBe(true);
      }
    }
  });
});

describe('a month is written YYYY-MM', () => {
  test.each(['2026-01', '2026-12', '0001-01', '9999-11'])('%s is one', (text) => {
    expect(parseMonth(text)).toBe(text);
  });

  test.each([
    '2026-13',
    '2026-00',
    '2026-1',
    '26-01',
    '2026-01-01',
    '2026',
    '2026-01 ',
    '',
    'January',
    '9999-12',
    '+02026-01',
  ])('%p is none', (text) => {
    expect(parseMonth(text)).toBeUndefined();
  });
});

describe('quarters and years are calendar ones', () => {
  test.each<[Billing, string, readonly string[]]>([
    ['monthly', '2026-03', ['2026-03']],
    ['quarterly', '2026-Q1', ['2026-01', '2026-02', '2026-03']],
    ['quarterly', '2026-Q4', ['2026-10', '2026-11', '2026-12']],
    ['annual', '2026', Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)],
  ])('%s %s', (billing, period, months) => {
    expect(periodMonths(period, billing)).toEqual(months);
    for (const month of months) expect(periodOf(month as Month, billing)).toBe(period);
  });

  test.each<[Billing, readonly string[]]>([
    ['monthly', ['2026-Q1', '2026', '2026-13', '2026-1', '']],
    ['quarterly', ['2026-03', '2026', '2026-Q0', '2026-Q5', '2026-q1', '2026Q1', '9999-Q4']],
    ['annual', ['2026-03', '2026-Q1', '26', '02026', '2026-', '9999']],
  ])('a period that does not fit %s billing', (billing, periods) => {
    expect(periods.filter((period) => periodMonths(period, billing) !== undefined)).toEqual([]);
  });

  test('the period of a month lists that month', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Billing>('monthly', 'quarterly', 'annual'),
        fc.integer({ min: 1, max: 9998 }),
        fc.integer({ min: 1, max: 12 }),
        (billing, year, number) => {
          const month = `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}` as Month;
          expect(periodMonths(periodOf(month, billing), billing)).toContain(month);
        },
      ),
    );
  });
});

test.each([
  ['2026-02', '2025-11', 'monthly', 600, ['2025-11', '2025-12', '2026-01', '2026-02']],
  ['2026-02', '2025-11', 'monthly', 3, ['2025-12', '2026-01', '2026-02']],
  ['2026-02', '2025-11', 'quarterly', 600, ['2025-Q4', '2026-Q1']],
  ['2026-02', '2024-12', 'annual', 600, ['2024', '2025', '2026']],
  ['2026-02', '2026-02', 'annual', 1, ['2026']],
] as const)(
  'the periods back from %s to %s, billed %s, of %i months at most, oldest first',
  (last, first, billing, most, all) => {
    expect(periodsBack(last as Month, first as Month, billing, most)).toEqual(all);
  },
);

describe('a time zone is an IANA name', () => {
  test.each([
    'UTC',
    'Europe/Berlin',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+2',
    'Asia/Calcutta',
    'America/Port-au-Prince',
  ])('%s is one', (text) => {
    expect(isTimeZone(text)).toBe(true);
    expect(() => monthInterval('2026-01' as Month, text)).not.toThrow();
  });

  test.each([
    '+02:00',
    '-05',
    'Mars/Olympus_Mons',
    'Europe',
    'Europe/',
    '',
    ' UTC',
    'UTC\n',
    'CET+1',
    'x'.repeat(1000),
    'Europe/Berlin\u0000',
    '__proto__',
  ])('%p is none', (text) => {
    expect(isTimeZone(text)).toBe(false);
  });

  test('what is taken for one always has months', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom('utc', 'europe/berlin', 'EST5EDT', 'Z', 'GMT', 'GMT0', 'PST8PDT', 'Factory', 'localtime'),
        ),
        (text) => {
          if (isTimeZone(text)) expect(monthOf(0 as Instant, text)).toMatch(/^19(69-12|70-01)$/);
        },
      ),
    );
  });
});
