import { chapterTitles } from '../chapters';
import type { AddsUp, Cell, GridCell, GridRow, Power, Quantity, TableLayout } from '../format';

const s60 = '国办公开办函〔2019〕60号，第二部分';

interface Column {
  key: string;
  label: string;
  addsUp: AddsUp;
  quantity?: Quantity;
  measuredIn: string;
  mayBeNegative?: boolean;
}
interface Row {
  key: string;
  label: string;
  power?: Power;
}

const documentColumns: readonly Column[] = [
  { key: 'made', label: '本年新制作数量', addsUp: 'flow', measuredIn: '件' },
  { key: 'published', label: '本年新公开数量', addsUp: 'flow', measuredIn: '件' },
  { key: 'public_total', label: '对外公开总数量', addsUp: 'closing', measuredIn: '件' },
];
const itemColumns: readonly Column[] = [
  { key: 'prev_items', label: '上一年项目数量', addsUp: 'opening', measuredIn: '项' },
  { key: 'change', label: '本年增/减', addsUp: 'flow', measuredIn: '项', mayBeNegative: true },
];
const decisionColumns: readonly Column[] = [...itemColumns, { key: 'decisions', label: '处理决定数量', addsUp: 'flow', measuredIn: '件' }];
const procurementColumns: readonly Column[] = [
  { key: 'items', label: '采购项目数量', addsUp: 'flow', measuredIn: '项' },
  { key: 'amount_yuan', label: '采购总金额', addsUp: 'flow', quantity: 'yuan', measuredIn: '元' },
];

const subTables: readonly { caption: string; columns: readonly Column[]; rows: readonly Row[] }[] = [
  {
    caption: '第二十条第（一）项',
    columns: documentColumns,
    rows: [
      { key: 'regulations', label: '规章', power: 'regulations' },
      { key: 'normative_documents', label: '规范性文件' },
    ],
  },
  {
    caption: '第二十条第（五）项',
    columns: decisionColumns,
    rows: [
      { key: 'licensing', label: '行政许可', power: 'licensing' },
      { key: 'other_services', label: '其他对外管理服务事项' },
    ],
  },
  {
    caption: '第二十条第（六）项',
    columns: decisionColumns,
    rows: [
      { key: 'penalty', label: '行政处罚', power: 'penalty' },
      { key: 'coercion', label: '行政强制', power: 'coercion' },
    ],
  },
  { caption: '第二十条第（八）项', columns: itemColumns, rows: [{ key: 'admin_fees', label: '行政事业性收费', power: 'fees' }] },
  { caption: '第二十条第（九）项', columns: procurementColumns, rows: [{ key: 'procurement', label: '政府集中采购' }] },
];

/** Table 二 of 2019: five sub-tables, items （一）（五）（六）（八）（九） of Article 20, in one grid of four columns. */
export function activeDisclosureTable(): { layout: TableLayout; cells: Cell[] } {
  const cells: Cell[] = [];
  const rows: GridRow[] = [];
  for (const { caption, columns, rows: items } of subTables) {
    const lastSpan = 4 - columns.length;
    const spread = (cell: GridCell, index: number): GridCell =>
      index === columns.length - 1 && lastSpan > 1 ? { ...cell, colSpan: lastSpan } : cell;
    rows.push({ isHead: false, cells: [{ role: 'caption', text: caption, colSpan: 4 }] });
    rows.push({
      isHead: false,
      cells: [{ role: 'head', text: '信息内容' }, ...columns.map((column, index) => spread({ role: 'head', text: column.label }, index))],
    });
    for (const item of items) {
      for (const column of columns) cells.push(cellOf(item, column, caption));
      rows.push({
        isHead: false,
        cells: [
          { role: 'label', text: item.label },
          ...columns.map((column, index) => spread({ role: 'figure', cell: `s2.${item.key}.${column.key}` }, index)),
        ],
      });
    }
  }
  return { layout: { id: 't2', section: '2', title: chapterTitles['2'], columnTwips: [2435, 2435, 2435, 2435], rows }, cells };
}

function cellOf(item: Row, column: Column, caption: string): Cell {
  return {
    id: `s2.${item.key}.${column.key}`,
    section: '2',
    table: 't2',
    rowLabel: item.label,
    columnLabel: column.label,
    addsUp: column.addsUp,
    quantity: column.quantity ?? 'count',
    measuredIn: column.measuredIn,
    isPrinted: true,
    definition: `${item.label}的${column.label}。`,
    source: `《政府信息公开条例》${caption}；${s60}`,
    ...(item.power ? { power: item.power } : {}),
    ...(column.mayBeNegative ? { mayBeNegative: true } : {}),
  };
}
