import { hasWords } from '../../clipboard/copied-lines';
import { type CopiedTable, type HiddenLine, tablesOf } from '../../clipboard/copied-tables';
import { type CopiedHtml, parseCopied } from '../../clipboard/inert-html';
import { textSeenIn } from '../../clipboard/text-seen-in';
import { blockFromText, isRectangle, isSingle, type PastedBlock, withPlainBreaks } from './pasted-block';

/** A rectangle that was copied, with what its source shows and does not: what was struck out in a place, what is hidden of it. */
export interface CopiedBlock {
  block: PastedBlock;
  struckAt(row: number, column: number): string | undefined;
  hiddenRows: readonly HiddenLine[];
  hiddenColumns: readonly HiddenLine[];
  /** The same by its tabs and lines, where it is a text that is kept in one place: what stands in several lines may be columns, or one figure. */
  apart?: PastedBlock;
  /** Blocks that stand in a cell of this one. */
  inside: readonly CopiedBlock[];
}

/**
 * What was copied from Excel, WPS, Word or a web page: its tables when there are any, else its text, which is a block only where it is as full a
 * rectangle as a spreadsheet writes. The plain text counts only where the HTML holds no words: it knows nothing of what is hidden, struck out or
 * raised.
 */
export function readClipboard(data: Pick<DataTransfer, 'getData'>, parse: (html: string) => CopiedHtml = parseCopied): CopiedBlock[] {
  const html = data.getData('text/html');
  const copied = html ? parse(html) : null;
  const tables = copied ? tablesOf(copied) : [];
  if (tables.length > 0) return tables.map(fromTable);
  if (!copied || !hasWords(copied.root)) return [plainBlock(data.getData('text/plain'))];
  const { text, struck } = textSeenIn([copied.root], copied.sheet);
  return [{ ...plainBlock(text), struckAt: (row, column) => (row === 0 && column === 0 ? struck : undefined) }];
}

function plainBlock(copied: string): CopiedBlock {
  const text = withPlainBreaks(copied).replace(/\n+$/, '');
  const block = blockFromText(text);
  const whole = { block, struckAt: () => undefined, hiddenRows: [], hiddenColumns: [], inside: [] };
  if (isSingle(block) || isRectangle(block)) return whole;
  const kept = text.trim();
  return { ...whole, block: [[kept]], ...(/[\n\t]/.test(kept) ? { apart: block } : {}) };
}

function fromTable({ lines, hiddenRows, hiddenColumns, inside }: CopiedTable): CopiedBlock {
  return {
    block: lines.map((line) => line.map((place) => (place === null ? null : place.text))),
    struckAt: (row, column) => lines[row]?.[column]?.struck,
    hiddenRows,
    hiddenColumns,
    inside: inside.map(fromTable),
  };
}
