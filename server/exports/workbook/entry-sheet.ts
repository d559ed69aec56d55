import { type Cell, type CellStyle, type CellValue, cellRef, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { type Figure, figureAt } from '@/server/domain/figures';
import { type Format, type Cell as FormCell, type GridCell, getCell, type TableLayout } from '@/server/domain/formats';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import { tableGrid } from '@/server/domain/report/table-grid';
import { isNumeric, shownText } from '@/server/domain/workbook';
import { frame, headFill, maxPortraitWidth, page } from '../xlsx/looks';
import { type Grid, heightsOf, mergesOf, sum, widthsOf } from '../xlsx/printed-grid';
import { rowHeight } from '../xlsx/row-height';
import type { Refs } from './places';
import { linesAbove, refsOf, sheetNameOf } from './places';
import type { QuarterWorkbook } from './quarter';
import { sumFormula } from './sum-formula';

const lockedFill: CellStyle['fill'] = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEEEEE' } };
const howTo =
  '白色格填写，灰色格由系统计算或带入（已锁定）。没有发生的填 0，本单位没有这项职权的填“不适用”，还不知道的留空。填好保存后，在系统的“工作簿”页导入。';

/** A table of the form as it is printed, to be filled in. */
export function entrySheet(layout: TableLayout, quarter: QuarterWorkbook): WriteSheet {
  const grid: Grid = tableGrid(layout.rows.map((row) => row.cells));
  const widths = widthsOf(layout, grid);
  const width = widths.length;
  const cells = new Map<string, Partial<Cell>>();
  const refs = refsOf(grid);
  const title = withoutIllegalCharacters(
    `${quarter.mark.unitName}  ${quarter.mark.year}年第${'一二三四'[quarter.mark.quarter - 1]}季度  ${layout.title}`,
  );
  const empty = Array.from({ length: width - 1 }, (): CellValue => null);
  const rows: CellValue[][] = [
    [title, ...empty],
    [howTo, ...empty],
    ...grid.map((places, row) =>
      Array.from({ length: width }, (_, column): CellValue => {
        const placed = places[column];
        if (!placed) return null;
        const at = `${row + linesAbove},${column}`;
        const isStart = placed.row === row && placed.column === column;
        const { value, ...more } = contentOf(placed.cell, quarter, isStart ? refs : null);
        cells.set(at, { style: styleOf(placed.cell, quarter), ...more });
        return isStart ? value : null;
      }),
    ),
  ];
  cells.set('0,0', { style: { font: { bold: true, size: 12 }, alignment: { horizontal: 'left', vertical: 'center' } } });
  cells.set('1,0', { style: { alignment: { horizontal: 'left', vertical: 'top', wrapText: true } } });
  const heads = layout.rows.findIndex((row) => !row.isHead);
  const across = [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 }));
  const moved = mergesOf(grid).map((one) => ({ ...one, startRow: one.startRow + linesAbove, endRow: one.endRow + linesAbove }));
  const heights = [22, rowHeight(howTo, sum(widths) - 2), ...heightsOf(grid, widths)];
  return {
    name: sheetNameOf(layout),
    rows,
    cells,
    merges: [...across, ...moved],
    columns: widths.map((characters) => ({ width: characters })),
    rowDefs: new Map(heights.map((height, row) => [row, { height }])),
    freezePane: { rows: linesAbove + Math.max(0, heads) },
    dataValidations: validationsOf(layout, quarter.format, refs),
    protection: { sheet: true, formatCells: true, formatColumns: true, formatRows: true },
    pageSetup: { ...page, ...(sum(widths) > maxPortraitWidth ? { orientation: 'landscape' } : {}) },
    headerFooter: { oddFooter: '&C&A  &P/&N' },
  };
}

/** What stands in a place. Only a sum of this sheet's own cells is a formula; all else is a number or a text, and a text is never run. */
function contentOf(grid: GridCell, { format, figures }: QuarterWorkbook, refs: Refs | null): { value: CellValue } & Partial<Cell> {
  if (!grid.cell) return { value: withoutIllegalCharacters(grid.text ?? '') };
  const cell = getCell(format, grid.cell);
  const figure = figureAt(figures, cell.id);
  const text = shownText(figure, cell);
  const value = isNumber(figure, text) ? Number(text) : text === '' ? null : text;
  const formula = refs && cell.terms ? sumFormula(cell.terms, refs) : null;
  return formula === null ? { value } : { value: null, formula, formulaResult: value ?? '' };
}

function styleOf(grid: GridCell, quarter: QuarterWorkbook): CellStyle {
  const cell = grid.cell ? getCell(quarter.format, grid.cell) : null;
  const isOpen = cell !== null && isTyped(cell);
  return {
    border: frame,
    alignment: {
      horizontal: grid.role === 'label' ? 'left' : 'center',
      vertical: 'center',
      wrapText: grid.role !== 'figure',
    },
    protection: { locked: !isOpen },
    ...(grid.role === 'caption' ? { fill: headFill } : {}),
    ...(cell && !isOpen ? { fill: lockedFill } : {}),
    ...(cell ? { numFmt: numFmtOf(cell, quarter) } : {}),
  };
}

/** What is no figure of its cell (5.000 元) stays as it was typed: as a number its decimals would be put on whatever is typed over it. */
function isNumber(figure: Figure, text: string): boolean {
  return figure.state !== 'unreadable' && isNumeric(text);
}

/** With the decimals it is printed with, which a number of a sheet does not have by itself. */
function numFmtOf(cell: FormCell, { figures }: QuarterWorkbook): string {
  const figure = figureAt(figures, cell.id);
  const text = shownText(figure, cell);
  const decimals = isNumber(figure, text) ? (text.split('.')[1]?.length ?? 0) : 0;
  if (decimals > 0) return `0.${'0'.repeat(decimals)}`;
  return cell.quantity === 'count' ? '0' : 'General';
}

function isTyped({ addsUp }: Pick<FormCell, 'addsUp'>): boolean {
  return addsUp !== 'computed' && addsUp !== 'opening';
}

/** What the form takes, said where it is typed. A person may go on all the same: what is in the cell is read when it comes back. */
function validationsOf(layout: TableLayout, format: Format, refs: Refs): DataValidation[] {
  return [...refs].flatMap(([id, { row, column }]): DataValidation[] => {
    const cell = getCell(format, id);
    if (!isTyped(cell)) return [];
    const at = cellRef(row, column);
    const isCount = cell.quantity === 'count';
    const number = [`ISNUMBER(${at})`, ...(cell.mayBeNegative ? [] : [`${at}>=0`]), ...(isCount ? [`${at}=INT(${at})`] : [])];
    return [
      {
        type: 'custom',
        formula1: `OR(${at}="不适用",AND(${number.join(',')}))`,
        range: at,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: layout.title.slice(0, 30),
        errorMessage: isCount
          ? `请填${cell.mayBeNegative ? '整数' : '0 或正整数'}（${cell.measuredIn}）；没有这项职权填“不适用”，还不知道请留空。`
          : `请填金额（${cell.measuredIn}）；没有这项职权填“不适用”，还不知道请留空。`,
      },
    ];
  });
}
