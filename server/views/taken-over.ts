import {
  type Filing,
  findFilingsOf,
  findUnits,
  listPredecessors,
  type OpeningBalance,
  openingBalancesOf,
  quarterKey,
  type Reader,
  type Unit,
} from '@/db/store';
import { type Figure, type FigureBook, figureAt, isFilled } from '@/server/domain/figures';
import type { CellId, Format } from '@/server/domain/formats';
import { isQuarter, periodOf } from '@/server/domain/periods';
import { existedBefore, predecessorsIn, takeOver } from '@/server/domain/roll-up';

/** What one closed unit left to another, by opening cell of the form. */
export interface TakenOver {
  unitId: string;
  unitName: string;
  figures: Record<CellId, Figure>;
}

/** The openings of a quarter, and what of them came from closed units. */
export interface Opened {
  openings: Map<CellId, Figure>;
  takenOver: TakenOver[];
}

/** A quarter whose openings are asked for, with what its unit itself carries over. */
export interface OwnOpenings {
  of: Pick<Filing, 'unitId' | 'year' | 'quarter'>;
  format: Format;
  own: Map<CellId, Figure>;
}

/**
 * The openings of some quarters once closed units are taken over in them (`takeOver`), in the order they were asked for; they follow the
 * closings of those units as a unit's own do, and are never copied. A balance that an administrator set for the year is the whole opening,
 * whatever was taken over.
 */
export async function withTakenOverUnits(
  reader: Reader,
  asked: readonly OwnOpenings[],
  closingsOf: (filings: readonly Filing[]) => Promise<ReadonlyMap<string, FigureBook>>,
): Promise<Opened[]> {
  const predecessors = await listPredecessors(reader, [...new Set(asked.map(({ of }) => of.unitId))]);
  const heirs = new Set(predecessors.map((unit) => unit.successorId));
  const before = asked.map(({ of: { unitId, year, quarter } }) =>
    heirs.has(unitId) && isQuarter(quarter) ? predecessorsIn(predecessors, unitId, { year, quarter }) : [],
  );
  const taking = asked.filter((_, index) => before[index]?.length);
  const units = await findUnits(reader, [...new Set(taking.map(({ of }) => of.unitId))]);
  const lastQuarters = before.flat().flatMap(lastQuarterOf);
  const filings = await findFilingsOf(reader, lastQuarters);
  const closings = await closingsOf([...filings.values()]);
  const balances = new Map<number, Map<string, OpeningBalance[]>>();
  for (const year of new Set(taking.flatMap(({ of }) => (of.quarter === 1 ? [of.year] : []))))
    balances.set(
      year,
      await openingBalancesOf(
        reader,
        taking.map(({ of }) => of.unitId),
        year,
      ),
    );
  return asked.map(({ of, format, own }, index): Opened => {
    const closed = before[index] ?? [];
    const unit = units.get(of.unitId);
    const { year, quarter } = of;
    if (closed.length === 0 || !unit || !isQuarter(quarter)) return { openings: own, takenOver: [] };
    const books = closed.map((one): FigureBook => {
      const [last] = lastQuarterOf(one);
      const filing = last && filings.get(quarterKey(last));
      return (filing && closings.get(filing.id)) ?? new Map();
    });
    const openings = takeOver(format, existedBefore(unit, { year, quarter }) ? own : null, books);
    const set = quarter === 1 ? (balances.get(year)?.get(of.unitId) ?? []).map((balance) => balance.cell) : [];
    for (const cell of set) openings.set(cell, figureAt(own, cell));
    return {
      openings,
      takenOver: closed.map(({ id, name }, place) => ({
        unitId: id,
        unitName: name,
        figures: openingFigures(format, books[place] ?? new Map(), new Set(set)),
      })),
    };
  });
}

function lastQuarterOf({ id, closesOn }: Unit): Pick<Filing, 'unitId' | 'year' | 'quarter'>[] {
  return closesOn === null ? [] : [{ unitId: id, ...periodOf(closesOn) }];
}

function openingFigures(format: Format, closed: FigureBook, except: ReadonlySet<CellId>): Record<CellId, Figure> {
  return Object.fromEntries(
    [...format.cells.values()].flatMap((cell): [CellId, Figure][] => {
      const figure = cell.opensFrom === undefined || except.has(cell.id) ? undefined : figureAt(closed, cell.opensFrom);
      return figure && isFilled(figure) ? [[cell.id, figure]] : [];
    }),
  );
}
