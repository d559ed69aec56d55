import { type Identity, terms } from '../identity';
import { identityCheck } from '../identity-check';
import { rowInWords } from '../in-words';
import { perFormat } from '../per-format';
import { cellsOfTable } from '../table-cells';

const rowSums = perFormat((format) =>
  cellsOfTable(format, 't3')
    .filter((cell) => cell.id.endsWith('.total'))
    .map(
      (cell): Identity => ({
        rule: 't3-row',
        of: rowInWords(cell.rowLabel),
        isSumOfColumns: false,
        left: terms([cell.id]),
        right: terms(cell.terms ?? []),
      }),
    ),
);

export const t3Row = identityCheck({
  id: 't3-row',
  sentence: {
    zh: '表三每一行：总计等于自然人与五类法人或其他组织之和。',
    en: 'Every row of table 三: 总计 is the sum of its six applicant columns.',
  },
  formula: 'total = Σ six columns',
  severity: 'must_fix',
  source: '国办公开办函〔2021〕30号附件，表三“总计”列',
  appliesTo: () => true,
  identities: ({ format }) => rowSums(format),
  explain: (_, { of }, { left, right, difference }) => ({
    zh: `${of.zh}：总计填 ${left}，六类申请人之和为 ${right}，相差 ${Math.abs(difference)} 件。请核对总计或各列。`,
    en: `${of.en}: 总计 says ${left}, its six columns add up to ${right}; they differ by ${Math.abs(difference)}. Check the total or the columns.`,
  }),
  examples: {
    passing: { title: '821 + 35 + 0 + 0 + 2 + 1 = 859', figures: row([821, 35, 0, 0, 2, 1], 859) },
    failing: { title: '821 + 35 + 0 + 0 + 2 + 1 is not 858', figures: row([821, 35, 0, 0, 2, 1], 858) },
    blank: {
      title: 'two of six columns are known',
      figures: { 's3.granted.natural_person': 1, 's3.granted.other_org': 0, 's3.granted.total': 1 },
    },
  },
});

function row(columns: readonly [number, number, number, number, number, number], total: number): Record<string, number> {
  const keys = ['natural_person', 'commercial_enterprise', 'research_institution', 'public_welfare_org', 'legal_service_org', 'other_org'];
  return {
    ...Object.fromEntries(keys.map((key, index) => [`s3.new_received.${key}`, columns[index] ?? 0])),
    's3.new_received.total': total,
  };
}
