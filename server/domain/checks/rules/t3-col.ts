import { numberAt, sumAt } from '../../figures';
import type { CheckSubject } from '../../subject';
import { type Identity, terms } from '../identity';
import { identityCheck } from '../identity-check';
import { columnInWords } from '../in-words';
import { outcomeCells, requestColumns } from '../table-cells';

/**
 * The balance that table 三 itself prints in its corner, in each of the 7 columns. Where a column does not state its
 * （七）总计 but all of its outcomes, their sum stands in for it, and the sentence says so.
 */
export const t3Col = identityCheck({
  id: 't3-col',
  sentence: {
    zh: '表三每一列：第一项加第二项之和，等于第三项（总计）加第四项之和。',
    en: 'Every column of table 三: rows 一 and 二 together equal rows 三（七） and 四 together.',
  },
  formula: 'new_received + carried_in = result_total + carried_out',
  severity: 'must_fix',
  source: '国办公开办函〔2021〕30号、〔2019〕60号附件，表三左上角勾稽关系',
  appliesTo: () => true,
  identities: (subject) =>
    requestColumns(subject.format).map(
      ({ key, label, isTotal }): Identity => ({
        rule: 't3-col',
        of: columnInWords(label),
        isSumOfColumns: isTotal,
        left: terms([`s3.new_received.${key}`, `s3.carried_in.${key}`]),
        right: terms([...resultCells(subject, key), `s3.carried_out.${key}`]),
      }),
    ),
  explain: (subject, identity, { left, right, difference }) => {
    const [received, carriedIn] = identity.left.map((term) => numberAt(subject.figures, term.cell));
    const carriedOut = numberAt(subject.figures, identity.right.at(-1)?.cell ?? '') ?? 0;
    const isSummed = identity.right.length > 2;
    const gap = Math.abs(difference);
    return {
      zh: `${identity.of.zh}：一 ${received} + 二 ${carriedIn} = ${left}，三${isSummed ? '各行之和（未列总计）' : '（七）'} ${right - carriedOut} + 四 ${carriedOut} = ${right}，相差 ${gap} 件。${difference > 0 ? '办理结果或结转少计' : '办理结果或结转多计'} ${gap} 件，或者新收、上年结转有误，请核对本列。`,
      en: `${identity.of.en}: rows 一 ${received} + 二 ${carriedIn} = ${left}, rows 三${isSummed ? ' (sum of its rows, no total is stated)' : '（七）'} ${right - carriedOut} + 四 ${carriedOut} = ${right}; they differ by ${gap}. Check this column: ${gap} too ${difference > 0 ? 'few' : 'many'} answered or carried out, or 一 or 二 is wrong.`,
    };
  },
  examples: {
    passing: { title: '83 + 4 = 84 + 3', figures: column(83, 4, 84, 3) },
    failing: { title: '83 + 4 = 87, 83 + 3 = 86', figures: column(83, 4, 83, 3) },
    blank: { title: '结转 is not known', figures: { 's3.new_received.natural_person': 83, 's3.result_total.natural_person': 84 } },
  },
});

function resultCells({ format, figures }: CheckSubject, column: string): string[] {
  const stated = `s3.result_total.${column}`;
  const outcomes = outcomeCells(format, column);
  return numberAt(figures, stated) === null && sumAt(figures, outcomes) !== null ? outcomes : [stated];
}

function column(received: number, carriedIn: number, results: number, carriedOut: number): Record<string, number> {
  return {
    's3.new_received.natural_person': received,
    's3.carried_in.natural_person': carriedIn,
    's3.result_total.natural_person': results,
    's3.carried_out.natural_person': carriedOut,
  };
}
