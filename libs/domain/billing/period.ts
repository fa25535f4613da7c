/** Billing periods of an account: whether one fits its billing, and when it is over (SPEC §4, invoice). */
import type { Facts } from '#domain/account/state.js';
import type { Instant } from '#kernel/instant.js';
import { type Month, monthInterval, periodMonths } from '#kernel/month.js';
import { Refusal } from '#kernel/refusal.js';

const EXAMPLES = { monthly: '2026-03', quarterly: '2026-Q1', annual: '2026' } as const;

/** The months of a period. @throws Refusal `invalid-period` where it does not fit the account's billing */
export function requirePeriod({ billing, accountId }: Facts, period: string): readonly Month[] {
  const months = periodMonths(period, billing);
  if (months) return months;
  throw new Refusal(
    'invalid-period',
    `${accountId} is billed ${billing}: a period is such as ${EXAMPLES[billing]}, not ${period}`,
  );
}

/** The first instant after the period's months. */
export function endOf(months: readonly Month[], { timeZone }: Facts): Instant {
  return monthInterval(months.at(-1)!, timeZone).to;
}
