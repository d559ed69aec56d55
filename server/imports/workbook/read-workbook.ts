import { type Cell, type CellValue, cellRef, readXlsx, type Sheet } from 'hucre/xlsx';
import type { Sentence } from '@/server/domain/sentence';
import type { SheetCell, SheetFault, WorkbookSheet } from '@/server/domain/workbook';
import { damagedFile, refusalByBytes, tooManyMerges } from './kind-of-file';
import { unpackWorkbook } from './unpack-workbook';

/** Rows and columns of a sheet that are looked at; ours have 30 and 15, and the hidden one 200. */
const [maxRows, maxColumns] = [2_000, 200];

/** Merged cells that are looked at, and the places under them, in a whole workbook; ours have 90 that cover 700. */
const [maxMerges, maxMergedPlaces] = [4_000, 1_000_000];

export type WorkbookReading = { readable: true; sheets: WorkbookSheet[] } | { readable: false; why: Sentence };

/** The sheets of a workbook from outside, with where each text stands, how it came about, and what is wrong with it. Nothing in it is run. */
export async function readWorkbookFile(bytes: Uint8Array): Promise<WorkbookReading> {
  const byBytes = refusalByBytes(bytes);
  if (byBytes) return { readable: false, why: byBytes };
  const unpacked = unpackWorkbook(bytes);
  if ('why' in unpacked) return { readable: false, why: unpacked.why };
  try {
    const { sheets } = await readXlsx(unpacked.zip, { maxRows, readStyles: true });
    if (hasTooManyMerges(sheets)) return { readable: false, why: tooManyMerges };
    return { readable: true, sheets: sheets.map(sheetOf) };
  } catch {
    return { readable: false, why: damagedFile };
  }
}

function sheetOf(sheet: Sheet): WorkbookSheet {
  const { starts, covered } = mergesOf(sheet);
  const rows = sheet.rows.map((values, row) =>
    values.slice(0, maxColumns).flatMap((value, column): SheetCell[] => {
      const key = `${row},${column}`;
      if (covered.has(key)) return [];
      return [{ ...textOf(value, sheet.cells?.get(key)), at: cellRef(row, column), ...(starts.get(key) ?? { rowSpan: 1, colSpan: 1 }) }];
    }),
  );
  return { name: sheet.name, isHidden: Boolean(sheet.hidden || sheet.veryHidden), rows };
}

type Merge = NonNullable<Sheet['merges']>[number];

/** The same place under one merge after the other would be walked as often as it is said, and a small file can say it 400,000 times. */
function hasTooManyMerges(sheets: readonly Sheet[]): boolean {
  const merges = sheets.flatMap((sheet) => (sheet.merges ?? []).map((merge) => ({ merge, rows: sheet.rows.length })));
  const places = merges.reduce((sum, { merge, rows }) => sum + placesUnder(merge, rows), 0);
  return merges.length > maxMerges || places > maxMergedPlaces;
}

function placesUnder({ startRow, startCol, endRow, endCol }: Merge, rows: number): number {
  const height = Math.min(endRow, rows - 1) - startRow + 1;
  return Math.max(0, height) * Math.max(0, Math.min(endCol, maxColumns - 1) - startCol + 1);
}

/** Merged cells within what is looked at; one that reaches beyond ends there. */
function mergesOf({ merges = [], rows }: Sheet) {
  const covered = new Set<string>();
  const starts = new Map<string, { rowSpan: number; colSpan: number }>();
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const [lastRow, lastColumn] = [Math.min(endRow, rows.length - 1), Math.min(endCol, maxColumns - 1)];
    const start = `${startRow},${startCol}`;
    if (startRow > lastRow || startCol > lastColumn || covered.has(start) || starts.has(start)) continue;
    starts.set(start, { rowSpan: lastRow - startRow + 1, colSpan: lastColumn - startCol + 1 });
    for (let row = startRow; row <= lastRow; row += 1)
      for (let column = startCol; column <= lastColumn; column += 1)
        if (row !== startRow || column !== startCol) covered.add(`${row},${column}`);
  }
  return { starts, covered };
}

function textOf(shown: CellValue, cell: Cell | undefined): Pick<SheetCell, 'text' | 'fault' | 'isNumber' | 'formula'> {
  const formula = cell?.formula ?? null;
  const fault = faultOf(shown, cell, formula);
  const isNumber = typeof shown === 'number';
  return { text: isNumber ? numberText(shown, cell?.style?.numFmt) : plainText(shown), fault, isNumber, formula };
}

function faultOf(shown: CellValue, cell: Cell | undefined, formula: string | null): SheetFault | null {
  if (cell?.type === 'error' || (typeof shown === 'string' && formula !== null && shown.startsWith('#'))) return 'error_value';
  if (formula !== null && shown === null) return 'no_value';
  if (shown instanceof Date) return 'date';
  return typeof shown === 'boolean' ? 'boolean' : null;
}

function plainText(shown: CellValue): string {
  if (shown instanceof Date) return shown.toISOString().slice(0, 10);
  return shown === null || shown === undefined ? '' : String(shown);
}

/** A number as its cell shows it where nothing is hidden by that, else with the fifteen digits a spreadsheet has: 0.1 + 0.2 is 0.3 there. */
function numberText(value: number, numFmt: string | undefined): string {
  const exact = String(Number(value.toPrecision(15)));
  const decimals = /^#?,?#*0\.(0+)(?:_ )?$/.exec(numFmt ?? '')?.[1]?.length ?? 0;
  const asShown = decimals > 0 ? value.toFixed(decimals) : exact;
  return Number(asShown) === Number(exact) ? asShown : exact;
}
