/** Questions of SPEC §4 for properties: bounds are picked among the instants and positions that a history has when it is asked. */
import * as fc from 'fast-check';
import type { LogEvent } from './reference/reference.js';
import { monthSpan } from './reference/time.js';
import { iso } from './ledger.js';
import type { Pool } from './wanted.js';

/** An instant of the log or a millisecond beside it; undefined: the default. */
type Bound = { readonly pick: number; readonly shift: number } | undefined;

export interface Question {
  readonly name: string;
  readonly of: Readonly<Record<string, string>>;
  readonly month: Bound;
  readonly from: Bound;
  readonly to: Bound;
  readonly at: Bound;
  readonly knownAt: Bound;
  /** Of the log, its end being the limit. */
  readonly position: number | undefined;
}

/** A question as the engine takes it. */
export interface Asked {
  readonly name: string;
  readonly of: Readonly<Record<string, unknown>>;
}

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  allocation: ['accountId', 'seat', 'at'],
  overview: ['accountId', 'product?', 'at'],
  features: ['accountId', 'userId', 'at'],
  holdings: ['accountId', 'seat', 'userId?'],
  peak: ['accountId', 'seat', 'month'],
  invoice: ['accountId', 'period'],
  explain: ['accountId', 'userId', 'product', 'at'],
  phases: ['programId', 'at'],
  history: ['accountId', 'userId?', 'product?', 'from', 'to', 'at'],
  issued: ['accountId', 'period'],
};

const NAMES = [...Object.keys(ANSWERS), 'explain', 'explain', 'holdings', 'peak', 'invoice', 'allocation'];

export function questions({ accounts, users, seats, services, programs }: Pool): fc.Arbitrary<Question> {
  const bound = fc.record({ pick: fc.nat(10_000), shift: fc.constantFrom(0, 0, -1, 1) });
  const maybe = fc.option(bound, { nil: undefined, freq: 2 });
  return fc.record({
    name: fc.constantFrom(...NAMES),
    of: fc.record({
      accountId: fc.constantFrom(...accounts, ...accounts, ...accounts, 'nobody'),
      userId: fc.constantFrom(...users, ...users, 'zoe'),
      seat: fc.constantFrom(...seats, ...seats, ...services, 'ghost'),
      product: fc.constantFrom(...seats, ...services, ...seats, ...services, 'meter', 'meter', 'meter', 'ghost'),
      programId: fc.constantFrom(...programs),
      without: fc.constantFrom('', 'userId', 'product', 'userId product'),
    }),
    month: bound,
    from: maybe,
    to: maybe,
    at: maybe,
    knownAt: maybe,
    position: fc.option(fc.nat(10_000), { nil: undefined, freq: 2 }),
  });
}

/** Who holds what, of every account and product, with default bounds: no seat is wrong unseen. */
export function sweep({ accounts, seats }: Pool): Question[] {
  const plain = { month: undefined, from: undefined, to: undefined, at: undefined, knownAt: undefined };
  return accounts.flatMap((accountId) => [
    { ...plain, name: 'overview', of: { accountId, without: 'product' }, position: undefined },
    ...seats.flatMap((seat) =>
      ['allocation', 'holdings'].map((name) => ({
        ...plain,
        name,
        of: { accountId, seat, without: 'userId' },
        position: undefined,
      })),
    ),
  ]);
}

/** What a history has when it is asked: its log and where the clock stands. */
export interface Present {
  readonly events: readonly LogEvent[];
  readonly moments: readonly number[];
  /** That may bound a question. */
  readonly positions: readonly number[];
  readonly now: number;
}

export function presentOf(events: readonly LogEvent[], now: number, positions: readonly number[]): Present {
  return { events, moments: momentsOf(events, now), positions, now };
}

/** Every instant at which anything could change: of events, trials' ends, phases' dates and the months of the accounts. */
function momentsOf(events: readonly LogEvent[], now: number): number[] {
  const moments = new Set([now]);
  for (const event of events) {
    moments.add(event.effectiveAt).add(event.recordedAt);
    if (event.type === 'TrialStarted') moments.add(Date.parse(event.data.endsAt));
    if (event.type === 'EnforcementPhaseRescheduled') moments.add(Date.parse(event.data.startsAt));
    if (event.type === 'EnforcementProgramAnnounced') {
      for (const { startsAt } of event.data.phases) moments.add(Date.parse(startsAt));
    }
    if (event.type === 'AccountOpened') {
      for (let month = 0; month < 4; month += 1) {
        const span = monthSpan(monthAt(now, event.data.timeZone, -month), event.data.timeZone);
        moments.add(span.from);
      }
    }
  }
  return [...moments].toSorted((a, b) => a - b);
}

export function resolve(question: Question, present: Present): Asked {
  const { name, of } = question;
  const takes = ANSWERS[name]!;
  const account = accountOf(present.events, of['accountId']!);
  const zone = account?.timeZone ?? 'UTC';
  const month = monthAt(instantOf(question.month, present), zone, 0);
  const asked: Record<string, unknown> = {};
  for (const field of takes) {
    if (field === 'seat') asked['product'] = of['seat'];
    else if (field === 'month') asked['month'] = month;
    else if (field === 'period') asked['period'] = periodOf(month, account?.billing ?? 'monthly');
    else if (field === 'from' || field === 'to' || field === 'at') set(asked, field, question[field], present);
    else if (!field.endsWith('?')) asked[field] = of[field];
    else if (!of['without']!.includes(field.slice(0, -1))) asked[field.slice(0, -1)] = of[field.slice(0, -1)];
  }
  set(asked, 'knownAt', question.knownAt, present);
  if (question.position !== undefined) asked['position'] = pickPosition(question.position, present);
  return { name, of: asked };
}

function set(asked: Record<string, unknown>, field: string, bound: Bound, present: Present): void {
  if (bound) asked[field] = iso(instantOf(bound, present));
}

function instantOf(bound: Bound, { moments, now }: Present): number {
  if (!bound) return now;
  return moments[bound.pick % moments.length]! + bound.shift;
}

function pickPosition(pick: number, { positions }: Present): number {
  return positions.length === 0 ? 0 : positions[pick % positions.length]!;
}

interface Facts {
  readonly timeZone: string;
  readonly billing: 'monthly' | 'quarterly' | 'annual';
}

export function accountOf(events: readonly LogEvent[], accountId: string): Facts | undefined {
  const opened = events.find((event) => event.type === 'AccountOpened' && event.data.accountId === accountId);
  return opened?.type === 'AccountOpened' ? opened.data : undefined;
}

/** The wall calendar's month so many months after an instant. */
export function monthAt(at: number, timeZone: string, months: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return local.toPlainDate().toPlainYearMonth().add({ months }).toString();
}

export function periodOf(month: string, billing: Facts['billing']): string {
  const [year, number] = month.split('-') as [string, string];
  if (billing === 'annual') return year;
  return billing === 'monthly' ? month : `${year}-Q${Math.ceil(Number(number) / 3)}`;
}
