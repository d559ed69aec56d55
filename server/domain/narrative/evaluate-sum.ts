import { type FigureBook, numberAt } from '../figures';
import type { CellId, Format } from '../formats';

/**
 * What a sum of cells comes to. `values` are the possible values: with totals as printed and with totals recomputed, since
 * a printed total may itself be wrong (that is another rule's finding, and is not reported twice). Empty while a
 * cell is not known; then `least` and `most` still bound the sum as far as known cells do, as no figure is negative.
 */
export interface SumOfCells {
  cells: readonly CellId[];
  /** The same cells, each with what it does to the sum. */
  signed: readonly { cell: CellId; sign: 1 | -1 }[];
  values: readonly number[];
  least: number | null;
  most: number | null;
}

const groups = ['denied', 'unable', 'refused', 'other'];

/**
 * @param terms rows and groups of table 三 (`carried_in`, `denied`) or cell ids (with a dot), `-` in front subtracts
 * @param columns the columns of table 三 that are put in, `['total']` unless applicants are named
 * @returns null when the format has none of such cells
 */
export function evaluateSum(terms: readonly string[], columns: readonly string[], format: Format, book: FigureBook): SumOfCells | null {
  const signed: { cell: CellId; sign: 1 | -1 }[] = [];
  for (const term of terms) {
    const sign = term.startsWith('-') ? -1 : 1;
    const cells = expand(term.replace(/^-/, ''), columns, format);
    if (cells.length === 0) return null;
    for (const cell of cells) signed.push({ cell, sign });
  }
  const printed = total(signed, (cell) => printedAt(format, book, cell));
  const recomputed = total(signed, (cell) => recomputedAt(format, book, cell));
  return {
    cells: signed.map(({ cell }) => cell),
    signed,
    values: [...new Set([printed, recomputed])].filter((value) => value !== null),
    most: mostOf(signed, format, book),
    least: signed.some(({ sign }) => sign < 0) ? null : signed.reduce((sum, { cell }) => sum + minAt(format, book, cell), 0),
  };
}

/** What is added must be known for a bound from above; what is subtracted takes away at least its known cells. */
function mostOf(signed: readonly { cell: CellId; sign: 1 | -1 }[], format: Format, book: FigureBook): number | null {
  let most = 0;
  for (const { cell, sign } of signed) {
    const value = sign > 0 ? printedAt(format, book, cell) : minAt(format, book, cell);
    if (value === null) return null;
    most += sign * value;
  }
  return most;
}

const expanded = new WeakMap<Format, Map<string, CellId[]>>();

function expand(term: string, columns: readonly string[], format: Format): CellId[] {
  if (term.includes('.')) return format.cells.has(term) ? [term] : [];
  return columns.flatMap((column) => cellsOf(term, column, format));
}

/** The rows of a term in one column; looked up once per format. */
function cellsOf(term: string, column: string, format: Format): CellId[] {
  const known = expanded.get(format) ?? new Map<string, CellId[]>();
  expanded.set(format, known);
  const key = `${term}.${column}`;
  const before = known.get(key);
  if (before) return before;
  const isRow = (id: CellId): boolean => (groups.includes(term) ? id.startsWith(`s3.${term}_`) : id.startsWith(`s3.${term}.`));
  const cells = [...format.cells.keys()].filter((id) => isRow(id) && id.endsWith(`.${column}`));
  known.set(key, cells);
  return cells;
}

function total(signed: readonly { cell: CellId; sign: 1 | -1 }[], valueAt: (cell: CellId) => number | null): number | null {
  let sum = 0;
  for (const { cell, sign } of signed) {
    const value = valueAt(cell);
    if (value === null) return null;
    sum += sign * value;
  }
  return sum;
}

function printedAt(format: Format, book: FigureBook, cell: CellId): number | null {
  return numberAt(book, cell) ?? sumOfTerms(format, book, cell, printedAt);
}

function recomputedAt(format: Format, book: FigureBook, cell: CellId): number | null {
  return sumOfTerms(format, book, cell, recomputedAt) ?? numberAt(book, cell);
}

type Read = (format: Format, book: FigureBook, cell: CellId) => number | null;

function sumOfTerms(format: Format, book: FigureBook, cell: CellId, read: Read): number | null {
  const terms = format.cells.get(cell)?.terms;
  if (!terms) return null;
  return total(
    terms.map((term) => ({ cell: term, sign: 1 })),
    (term) => read(format, book, term),
  );
}

function minAt(format: Format, book: FigureBook, cell: CellId): number {
  const known = numberAt(book, cell);
  if (known !== null) return known;
  return (format.cells.get(cell)?.terms ?? []).reduce((sum, term) => sum + minAt(format, book, term), 0);
}
