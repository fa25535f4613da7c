/** Numbers in a query or a header, which come as text. */
const WHOLE = /^\d{1,16}$/;

/** The number that a text writes; what writes no whole one is passed on as it is, for its own refusal. */
export function numeric(value: unknown): unknown {
  return typeof value === 'string' && WHOLE.test(value) ? Number(value) : value;
}
