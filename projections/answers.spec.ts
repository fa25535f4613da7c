import * as fc from 'fast-check';
import { Refusal } from '#kernel/refusal.js';
import { ANSWERS, type AnswerName, parseQuestion } from '#projections/answers.js';
import { recorded } from '../test/support/domain/asked.js';
import { anyText } from '../test/support/domain/texts.js';
import { NOW, day } from '../test/support/domain/given.js';
import { assigned, defined, opened, priced, purchased, registered, released } from '../test/support/reference/given.js';

const GOOD: Readonly<Record<AnswerName, Readonly<Record<string, unknown>>>> = {
  accounts: {},
  account: { accountId: 'acme' },
  products: {},
  programs: {},
  allocation: { accountId: 'acme', product: 'qm' },
  overview: { accountId: 'acme' },
  features: { accountId: 'acme', userId: 'ann' },
  holdings: { accountId: 'acme', product: 'qm' },
  peak: { accountId: 'acme', product: 'qm', month: '2026-01' },
  invoice: { accountId: 'acme', period: '2026-01' },
  explain: { accountId: 'acme', userId: 'ann', product: 'qm' },
  phases: { programId: 'p' },
  history: { accountId: 'acme' },
  issued: { accountId: 'acme', period: '2026-01' },
};
const NAMES = Object.keys(GOOD) as AnswerName[];
const WITHOUT_AT: readonly AnswerName[] = ['holdings', 'peak', 'invoice', 'issued'];
const INSTANT = 'an RFC 3339 instant such as 2026-01-05T10:00:00Z, to the millisecond';

function refusalOf(name: string, of: unknown): Refusal | undefined {
  try {
    parseQuestion(name, of);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid-input') return error;
    throw error;
  }
}

const told = (name: AnswerName, over: object): string[] =>
  refusalOf(name, { ...GOOD[name], ...over })?.errors.map(({ field, expected }) => `${field}: ${expected}`) ?? [];

test('every answer of SPEC is known, and takes its fields', () => {
  expect(Object.keys(ANSWERS).toSorted()).toEqual(NAMES.toSorted());
  for (const name of NAMES) {
    expect(told(name, {})).toEqual([]);
    expect(told(name, { knownAt: NOW, position: 0 })).toEqual([]);
    expect(told(name, { at: NOW })).toEqual(WITHOUT_AT.includes(name) ? ['at: no such field'] : []);
  }
});

