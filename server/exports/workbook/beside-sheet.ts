import type { Cell, CellValue, WriteSheet } from 'hucre/xlsx';
import { type Figure, figureAt } from '@/server/domain/figures';
import type { CellId, Cell as FormCell } from '@/server/domain/formats';
import { isNumeric, shownText } from '@/server/domain/workbook';
import { frame, headFill, page } from '../xlsx/looks';
import { sheetNameOf } from './places';
import type { QuarterWorkbook } from './quarter';

/** What the quarter before and the same quarter of last year said, a line a cell: to look at, and never read back. */
export function besideSheet({ format, lastQuarter, sameQuarterLastYear }: QuarterWorkbook): WriteSheet {
  const lines = [...format.tables, ...format.entryTables].flatMap((layout) =>
    layout.rows.flatMap((row) =>
      row.cells.flatMap(({ cell: id }): CellValue[][] => {
        const cell = id === undefined ? undefined : format.cells.get(id);
        if (!cell) return [];
        return [
          [sheetNameOf(layout), cell.rowLabel, cell.columnLabel, shownValue(lastQuarter, cell), shownValue(sameQuarterLastYear, cell)],
        ];
      }),
    ),
  );
  const rows = [['表', '行', '列', '上季度', '上年同季度'], ...lines];
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, values] of rows.entries())
    for (const column of values.keys())
      cells.set(`${row},${column}`, {
        style: {
          border: frame,
          alignment: { horizontal: row === 0 ? 'center' : column < 3 ? 'left' : 'right', vertical: 'center', wrapText: column === 1 },
          ...(row === 0 ? { fill: headFill } : {}),
        },
      });
  return {
    name: '上季度和上年同季度',
    rows,
    cells,
    columns: [16, 44, 18, 12, 12].map((width) => ({ width })),
    freezePane: { rows: 1 },
    protection: { sheet: true, formatColumns: true, formatRows: true, autoFilter: true },
    pageSetup: page,
  };
}

function shownValue(book: ReadonlyMap<CellId, Figure>, cell: FormCell): CellValue {
  const text = shownText(figureAt(book, cell.id), cell);
  return isNumeric(text) ? Number(text) : text;
}
