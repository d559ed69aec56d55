import { type Filing, findFilingOf, findYear, type Reader, type Unit, type Year } from '@/db/store';
import type { FigureBook } from '@/server/domain/figures';
import { loadFilingView } from '@/server/views/filing-view';

/** What the units of a year begin it with, also before the first quarter is opened. Null when there is no such year. */
export async function firstOpeningsOf(
  reader: Reader,
  of: number,
): Promise<{ year: Year; openingsOf: (unit: Unit) => Promise<FigureBook> } | null> {
  const year = await findYear(reader, of);
  return year && { year, openingsOf: openingsIn(reader, year) };
}

/** The same of a year that need not exist yet. */
export function openingsIn(reader: Reader, year: Year): (unit: Unit) => Promise<FigureBook> {
  return async (unit) => {
    const first = (await findFilingOf(reader, unit.id, year.year, 1)) ?? filingToCome(unit, year);
    return (await loadFilingView(reader, first, null)).facts.openings;
  };
}

/** The first quarter before it is opened: it has no figures yet, but what it would take over can be told. */
function filingToCome(unit: Unit, year: Year): Filing {
  const { id: unitId, name: unitName, path: unitPath, powers, needsSignOff } = unit;
  const known = { unitId, unitName, unitPath, powers, needsSignOff };
  return { ...year, ...known, id: '', quarter: 1, status: 'open', submissionNumber: 0, isPractice: false, dueOn: '' };
}
