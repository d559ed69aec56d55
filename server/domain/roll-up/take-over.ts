import { type Figure, type FigureBook, figureAt, isFilled, withComputed } from '../figures';
import { type CellId, type Format, leafCells } from '../formats';
import { type Day, firstDay, nextPeriod, type Period, periodOf, type Quarter } from '../periods';
import { addFigures } from './add-figures';
import { knownYear, waitingLevels } from './known-year';
import type { Transfer, UnitBook } from './roll-up-units';
import type { QuarterBooks, QuarterSpan } from './roll-up-year';

/** What a succession depends on: when a unit begins and ends, and which unit takes over what it leaves open. */
export interface UnitLife {
  id: string;
  opensOn: Day;
  closesOn: Day | null;
  successorId: string | null;
}

/** The quarter in which the successor of a closed unit opens with what it left: the one after its last. */
export function takeOverPeriod(closesOn: Day): Period {
  return nextPeriod(periodOf(closesOn));
}

/** The units whose last closings open in this quarter of a unit. */
export function predecessorsIn<U extends UnitLife>(units: readonly U[], successorId: string, { year, quarter }: Period): U[] {
  return units.filter((unit) => {
    if (unit.closesOn === null || unit.successorId !== successorId) return false;
    const opens = takeOverPeriod(unit.closesOn);
    return opens.year === year && opens.quarter === quarter;
  });
}

/** Whether a unit stood before this quarter, so that closings of its own open in it as well. */
export function existedBefore({ opensOn }: Pick<UnitLife, 'opensOn'>, { year, quarter }: Period): boolean {
  return opensOn < firstDay(year, quarter);
}

/**
 * Openings of a quarter in which a unit takes over others: its own, and on top what the predecessors closed with, cell by
 * cell. A cell that one of them does not know is not known. Openings that follow no closing are not handed over.
 *
 * @param own null for a unit that begins with this quarter
 */
export function takeOver(format: Format, own: FigureBook | null, closed: readonly FigureBook[]): Map<CellId, Figure> {
  const openings = new Map(own ?? []);
  for (const { id, opensFrom } of leafCells(format)) {
    if (opensFrom === undefined) continue;
    const sum = addFigures([...(own ? [figureAt(own, id)] : []), ...closed.map((book) => figureAt(book, opensFrom))]);
    if (isFilled(sum)) openings.set(id, sum);
    else openings.delete(id);
  }
  return openings;
}

/** A unit with the approved quarters of its year. */
export interface UnitQuarters {
  unit: string;
  books: QuarterBooks;
  span: QuarterSpan;
  successor: string | null;
}

/**
 * The balances handed over within the year. Both quarters have to be approved: before that, what the predecessor left is
 * still counted with it, and nothing is counted twice.
 */
export function transfersWithin(format: Format, units: readonly UnitQuarters[]): Transfer[] {
  const byId = new Map(units.map((one) => [one.unit, one]));
  return units.flatMap(({ unit, books, span, successor }) => {
    if (successor === null || span.last === 4) return [];
    const opens = (span.last + 1) as Quarter;
    const closed = books[span.last - 1];
    if (!closed || !byId.get(successor)?.books[opens - 1]) return [];
    return leafCells(format).flatMap((cell): Transfer[] => {
      const figure = cell.opensFrom === undefined ? undefined : closed.get(cell.opensFrom);
      if (figure?.state !== 'number' || figure.value === 0) return [];
      return [{ fromUnit: unit, toUnit: successor, cell: cell.id, value: figure.value, quarter: opens }];
    });
  });
}

/**
 * The year of one unit as its own report prints it. What it took over after its first quarter is added to its opening:
 * only so is opening + new = answered + closing for its year. What it began with stands in its first quarter already.
 */
export function unitYear(format: Format, { unit, books, span }: UnitQuarters, transfers: readonly Transfer[]): Map<CellId, Figure> {
  return withTakenOver(format, knownYear(format, books, span), { unit, span }, transfers);
}

/**
 * What a unit brings to a whole: its year as far as it is known, and nothing for a level that waits for its quarter, unless something was
 * taken over into it. Without any approved quarter it brings nothing at all.
 */
export function unitInWhole(format: Format, unit: UnitQuarters, transfers: readonly Transfer[]): UnitBook {
  if (unit.books.every((book) => book === null)) return { unit: unit.unit, figures: null };
  const waiting = waitingLevels(format, unit.books, unit.span);
  const year = knownYear(format, unit.books, unit.span, waiting);
  const figures = transfers.length > 0 ? withTakenOver(format, year, unit, transfers) : year;
  for (const transfer of transfers) if (isAdded(transfer, unit)) waiting.delete(transfer.cell);
  return { unit: unit.unit, figures, waiting };
}

/** A unit's year with what it took over after its first quarter in its openings. */
export function withTakenOver(
  format: Format,
  year: FigureBook,
  { unit, span }: { unit: string; span: QuarterSpan },
  transfers: readonly Transfer[],
): Map<CellId, Figure> {
  const figures = new Map(year);
  const added = transfers.filter((transfer) => isAdded(transfer, { unit, span }));
  if (added.length === 0) return figures;
  for (const transfer of added) {
    const figure = figureAt(figures, transfer.cell);
    if (figure.state === 'number') figures.set(transfer.cell, { ...figure, value: figure.value + transfer.value });
    if (figure.state === 'not_applicable') figures.set(transfer.cell, { state: 'number', value: transfer.value, decimals: 0 });
  }
  return withComputed(format, figures);
}

/** Taken over after the unit's first quarter. */
function isAdded({ toUnit, quarter }: Transfer, { unit, span }: { unit: string; span: QuarterSpan }): boolean {
  return toUnit === unit && quarter > span.first;
}
