import { cellRef } from 'hucre/xlsx';
import type { CellId, Format, TableLayout } from '@/server/domain/formats';
import { tableGrid } from '@/server/domain/report/table-grid';
import type { Grid } from '../xlsx/printed-grid';

type NamedRange = { name: string; range: string };

/** Lines above a table: whose it is, and how it is filled in. */
export const linesAbove = 2;

const sheetNames: Record<string, string> = {
  t2: '二、主动公开',
  t3: '三、申请办理',
  t4: '四、复议诉讼',
  fee: '六、信息处理费',
  internal: '核对项',
  indicators: '自设指标',
};

export function sheetNameOf({ id }: TableLayout): string {
  return sheetNames[id] ?? id;
}

export type Refs = ReadonlyMap<CellId, { row: number; column: number }>;

/** Where each figure of a table stands in its sheet. */
export function refsOf(grid: Grid): Refs {
  const refs = new Map<CellId, { row: number; column: number }>();
  for (const placed of grid.flat())
    if (placed?.cell.cell) refs.set(placed.cell.cell, { row: placed.row + linesAbove, column: placed.column });
  return refs;
}

/** A name for each figure, for whoever fills the workbook from another one; the form itself goes by titles. */
export function namesOf(layout: TableLayout, format: Format): NamedRange[] {
  return [...refsOf(tableGrid(layout.rows.map((row) => row.cells)))].flatMap(([id, { row, column }]) =>
    format.cells.has(id) ? [{ name: cellNameInWorkbook(id), range: `'${sheetNameOf(layout)}'!${absolute(row, column)}` }] : [],
  );
}

/** Names are of letters, digits and lines below; the front keeps one like `s3` from being a place. */
export function cellNameInWorkbook(id: CellId): string {
  return `nb_${id.replace(/[^A-Za-z0-9_]/g, (sign) => (sign === '.' ? '_' : `_x${sign.charCodeAt(0).toString(16)}_`))}`;
}

function absolute(row: number, column: number): string {
  return cellRef(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
