import { findFilingsOf, listRestatementsOf, type Reader, type Unit, type Year } from '@/db/store';
import type { Figure, FigureBook } from '@/server/domain/figures';
import { type CellId, getFormat } from '@/server/domain/formats';
import { loadOpenings } from '@/server/views/filing-view';

/** What some units begin a year with, in their order; also before the first quarter is opened, and of a year that need not exist yet. */
export async function firstOpeningsOf(reader: Reader, year: Year, units: readonly Unit[]): Promise<FigureBook[]> {
  const format = getFormat(year.format, year.rowVariant);
  const asked = units.map((unit) => ({ unitId: unit.id, year: year.year, quarter: 1 }));
  const opened = await loadOpenings(
    reader,
    asked.map((of) => ({ of, format })),
  );
  const filings = await findFilingsOf(reader, asked);
  const restatements = await listRestatementsOf(
    reader,
    [...filings.values()].map((filing) => filing.id),
  );
  const unitOf = new Map([...filings.values()].map((filing) => [filing.id, filing.unitId]));
  const books = new Map<string, Map<CellId, Figure>>(units.map((unit, index) => [unit.id, opened[index]?.openings ?? new Map()]));
  // A restated opening counts in place of the closing it would follow (F7).
  for (const { filingId, cell, value, decimals } of restatements)
    books.get(unitOf.get(filingId) ?? '')?.set(cell, { state: 'number', value, decimals });
  return asked.map(({ unitId }) => books.get(unitId) ?? new Map());
}
