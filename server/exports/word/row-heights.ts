import type { GridCell } from '@/server/domain/formats';
import type { Block } from '@/server/domain/report/report-document';
import { type PlacedCell, tableGrid } from '@/server/domain/report/table-grid';
import { columnWidths, fittingSize, sideMarginOf } from './column-widths';
import { lines, sizes, textWidth } from './typography';

type TableBlock = Omit<Extract<Block, { kind: 'table' }>, 'kind'>;

/** Above and below the text of a cell, in twips. */
export const cellPadding = 20;

/**
 * Twips that each row of a table takes, in Word or in the PDF, whichever is more. Lines are counted as they break in 宋体 and in what
 * stands in for it: every Chinese character is as wide as it is high.
 *
 * @param least what a row of one line takes
 */
export function rowHeights({ layout, figures, remarks = {} }: TableBlock, least: number): number[] {
  const widths = columnWidths(layout);
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  return grid.map((places) => {
    const alone = [...new Set(places)].filter((placed) => placed !== undefined && placed.rowSpan === 1);
    return Math.max(least, ...alone.map((placed) => (placed ? cellHeight(placed, { widths, layout, figures, remarks, least }) : 0)));
  });
}

function cellHeight(
  placed: PlacedCell<GridCell>,
  { widths, layout, figures, remarks, least }: Required<TableBlock> & { widths: readonly number[]; least: number },
): number {
  const { cell, column, colSpan } = placed;
  const width = widths.slice(column, column + colSpan).reduce((sum, one) => sum + one, 0);
  const text = cell.role === 'figure' ? (figures[cell.cell ?? ''] ?? '') : (cell.text ?? '');
  const size = fittingSize(cell, text, width);
  const room = width - 2 * sideMarginOf(placed, layout, { text, size, width });
  const remark = remarks[cell.cell ?? ''] ?? '';
  const count = linesIn(text, size, room) + (remark === '' ? 0 : linesIn(remark, sizes.six, room));
  const line = lines.table(size).line ?? 0;
  return Math.max(count * line + 2 * cellPadding, (count - 1) * (line - 10) + least);
}

/** A note of more lines than these may be parted by the end of a page; its first lines are still with its table. */
const maxLinesWhole = 6;
const linesWithTable = 2;

/** Whether a note stands whole on the page of its table. */
export function isKeptWhole(note: string): boolean {
  return noteLines(note) <= maxLinesWhole;
}

/** Twips of the notes that stand on the page of a table. */
export function notesHeight(notes: readonly string[]): number {
  if (notes.length === 0) return 0;
  const parted = notes.findIndex((note) => !isKeptWhole(note));
  const kept = parted < 0 ? notes : notes.slice(0, parted + 1);
  const count = kept.reduce((sum, note) => sum + (isKeptWhole(note) ? noteLines(note) : linesWithTable), 0);
  return count * (lines.note.line ?? 0) + Math.max(kept.length * 160, 320 + (kept.length - 1) * 260);
}

/** Two characters are the indent of the first line. */
const noteLines = (note: string) => linesIn(`　　${note}`, sizes.four, textWidth);

const stopsALine = /[（“《〔]/u;
const neverBegins = /[，。、；：）”》〕！？]/u;

/** A number is not parted, a mark does not begin a line, and an opening bracket does not end one. */
function linesIn(text: string, size: number, room: number): number {
  const words = text.match(/[\u0021-\u2e7f]+|./gu) ?? [];
  const pieces: string[] = [];
  for (const word of words) {
    const before = pieces.at(-1);
    if (before !== undefined && (neverBegins.test(word) || stopsALine.test(before.at(-1) ?? ''))) pieces[pieces.length - 1] = before + word;
    else pieces.push(word);
  }
  let count = 1;
  let used = 0;
  for (const piece of pieces) {
    const wide = [...piece].reduce((sum, one) => sum + emsOf(one), 0) * size * 10;
    if (used > 0 && used + wide > room) {
      count += 1;
      used = 0;
    }
    count += Math.max(0, Math.ceil(wide / room) - 1);
    used += wide;
  }
  return count;
}

function emsOf(character: string): number {
  if ((character.codePointAt(0) ?? 0) >= 0x2e80) return 1;
  return character === '.' ? 0.28 : 0.53;
}
