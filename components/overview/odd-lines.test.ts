import { describe, expect, it } from 'vitest';
import { maxOddLines, oddLines } from './odd-lines';

const mustFix = (unitId: string, quarter = 1) => ({ unitId, unitName: unitId, quarter, count: 2, filingId: `${unitId}-${quarter}` });
const change = (unitId: string) => ({ unitId, unitName: unitId, now: 30, before: 4, quarters: [1] });

describe('what is worth a look', () => {
  it('is one line a unit, what has to be mended first, and no more than fit', () => {
    const lines = oddLines({ mustFix: [mustFix('b'), mustFix('b', 2)], changes: [change('a'), change('b')] });
    expect(lines.map((line) => [line.unitId, line.mustFix.length, line.change?.now ?? null])).toEqual([
      ['b', 2, 30],
      ['a', 0, 30],
    ]);
    const many = Array.from({ length: maxOddLines + 3 }, (_, at) => change(`u${at}`));
    expect(oddLines({ mustFix: [], changes: many })).toHaveLength(maxOddLines);
  });
});
