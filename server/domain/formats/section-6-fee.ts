import type { Cell, TableLayout } from './format';

const source = '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；国办公开办函〔2021〕30号要求在第六部分报告';

/**
 * 信息处理费 of section 六: charged for handling requests, in 元. It is not the 行政事业性收费 of section 二, which is the
 * whole fee income of the organ in 万元. Both figures live in prose, so the table is of the entry form only.
 */
export function processingFeeTable(): { layout: TableLayout; cells: Cell[] } {
  const cells: Cell[] = [
    {
      id: 's6.processing_fee',
      section: '6',
      table: 'fee',
      rowLabel: '信息处理费',
      columnLabel: '收取金额（元）',
      addsUp: 'flow',
      quantity: 'yuan',
      measuredIn: '元',
      isPrinted: false,
      definition: '本期依申请公开实际收取的信息处理费，单位为元。',
      source,
    },
    {
      id: 's6.processing_fee_cases',
      section: '6',
      table: 'fee',
      rowLabel: '信息处理费',
      columnLabel: '收费件数',
      addsUp: 'flow',
      quantity: 'count',
      measuredIn: '件',
      isPrinted: false,
      definition: '本期收取信息处理费的件数；一事一申请拆分的分别计。',
      source,
    },
  ];
  return {
    cells,
    layout: {
      id: 'fee',
      section: '6',
      title: '六、信息处理费',
      columnTwips: [3000, 3000, 3000],
      rows: [
        {
          isHead: true,
          cells: [{ role: 'head', text: '项目' }, ...cells.map((cell) => ({ role: 'head' as const, text: cell.columnLabel }))],
        },
        {
          isHead: false,
          cells: [{ role: 'label', text: '信息处理费' }, ...cells.map((cell) => ({ role: 'figure' as const, cell: cell.id }))],
        },
      ],
    },
  };
}
