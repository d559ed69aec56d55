import { numberAt } from '../../figures';
import { cellName, getCell } from '../../formats';
import type { CheckSubject } from '../../subject';
import { explainAgainst } from '../cell-values';
import type { Identity } from '../identity';
import { identityCheck } from '../identity-check';
import { quoted } from '../in-words';

/**
 * Every figure of the whole is the sum of its units', openings and stocks too (transfers left out by whoever sums). A total
 * whose parts are all stated is left to the table rules: it would only repeat a part's difference. A signed adjustment stands between the two.
 */
function wholeFromUnits({ format, figures, unitSum, adjusted }: CheckSubject): Identity[] {
  if (!unitSum) return [];
  return [...format.cells.values()].flatMap((cell): Identity[] => {
    if (!cell.isPrinted) return [];
    if (cell.terms?.every((term) => numberAt(figures, term) !== null)) return [];
    return [
      {
        rule: 'r-sum',
        of: quoted(cellName(cell)),
        isSumOfColumns: false,
        left: [{ cell: cell.id, sign: 1, in: 'subject' }],
        right: [
          { cell: cell.id, sign: 1, in: 'units' },
          ...(adjusted?.has(cell.id) ? [{ cell: cell.id, sign: 1, in: 'adjusted' } as const] : []),
        ],
      },
    ];
  });
}

export const rSum = identityCheck({
  id: 'r-sum',
  sentence: {
    zh: '汇总数的每一格等于各单位之和（有会签的调整时，加上调整），期初数和时点数也一样。',
    en: 'Every figure of the whole is the sum of its units, with signed adjustments where there are any, openings and stocks included.',
  },
  formula: 'whole = Σ units + adjustments',
  severity: 'must_fix',
  source: '国办公开办函〔2021〕30号二（二）：主管部门汇总所属各单位',
  appliesTo: (subject) => subject.unitSum !== null,
  identities: wholeFromUnits,
  guidesRepair: false,
  explain: ({ format }, identity, weighed) =>
    explainAgainst(getCell(format, identity.left[0]?.cell ?? ''), weighed, { zh: '各单位之和为', en: 'its units add up to' }),
  examples: {
    passing: {
      title: '349 + 933 + … = 3607, money to the 分',
      figures: { 's3.new_received.natural_person': 3607, 's2.admin_fees': '12.5' },
      subject: { scope: 'consolidated', unitSum: { 's3.new_received.natural_person': 3607, 's2.admin_fees': '12.50' } },
    },
    failing: {
      title: '3606 stated, 3607 in the units',
      figures: { 's3.new_received.natural_person': 3606 },
      subject: { scope: 'consolidated', unitSum: { 's3.new_received.natural_person': 3607 } },
    },
    blank: {
      title: 'the units are not known',
      figures: { 's3.new_received.natural_person': 3606 },
      subject: { scope: 'consolidated', unitSum: {} },
    },
  },
});
