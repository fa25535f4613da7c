/**
 * Shapes of what callers give, each saying what it expects; a body is parsed once and typed from then on. What a rule in code
 * cannot show to those who read a schema is said beside it in `meta`, in the words of JSON Schema.
 */
import { z } from 'zod';
import { isCurrency } from '#kernel/currency.js';
import { PRICE, isPrice } from '#kernel/decimal.js';
import { ID, ID_LENGTH_MAX, isId } from '#kernel/id.js';
import { type Instant, parseInstant } from '#kernel/instant.js';
import { type Month, isTimeZone, parseMonth } from '#kernel/month.js';
import { type FieldError, Refusal } from '#kernel/refusal.js';

export const QUANTITY_MAX = 1_000_000;
export const USERS_MAX = 10_000;
export const TEXT_LENGTH_MAX = 200;
export const LIST_LENGTH_MAX = 1_000;
/** Units of metered usage that a pack or a limit may hold. */
export const UNITS_MAX = 1_000_000_000_000;
const RETENTION_MONTHS_MAX = 1_200;

// A value that is not what it should be ends the look at its object: rules over several fields see only whole ones.
const text = (expected: string, accepts: (value: string) => boolean): z.ZodString =>
  z.string({ error: expected }).refine(accepts, { error: expected, abort: true });

export const id = text(
  `an id: 1 to ${ID_LENGTH_MAX} letters, digits, ".", "_" or "-", and neither "." nor ".."`,
  isId,
).meta({
  pattern: ID.source,
});
export const name = text(
  `a text of 1 to ${TEXT_LENGTH_MAX} characters`,
  (value) => value.length > 0 && characters(value) <= TEXT_LENGTH_MAX,
).meta({ minLength: 1, maxLength: TEXT_LENGTH_MAX });
/** As people count them, about: a smiley is one. */
function characters(value: string): number {
  return value.length > TEXT_LENGTH_MAX * 2 ? value.length : (value.match(/./gsu)?.length ?? 0);
}

export const timeZone = text('an IANA time zone such as Europe/Berlin', isTimeZone);
export const currency = text('an ISO 4217 currency in use, such as EUR', isCurrency);
export const price = text('a decimal string with up to 4 decimals, such as "49.99"', isPrice).meta({
  pattern: PRICE.source,
});

export const instant = z
  .string({ error: 'an RFC 3339 instant such as 2026-01-05T10:00:00Z' })
  .transform((value, context): Instant => {
    const parsed = parseInstant(value);
    if (parsed !== undefined) return parsed;
    context.addIssue({
      code: 'custom',
      message: 'an RFC 3339 instant such as 2026-01-05T10:00:00Z, to the millisecond',
    });
    return z.NEVER;
  })
  .meta({ format: 'date-time' });

export const month = z
  .string({ error: 'a month such as 2026-03' })
  .transform((value, context): Month => {
    const parsed = parseMonth(value);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', message: 'a month such as 2026-03' });
    return z.NEVER;
  })
  .meta({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });

export function whole(least: number, most: number): z.ZodNumber {
  const expected = `a whole number from ${least} to ${most}`;
  return z
    .number({ error: expected })
    .int({ error: expected })
    .min(least, { error: expected })
    .max(most, { error: expected });
}

export const positive = whole(1, QUANTITY_MAX);
export const quantity = whole(0, QUANTITY_MAX);
export const retentionDays = whole(1, 14);
export const retentionMonths = whole(3, RETENTION_MONTHS_MAX)
  .refine((months) => months % 3 === 0, { error: 'a positive multiple of 3' })
  .meta({ multipleOf: 3 });
export const flag = z.boolean({ error: 'true or false' });

export function oneOf<const T extends readonly [string, ...string[]]>(
  ...values: T
): z.ZodEnum<{ [K in T[number]]: K }> {
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

/** Its length is judged before its items: what is wrong with a list that is too long is told once, not once an item. */
export function listOf<T extends z.ZodType>(
  item: T,
  most: number,
  least = 0,
): z.ZodPipe<z.ZodCustom<unknown[], unknown[]>, z.ZodArray<T>> {
  const fits = (value: unknown): boolean => Array.isArray(value) && value.length >= least && value.length <= most;
  return z
    .custom<unknown[]>(fits, { error: `a list of ${least} to ${most}`, abort: true })
    .meta({ type: 'array', items: item, ...(least > 0 && { minItems: least }), maxItems: most })
    .pipe(z.array(item));
}

/** An object of exactly these fields. */
export function shape<T extends z.ZodRawShape>(fields: T): z.ZodObject<T, z.core.$strict> {
  return z.strictObject(fields, { error: (issue) => (issue.code === 'invalid_type' ? 'an object' : undefined) });
}

/** Ids, each once, in the order given. */
export function idsOnce(most: number): z.ZodType<string[]> {
  return listOf(id, most).transform((ids) => [...new Set(ids)]);
}

/** @throws Refusal `invalid-input` naming each field and what was expected there */
export function parse<T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) => fieldErrors(issue));
  const told = errors.map(({ field, expected }) => `${field}: expected ${expected}`).join('; ');
  throw new Refusal('invalid-input', `${what}: ${told}`, errors);
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), expected: 'no such field' }));
  }
  return [{ field: path.join('.') || 'body', expected: issue.message }];
}