describe('what the question alone shows wrong: invalid-input naming each field and what was expected', () => {
  test.each(NAMES)('%s', (name) => {
    for (const field of Object.keys(GOOD[name])) {
      const { [field]: _, ...rest } = GOOD[name];
      expect(refusalOf(name, rest)!.errors.map((error) => error.field)).toEqual([field]);
      expect(refusalOf(name, { ...GOOD[name], [field]: 5 })!.errors.map((error) => error.field)).toEqual([field]);
    }
    expect(told(name, { knownAt: '2026-02-30T00:00:00Z' })).toEqual([`knownAt: ${INSTANT}`]);
    expect(told(name, { position: -1 })).toEqual(['position: a whole number from 0 to 9007199254740991']);
    expect(told(name, { position: '3' })).toEqual(['position: a whole number from 0 to 9007199254740991']);
    expect(told(name, { color: 1, recordedAt: 2 })).toEqual(['color: no such field', 'recordedAt: no such field']);
    expect(refusalOf(name, null)!.errors).toEqual([{ field: 'body', expected: 'an object' }]);
  });

  test.each<[AnswerName, object, string[]]>([
    [
      'allocation',
      { product: 'a b' },
      ['product: an id: 1 to 128 letters, digits, ".", "_" or "-", and neither "." nor ".."'],
    ],
    ['allocation', { at: 'now' }, [`at: ${INSTANT}`]],
    ['peak', { month: '2026-13' }, ['month: a month such as 2026-03']],
    ['peak', { month: 'January' }, ['month: a month such as 2026-03']],
    ['history', { from: '2026-01-05' }, [`from: ${INSTANT}`]],
    ['history', { userId: '' }, ['userId: an id: 1 to 128 letters, digits, ".", "_" or "-", and neither "." nor ".."']],
  ])('%s with %j', (name, over, errors) => {
    expect(told(name, over)).toEqual(errors);
  });

  test.each(['seats', '', 'Allocation', 'constructor', '__proto__'])('an answer %p that is not on the page', (name) => {
    const [error] = refusalOf(name, {})!.errors;
    expect(error!.field).toBe('answer');
    for (const known of NAMES) expect(error!.expected).toContain(known);
  });

  test.each(NAMES)('anything at all asked of %s is a question or is refused as invalid-input', (name) => {
    const odd = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
      anyText(),
      fc.constantFrom<unknown>('\ud800', 'x'.repeat(100_000), [[[[]]]], -0, 2 ** 53),
    );
    const fields = fc.constantFrom('__proto__', 'constructor', 'toString', '', ...Object.keys(ANSWERS[name].of.shape));
    const bodies = fc.array(fc.tuple(fields, odd), { maxLength: 4 }).map((pairs) => {
      const body = { ...GOOD[name] };
      for (const [key, value] of pairs)
        Object.defineProperty(body, key, { value, enumerable: true, configurable: true });
      return body;
    });
    fc.assert(
      fc.property(fc.oneof(odd, bodies), (of) => {
        const refusal = refusalOf(name, of);
        if (refusal) expect(refusal.errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

describe('every answer tells its at, knownAt and position', () => {
  const events = [
    defined('qm'),
    opened(day(1)),
    registered(day(1), 'ann'),
    priced(day(1), 'qm', '10.00'),
    purchased(day(2), 'qm', 1),
    assigned(day(3), 'ann', 'qm'),
    released(day(9), 'ann', 'qm'),
  ] as const;
  const askable = NAMES.filter((name) => name !== 'phases');

  test('knownAt defaults to now, at to knownAt; position is the last event read', async () => {
    const { ask } = await recorded(...events);
    for (const name of askable) {
      const of = GOOD[name];
      const at = (instant: string): object => (WITHOUT_AT.includes(name) ? {} : { at: instant });
      expect(await ask(name, of)).toMatchObject({
        knownAt: '2026-06-15T12:00:00.000Z',
        position: 7,
        ...at('2026-06-15T12:00:00.000Z'),
      });
      const known = await ask(name, { ...of, knownAt: day(4) });
      expect(known).toMatchObject({
        knownAt: '2026-01-04T00:00:00.000Z',
        position: 6,
        ...at('2026-01-04T00:00:00.000Z'),
      });
      if (WITHOUT_AT.includes(name)) expect(known).not.toHaveProperty('at');
    }
  });

  test('asked with all of them it is the same for ever, to the byte', async () => {
    const { ask, engine } = await recorded(...events);
    const first = new Map<AnswerName, string>();
    const bounds = { knownAt: day(4), position: 6 };
    for (const name of askable) first.set(name, JSON.stringify(await ask(name, { ...GOOD[name], ...bounds })));
    await engine.do('ReleaseSeats', {
      accountId: 'acme',
      product: 'qm',
      userIds: ['ann'],
      effectiveAt: day(3),
      reason: 'late',
    });
    await engine.do('RegisterUser', {
      accountId: 'acme',
      userId: 'bob',
      name: 'Bob',
      effectiveAt: day(2),
      reason: 'late',
    });
    await engine.do('SetPrice', {
      product: 'qm',
      currency: 'EUR',
      committed: '11.00',
      validFrom: day(1),
      reason: 'late',
    });
    for (const name of askable)
      expect(JSON.stringify(await ask(name, { ...GOOD[name], ...bounds }))).toBe(first.get(name));
    expect(await ask('overview', { knownAt: NOW })).toMatchObject({ users: [{ userId: 'ann' }, { userId: 'bob' }] });
  });

  test('a knownAt after now: known-in-future, but not beside a position; a position that is not reached: position-not-reached', async () => {
    const { ask } = await recorded(...events);
    const future = { product: 'qm', knownAt: '2026-06-15T12:00:00.001Z' };
    await expect(ask('allocation', future)).rejects.toMatchObject({ code: 'known-in-future' });
    expect(await ask('allocation', { ...future, position: 7 })).toMatchObject({
      knownAt: '2026-06-15T12:00:00.001Z',
      position: 7,
    });
    await expect(ask('allocation', { product: 'qm', position: 8 })).rejects.toMatchObject({
      code: 'position-not-reached',
    });
  });

  test('what does not exist in the state asked about is unknown there', async () => {
    const { ask } = await recorded(opened(day(2)), defined('qm', {}, day(3)), registered(day(4), 'ann'));
    await expect(ask('allocation', { product: 'qm', at: day(1) })).rejects.toMatchObject({ code: 'account-not-found' });
    await expect(ask('allocation', { product: 'qm', at: day(2) })).rejects.toMatchObject({ code: 'product-not-found' });
    await expect(ask('features', { userId: 'ann', at: day(3) })).rejects.toMatchObject({ code: 'user-not-found' });
    await expect(ask('holdings', { product: 'qm', knownAt: day(2) })).rejects.toMatchObject({
      code: 'product-not-found',
    });
    expect(await ask('allocation', { product: 'qm', at: day(3) })).toMatchObject({ assigned: 0 });
  });
});
