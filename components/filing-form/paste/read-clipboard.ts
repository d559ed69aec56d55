import { inertHtml, isHiddenStyle, styleAttribute } from './inert-html';
import { blockFromRows, blockFromText, type PastedBlock, type SourceCell } from './pasted-block';

/** What was copied from Excel, WPS, Word or a web page: its table when there is one, else its text by tabs and lines. */
export function readClipboard(data: DataTransfer): PastedBlock {
  const html = data.getData('text/html');
  const table = html ? new DOMParser().parseFromString(inertHtml(html), 'text/html').querySelector('table') : null;
  return table ? blockFromRows(rowsOf(table)) : blockFromText(data.getData('text/plain'));
}

function rowsOf(table: HTMLTableElement): SourceCell[][] {
  return [...table.rows]
    .filter((row) => !isHidden(row))
    .map((row) =>
      [...row.cells]
        .filter((cell) => !isHidden(cell))
        .map((cell) => ({ text: cell.textContent ?? '', rowSpan: cell.rowSpan || 1, colSpan: cell.colSpan || 1 })),
    );
}

/** Filtered rows, and the row of no height by which Word ends a table. */
function isHidden(element: HTMLElement): boolean {
  const style = element.getAttribute(styleAttribute) ?? '';
  return element.hidden !== false || isHiddenStyle(style) || element.getAttribute('height') === '0';
}
