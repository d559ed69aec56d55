import { hasWords } from '../../clipboard/copied-lines';
import { type CopiedTable, type HiddenLine, tablesOf } from '../../clipboard/copied-tables';
import { type CopiedHtml, parseCopied } from '../../clipboard/inert-html';
import { textSeenIn } from '../../clipboard/text-seen-in';
import { blockFromText, type PastedBlock } from './pasted-block';

/** A rectangle that was copied, with what its source shows and does not: what was struck out in a place, what is hidden of it. */
export interface CopiedBlock {
  block: PastedBlock;
  struckAt(row: number, column: number): string | undefined;
  hiddenRows: readonly HiddenLine[];
  hiddenColumns: readonly HiddenLine[];
  /** Blocks that stand in a cell of this one. */
  inside: readonly CopiedBlock[];
}

/**
 * What was copied from Excel, WPS, Word or a web page: its tables when there are any, else its text by tabs and lines, as one block. The plain
 * text counts only where the HTML holds no words: it knows nothing of what is hidden, struck out or raised.
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

function plainBlock(text: string): CopiedBlock {
  return { block: blockFromText(text), struckAt: () => undefined, hiddenRows: [], hiddenColumns: [], inside: [] };
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
