import { numberAt, sumAt } from '../../figures';
import { outcomeRows } from '../../formats/request-rows';
import type { Check } from '../check';
import { inPercent, standardThresholds, type Thresholds } from '../thresholds';

export const t3OtherWith = ({ otherShare, otherFloor }: Thresholds): Check => ({
  id: 't3-other',
  sentence: {
    zh: `（六）其他处理占办理总数的比例超过 ${inPercent(otherShare)}% 时，建议核查归类。`,
    en: `More than ${inPercent(otherShare)}% of all answers under （六）其他处理 is worth a look at how cases were classed.`,
  },
  formula: `Σ（六） / result_total ≤ ${otherShare}`,
  severity: 'hint',
  source: '国办公开办函〔2019〕60号：关注“其他处理”占比较高的机关',
  appliesTo: () => true,
  run: ({ format, figures }) => {
    const rows = outcomeRows(format.rowVariant).filter((row) => row.key.startsWith('other_'));
    const cells = [...rows.map((row) => `s3.${row.key}.total`), 's3.result_total.total'];
    const others = sumAt(figures, cells.slice(0, -1));
    const all = numberAt(figures, 's3.result_total.total');
    if (others === null || all === null)
      return {
        findings: [],
        passed: 0,
        notCheckable: [{ cells, why: { zh: '（六）或（七）的总计未知。', en: 'A total of （六） or （七） is not known.' } }],
      };
    if (all < otherFloor || others <= otherShare * all) return { findings: [], passed: 1, notCheckable: [] };
    const percent = Math.round((others / all) * 1000) / 10;
    return {
      passed: 0,
      notCheckable: [],
      findings: [
        {
          cells,
          left: others,
          right: all,
          difference: null,
          message: {
            zh: `（六）其他处理 ${others} 件，占总计 ${all} 件的 ${percent}%，高于 ${inPercent(otherShare)}%。建议核查是否有应归入（一）至（五）的申请。`,
            en: `（六）其他处理 has ${others} of ${all} answers, ${percent}%, above ${inPercent(otherShare)}%. See whether some belong to （一） to （五）.`,
          },
        },
      ],
    };
  },
  examples: {
    passing: { title: '45 of 100', figures: share(45, 100) },
    failing: { title: '51 of 100', figures: share(51, 100) },
    blank: { title: 'the total is not known', figures: { 's3.other_misc.total': 51 } },
  },
});

export const t3Other = t3OtherWith(standardThresholds);

function share(others: number, all: number): Record<string, number> {
  return { 's3.other_no_correction.total': 0, 's3.other_fee_unpaid.total': 0, 's3.other_misc.total': others, 's3.result_total.total': all };
}
