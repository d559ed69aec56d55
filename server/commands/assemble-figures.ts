import { checkedBooksOf, type Filing, type Reader, sumCheckedFigures, type Unit } from '@/db/store';
import type { FigureBook } from '@/server/domain/figures';
import type { Format } from '@/server/domain/formats';
import { type Quarter, quarters } from '@/server/domain/periods';
import { knownYear, type QuarterBooks, rollUpUnits, rollUpYear, type UnitBook, wholeYear } from '@/server/domain/roll-up';
import { spanOf } from './report-units';

export interface MissingUnit {
  unitId: string;
  unitName: string;
  quarters: readonly Quarter[];
}

/**
 * The figures of a year from the approved filings of some units, and the units that lack some. Units that exist the whole year are
 * summed in the store; the few that began or ended within it are added up one by one, because their balances stand elsewhere.
 */
export async function assembleFigures(
  reader: Reader,
  format: Format,
  units: readonly Unit[],
  filings: readonly Filing[],
  year: number,
): Promise<{ figures: FigureBook; missing: readonly MissingUnit[] }> {
  const approved = new Set(
    filings
      .filter((filing) => filing.status === 'approved' || filing.status === 'locked')
      .map((filing) => `${filing.unitId} ${filing.quarter}`),
  );
  const missing = units.flatMap((unit) => {
    const span = spanOf(unit, year) ?? wholeYear;
    const lacking = quarters.filter((quarter) => quarter >= span.first && quarter <= span.last && !approved.has(`${unit.id} ${quarter}`));
    return lacking.length > 0 ? [{ unitId: unit.id, unitName: unit.name, quarters: lacking }] : [];
  });
  const isWhole = (unit: Unit) => spanOf(unit, year)?.first === 1 && spanOf(unit, year)?.last === 4;
  const whole = units.filter(isWhole);
  const inPart = units.filter((unit) => !isWhole(unit));
  const sums = await sumCheckedFigures(
    reader,
    year,
    whole.map((unit) => unit.id),
  );
  const books: UnitBook[] = [
    { unit: 'whole-year units', figures: sums.size > 0 ? rollUpYear(format, booksByQuarter(sums)).figures : null },
  ];
  for (const unit of inPart) {
    const own = await checkedBooksOf(reader, unit.id, year);
    books.push({
      unit: unit.id,
      figures: own.size > 0 ? knownYear(format, booksByQuarter(own), spanOf(unit, year) ?? wholeYear) : null,
    });
  }
  return { figures: rollUpUnits(format, books).figures, missing };
}

export function booksByQuarter(books: ReadonlyMap<number, FigureBook>): QuarterBooks {
  return [books.get(1) ?? null, books.get(2) ?? null, books.get(3) ?? null, books.get(4) ?? null];
}
