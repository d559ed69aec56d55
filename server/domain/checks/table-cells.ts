import type { Cell, CellId, Format, TableId } from '../formats';
import { applicantColumns } from '../formats/applicant-columns';
import { outcomeRows } from '../formats/request-rows';
import { perFormat } from './per-format';

const byTable = perFormat((format) => {
  const tables = new Map<TableId, Cell[]>();
  for (const cell of format.cells.values()) tables.set(cell.table, [...(tables.get(cell.table) ?? []), cell]);
  return tables;
});

/** The cells of one table, in table order. */
export function cellsOfTable(format: Format, table: TableId): readonly Cell[] {
  return byTable(format).get(table) ?? [];
}

/** The columns of table 三 with the label each is read by. */
export function requestColumns(format: Format): { key: string; label: string; isTotal: boolean }[] {
  return applicantColumns.map((key) => ({
    key,
    label: format.cells.get(`s3.new_received.${key}`)?.columnLabel ?? key,
    isTotal: key === 'total',
  }));
}

/** The outcome rows of one column, which （七）总计 adds up: 21 of them, 19 with the single 其他处理 row. */
export function outcomeCells(format: Format, column: string): CellId[] {
  return outcomeRows(format.rowVariant).map((row) => `s3.${row.key}.${column}`);
}

/** 三 rather than `s3`: the table as people call it. */
export const tableNames: Partial<Record<TableId, { zh: string; en: string }>> = {
  t2: { zh: '表二', en: 'Table 二' },
  t3: { zh: '表三', en: 'Table 三' },
  t4: { zh: '表四', en: 'Table 四' },
};
