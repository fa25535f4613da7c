/** Exact decimals: an integer count of units of 10^-scale; amounts are rounded half-even to a currency's minor units. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const ZERO_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const FOUR_DIGITS = 'CLF UYW'.split(' ');

/** ISO 4217 minor units; 2 for every currency not named above. */
export function minorDigits(currency: string): number {
  if (ZERO_DIGITS.includes(currency)) return 0;
  if (THREE_DIGITS.includes(currency)) return 3;
  return FOUR_DIGITS.includes(currency) ? 4 : 2;
}

export function decimalOf(text: string): Decimal {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new Error(`not a decimal: ${text}`);
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

export function textOf({ units, scale }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The difference, with the most decimals of those it came from. */
export function minus(whole: Decimal, parts: readonly Decimal[]): Decimal {
  const scale = Math.max(whole.scale, ...parts.map((part) => part.scale));
  const units = parts.reduce((left, part) => left - rescaled(part, scale), rescaled(whole, scale));
  return { units, scale };
}

function rescaled(decimal: Decimal, scale: number): bigint {
  return decimal.units * 10n ** BigInt(scale - decimal.scale);
}

/** quantity x unitPrice in minor units, rounded half-even. */
export function amountOf(quantity: number, unitPrice: Decimal, digits: number): bigint {
  const units = BigInt(quantity) * unitPrice.units;
  if (unitPrice.scale <= digits) return units * 10n ** BigInt(digits - unitPrice.scale);
  const divisor = 10n ** BigInt(unitPrice.scale - digits);
  const floor = (units - (((units % divisor) + divisor) % divisor)) / divisor;
  const twiceRest = 2n * (units - floor * divisor);
  if (twiceRest > divisor) return floor + 1n;
  if (twiceRest < divisor) return floor;
  return floor % 2n === 0n ? floor : floor + 1n;
}
