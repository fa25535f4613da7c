/** Calendar months and billing periods in an account's time zone, as half-open intervals of instants (SPEC §1). */
import type { Instant } from './instant.js';

/** `YYYY-MM`. */
export type Month = string & { readonly brand: 'Month' };

/** `[from, to)`. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

export type Billing = 'monthly' | 'quarterly' | 'annual';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const INTERVALS_CACHED_MAX = 10_000;
const intervals = new Map<string, Interval>();

export function parseMonth(text: string): Month | undefined {
  return MONTH.test(text) && text !== '9999-12' ? (text as Month) : undefined;
}

/** From local midnight on the 1st to local midnight on the next 1st; where midnight does not exist, the day's first instant. */
export function monthInterval(month: Month, timeZone: string): Interval {
  const key = `${timeZone} ${month}`;
  const known = intervals.get(key);
  if (known) return known;
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const interval = {
    from: first.toZonedDateTime({ timeZone }).epochMilliseconds as Instant,
    to: first.add({ months: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds as Instant,
  };
  if (intervals.size >= INTERVALS_CACHED_MAX) intervals.clear();
  intervals.set(key, interval);
  return interval;
}

/** The month whose interval an instant is in; a wall clock set back over midnight does not bring the old month back. */
export function monthOf(instant: Instant, timeZone: string): Month {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const month = local.toPlainDate().toPlainYearMonth();
  const shift = instant >= monthInterval(month.toString() as Month, timeZone).to ? 1 : 0;
  return month.add({ months: shift }).toString() as Month;
}

/** The months of a period that fits the billing: `2026-03`, `2026-Q1` or `2026`; undefined where it does not fit. */
export function periodMonths(period: string, billing: Billing): readonly Month[] | undefined {
  switch (billing) {
    case 'monthly': {
      const month = parseMonth(period);
      return month && [month];
    }
    case 'quarterly': {
      const parts = /^(\d{4})-Q([1-4])$/.exec(period);
      return parts ? monthsFrom(parts[1]!, (Number(parts[2]) - 1) * 3 + 1, 3) : undefined;
    }
    case 'annual':
      return /^\d{4}$/.test(period) ? monthsFrom(period, 1, 12) : undefined;
    default:
      return billing satisfies never;
  }
}

/** The period of that billing which a month belongs to. */
export function periodOf(month: Month, billing: Billing): string {
  const [year, number] = month.split('-') as [string, string];
  if (billing === 'annual') return year;
  return billing === 'monthly' ? month : `${year}-Q${Math.ceil(Number(number) / 3)}`;
}

/** The periods of the months from `first` to `last`, oldest first; of more than `most` months, of the last ones. */
export function periodsBack(last: Month, first: Month, billing: Billing, most: number): string[] {
  const periods: string[] = [];
  let month = Temporal.PlainYearMonth.from(last);
  for (let months = 0; months < most; months += 1) {
    const text = month.toString() as Month;
    if (text < first && months > 0) break;
    const period = periodOf(text, billing);
    if (periods.at(-1) !== period) periods.push(period);
    month = month.subtract({ months: 1 });
  }
  return periods.toReversed();
}

function monthsFrom(year: string, first: number, count: number): readonly Month[] | undefined {
  const months = Array.from({ length: count }, (_, i) => parseMonth(`${year}-${String(first + i).padStart(2, '0')}`));
  return months.every((month) => month !== undefined) ? months : undefined;
}

/** True for an IANA time zone name; offsets such as `+02:00` are none. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
