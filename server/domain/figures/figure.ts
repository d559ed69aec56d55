import type { Cell, CellId, Format } from '../formats';

/**
 * What stands in one cell. Four things that are never confused: not filled, a number (0 among them), 不适用 (the unit has
 * no such power), and text that could not be read, which is kept as typed.
 *
 * A number is an integer: a count, or 分 for money. `decimals` are the printed decimals of a money figure in its printed
 * unit (万元 has up to six, which is 分 exactly; 元 up to two); 0 for a count.
 */
export type Figure =
  | { state: 'not_filled' }
  | { state: 'number'; value: number; decimals: number }
  | { state: 'not_applicable' }
  | { state: 'unreadable'; raw: string };

export type FigureState = Figure['state'];
export const figureStates = ['not_filled', 'number', 'not_applicable', 'unreadable'] as const satisfies readonly FigureState[];

/** The figures of one filing or report. A cell that is absent is not filled (in a report: unknown). */
export type FigureBook = ReadonlyMap<CellId, Figure>;

export const notFilled: Figure = { state: 'not_filled' };
export const notApplicable: Figure = { state: 'not_applicable' };

export function count(value: number): Figure {
  return { state: 'number', value, decimals: 0 };
}

export function figureAt(book: FigureBook, cell: CellId): Figure {
  return book.get(cell) ?? notFilled;
}

/**
 * The number a rule may compute with: the value, 0 for 不适用, null while it is not filled or unreadable.
 * Null means "not known yet" and makes a rule not checkable; it never counts as 0.
 */
export function numberAt(book: FigureBook, cell: CellId): number | null {
  const figure = figureAt(book, cell);
  if (figure.state === 'number') return figure.value;
  return figure.state === 'not_applicable' ? 0 : null;
}

/** Sum of the cells, or null while any of them is not known. */
export function sumAt(book: FigureBook, cells: readonly CellId[]): number | null {
  let sum = 0;
  for (const cell of cells) {
    const value = numberAt(book, cell);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

export function isFilled(figure: Figure): boolean {
  return figure.state === 'number' || figure.state === 'not_applicable';
}

/** Two figures say the same: state, value and, for money, printed decimals. */
export function sameFigure(a: Figure, b: Figure): boolean {
  if (a.state === 'number' && b.state === 'number') return a.value === b.value && a.decimals === b.decimals;
  if (a.state === 'unreadable' && b.state === 'unreadable') return a.raw === b.raw;
  return a.state === b.state;
}

/**
 * The book with every computed cell set to the sum of its terms (not filled while a term is unknown). Whatever stood in a
 * computed cell is replaced: in our forms totals are computed, never typed.
 */
export function withComputed(format: Format, book: FigureBook): Map<CellId, Figure> {
  return setComputed(format, new Map(book));
}

/** The same of a book that nobody else has: it is changed and given back. */
export function setComputed(format: Format, result: Map<CellId, Figure>): Map<CellId, Figure> {
  const done = new Set<CellId>();
  const compute = (cell: Cell): void => {
    if (done.has(cell.id) || !cell.terms) return;
    done.add(cell.id);
    for (const term of cell.terms) {
      const termCell = format.cells.get(term);
      if (termCell) compute(termCell);
    }
    const value = sumAt(result, cell.terms);
    if (value === null) result.delete(cell.id);
    else result.set(cell.id, count(value));
  };
  for (const cell of computedCells(format)) compute(cell);
  return result;
}

/** A format never changes, and a whole of a thousand units computes a thousand times. */
function computedCells(format: Format): readonly Cell[] {
  const known = computed.get(format);
  if (known) return known;
  const cells = [...format.cells.values()].filter((cell) => cell.terms);
  computed.set(format, cells);
  return cells;
}
const computed = new WeakMap<Format, readonly Cell[]>();
