import type { Cell, CellValue, WriteSheet } from 'hucre/xlsx';
import { cellName, type GridCell, getFormat } from '@/server/domain/formats';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import type { Block, ReportDocument } from '@/server/domain/report/report-document';
import { tableGrid } from '@/server/domain/report/table-grid';
import { frame, headFill, maxPortraitWidth, page } from './looks';
import { type Grid, heightsOf, mergesOf, sum, widthsOf } from './printed-grid';
import { rowHeight } from './row-height';

/**
 * A statutory table as printed: merged as on paper, heads repeated on every printed page, figures as numbers with their printed decimals.
 * A remark would make text of its figure, so it stands in a line below the table, with its row and column; so do the notes.
 */
export function tableSheet(block: Extract<Block, { kind: 'table' }>, notes: readonly string[], document: ReportDocument): WriteSheet {
  const { layout, figures } = block;
  const grid: Grid = tableGrid(layout.rows.map((row) => row.cells));
  const width = Math.max(...grid.map((row) => row.length));
  const widths = widthsOf(layout, grid);
  const cells = new Map<string, Partial<Cell>>();
  const rows = grid.map((places, row) =>
    Array.from({ length: width }, (_, column): CellValue => {
      const placed = places[column];
      if (!placed) return null;
      const shown = placed.cell.role === 'figure' ? figureValue(figures[placed.cell.cell ?? ''] ?? '') : null;
      cells.set(`${row},${column}`, { style: styleOf(placed.cell, shown?.numFmt) });
      if (placed.row !== row || placed.column !== column) return null;
      return shown ? shown.value : withoutIllegalCharacters(placed.cell.text ?? '');
    }),
  );
  const below = [...remarkLines(block, document), ...notes].map(withoutIllegalCharacters);
  for (const [index, line] of below.entries()) {
    rows.push([line, ...Array.from({ length: width - 1 }, (): CellValue => null)]);
    cells.set(`${grid.length + index},0`, { style: { alignment: { horizontal: 'left', vertical: 'top', wrapText: true } } });
  }
  const heads = layout.rows.findIndex((row) => !row.isHead);
  return {
    name: sheetNames[layout.id] ?? layout.id,
    rows,
    cells,
    merges: [
      ...mergesOf(grid),
      ...below.map((_, index) => ({
        startRow: grid.length + index,
        startCol: 0,
        endRow: grid.length + index,
        endCol: width - 1,
      })),
    ],
    columns: widths.map((characters) => ({ width: characters })),
    rowDefs: new Map(
      [...heightsOf(grid, widths), ...below.map((line) => rowHeight(line, sum(widths) - 1))].map((height, row) => [row, { height }]),
    ),
    ...(heads > 0 ? { freezePane: { rows: heads } } : {}),
    pageSetup: {
      ...page,
      ...(sum(widths) > maxPortraitWidth ? { orientation: 'landscape' } : {}),
      ...(heads > 0 ? { printTitlesRow: `$1:$${heads}` } : {}),
    },
    headerFooter: { oddHeader: document.edition === null ? '&C草稿' : '', oddFooter: '&C&P' },
  };
}

function remarkLines({ figures, remarks = {} }: Extract<Block, { kind: 'table' }>, { format, rowVariant }: ReportDocument): string[] {
  const { cells } = getFormat(format, rowVariant);
  return Object.entries(remarks).flatMap(([id, remark]) => {
    const cell = cells.get(id);
    return cell ? [`备注：${cellName(cell)}：${figures[id] ?? ''}${remark}`] : [];
  });
}

const sheetNames: Record<string, string> = { t2: '二、主动公开', t3: '三、申请办理', t4: '四、复议诉讼' };

/** Excel holds fifteen digits exactly; a longer figure stays the text that was printed. */
function figureValue(printed: string): { value: CellValue; numFmt?: string } {
  if (!/^-?\d+(\.\d+)?$/.test(printed) || printed.replace(/\D/g, '').length > 15) return { value: withoutIllegalCharacters(printed) };
  const decimals = printed.split('.')[1]?.length ?? 0;
  return { value: Number(printed), numFmt: decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0' };
}

function styleOf(cell: GridCell, numFmt: string | undefined): Cell['style'] {
  const isLabel = cell.role === 'label';
  return {
    border: frame,
    alignment: { horizontal: isLabel ? 'left' : 'center', vertical: 'center', wrapText: cell.role !== 'figure' },
    ...(cell.role === 'caption' ? { fill: headFill } : {}),
    ...(numFmt ? { numFmt } : {}),
  };
}
