/** Histories of commands for properties: small worlds in which much happens at once, late, and at the edges of months. */
import * as fc from 'fast-check';
import { iso } from './ledger.js';
import { type Question, questions } from './questions.js';
import { type Pool, type Wanted, anyCommand, defineProduct, openings, registerUser, setPrice } from './wanted.js';

/** When a command is effective, where not now. */
export type Effective =
  /** At (or a millisecond beside) an instant that the log has something at; counted from its last one back. */
  | { readonly back: number; readonly shift: number }
  /** At an instant of its own. */
  | { readonly at: number }
  /** As the command before. */
  | 'same';

export interface Step extends Wanted {
  /** Milliseconds since the step before. */
  readonly wait: number;
  /** Whether the scheduler ran meanwhile, or was down and comes late. */
  readonly scheduled: boolean;
  readonly effective: Effective | undefined;
  /** Sent with a commandId, and sent again after so many further steps. */
  readonly repeatedAfter: number | undefined;
  /** Asked right after it. */
  readonly asked: readonly Question[];
}

export interface History {
  readonly pool: Pool;
  readonly start: string;
  readonly steps: readonly Step[];
  /** Asked at the end. */
  readonly asked: readonly Question[];
}

export interface Size {
  readonly pool: Pool;
  readonly least: number;
  readonly most: number;
  /** Questions at the end. */
  readonly questions: number;
}

/** Several of everything. */
export const BROAD: Pool = {
  accounts: ['acme', 'bolt'],
  users: ['ann', 'bob', 'cyd', 'dee'],
  seats: ['base', 'addon', 'suite', 'alt', 'kept'],
  services: ['wide', 'site', 'meter'],
  roles: ['r1', 'r2', 'r3'],
  programs: ['p1', 'p2', 'p3'],
  currencies: ['EUR', 'JPY', 'KWD'],
  together: 3,
  leaving: ['ann', 'bob', 'cyd', 'dee'],
  lenient: false,
};

/** So little that each timeline grows to many pages. */
export const NARROW: Pool = {
  accounts: ['acme'],
  users: ['ann', 'bob'],
  seats: ['base', 'addon'],
  services: ['meter'],
  roles: ['r1', 'r2'],
  programs: ['p1'],
  currencies: ['EUR'],
  together: 2,
  leaving: ['ann', 'bob'],
  lenient: false,
};

/** So many users that one command's events fill pages. */
export const CROWDED: Pool = {
  ...NARROW,
  users: Array.from({ length: 80 }, (_, index) => `user-${index}`),
  together: 80,
  leaving: ['user-0'],
  lenient: true,
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const waits = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 600 }).map((minutes) => minutes * MINUTE) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }).map((days) => days * DAY) },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 45 }).map((days) => days * DAY) },
);

const effectives = fc.oneof(
  { weight: 10, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.constant('same' as const) },
  { weight: 3, arbitrary: fc.record({ back: fc.nat(8), shift: fc.constantFrom(0, 0, 0, -1, 1) }) },
  { weight: 1, arbitrary: fc.record({ back: fc.nat(300), shift: fc.constantFrom(0, 0, 0, -1, 1) }) },
);

export function histories({ pool, least, most, questions: count }: Size): fc.Arbitrary<History> {
  const asked = questions(pool);
  const step = fc
    .record({
      wanted: anyCommand(pool),
      wait: waits,
      scheduled: fc.constantFrom(true, true, true, false),
      effective: effectives,
      repeatedAfter: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, 0, 1, 7),
      asked: fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, fc.array(asked, { maxLength: 2 })),
    })
    .map(({ wanted, ...rest }): Step => ({ ...rest, ...wanted }));
  const bursts = fc.oneof({ weight: 8, arbitrary: step.map((one) => [one]) }, burst(pool));
  // Biased ones would be short, and everything in them of the first of its kind.
  const history = fc
    .tuple(
      beginning(pool),
      fc.array(bursts, { minLength: least, maxLength: most, size: 'max' }),
      fc.array(asked, { minLength: count, maxLength: count }),
      fc.constantFrom('2023-12-30T22:00:00Z', '2024-02-28T12:00:00Z', '2025-09-25T00:00:00Z'),
    )
    .map(([first, steps, atEnd, start]) => ({
      pool,
      start,
      steps: [...first, ...steps.flat()],
      asked: atEnd,
      // A failure tells the history as a scenario.
      [fc.toStringMethod]: () => `${first.length + steps.flat().length} commands`,
    }));
  return fc.noBias(history);
}

