import { type Figure, figureAt } from '../figures';
import { type CellId, type Format, getFormat, type Indicator, indicatorCell } from '../formats';
import { rollUpUnits } from './roll-up-units';
import { type QuarterBooks, type QuarterSpan, rollUpYear } from './roll-up-year';

export interface IndicatorUnit {
  unit: string;
  /** Approved quarters; a book has the indicators its filing was asked for. */
  books: QuarterBooks;
  span: QuarterSpan;
}

export interface IndicatorYear {
  cell: CellId;
  /** Of the whole. Not filled while a unit's year is not known, and for what is not added over units. */
  figure: Figure;
  /** Units that have said something, in their order. */
  units: readonly { unit: string; figure: Figure }[];
}

/** The indicators of a year over the quarters and units of a whole, by the same rules as the statutory cells. */
export function rollUpIndicators(indicators: readonly Indicator[], units: readonly IndicatorUnit[]): IndicatorYear[] {
  const format = onlyIndicators(indicators);
  const years = units.map(({ unit, books, span }) => ({
    unit,
    figures: books.some((book) => book !== null) ? rollUpYear(format, books, span).figures : null,
  }));
  const whole = rollUpUnits(format, years).figures;
  return [...format.cells.keys()].map((cell) => ({
    cell,
    figure: figureAt(whole, cell),
    units: years.flatMap(({ unit, figures }) => (figures?.has(cell) ? [{ unit, figure: figureAt(figures, cell) }] : [])),
  }));
}

/** No statutory cell is reckoned again for the sake of a few indicators. */
function onlyIndicators(indicators: readonly Indicator[]): Format {
  return { ...getFormat('2021'), cells: new Map(indicators.map(indicatorCell).map((cell) => [cell.id, cell])) };
}
