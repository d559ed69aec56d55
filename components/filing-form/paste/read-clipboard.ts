import { blockFromRows, blockFromText, type PastedBlock, type SourceCell } from './pasted-block';

/** What was copied from Excel, WPS, Word or a web page: its table when there is one, else its text by tabs and lines. */
export function readClipboard(data: DataTransfer): PastedBlock {
  const html = data.getData('text/html');
  const table = html ? new DOMParser().parseFromString(html, 'text/html').querySelector('table') : null;
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

/** Spreadsheets copy filtered rows along, marked as not displayed; Word ends a table with a row of height 0. */
function isHidden(element: HTMLElement): boolean {
  return (
    element.hidden !== false || element.style.display === 'none' || element.style.height === '0px' || element.getAttribute('height') === '0'
  );
}
