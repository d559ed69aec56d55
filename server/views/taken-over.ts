import { type Filing, findFilingOf, findUnit, listOpeningBalances, listPredecessors, type Reader } from '@/db/store';
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

type Of = Pick<Filing, 'unitId' | 'year' | 'quarter'>;

/**
 * The openings of a quarter once closed units are taken over in it (`takeOver`); they follow the closings of those units as a
 * unit's own do, and are never copied. A balance that an administrator set for the year is the whole opening, whatever was taken over.
 *
 * @param own what the unit itself carries over
 */
export async function withTakenOverUnits(
  reader: Reader,
  of: Of,
  { format, own, closingsOf }: { format: Format; own: Map<CellId, Figure>; closingsOf: (filing: Filing) => Promise<FigureBook> },
): Promise<{ openings: Map<CellId, Figure>; takenOver: TakenOver[] }> {
  const { year, quarter } = of;
  if (!isQuarter(quarter)) return { openings: own, takenOver: [] };
  const closed = predecessorsIn(await listPredecessors(reader, [of.unitId]), of.unitId, { year, quarter });
  const unit = closed.length > 0 ? await findUnit(reader, of.unitId) : null;
  if (!unit) return { openings: own, takenOver: [] };
  const books: FigureBook[] = [];
  for (const { id, closesOn } of closed) {
    const last = closesOn === null ? null : periodOf(closesOn);
    const filing = last && (await findFilingOf(reader, id, last.year, last.quarter));
    books.push(filing ? await closingsOf(filing) : new Map());
  }
  const openings = takeOver(format, existedBefore(unit, { year, quarter }) ? own : null, books);
  const set = quarter === 1 ? (await listOpeningBalances(reader, of.unitId, year)).map((balance) => balance.cell) : [];
  for (const cell of set) openings.set(cell, figureAt(own, cell));
  return {
    openings,
    takenOver: closed.map(({ id, name }, index) => ({
      unitId: id,
      unitName: name,
      figures: openingFigures(format, books[index] ?? new Map(), new Set(set)),
    })),
  };
}

function openingFigures(format: Format, closed: FigureBook, except: ReadonlySet<CellId>): Record<CellId, Figure> {
  return Object.fromEntries(
    [...format.cells.values()].flatMap((cell): [CellId, Figure][] => {
      const figure = cell.opensFrom === undefined || except.has(cell.id) ? undefined : figureAt(closed, cell.opensFrom);
      return figure && isFilled(figure) ? [[cell.id, figure]] : [];
    }),
  );
}
