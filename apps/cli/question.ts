/** The flags of `ask`, each a field of a question (SPEC §4, §5). */

export interface Flag {
  readonly flag: string;
  readonly field: string;
  readonly value: string;
  readonly meaning: string;
}

export const FLAGS: readonly Flag[] = [
  { flag: '--account', field: 'accountId', value: 'id', meaning: 'the account' },
  { flag: '--user', field: 'userId', value: 'id', meaning: 'the user' },
  { flag: '--product', field: 'product', value: 'id', meaning: 'the product' },
  { flag: '--month', field: 'month', value: 'YYYY-MM', meaning: 'a calendar month of the account' },
  { flag: '--period', field: 'period', value: 'period', meaning: 'a billing period: 2026-03, 2026-Q1 or 2026' },
  { flag: '--program', field: 'programId', value: 'id', meaning: 'the enforcement program' },
  { flag: '--from', field: 'from', value: 'instant', meaning: 'events effective at or after' },
  { flag: '--to', field: 'to', value: 'instant', meaning: 'events effective before' },
  { flag: '--at', field: 'at', value: 'instant', meaning: 'how things stood then (default: --known-at)' },
  { flag: '--known-at', field: 'knownAt', value: 'instant', meaning: 'as was known then (default: now)' },
  { flag: '--position', field: 'position', value: 'n', meaning: 'no event after this position of the log' },
];

const WHOLE = /^-?\d+$/;

/** @param given values by field, as typed */
export function questionOf(given: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const { position, ...fields } = given;
  if (position === undefined) return fields;
  // What is no whole number is passed on as it is, for the question's own refusal.
  return { ...fields, position: WHOLE.test(position) ? Number(position) : position };
}

/** The fields among a command's options, which are named after the flags. */
export function flagFields(options: object): Record<string, string> {
  const given: Record<string, string> = {};
  for (const { flag, field } of FLAGS) {
    const value = (options as Readonly<Record<string, unknown>>)[nameOf(flag)];
    if (typeof value === 'string') given[field] = value;
  }
  return given;
}

/** As commander names it: `--known-at` is `knownAt`. */
function nameOf(flag: string): string {
  return flag.slice(2).replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
}
