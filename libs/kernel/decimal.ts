/** Exact decimal arithmetic for prices and amounts: bigints and a count of decimals, never a float. */

/** Units of 10^-scale. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const PRICE_DECIMALS_MAX = 4;
const PRICE_WHOLE_DIGITS_MAX = 12;
export const PRICE = new RegExp(
  `^(0|[1-9]\\d{0,${PRICE_WHOLE_DIGITS_MAX - 1}})(?:\\.(\\d{1,${PRICE_DECIMALS_MAX}}))?$`,
);
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** True for a price as SPEC §3 takes it: digits, then up to four decimals; no sign, no exponent. */
export function isPrice(text: string): boolean {
  return PRICE.test(text);
}

export function parseDecimal(text: string): Decimal {
  const parts = DECIMAL.exec(text);
  if (!parts) throw new Error(`not a decimal: ${text}`);
  const [, sign, whole, fraction = ''] = parts;
  const units = BigInt(`${whole}${fraction}`);
  return { units: sign ? -units : units, scale: fraction.length };
}

/** With exactly `scale` decimals: `1234.50`, `-0.05`, `1234`. */
export function formatDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The same value with at least `scale` decimals. */
export function widen(value: Decimal, scale: number): Decimal {
  return value.scale >= scale ? value : { units: value.units * 10n ** BigInt(scale - value.scale), scale };
}

/** a + b, with the most decimals of the two. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: widen(a, scale).units + widen(b, scale).units, scale };
}

export function negate(value: Decimal): Decimal {
  return { units: -value.units, scale: value.scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(add, { units: 0n, scale: 0 });
}

/** Below, at or above 0 as a is less than, equal to or greater than b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const { units } = subtract(a, b);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

export function times(value: Decimal, quantity: number): Decimal {
  return { units: value.units * BigInt(quantity), scale: value.scale };
}

/** Rounded half-even to `scale` decimals (SPEC §4, amounts). */
export function roundHalfEven(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return widen(value, scale);
  const divisor = 10n ** BigInt(value.scale - scale);
  const magnitude = value.units < 0n ? -value.units : value.units;
  let quotient = magnitude / divisor;
  const twiceRest = (magnitude % divisor) * 2n;
  if (twiceRest > divisor || (twiceRest === divisor && quotient % 2n === 1n)) quotient += 1n;
  return { units: value.units < 0n ? -quotient : quotient, scale };
}
