import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { CellId, Format, GridCell, TableLayout } from '@/server/domain/formats';
import { type PlacedCell, tableGrid } from '@/server/domain/report/table-grid';

/** Words that stand together in a cell of the page: lines under each other are one. Points, from the lower left corner. */
interface Words {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * The printed figures of a PDF of our own, found as an eye finds them: beside the label of the row and under the head of the column. It
 * knows our line heights and no others.
 */
export async function readOwnPdf(bytes: Uint8Array, format: Format): Promise<Map<CellId, string>> {
  const pages = await wordsOf(bytes);
  const figures = new Map<CellId, string>();
  for (const layout of format.tables)
    for (const { cell, row, heads } of wantedOf(layout)) {
      const found = new Set(pages.map((words) => figureOn(words, row, heads)).filter((text) => text !== null));
      const [only] = found;
      if (found.size === 1 && only !== undefined) figures.set(cell, only);
    }
  return figures;
}

interface Wanted {
  cell: CellId;
  /** The label nearest to the figure; null in a table without row labels. */
  row: string | null;
  /** The nearest head above, and which of those with the same words it is, from the left. */
  heads: { text: string; nth: number; of: number };
}

function wantedOf(layout: TableLayout): Wanted[] {
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  const headAbove = (place: PlacedCell<GridCell>) => {
    for (let row = place.row - 1; row >= 0; row -= 1) {
      const above = grid[row]?.[place.column];
      if (above?.cell.role === 'head') return above;
    }
    return null;
  };
  return [...new Set(grid.flat())].flatMap((place) => {
    const head = place?.cell.cell ? headAbove(place) : null;
    if (!place?.cell.cell || !head) return [];
    const row = (grid[place.row] ?? []).slice(0, place.column).findLast((left) => left?.cell.role === 'label');
    const alike = [...new Set(layout.rows.flatMap((_, at) => grid[at] ?? []))]
      .filter(
        (other) => other?.cell.role === 'head' && other.cell.text === head.cell.text && (layout.id === 't4' || other.row === head.row),
      )
      .sort((a, b) => (a?.column ?? 0) - (b?.column ?? 0));
    return [
      {
        cell: place.cell.cell,
        row: row?.cell.text === undefined ? null : plain(row.cell.text),
        heads: { text: plain(head.cell.text ?? ''), nth: alike.indexOf(head), of: alike.length },
      },
    ];
  });
}

function figureOn(words: readonly Words[], row: string | null, { text, nth, of }: Wanted['heads']): string | null {
  const numbers = words.filter((one) => /^-?\d+(?:\.\d+)?(?:（.*）)?$/.test(one.text));
  const label = row === null ? null : words.find((one) => plain(one.text) === row);
  if (label === undefined) return null;
  const heads = words.filter((one) => plain(one.text) === text && (!label || one.bottom > label.top - 1));
  const lowest = Math.min(...heads.map(({ bottom }) => bottom));
  const level = heads.filter(({ bottom }) => bottom < lowest + 12).sort((a, b) => a.left - b.left);
  const head = level.length === of ? level[nth] : undefined;
  if (!head) return null;
  const below = numbers.filter((one) => Math.abs(middle(one) - middle(head)) < 4 && one.top < head.bottom + 1);
  if (label) return below.find((one) => Math.abs(centre(one) - centre(label)) < 4)?.text ?? null;
  return below.sort((a, b) => b.top - a.top)[0]?.text ?? null;
}

const middle = ({ left, right }: Words) => (left + right) / 2;
const centre = ({ top, bottom }: Words) => (top + bottom) / 2;
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').replace(/[“”"]/g, '"');

async function wordsOf(bytes: Uint8Array): Promise<Words[][]> {
  const document = await getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, verbosity: 0 }).promise;
  const pages: Words[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines = items.flatMap((item): Words[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [left = 0, bottom = 0] = [Number(item.transform[4]), Number(item.transform[5])];
      return [{ text: item.str, left, right: left + item.width, top: bottom + item.height, bottom }];
    });
    pages.push(joined(withRemarks(lines)));
  }
  await document.destroy();
  return pages;
}

/**
 * `22` with `（其中修订16件）` below it in the same cell, as one. A remark changes fonts between its words and its digits and so comes in
 * pieces, one after another, up to the bracket that closes it.
 */
function withRemarks(pieces: readonly Words[]): Words[] {
  const words: Words[] = [];
  let figure: Words | null = null;
  for (const piece of pieces) {
    const isNext =
      figure !== null && figure.bottom - piece.bottom < piece.top - piece.bottom + 4 && Math.abs(piece.left - figure.left) < 80;
    const isBehind = figure !== null && (figure.text.includes('（') || piece.text.startsWith('（'));
    if (figure && isNext && isBehind && !figure.text.endsWith('）')) {
      figure.text += piece.text;
      figure.left = Math.min(figure.left, piece.left);
      figure.right = Math.max(figure.right, piece.right);
      figure.bottom = Math.min(figure.bottom, piece.bottom);
    } else {
      const next = { ...piece };
      words.push(next);
      figure = /^-?\d+(?:\.\d+)?$/.test(piece.text) ? next : null;
    }
  }
  return words;
}

/** Lines of one cell: of one size, from one edge or around one middle, and closer than rows are. */
function joined(lines: readonly Words[]): Words[] {
  const words: (Words & { size: number })[] = [];
  for (const line of [...lines].sort((a, b) => b.bottom - a.bottom)) {
    const size = line.top - line.bottom;
    const above = words.find(
      (one) =>
        Math.abs(one.size - size) < 0.5 &&
        one.bottom - line.bottom > 1 &&
        one.bottom - line.bottom <= size + 3 &&
        (Math.abs(one.left - line.left) < 6 || Math.abs(middle(one) - middle(line)) < 2),
    );
    if (above) {
      above.text += line.text;
      above.bottom = line.bottom;
      above.left = Math.min(above.left, line.left);
      above.right = Math.max(above.right, line.right);
    } else words.push({ ...line, size });
  }
  return words;
}
