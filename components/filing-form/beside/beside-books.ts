import { type Figure, type FigureBook, withComputed } from '@/server/domain/figures';
import type { CellId, Format } from '@/server/domain/formats';
import type { FilingForm } from '@/server/queries/filing-form';

export type BesideKey = keyof FilingForm['beside'];

/** The quarters that a submission is read beside, with their totals; an empty one is not known here. */
export function besideBooks(format: Format, beside: FilingForm['beside']): Record<BesideKey, FigureBook> {
  return { lastQuarter: bookOf(format, beside.lastQuarter), sameQuarterLastYear: bookOf(format, beside.sameQuarterLastYear) };
}

function bookOf(format: Format, stored: Readonly<Record<CellId, Figure>>): FigureBook {
  const book = new Map(Object.entries(stored));
  return book.size === 0 ? book : withComputed(format, book);
}
