import { outcomeRows } from '../../formats/request-rows';
import { type Identity, terms } from '../identity';
import { identityCheck } from '../identity-check';
import { columnInWords } from '../in-words';
import { perFormat } from '../per-format';
import { outcomeCells, requestColumns } from '../table-cells';

const columnSums = perFormat((format) =>
  requestColumns(format).map(
    ({ key, label, isTotal }): Identity => ({
      rule: 't3-sum',
      of: columnInWords(label),
      isSumOfColumns: isTotal,
      left: terms([`s3.result_total.${key}`]),
      right: terms(outcomeCells(format, key)),
    }),
  ),
);

/** （七）总计 of a column is the sum of its outcome rows: 21, or 19 where 其他处理 is one row. */
export const t3Sum = identityCheck({
  id: 't3-sum',
  sentence: {
    zh: '表三每一列：（七）总计等于（一）至（六）各行之和。',
    en: 'Every column of table 三: （七）总计 is the sum of the outcome rows （一） to （六）.',
  },
  formula: 'result_total = Σ outcome rows',
  severity: 'must_fix',
  source: '国办公开办函〔2021〕30号附件，表三（七）总计',
  appliesTo: () => true,
  identities: ({ format }) => columnSums(format),
  explain: (_, { of, right: rows }, { left, right, difference }) => ({
    zh: `${of.zh}：（七）总计填 ${left}，以上 ${rows.length} 行之和为 ${right}，相差 ${Math.abs(difference)} 件。请核对总计或各行。`,
    en: `${of.en}: （七）总计 says ${left}, its ${rows.length} rows add up to ${right}; they differ by ${Math.abs(difference)}. Check the total or the rows.`,
  }),
  examples: {
    passing: {
      title: '37 + 5 = 42',
      figures: { ...outcomes({ granted: 37, denied_state_secret: 5 }), 's3.result_total.natural_person': 42 },
    },
    failing: {
      title: '37 + 5 is not 41',
      figures: { ...outcomes({ granted: 37, denied_state_secret: 5 }), 's3.result_total.natural_person': 41 },
    },
    blank: { title: 'only the total and one row', figures: { 's3.granted.natural_person': 37, 's3.result_total.natural_person': 42 } },
  },
});

function outcomes(some: Record<string, number>): Record<string, number> {
  return Object.fromEntries(outcomeRows('other_three').map(({ key }) => [`s3.${key}.natural_person`, some[key] ?? 0]));
}