/** A few accounts and products as of the start, then corrections only, all at instants near those given. */
export function corrections(
  { pool, least, most, questions: count }: Size,
  { start, end, near, timeZone }: { start: number; end: number; near: readonly number[]; timeZone: string },
): fc.Arbitrary<History> {
  const instant = fc
    .tuple(fc.constantFrom(...near), fc.constantFrom(0, 0, -1, 1))
    .map(([at, shift]) => ({ at: at + shift }));
  const correction = fc
    .tuple(anyCommand(pool), fc.oneof({ weight: 4, arbitrary: instant }, fc.constant('same' as const)))
    .map(([wanted, effective]): Step => ({ ...plain(wanted), effective }));
  const history = fc
    .tuple(
      beginning(pool, timeZone),
      fc.array(correction, { minLength: least, maxLength: most, size: 'max' }),
      fc.array(questions(pool), { minLength: count, maxLength: count }),
    )
    .map(([first, steps, asked]) => {
      const late = steps.map((step, index) => (index === 0 ? { ...step, wait: end - start } : step));
      return { pool, start: iso(start), steps: [...first, ...late], asked };
    });
  return fc.noBias(history);
}

/** Out, back and seated again, all at one instant: now or in the past. */
function burst(pool: Pool): fc.Arbitrary<Step[]> {
  const { accounts, leaving, seats } = pool;
  return fc
    .record({
      accountId: fc.constantFrom(...accounts),
      userId: fc.constantFrom(...leaving),
      product: fc.constantFrom(...seats),
      effective: effectives,
      kinds: fc.subarray(['ReleaseSeats', 'AssignSeats', 'DeactivateUser', 'ReactivateUser', 'AssignSeats'] as const),
    })
    .map(({ accountId, userId, product, effective, kinds }) =>
      kinds.map((command, index): Step => {
        const ofUser = command === 'DeactivateUser' || command === 'ReactivateUser';
        const body = ofUser ? { accountId, userId } : { accountId, product, userIds: [userId] };
        return { ...plain({ command, body }), effective: index === 0 ? effective : 'same' };
      }),
    );
}

/** The catalog with prices, the accounts and their users: what nearly every history begins with. */
function beginning(pool: Pool, timeZone?: string): fc.Arbitrary<Step[]> {
  const products = [...pool.seats, ...pool.services];
  const longAgo = fc.constant(-3000 * DAY);
  const defined = fc.tuple(...products.map((product) => defineProduct(pool, product)));
  const priced = fc.tuple(
    ...products.flatMap((product) =>
      pool.currencies.map((currency) => setPrice(pool, { product, currency, validFrom: longAgo, list: true })),
    ),
  );
  const users = fc.tuple(
    ...pool.accounts.flatMap((accountId) => pool.users.map((userId) => registerUser(pool, accountId, userId))),
  );
  const missing = fc.array(fc.nat(100), { maxLength: 2 });
  return fc
    .tuple(defined, priced, openings(pool, timeZone), users, missing)
    .map(([first, second, third, fourth, without]) => {
      const optional = [...second, ...fourth];
      const left = optional.filter((_, index) => !without.includes(index));
      return [...first, ...third, ...left].map(plain);
    });
}

function plain(wanted: Wanted): Step {
  return { ...wanted, wait: 0, scheduled: true, effective: undefined, repeatedAfter: undefined, asked: [] };
}
