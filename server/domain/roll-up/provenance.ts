import { type Figure, figureAt, notFilled } from '../figures';
import { type Cell, type CellId, type Format, getCell } from '../formats';
import { type Quarter, quarters } from '../periods';
import { rollUpUnits, type Transfer, type UnitBook } from './roll-up-units';
import { countedQuarters, type QuarterBooks, type QuarterSpan, wholeYear } from './roll-up-year';
import { unitInWhole } from './take-over';

/** What a traced cell is made of: one unit with its quarters. The caller adds who entered a figure and when, by unit, quarter and cell. */
export interface TraceSource {
  unit: string;
  books: QuarterBooks;
  span?: QuarterSpan;
}

/** A computed cell opens to its terms, a leaf to the units it was summed from. */
export type Trace =
  | { kind: 'terms'; cell: CellId; figure: Figure; terms: Trace[] }
  | { kind: 'units'; cell: CellId; figure: Figure; units: UnitTrace[]; leftOut: Transfer[] };

export interface UnitTrace {
  unit: string;
  /** The unit's year. Not filled while it is not known. */
  figure: Figure;
  quarters: QuarterTrace[];
  /** Quarters that would count and have no approved filing; none when the unit is wholly in the figure. */
  lacks: Quarter[];
  /** Taken over from closed units after the first quarter: counted in an opening beside the quarters. */
  takenOver: Transfer[];
}

export interface QuarterTrace {
  quarter: Quarter;
  figure: Figure;
  /**
   * counted: part of the annual figure. level: shown, but another quarter's level stands for the year.
   * missing: no approved filing. outside: the unit did not exist then.
   */
  part: 'counted' | 'level' | 'missing' | 'outside';
}

/**
 * Everything behind an annual cell: terms, then units, then quarters, with the value at each step. Each figure is reckoned
 * by the same functions as the roll-up, so the tree adds up to what is printed.
 *
 * @throws Error on a cell the format does not have
 */
export function traceCell(format: Format, id: CellId, sources: readonly TraceSource[], transfers: readonly Transfer[] = []): Trace {
  const behind = formatBehind(format, id);
  const years = sources.map((source) => ({
    source,
    year: unitInWhole(behind, { ...source, span: source.span ?? wholeYear, successor: null }, transfers),
  }));
  const whole = rollUpUnits(
    behind,
    years.map(({ year }) => year),
    transfers,
  );
  const trace = (cell: Cell): Trace => {
    const figure = figureAt(whole.figures, cell.id);
    if (cell.terms) return { kind: 'terms', cell: cell.id, figure, terms: cell.terms.map((term) => trace(getCell(format, term))) };
    return {
      kind: 'units',
      cell: cell.id,
      figure,
      units: years.map(({ source, year }) => traceUnit(cell, source, year, transfers)),
      leftOut: whole.leftOut.filter((transfer) => transfer.cell === cell.id || format.cells.get(transfer.cell)?.opensFrom === cell.id),
    };
  };
  return trace(getCell(format, id));
}

/** The format narrowed to a cell and what it is computed from, so that opening one cell of a large whole reckons no other. */
export function formatBehind(format: Format, id: CellId): Format {
  const cells = new Map<CellId, Cell>();
  const take = (cell: Cell): void => {
    cells.set(cell.id, cell);
    for (const term of cell.terms ?? []) take(getCell(format, term));
  };
  take(getCell(format, id));
  // A transfer is named by its opening cell; without it a closing that was handed over would not be left out.
  for (const cell of format.cells.values()) if (cell.opensFrom !== undefined && cells.has(cell.opensFrom)) cells.set(cell.id, cell);
  return { ...format, cells };
}

function traceUnit(
  cell: Cell,
  { unit, books, span = wholeYear }: TraceSource,
  { figures, waiting }: UnitBook,
  transfers: readonly Transfer[],
): UnitTrace {
  const needed = span === wholeYear ? quarters : quarters.filter((quarter) => quarter >= span.first && quarter <= span.last);
  const counted = countedQuarters(cell, { needed, openingFrom: span.first, closingFrom: span.last });
  return {
    unit,
    figure: waiting?.has(cell.id) ? notFilled : figureAt(figures ?? new Map(), cell.id),
    lacks: counted.filter((quarter) => books[quarter - 1] === null),
    takenOver: transfers.filter((one) => one.toUnit === unit && one.cell === cell.id && one.quarter > span.first),
    quarters: quarters.map((quarter): QuarterTrace => {
      const book = books[quarter - 1] ?? null;
      const figure = figureAt(book ?? new Map(), cell.id);
      if (!needed.includes(quarter)) return { quarter, figure, part: 'outside' };
      if (book === null) return { quarter, figure, part: 'missing' };
      return { quarter, figure, part: counted.includes(quarter) ? 'counted' : 'level' };
    }),
  };
}
