import type { CellId, FormatId } from '../../formats';
import { disputeBlocks, disputeResults } from '../../formats/table-4-disputes';

/** A card of a 图解 by the cells it shows. */
export interface ChosenCard {
  title: string;
  figures: readonly { cell: CellId; label: string }[];
  /** Only organs with this power have anything to show; a card of zeros is left out. */
  onlyIfAny?: boolean;
}

/** What a 图解 shows of table 二, in each format. */
export const disclosureCards: Record<FormatId, readonly ChosenCard[]> = {
  '2021': [
    documents('规章', 's2.regulations', { issued: '制发', repealed: '废止', in_force: '现行有效' }, true),
    documents('行政规范性文件', 's2.normative_documents', { issued: '制发', repealed: '废止', in_force: '现行有效' }),
    { title: '行政许可', figures: [{ cell: 's2.licensing_decisions', label: '处理决定' }] },
    { title: '行政处罚', figures: [{ cell: 's2.penalty_decisions', label: '处理决定' }] },
    { title: '行政强制', figures: [{ cell: 's2.coercion_decisions', label: '处理决定' }] },
    { title: '行政事业性收费', figures: [{ cell: 's2.admin_fees', label: '收费金额' }] },
  ],
  '2019': [
    documents('规章', 's2.regulations', { made: '新制作', published: '新公开', public_total: '对外公开总数' }, true),
    documents('规范性文件', 's2.normative_documents', { made: '新制作', published: '新公开', public_total: '对外公开总数' }),
    { title: '行政许可', figures: [{ cell: 's2.licensing.decisions', label: '处理决定' }] },
    { title: '行政处罚', figures: [{ cell: 's2.penalty.decisions', label: '处理决定' }] },
    { title: '行政强制', figures: [{ cell: 's2.coercion.decisions', label: '处理决定' }] },
    {
      title: '行政事业性收费',
      figures: [
        { cell: 's2.admin_fees.prev_items', label: '上年项目' },
        { cell: 's2.admin_fees.change', label: '本年增减' },
      ],
    },
  ],
};

/** Table 四 as it is, one card for each block. */
export const disputeCards: readonly ChosenCard[] = disputeBlocks.map(({ key, label }) => ({
  title: label.replace(/^(\S+) (.+)$/, '$1（$2）'),
  figures: [
    ...disputeResults.map((result) => ({ cell: `s4.${key}.${result.key}`, label: result.label })),
    { cell: `s4.${key}.total`, label: '总计' },
  ],
}));

export const balanceFigures = [
  { cell: 's3.carried_in.total', label: '上年结转' },
  { cell: 's3.new_received.total', label: '本年新收' },
  { cell: 's3.result_total.total', label: '本年办结' },
  { cell: 's3.carried_out.total', label: '结转下年' },
] as const;

function documents(title: string, id: string, columns: Record<string, string>, onlyIfAny = false): ChosenCard {
  return { title, onlyIfAny, figures: Object.entries(columns).map(([key, label]) => ({ cell: `${id}.${key}`, label })) };
}
