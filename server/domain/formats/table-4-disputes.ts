import { chapterTitles } from './chapters';
import type { Cell, GridCell, TableLayout } from './format';

/** The three blocks of table 四, in the order they are always printed. */
export const disputeBlocks = [
  { key: 'review', label: '行政复议' },
  { key: 'litigation_direct', label: '行政诉讼 未经复议直接起诉' },
  { key: 'litigation_after_review', label: '行政诉讼 复议后起诉' },
] as const;
export type DisputeBlock = (typeof disputeBlocks)[number]['key'];

export const disputeResults = [
  { key: 'upheld', label: '结果维持', addsUp: 'flow', definition: '复议维持或者判决驳回诉讼请求的案件。' },
  { key: 'corrected', label: '结果纠正', addsUp: 'flow', definition: '撤销、变更、确认违法、责令履行等纠正原行为的案件。' },
  { key: 'other', label: '其他结果', addsUp: 'flow', definition: '撤回、不予受理、终止、程序性驳回、调解等结案的案件。' },
  { key: 'pending', label: '尚未审结', addsUp: 'closing', definition: '期末尚未审结的案件，是期末数，不跨期相加。' },
] as const;

const source = '国办公开办函〔2021〕30号：共同被告案件只由原行为机关计一次';

/**
 * Table 四 政府信息公开行政复议、行政诉讼情况: one row of 15 figures.
 * 总计 is recomputed from its four results; adding the quarters' totals would count a pending case twice.
 */
export function disputesTable(): { layout: TableLayout; cells: Cell[] } {
  const cells: Cell[] = disputeBlocks.flatMap((block) => [
    ...disputeResults.map(
      (result): Cell => ({
        id: `s4.${block.key}.${result.key}`,
        section: '4',
        table: 't4',
        rowLabel: block.label,
        columnLabel: result.label,
        addsUp: result.addsUp,
        quantity: 'count',
        measuredIn: '件',
        isPrinted: true,
        definition: result.definition,
        source,
      }),
    ),
    {
      id: `s4.${block.key}.total`,
      section: '4',
      table: 't4',
      rowLabel: block.label,
      columnLabel: '总计',
      addsUp: 'computed',
      quantity: 'count',
      measuredIn: '件',
      isPrinted: true,
      terms: disputeResults.map((result) => `s4.${block.key}.${result.key}`),
      definition: '四种结果之和，自动计算。',
      source,
    },
  ]);
  const names = [...disputeResults.map((result) => result.label), '总计'];
  const heads = (rowSpan?: number): GridCell[] => names.map((text) => ({ role: 'head', text, ...(rowSpan ? { rowSpan } : {}) }));
  return {
    cells,
    layout: {
      id: 't4',
      section: '4',
      title: chapterTitles['4'],
      columnTwips: Array(15).fill(650),
      rows: [
        {
          isHead: true,
          cells: [
            { role: 'head', text: '行政复议', colSpan: 5 },
            { role: 'head', text: '行政诉讼', colSpan: 10 },
          ],
        },
        {
          isHead: true,
          cells: [...heads(2), { role: 'head', text: '未经复议直接起诉', colSpan: 5 }, { role: 'head', text: '复议后起诉', colSpan: 5 }],
        },
        { isHead: true, cells: [...heads(), ...heads()] },
        { isHead: false, cells: cells.map((cell) => ({ role: 'figure', cell: cell.id })) },
      ],
    },
  };
}

/**
 * Form-only figures of table 四 which let a quarter be checked against the one before: cases pending at its start
 * and cases newly opened in it. Never printed.
 */
export function disputeInternals(): { rows: TableLayout['rows']; cells: Cell[] } {
  const internals = [
    { key: 'pending_opening', label: '期初尚未审结', addsUp: 'opening', definition: '上期期末尚未审结的案件，自动带入。' },
    { key: 'new_cases', label: '本期新收案件', addsUp: 'flow', definition: '本期新收到的复议、诉讼案件，用于核对尚未审结数。' },
  ] as const;
  const cells = disputeBlocks.flatMap((block) =>
    internals.map(
      (internal): Cell => ({
        id: `s4.${block.key}.${internal.key}`,
        section: '4',
        table: 'internal',
        rowLabel: block.label,
        columnLabel: internal.label,
        addsUp: internal.addsUp,
        quantity: 'count',
        measuredIn: '件',
        isPrinted: false,
        definition: internal.definition,
        source: '核对项，不印发',
        ...(internal.addsUp === 'opening' ? { opensFrom: `s4.${block.key}.pending` } : {}),
      }),
    ),
  );
  return {
    cells,
    rows: [
      {
        isHead: true,
        cells: [
          { role: 'head', text: '四、复议诉讼核对项' },
          ...internals.map((internal): GridCell => ({ role: 'head', text: internal.label })),
        ],
      },
      ...disputeBlocks.map((block) => ({
        isHead: false,
        cells: [
          { role: 'label', text: block.label } as GridCell,
          ...internals.map((internal): GridCell => ({ role: 'figure', cell: `s4.${block.key}.${internal.key}` })),
        ],
      })),
    ],
  };
}
