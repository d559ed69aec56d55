/**
 * An exact decimal, `unscaled / 10^decimals`: 44.05 is { unscaled: 4405, decimals: 2 }. The printed decimals are kept,
 * because a share is compared to the decimals it is printed with.
 *
 * Our own: the libraries drop trailing zeros, so the printed decimals would have to travel beside their numbers all the same,
 * and the browser would load some kilobytes for what BigInt does in these lines.
 */
export interface Decimal {
  unscaled: number;
  decimals: number;
}

export function whole(value: number): Decimal {
  return { unscaled: value, decimals: 0 };
}

/** @returns null when the digits do not fit a safe integer (an identity number, say) */
export function readDecimal(digits: string, timesTen = 0): Decimal | null {
  const [integer = '', fraction = ''] = digits.split('.');
  const kept = fraction.slice(Math.min(fraction.length, timesTen));
  const unscaled = Number(`${integer}${fraction.slice(0, timesTen).padEnd(timesTen, '0')}${kept}`);
  return Number.isSafeInteger(unscaled) ? { unscaled, decimals: kept.length } : null;
}

/** The value as a plain number when it is whole, else null. */
export function asInteger({ unscaled, decimals }: Decimal): number | null {
  const unit = 10 ** decimals;
  return unscaled % unit === 0 ? unscaled / unit : null;
}

/** -1, 0 or 1. */
export function compare(a: Decimal, b: Decimal): number {
  const left = BigInt(a.unscaled) * 10n ** BigInt(b.decimals);
  const right = BigInt(b.unscaled) * 10n ** BigInt(a.decimals);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function add(a: Decimal, b: Decimal): Decimal {
  const decimals = Math.max(a.decimals, b.decimals);
  return { unscaled: a.unscaled * 10 ** (decimals - a.decimals) + b.unscaled * 10 ** (decimals - b.decimals), decimals };
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return add(a, { ...b, unscaled: -b.unscaled });
}

/**
 * `100 × part / base` with that many decimals, half-up away from zero. 37 of 84 with 2 decimals is 44.05.
 *
 * @param base greater than zero
 */
export function percent(part: Decimal, base: Decimal, decimals: number): Decimal {
  const numerator = BigInt(part.unscaled) * 10n ** BigInt(base.decimals + 2 + decimals);
  const denominator = BigInt(base.unscaled) * 10n ** BigInt(part.decimals);
  const sign = numerator < 0n ? -1n : 1n;
  const rounded = (2n * sign * numerator + denominator) / (2n * denominator);
  return { unscaled: Number(sign * rounded), decimals };
}

export function printDecimal({ unscaled, decimals }: Decimal): string {
  const sign = unscaled < 0 ? '-' : '';
  const digits = String(Math.abs(unscaled)).padStart(decimals + 1, '0');
  const integer = digits.slice(0, digits.length - decimals);
  return decimals > 0 ? `${sign}${integer}.${digits.slice(integer.length)}` : `${sign}${integer}`;
}
