/** Instants are epoch milliseconds; months are calendar months of a time zone, as instants. */
export interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export function instantOf(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}

export function isoOf(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString({ smallestUnit: 'millisecond' });
}

/** From the first instant of the 1st to the first instant of the next 1st, local. */
export function monthSpan(month: string, timeZone: string): Span {
  const first = Temporal.PlainYearMonth.from(month);
  return { from: firstInstant(first, timeZone), to: firstInstant(first.add({ months: 1 }), timeZone) };
}

function firstInstant(month: Temporal.PlainYearMonth, timeZone: string): number {
  // Without a time of day, Temporal gives the first instant of that day: local midnight wherever there is one.
  return month.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The month whose span holds the instant: the wall calendar's, except where clocks went back over the 1st's midnight. */
export function monthSpanAt(instant: number, timeZone: string): Span {
  const wall = Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toPlainYearMonth();
  for (const months of [-1, 0, 1]) {
    const span = monthSpan(wall.add({ months }).toString(), timeZone);
    if (holds(span, instant)) return span;
  }
  throw new Error(`no month of ${timeZone} holds ${instant}`);
}

export function holds(span: Span, instant: number): boolean {
  return span.from <= instant && instant < span.to;
}

/** The months of a period that fits the billing; null where it does not fit. */
export function monthsOf(period: string, billing: 'monthly' | 'quarterly' | 'annual'): string[] | null {
  const year = period.slice(0, 4);
  const months = (first: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${year}-${String(first + index).padStart(2, '0')}`);
  if (billing === 'monthly') return /^\d{4}-(0[1-9]|1[0-2])$/.test(period) ? [period] : null;
  if (billing === 'quarterly') return /^\d{4}-Q[1-4]$/.test(period) ? months(Number(period.slice(6)) * 3 - 2, 3) : null;
  return /^\d{4}$/.test(period) ? months(1, 12) : null;
}
