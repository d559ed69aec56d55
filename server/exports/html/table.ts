import type { GridCell, TableLayout } from '@/server/domain/formats';
import { escapePrinted } from '@/server/domain/report/escape-printed';
import type { Block } from '@/server/domain/report/report-document';
import { type PlacedCell, tableGrid } from '@/server/domain/report/table-grid';

type TableBlock = Extract<Block, { kind: 'table' }>;
type Placed = PlacedCell<GridCell>;

/**
 * A statutory table in which every figure names the labels of its row and the heads of its column, so that a reader who hears the
 * table knows where each figure stands in spite of the merged cells.
 */
export function tableHtml({ layout, figures, remarks = {} }: TableBlock): string {
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  const idOf = ({ row, column }: Placed) => `${layout.id}-${row}-${column}`;
  const cellHtml = (placed: Placed): string => {
    const { cell, rowSpan, colSpan, column } = placed;
    const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`;
    if (cell.role === 'figure') {
      const headers = headersOf(grid, placed).map(idOf).join(' ');
      const remark = remarks[cell.cell ?? ''];
      const behind = remark ? `<span class="remark">${escapePrinted(remark)}</span>` : '';
      return `<td headers="${headers}" data-cell="${escapePrinted(cell.cell ?? '')}"${spans}>${escapePrinted(figures[cell.cell ?? ''] ?? '')}${behind}</td>`;
    }
    const text = escapePrinted(cell.text ?? '');
    if (cell.role === 'note') return `<td class="note"${spans}>${text}</td>`;
    const look = cell.role !== 'label' ? cell.role : rowSpan > 1 && column > 0 ? 'group' : null;
    return `<th id="${idOf(placed)}"${look === null ? '' : ` class="${look}"`}${spans}>${text}</th>`;
  };
  const rowHtml = (index: number) => `<tr>${startingIn(grid, index).map(cellHtml).join('')}</tr>`;
  const heads = headRows(layout);
  return [
    `<div class="table" role="region" aria-label="${escapePrinted(layout.title)}" tabindex="0">`,
    `<table>`,
    `<caption>${escapePrinted(layout.title)}</caption>`,
    ...(heads > 0 ? ['<thead>', ...range(0, heads).map(rowHtml), '</thead>'] : []),
    '<tbody>',
    ...range(heads, layout.rows.length).map(rowHtml),
    '</tbody>',
    '</table>',
    '</div>',
  ].join('\n');
}

/** Heads above in the same column, nearest last, up to the caption of the sub-table; labels to the left in the same row. */
function headersOf(grid: readonly (readonly (Placed | undefined)[])[], { row, column }: Placed): Placed[] {
  const above: Placed[] = [];
  for (let at = row - 1; at >= 0; at -= 1) {
    const placed = grid[at]?.[column];
    if (!placed || placed.cell.role === 'figure' || placed.cell.role === 'label') continue;
    if (!above.includes(placed)) above.unshift(placed);
    if (placed.cell.role === 'caption') break;
  }
  const left = (grid[row] ?? []).slice(0, column).filter((placed) => placed?.cell.role === 'label') as Placed[];
  return [...new Set([...above, ...left])].filter((placed) => placed.cell.role !== 'note');
}

function startingIn(grid: readonly (readonly (Placed | undefined)[])[], row: number): Placed[] {
  return [...new Set(grid[row] ?? [])].filter((placed): placed is Placed => placed?.row === row);
}

/** The head rows at the top; a sub-table's own heads stand in the body. */
function headRows(layout: TableLayout): number {
  const first = layout.rows.findIndex((row) => !row.isHead);
  return first < 0 ? layout.rows.length : first;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
