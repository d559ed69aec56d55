import type { Quantity } from '../formats';

/** 分 in one printed unit. 1 万元 = 1 000 000 分, 1 元 = 100 分; a count is its own unit. */
const fenPerUnit: Record<Quantity, number> = { ten_thousand_yuan: 1_000_000, yuan: 100, count: 1 };

/** Most decimals a figure may be printed with; beyond them it would not be a whole number of 分. */
export const maxDecimals: Record<Quantity, number> = { ten_thousand_yuan: 6, yuan: 2, count: 0 };

/**
 * A plain decimal (`59237.2449`, no sign, no separators) as an integer of the smallest unit, without floating point: the point is
 * moved in the text, which needs no library for decimals in the form's first load.
 *
 * @returns the value and its printed decimals, or null when it has more decimals than the unit allows or exceeds 2^53
 */
export function fromDecimal(text: string, quantity: Quantity): { value: number; decimals: number } | null {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = maxDecimals[quantity];
  const kept = quantity === 'count' ? fraction.replace(/0+$/, '') : fraction;
  if (kept.length > digits) return null;
  const value = Number(`${whole}${kept.padEnd(digits, '0')}`);
  return Number.isSafeInteger(value) ? { value, decimals: kept.length } : null;
}

/**
 * The decimal as printed: 59 237 244 900 分 of 万元 with 4 decimals is `59237.2449`. Trailing zeros are kept up to `decimals`;
 * a digit that is not zero is never cut.
 */
export function toDecimal(value: number, quantity: Quantity, decimals: number): string {
  const perUnit = fenPerUnit[quantity];
  const sign = value < 0 ? '-' : '';
  const magnitude = Math.abs(value);
  const whole = Math.floor(magnitude / perUnit);
  const all = String(magnitude % perUnit).padStart(maxDecimals[quantity], '0');
  if (quantity === 'count') return `${sign}${magnitude}`;
  let shown = all.replace(/0+$/, '');
  if (shown.length < decimals) shown = all.slice(0, decimals);
  return shown ? `${sign}${whole}.${shown}` : `${sign}${whole}`;
}
