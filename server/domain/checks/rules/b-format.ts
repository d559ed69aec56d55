import { formatOfYear, getFormat, usualRowVariant } from '../../formats';
import { counted } from '../../plural';
import type { Check, CheckResult } from '../check';

/**
 * The tables are those in force for the year. The other row variant of （六） is a hybrid that offices really print; nothing
 * is miscounted by it, so it weighs no more than a hint.
 */
export const bFormat: Check = {
  id: 'b-format',
  sentence: {
    zh: '报表格式应为该年度现行的格式。',
    en: 'The tables are those of the format in force for the year.',
  },
  severity: 'confirm',
  weighsOtherwise: [
    {
      severity: 'hint',
      when: {
        zh: '仅（六）其他处理的行数与规定格式不同：各数仍可核对。',
        en: 'only the rows of （六）其他处理 are not those of the format: every figure can still be checked.',
      },
      example: { title: 'the single row of 2019 in a report of 2021', rowVariant: 'other_single' },
    },
  ],
  source: '国办公开办函〔2021〕30号（2021年度起）；国办公开办函〔2019〕60号（2019、2020年度）',
  appliesTo: () => true,
  run: ({ format, year }) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    const wanted = formatOfYear(year);
    if (format.id !== wanted)
      result.findings.push({
        cells: [],
        left: format.id,
        right: wanted,
        difference: null,
        message: {
          zh: `${year} 年度应使用 ${wanted} 年格式（${getFormat(wanted).source}），本报告用的是 ${format.id} 年格式。请改用现行表格，或者书面说明。`,
          en: `A report on ${year} uses the ${wanted} tables (${getFormat(wanted).source}), this one has those of ${format.id}. Use the tables in force, or explain.`,
        },
      });
    if (format.rowVariant !== usualRowVariant[format.id])
      result.findings.push({
        cells: [],
        left: format.rowVariant,
        right: usualRowVariant[format.id],
        difference: null,
        weighsAs: 'hint',
        message: {
          zh: `（六）其他处理有 ${otherRows(format.rowVariant)} 行，${format.id} 年格式为 ${otherRows(usualRowVariant[format.id])} 行。建议按规定格式分行。`,
          en: `（六）其他处理 has ${counted(otherRows(format.rowVariant), 'row')}, the ${format.id} format has ${otherRows(usualRowVariant[format.id])}. Print the rows of the format.`,
        },
      });
    if (result.findings.length === 0) result.passed = 1;
    return result;
  },
  examples: {
    passing: { title: '2023 in the tables of 2021', subject: { year: 2023 } },
    failing: { title: '2022 in the tables of 2019', subject: { year: 2022 }, format: '2019' },
    blank: { title: 'no figures: the tables themselves still go with the year', subject: { year: 2023 }, verdict: 'passed' },
  },
};

function otherRows(variant: 'other_three' | 'other_single'): number {
  return variant === 'other_three' ? 3 : 1;
}
