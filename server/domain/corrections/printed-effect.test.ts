import { expect, it } from 'vitest';
import { printedDifference, printedEffect } from './printed-effect';
import { slipEffect } from './slip-effect';
import { aQuarter, aUnit } from './testing/a-unit';

it('prints a touched quarter and the year, each cell before and after', () => {
  const unit = aUnit([aQuarter({ quarter: 1 })]);
  const change = { quarter: 1, cell: 's2.licensing_decisions', raw: '12' };
  expect(printedEffect(slipEffect(unit, { year: 2026, changes: [change] }, null))).toEqual({
    quarters: [
      {
        year: 2026,
        quarter: 1,
        successor: null,
        isNamed: true,
        isSettled: true,
        cells: [{ cell: 's2.licensing_decisions', before: '0', after: '12' }],
      },
    ],
    years: [{ year: 2026, cells: [{ cell: 's2.licensing_decisions', before: '0', after: '12' }] }],
  });
});

it('a difference has its sign and the decimals of its figures, and none where there is no number', () => {
  const of = (before: string, after: string) => printedDifference({ before, after });
  expect([of('3', '5'), of('5', '3'), of('4', '4')]).toEqual(['+2', '−2', '0']);
  expect([of('59237.2449', '59237.25'), of('0.1', '0.35'), of('1.50', '0')]).toEqual(['+0.0051', '+0.25', '−1.50']);
  expect([of('', '5'), of('不适用', '5'), of('3', '约5')]).toEqual([null, null, null]);
});
