import { chapterTitles } from '../chapters';
import type { Cell, GridCell, GridRow, Power, TableLayout } from '../format';

const s30 = '国办公开办函〔2021〕30号，第二部分';

const documents = [
  { key: 'regulations', label: '规章', power: 'regulations' as Power, definition: '只有国务院部门、省级和设区的市级政府有规章制定权。' },
  { key: 'normative_documents', label: '行政规范性文件', power: undefined, definition: '以本机关名义制发的行政规范性文件。' },
] as const;
const documentColumns = [
  { key: 'issued', label: '本年制发件数', addsUp: 'flow' },
  { key: 'repealed', label: '本年废止件数', addsUp: 'flow' },
  { key: 'in_force', label: '现行有效件数', addsUp: 'closing' },
] as const;

const decisions = [
  { caption: '第二十条第（五）项', rows: [{ key: 'licensing_decisions', label: '行政许可', power: 'licensing' as Power }] },
  {
    caption: '第二十条第（六）项',
    rows: [
      { key: 'penalty_decisions', label: '行政处罚', power: 'penalty' as Power },
      { key: 'coercion_decisions', label: '行政强制', power: 'coercion' as Power },
    ],
  },
] as const;

/** Table 二 of 2021: the four sub-tables for items （一）（五）（六）（八） of Article 20, as one grid of four columns. */
export function activeDisclosureTable(): { layout: TableLayout; cells: Cell[] } {
  const cells: Cell[] = [];
  const rows: GridRow[] = [captionRow('第二十条第（一）项'), headRow(['信息内容', ...documentColumns.map((column) => column.label)])];
  for (const document of documents) {
    for (const column of documentColumns)
      cells.push({
        id: `s2.${document.key}.${column.key}`,
        section: '2',
        table: 't2',
        rowLabel: document.label,
        columnLabel: column.label,
        addsUp: column.addsUp,
        quantity: 'count',
        measuredIn: '件',
        isPrinted: true,
        definition: column.key === 'in_force' ? '期末现行有效的件数，是期末数，不跨期相加。' : document.definition,
        source: `《政府信息公开条例》第二十条第（一）项；${s30}`,
        ...(document.power ? { power: document.power } : {}),
      });
    rows.push({
      isHead: false,
      cells: [
        { role: 'label', text: document.label },
        ...documentColumns.map((column): GridCell => ({ role: 'figure', cell: `s2.${document.key}.${column.key}` })),
      ],
    });
  }
  for (const item of decisions) {
    rows.push(captionRow(item.caption), headRow(['信息内容', '本年处理决定数量']));
    for (const row of item.rows) {
      cells.push({
        id: `s2.${row.key}`,
        section: '2',
        table: 't2',
        rowLabel: row.label,
        columnLabel: '本年处理决定数量',
        addsUp: 'flow',
        quantity: 'count',
        measuredIn: '件',
        isPrinted: true,
        power: row.power,
        definition: '本期作出的全部决定，包括已公开的和依法不公开的。',
        source: `《政府信息公开条例》${item.caption}；${s30}`,
      });
      rows.push({
        isHead: false,
        cells: [
          { role: 'label', text: row.label },
          { role: 'figure', cell: `s2.${row.key}`, colSpan: 3 },
        ],
      });
    }
  }
  rows.push(captionRow('第二十条第（八）项'), headRow(['信息内容', '本年收费金额（单位：万元）']));
  cells.push({
    id: 's2.admin_fees',
    section: '2',
    table: 't2',
    rowLabel: '行政事业性收费',
    columnLabel: '本年收费金额（单位：万元）',
    addsUp: 'flow',
    quantity: 'ten_thousand_yuan',
    measuredIn: '万元',
    isPrinted: true,
    power: 'fees',
    definition: '本机关全部行政事业性收费，单位为万元；与第六部分的信息处理费无关。',
    source: `《政府信息公开条例》第二十条第（八）项；${s30}`,
  });
  rows.push({
    isHead: false,
    cells: [
      { role: 'label', text: '行政事业性收费' },
      { role: 'figure', cell: 's2.admin_fees', colSpan: 3 },
    ],
  });
  return { layout: { id: 't2', section: '2', title: chapterTitles['2'], columnTwips: [2435, 2435, 2435, 2435], rows }, cells };
}

/** 期初现行有效 of both kinds of document: what the stock rule starts from. Form only. */
export function documentInternals(): { rows: TableLayout['rows']; cells: Cell[] } {
  const cells = documents.map(
    (document): Cell => ({
      id: `s2.${document.key}.in_force_opening`,
      section: '2',
      table: 'internal',
      rowLabel: document.label,
      columnLabel: '期初现行有效',
      addsUp: 'opening',
      quantity: 'count',
      measuredIn: '件',
      isPrinted: false,
      opensFrom: `s2.${document.key}.in_force`,
      definition: '上期期末现行有效的件数，自动带入。',
      source: '核对项，不印发',
      ...(document.power ? { power: document.power } : {}),
    }),
  );
  return {
    cells,
    rows: [
      {
        isHead: true,
        cells: [
          { role: 'head', text: '二、文件存量核对项' },
          { role: 'head', text: '期初现行有效', colSpan: 2 },
        ],
      },
      ...documents.map((document) => ({
        isHead: false,
        cells: [
          { role: 'label', text: document.label } as GridCell,
          { role: 'figure', cell: `s2.${document.key}.in_force_opening`, colSpan: 2 } as GridCell,
        ],
      })),
    ],
  };
}

function captionRow(text: string): GridRow {
  return { isHead: false, cells: [{ role: 'caption', text, colSpan: 4 }] };
}

/** Head cells of one sub-table; the last one takes the columns that are left. */
function headRow(names: readonly string[]): GridRow {
  return {
    isHead: false,
    cells: names.map((text, index) => ({
      role: 'head',
      text,
      ...(index === names.length - 1 && names.length < 4 ? { colSpan: 4 - names.length + 1 } : {}),
    })),
  };
}
