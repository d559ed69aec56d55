import { type Filing, listRestatementsOf, type Reader } from '@/db/store';
import { count, type Figure, numberAt, withComputed } from '@/server/domain/figures';
import { type CellId, type Format, leafCells } from '@/server/domain/formats';
import type { CheckSubject, RestatedNote } from '@/server/domain/subject';
import { loadOpenings } from './filing-view';

/** An opening that a unit restated: what it would have followed (null: not known), what counts, and why. */
export interface RestatedOpening extends RestatedNote {
  filingId: string;
  cell: CellId;
}

/** The restated openings of some filings, in the order of the cells. What each would follow is read only where there is one. */
export async function restatedOpenings(reader: Reader, filings: readonly Filing[], format: Format): Promise<RestatedOpening[]> {
  const restatements = await listRestatementsOf(
    reader,
    filings.map((filing) => filing.id),
  );
  const isRestated = new Set(restatements.map((one) => one.filingId));
  const restated = filings.filter((filing) => isRestated.has(filing.id));
  const opened = await loadOpenings(
    reader,
    restated.map((of) => ({ of, format })),
  );
  return restated.flatMap((filing, index) =>
    restatements
      .filter((one) => one.filingId === filing.id)
      .map(({ cell, value, reason }): RestatedOpening => {
        const was = numberAt(opened[index]?.openings ?? new Map(), cell);
        return { filingId: filing.id, cell, organ: filing.unitName, was, is: value, reason };
      }),
  );
}

/** What restatements add to a sum of openings, by opening cell with its totals; a cell is absent where what it followed is not known. */
export function restatedBy(format: Format, restatements: readonly RestatedOpening[]): CheckSubject['restatedBy'] {
  if (restatements.length === 0) return null;
  const notes = new Map<CellId, RestatedOpening[]>();
  for (const one of restatements) notes.set(one.cell, [...(notes.get(one.cell) ?? []), one]);
  const amounts = new Map<CellId, Figure>();
  for (const { id, opensFrom } of leafCells(format)) {
    if (opensFrom === undefined) continue;
    const own = notes.get(id) ?? [];
    if (own.some((one) => one.was === null)) continue;
    amounts.set(id, count(own.reduce((sum, { was, is }) => sum + is - (was ?? 0), 0)));
  }
  return { amounts: withComputed(format, amounts), notes };
}
