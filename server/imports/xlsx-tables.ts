import { readXlsx } from 'hucre/xlsx';
import type { NeutralCell, NeutralTable } from '@/server/domain/reading/statutory-places';

/** Rows of a sheet that are looked at; a report has some forty. */
const maxRows = 2_000;

/** The sheets of a workbook as neutral tables, merged cells as spans. For files of our own making: size is not bounded here. */
export async function readWorkbook(bytes: Uint8Array): Promise<NeutralTable[]> {
  const { sheets } = await readXlsx(bytes, { maxRows: maxRows, readStyles: true });
  return sheets.map(({ rows, cells, merges = [] }) => {
    const covered = new Set<string>();
    const starts = new Map<string, { rowSpan: number; colSpan: number }>();
    for (const { startRow, startCol, endRow, endCol } of merges) {
      starts.set(`${startRow},${startCol}`, { rowSpan: endRow - startRow + 1, colSpan: endCol - startCol + 1 });
      for (let row = startRow; row <= endRow; row += 1)
        for (let column = startCol; column <= endCol; column += 1)
          if (row !== startRow || column !== startCol) covered.add(`${row},${column}`);
    }
    return {
      rows: rows.map((values, row) =>
        values.flatMap((value, column): NeutralCell[] => {
          const at = `${row},${column}`;
          if (covered.has(at)) return [];
          return [{ text: shown(value, cells?.get(at)?.style?.numFmt), ...(starts.get(at) ?? { rowSpan: 1, colSpan: 1 }) }];
        }),
      ),
    };
  });
}

/** A number as its cell shows it: `0.0000` keeps the printed decimals. */
function shown(value: unknown, numFmt: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value.toFixed(/^0\.(0+)$/.exec(numFmt ?? '')?.[1]?.length ?? 0);
  return String(value);
}
