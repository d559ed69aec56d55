import { describe, expect, it } from 'vitest';
import { largestChanges, minForChange } from './largest-changes';

const of = (unitId: string, ...values: readonly (number | null)[]) =>
  values.flatMap((value, at) => (value === null ? [] : [{ unitId, quarter: at + 1, value }]));

describe('the largest changes of units', () => {
  it('compare only quarters that both years know: 3 + 9 beside 20 + 30, the third quarter is to come', () => {
    const now = of('a', 3, 9);
    const before = of('a', 20, 30, 40);
    expect(largestChanges(now, before, 10)).toEqual([{ unitId: 'a', now: 12, before: 50, quarters: [1, 2] }]);
    expect(largestChanges(of('a', null, 9), of('a', 20, null), 10)).toEqual([]);
  });

  it('have the largest first, up or down, at most so many, and leave out what most quarters differ by', () => {
    const now = [...of('up', 50), ...of('down', 0), ...of('still', 10 + minForChange - 1), ...of('new', 99)];
    const before = [...of('up', 20), ...of('down', 40), ...of('still', 10)];
    expect(largestChanges(now, before, 10).map((one) => one.unitId)).toEqual(['down', 'up']);
    expect(largestChanges(now, before, 1).map((one) => one.unitId)).toEqual(['down']);
  });
});
