import { type Filing, listCheckedFigures, listIndicators, type Reader, type StoredIndicator, type Unit } from '@/db/store';
import { type Figure, notFilled } from '@/server/domain/figures';
import { type CellId, indicatorCell } from '@/server/domain/formats';
import { rollUpIndicators, wholeYear } from '@/server/domain/roll-up';
import { booksByQuarter } from './assemble-figures';
import { isAskedOf } from './filing-format';
import { spanOf } from './report-units';

/** A local indicator of the units of a report. */
export interface AssembledIndicator {
  indicator: StoredIndicator;
  cell: CellId;
  figure: Figure;
  units: readonly { unitId: string; unitName: string; figure: Figure }[];
  /** Units that are asked and have no approved figure yet. */
  waiting: readonly { unitId: string; unitName: string }[];
}

/** The year's indicators over some units, from their approved filings. Those that none of the units is asked for are left out. */
export async function assembleIndicators(
  reader: Reader,
  units: readonly Unit[],
  filings: readonly Filing[],
  year: number,
): Promise<AssembledIndicator[]> {
  const indicators = await listIndicators(reader, year);
  if (indicators.length === 0) return [];
  const approved = new Set(filings.flatMap(({ id, status }) => (status === 'approved' || status === 'locked' ? [id] : [])));
  const books = new Map<string, Map<number, Map<CellId, Figure>>>();
  for (const { id, unitId, quarter } of filings)
    if (approved.has(id)) books.set(unitId, (books.get(unitId) ?? new Map()).set(quarter, new Map()));
  const checked = await listCheckedFigures(
    reader,
    year,
    indicators.map((one) => indicatorCell(one).id),
    units.map((unit) => unit.id),
  );
  for (const one of checked) books.get(one.unitId)?.get(one.quarter)?.set(one.cell, one.figure);
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]));
  const years = rollUpIndicators(
    indicators,
    units.map((unit) => ({
      unit: unit.id,
      books: booksByQuarter(books.get(unit.id) ?? new Map()),
      span: spanOf(unit, year) ?? wholeYear,
    })),
  );
  return indicators.flatMap((indicator, index): AssembledIndicator[] => {
    const of = years[index];
    if (!of) return [];
    const said = new Set(of.units.map(({ unit }) => unit));
    const waiting = units.filter((unit) => isAskedOf(indicator, unit.id) && !said.has(unit.id));
    if (said.size === 0 && waiting.length === 0) return [];
    return [
      {
        indicator,
        cell: of.cell,
        figure: indicator.overUnits === 'none' && said.size + waiting.length > 1 ? notFilled : of.figure,
        units: of.units.map(({ unit, figure }) => ({ unitId: unit, unitName: nameOf.get(unit) ?? '', figure })),
        waiting: waiting.map(({ id: unitId, name: unitName }) => ({ unitId, unitName })),
      },
    ];
  });
}
