import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import { notesBelow } from '@/server/domain/report/notes-below';
import type { ReportDocument } from '@/server/domain/report/report-document';
import { reportName } from '@/server/domain/report/title-lines';
import { repeatableZip } from './word/repeatable-zip';
import { tableSheet } from './xlsx/table-sheet';
import { textSheet } from './xlsx/text-sheet';

/**
 * The report as a workbook: one sheet for each statutory table as it is printed, figures as numbers, and one with the text. No
 * formulas: what a total is made of stands in the form, and a workbook that reckons anew would be a second truth.
 */
export async function xlsxFace(document: ReportDocument): Promise<Uint8Array> {
  const organ = withoutIllegalCharacters(document.organ);
  const tables = document.blocks.flatMap((block, index) =>
    block.kind === 'table' ? [tableSheet(block, notesBelow(document.blocks, index), document)] : [],
  );
  const sheets: WriteSheet[] = [...tables, textSheet(document)];
  const bytes = await writeXlsx({
    sheets,
    properties: { title: `${organ}${reportName(document.year)}`, creator: organ, lastModifiedBy: organ },
    defaultFont: { name: '宋体', size: 10.5 },
  });
  return repeatableZip(bytes);
}
