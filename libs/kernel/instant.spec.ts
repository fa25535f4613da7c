import * as fc from 'fast-check';
import {
  INSTANT_MAX,
  INSTANT_MIN,
  type Instant,
  earlier,
  formatInstant,
  instantOf,
  later,
  parseInstant,
} from '#kernel/instant.js';

const told = (text: string): string | undefined => {
  const instant = parseInstant(text);
  return instant === undefined ? undefined : formatInstant(instant);
};

test.each([
  ['2026-01-05T10:00:00Z', '2026-01-05T10:00:00.000Z'],
  ['2026-01-05t10:00:00z', '2026-01-05T10:00:00.000Z'],
  ['2026-01-05T10:00:00.5Z', '2026-01-05T10:00:00.500Z'],
  ['2026-01-05T10:00:00.12Z', '2026-01-05T10:00:00.120Z'],
  ['2026-01-05T10:00:00.123000Z', '2026-01-05T10:00:00.123Z'],
  ['2026-01-05T10:00:00+02:00', '2026-01-05T08:00:00.000Z'],
  ['2026-01-05T01:00:00.001+05:45', '2026-01-04T19:15:00.001Z'],
  ['2026-12-31T20:30:00-03:30', '2027-01-01T00:00:00.000Z'],
  ['2026-01-05T10:00:00-00:00', '2026-01-05T10:00:00.000Z'],
  ['2026-01-05T10:00:00+23:59', '2026-01-04T10:01:00.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
  ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
  ['0099-01-01T00:00:00Z', '0099-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
])('%s is the instant %s', (text, instant) => {
  expect(told(text)).toBe(instant);
});

test.each([
  [
    'a day that is none',
    [
      '2026-02-29T00:00:00Z',
      '2026-02-30T00:00:00Z',
      '2026-04-31T00:00:00Z',
      '1900-02-29T00:00:00Z',
      '2026-01-00T00:00:00Z',
      '2026-01-32T00:00:00Z',
    ],
  ],
  ['a month that is none', ['2026-13-01T00:00:00Z', '2026-00-01T00:00:00Z']],
  ['a time that is none', ['2026-01-05T24:00:00Z', '2026-01-05T10:60:00Z', '2026-01-05T25:00:00Z']],
  ['a leap second', ['2016-12-31T23:59:60Z', '2016-12-31T23:59:60.5Z']],
  [
    'an offset that is none',
    ['2026-01-05T10:00:00+24:00', '2026-01-05T10:00:00+02:60', '2026-01-05T10:00:00+0200', '2026-01-05T10:00:00+02'],
  ],
  ['no offset', ['2026-01-05T10:00:00', '2026-01-05', '2026-01-05T10:00Z', '2026-01-05T10Z']],
  ['finer than a millisecond', ['2026-01-05T10:00:00.0001Z', '2026-01-05T10:00:00.123456Z', '2026-01-05T10:00:00.Z']],
  [
    'another notation',
    [
      '2026-1-5T10:00:00Z',
      '20260105T100000Z',
      '2026-01-05 10:00:00Z',
      ' 2026-01-05T10:00:00Z',
      '2026-01-05T10:00:00Z\n',
      '+002026-01-05T10:00:00Z',
      '-2026-01-05T10:00:00Z',
      '2026-01-05T10:00:00Z[UTC]',
      '1767607200000',
      '',
      'now',
      '２０２６-01-05T10:00:00Z',
    ],
  ],
  [
    'beyond what RFC 3339 can write',
    ['9999-12-31T23:59:59-00:01', '0000-01-01T00:00:00+00:01', '10000-01-01T00:00:00Z'],
  ],
])('%s names no instant', (_, texts) => {
  expect(texts.filter((text) => parseInstant(text) !== undefined)).toEqual([]);
});

const anyInstant = fc.integer({ min: INSTANT_MIN, max: INSTANT_MAX }).map((ms) => ms as Instant);

test('what is written is read as the same instant, at any offset', () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: -1439, max: 1439 }), (instant, offset) => {
      expect(parseInstant(formatInstant(instant))).toBe(instant);
      const local = instant + offset * 60_000;
      fc.pre(local >= INSTANT_MIN && local <= INSTANT_MAX);
      const minutes = Math.abs(offset);
      const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
      const text = new Date(local).toISOString().replace('Z', `${offset < 0 ? '-' : '+'}${clock}`);
      expect(parseInstant(text)).toBe(instant);
    }),
  );
});

/** What Temporal reads there, within what RFC 3339 can write. */
function temporal(text: string): number | undefined {
  try {
    const { epochMilliseconds: instant } = Temporal.Instant.from(text);
    return instant < INSTANT_MIN || instant > INSTANT_MAX ? undefined : instant;
  } catch {
    return undefined;
  }
}

test('any text names what Temporal says it does, or nothing', () => {
  const digits = (length: number, most: number) =>
    fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(length, '0'));
  const anyText = fc
    .tuple(
      digits(4, 9999),
      digits(2, 13),
      digits(2, 32),
      digits(2, 25),
      digits(2, 61),
      digits(2, 61),
      fc.constantFrom('', '.1', '.25', '.999', '.1234'),
      fc.constantFrom('Z', '+01:00', '-23:59', ''),
    )
    .map(
      ([year, month, day, hour, minute, second, fraction, zone]) =>
        `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`,
    );
  fc.assert(
    fc.property(anyText, (text) => {
      const isStricter = text.includes(':60') || text.includes('.1234');
      expect(parseInstant(text)).toBe(isStricter ? undefined : temporal(text));
    }),
    { numRuns: 2_000 },
  );
});

test("an event's text that names no instant is a defect", () => {
  expect(() => instantOf('yesterday')).toThrow('not an instant: yesterday');
});

test('later and earlier of two', () => {
  const [a, b] = [1 as Instant, 2 as Instant];
  expect([later(a, b), later(b, a), earlier(a, b), earlier(b, a)]).toEqual([2, 2, 1, 1]);
});
