import { type Identity, terms } from '../identity';
import { identityCheck } from '../identity-check';
import { quoted } from '../in-words';
import { perFormat } from '../per-format';
import { cellsOfTable } from '../table-cells';

const blockSums = perFormat((format) =>
  cellsOfTable(format, 't4')
    .filter((cell) => cell.addsUp === 'computed')
    .map(
      (cell): Identity => ({
        rule: 't4-sum',
        of: quoted(cell.rowLabel),
        isSumOfColumns: false,
        left: terms([cell.id]),
        right: terms(cell.terms ?? []),
      }),
    ),
);

export const t4Sum = identityCheck({
  id: 't4-sum',
  sentence: {
    zh: '表四每一组：总计等于结果维持、结果纠正、其他结果、尚未审结之和。',
    en: 'Every block of table 四: 总计 is the sum of 结果维持, 结果纠正, 其他结果 and 尚未审结.',
  },
  formula: 'total = upheld + corrected + other + pending',
  severity: 'must_fix',
  source: '国办公开办函〔2021〕30号附件，表四“总计”',
  appliesTo: () => true,
  identities: ({ format }) => blockSums(format),
  explain: (_, { of }, { left, right, difference }) => ({
    zh: `${of.zh}：总计填 ${left}，四种结果之和为 ${right}，相差 ${Math.abs(difference)} 件。请核对总计或四种结果。`,
    en: `${of.en}: 总计 says ${left}, its four results add up to ${right}; they differ by ${Math.abs(difference)}. Check the total or the results.`,
  }),
  examples: {
    passing: { title: '309 + 17 + 88 + 26 = 440', figures: block({ upheld: 309, corrected: 17, other: 88, pending: 26, total: 440 }) },
    failing: {
      title: '10 + 1 + 0 + 0 = 11, the total was left at 0',
      figures: block({ upheld: 10, corrected: 1, other: 0, pending: 0, total: 0 }),
    },
    blank: { title: '结果纠正 is not known', figures: { 's4.review.upheld': 5, 's4.review.pending': 2, 's4.review.total': 7 } },
  },
});

function block(results: Record<'upheld' | 'corrected' | 'other' | 'pending' | 'total', number>): Record<string, number> {
  return Object.fromEntries(Object.entries(results).map(([key, cases]) => [`s4.review.${key}`, cases]));
}
