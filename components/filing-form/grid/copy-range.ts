import { escapeHtml } from '@/server/domain/escape-html';
import type { CellId } from '@/server/domain/formats';
import type { GridMap } from './grid-map';
import { extentOf, rectangleOf } from './range';

/** A copied range in the two forms that spreadsheets, word processors and this form read. */
export interface CopiedRange {
  text: string;
  html: string;
}

/** A rectangle as tab-separated text and as a table; labels between figures are left empty, a merged figure is written once. */
export function copyRange(map: GridMap, cells: readonly CellId[], textAt: (cell: CellId) => string): CopiedRange {
  const { top, left, bottom, right } = rectangleOf(map, ...cells);
  const lines: string[] = [];
  const rows: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const texts: string[] = [];
    let html = '';
    for (let column = left; column <= right; column += 1) {
      const cell = map.cellAt(row, column);
      const extent = cell ? extentOf(map, cell) : null;
      const isCovered = extent !== null && (extent.top !== row || extent.left !== column);
      const text = cell && !isCovered ? textAt(cell) : '';
      texts.push(plainField(text));
      if (!isCovered)
        html += `<td${extent ? spans(extent.bottom - extent.top + 1, extent.right - extent.left + 1) : ''}>${escapeHtml(text).replaceAll('\n', '<br>')}</td>`;
    }
    lines.push(texts.join('\t'));
    rows.push(`<tr>${html}</tr>`);
  }
  return { text: lines.join('\r\n'), html: `<table><tbody>${rows.join('')}</tbody></table>` };
}

function spans(rows: number, columns: number): string {
  return `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`;
}

function plainField(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
