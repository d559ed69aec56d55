import { type PlacedCell, type Spanned, tableGrid } from '@/server/domain/report/table-grid';
import { attributeOf, childrenOf, elementNode, type HtmlNode, nameOf } from './html-node';
import type { CopiedHtml } from './inert-html';
import { type Around, isHiddenLine, nothingAround, seenStyle } from './seen-style';
import { type SeenText, textSeenIn } from './text-seen-in';

/** A place of a copied table. Null: a merged cell covers it; the text stands at the upper left place that is seen of it. */
export type CopiedLine = readonly (SeenText | null)[];

/** A row or column that the source hides: its place, counted from 1, and its title, where it has one. */
export interface HiddenLine {
  number: number;
  title: string | null;
}

/** A table as it is seen: what is hidden of it is left out, and named where it held anything. */
export interface CopiedTable {
  lines: readonly CopiedLine[];
  hiddenRows: readonly HiddenLine[];
  hiddenColumns: readonly HiddenLine[];
  /** Tables that stand in a cell of this one. */
  inside: readonly CopiedTable[];
}

interface ReadCell extends Spanned, SeenText {
  isHidden: boolean;
}
type Placed = PlacedCell<ReadCell> | undefined;

/** The tables of copied HTML that can be seen, the outer ones; each knows those in it. */
export function tablesOf({ root, sheet }: CopiedHtml): CopiedTable[] {
  return tablesIn(root, nothingAround);

  function tablesIn(node: HtmlNode, around: Around): CopiedTable[] {
    if (node.nodeType !== elementNode) return childrenOf(node).flatMap((child) => tablesIn(child, around));
    const looks = seenStyle(node, around, sheet);
    if (looks.isHidden) return [];
    if (nameOf(node) === 'TABLE') return [readTable(node, looks.within)];
    return childrenOf(node).flatMap((child) => tablesIn(child, looks.within));
  }

  function readTable(table: HtmlNode, around: Around): CopiedTable {
    const rows: { cells: ReadCell[]; isHidden: boolean }[] = [];
    const feet: typeof rows = [];
    const columns: boolean[] = [];
    const inside: CopiedTable[] = [];
    readPart(table, around, false, rows);
    return { ...seenOf([...rows, ...feet], columns), inside };

    function readPart(part: HtmlNode, above: Around, isHidden: boolean, into: typeof rows): void {
      for (const child of childrenOf(part)) {
        const name = nameOf(child);
        if (name === '') continue;
        const looks = seenStyle(child, above, sheet);
        const isOut = isHidden || isHiddenLine(child, looks);
        if (name === 'TR') into.push({ isHidden: isOut, cells: readCells(child, looks.within) });
        else if (name === 'COLGROUP' && childrenOf(child).some((one) => nameOf(one) === 'COL')) readPart(child, looks.within, isOut, into);
        else if (name === 'COL' || name === 'COLGROUP') columns.push(...Array<boolean>(spanOf(child, 'span')).fill(isOut));
        else if (/^(?:THEAD|TBODY|TFOOT)$/.test(name)) readPart(child, looks.within, isOut, name === 'TFOOT' ? feet : into);
      }
    }

    function readCells(row: HtmlNode, above: Around): ReadCell[] {
      return childrenOf(row).flatMap((child) => {
        if (!/^T[DH]$/.test(nameOf(child))) return [];
        const { isHidden, within } = seenStyle(child, above, sheet);
        if (!isHidden) inside.push(...childrenOf(child).flatMap((one) => tablesIn(one, within)));
        const spans = { rowSpan: spanOf(child, 'rowspan'), colSpan: spanOf(child, 'colspan') };
        return [{ ...textSeenIn(childrenOf(child), sheet, within), ...spans, isHidden }];
      });
    }
  }
}

/** As the browser reads a span: nought and nonsense are one. */
function spanOf(node: HtmlNode, name: string): number {
  const span = Number.parseInt(attributeOf(node, name) ?? '1', 10);
  return span >= 1 && span <= 1000 ? span : 1;
}

function seenOf(
  rows: readonly { cells: readonly ReadCell[]; isHidden: boolean }[],
  columns: readonly boolean[],
): Omit<CopiedTable, 'inside'> {
  const whole = tableGrid(rows.map((row) => row.cells));
  const isColumnOut = (column: number): boolean => columns[column] ?? isAllHidden(whole, column);
  const outside = new Set(whole.flatMap((line) => line.flatMap((placed, at) => (placed && isColumnOut(at) ? [placed.cell] : []))));
  // A single cell that is hidden in a column that is seen takes no place: the browser draws its neighbour there.
  const grid = tableGrid(rows.map((row) => row.cells.filter((cell) => !cell.isHidden || outside.has(cell))));
  const width = Math.max(0, ...grid.map((line) => line.length));
  const seenColumns = range(width).filter((column) => !isColumnOut(column));
  const seenRows = range(grid.length).filter((row) => !rows[row]?.isHidden);
  const lines = seenRows.map((row) =>
    seenColumns.map((column): SeenText | null => {
      const placed = grid[row]?.[column];
      if (!placed) return { text: '' };
      const isFirst = seenRows.find((one) => one >= placed.row) === row && seenColumns.find((one) => one >= placed.column) === column;
      if (!isFirst) return null;
      return { text: placed.cell.text, ...(placed.cell.struck ? { struck: placed.cell.struck } : {}) };
    }),
  );
  const textAt = (row: number, column: number) => {
    const placed = grid[row]?.[column];
    return placed && placed.row === row && placed.column === column ? placed.cell.text : '';
  };
  const out = (length: number, seen: readonly number[], textsOf: (at: number) => string[]): HiddenLine[] =>
    range(length).flatMap((at) => (seen.includes(at) ? [] : hiddenLine(at, textsOf(at))));
  return {
    lines,
    hiddenRows: out(grid.length, seenRows, (row) => range(width).map((column) => textAt(row, column))),
    hiddenColumns: out(width, seenColumns, (column) => range(grid.length).map((row) => textAt(row, column))),
  };
}

/** A column of which no cell is seen that begins in it. */
function isAllHidden(grid: readonly (readonly Placed[])[], column: number): boolean {
  const cells = grid.flatMap((line) => line[column] ?? []).filter((placed) => placed.column === column);
  return cells.length > 0 && cells.every((placed) => placed.cell.isHidden);
}

/** None where the row or column holds nothing, as the row by which Word ends a table. */
function hiddenLine(at: number, texts: readonly string[]): HiddenLine[] {
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 ? [{ number: at + 1, title: filled.find((text) => /\p{L}/u.test(text)) ?? null }] : [];
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
