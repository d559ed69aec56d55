import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDecimal, toDecimal } from './money';

describe('money in 分', () => {
  it.each(['7545', '96171.6', '7730.28', '59237.2449', '5949.088667', '24252.311082', '0', '0.00', '12.50'])(
    'prints %s 万元 as it was read',
    (text) => {
      const read = fromDecimal(text, 'ten_thousand_yuan');
      expect(read && toDecimal(read.value, 'ten_thousand_yuan', read.decimals)).toBe(text);
    },
  );

  it('adds 0.1 + 0.2 元 to 0.3 元', () => {
    const [a, b] = [fromDecimal('0.1', 'yuan'), fromDecimal('0.2', 'yuan')];
    expect(toDecimal((a?.value ?? 0) + (b?.value ?? 0), 'yuan', 1)).toBe('0.3');
  });

  it('cuts no digit that is not zero, whatever precision is asked for', () => {
    expect(toDecimal(1_250_001, 'ten_thousand_yuan', 2)).toBe('1.250001');
    expect(toDecimal(-105, 'yuan', 0)).toBe('-1.05');
  });

  it('refuses more decimals than the unit has 分, and sums beyond 2^53', () => {
    expect(fromDecimal('1.2345678', 'ten_thousand_yuan')).toBeNull();
    expect(fromDecimal('99999999999', 'ten_thousand_yuan')).toBeNull();
    expect(fromDecimal('1.5', 'count')).toBeNull();
    expect(fromDecimal('1.0', 'count')).toEqual({ value: 1, decimals: 0 });
  });

  it('round-trips every decimal of up to six places', () => {
    fc.assert(
      fc.property(fc.nat(9_000_000), fc.nat(999_999), fc.nat(6), (whole, fraction, decimals) => {
        const text = decimals > 0 ? `${whole}.${String(fraction).padStart(6, '0').slice(0, decimals)}` : String(whole);
        const read = fromDecimal(text, 'ten_thousand_yuan');
        expect(read && toDecimal(read.value, 'ten_thousand_yuan', read.decimals)).toBe(text);
      }),
    );
  });
});
