import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import { markRows } from '@/server/domain/workbook';
import { organInName } from '../report-file-name';
import { repeatableZip } from '../word/repeatable-zip';
import { besideSheet } from './beside-sheet';
import { entrySheet } from './entry-sheet';
import { namesOf } from './places';
import type { QuarterWorkbook } from './quarter';

/**
 * A quarter as a workbook to fill in: a sheet for each table as printed, one with what was filed before, and a hidden one with what the workbook
 * says of itself. What is filled in is open, all else is locked, without a password: the lock is against slips, and who takes it off finds the
 * same refusals when the workbook comes back.
 */
export async function quarterWorkbook(quarter: QuarterWorkbook): Promise<Uint8Array> {
  const { format } = quarter;
  const tables = [...format.tables, ...format.entryTables];
  const mark: WriteSheet = { name: 'nianbao', rows: markRows(quarter.mark), veryHidden: true };
  const unitName = withoutIllegalCharacters(quarter.mark.unitName);
  const bytes = await writeXlsx({
    sheets: [...tables.map((layout) => entrySheet(layout, quarter)), besideSheet(quarter), mark],
    namedRanges: tables.flatMap((layout) => namesOf(layout, format)),
    properties: { title: workbookTitle(quarter), creator: unitName, lastModifiedBy: unitName },
    defaultFont: { name: '宋体', size: 10.5 },
  });
  return repeatableZip(bytes);
}

export function workbookTitle({ mark }: Pick<QuarterWorkbook, 'mark'>): string {
  const { unitName, year, quarter, isPractice } = mark;
  return `${organInName(unitName)}${year}年第${'一二三四'[quarter - 1]}季度${isPractice ? '练习' : '填报'}工作簿`;
}

export function workbookName(quarter: Pick<QuarterWorkbook, 'mark'>): string {
  return `${workbookTitle(quarter)}.xlsx`;
}
