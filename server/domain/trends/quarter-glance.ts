import { type FigureBook, sumAt } from '../figures';
import type { CellId, Format } from '../formats';
import { type MeasureKey, measures } from './measures';

/** One measure of a quarter, in cases or in 分. Null is not known, which is not 0. */
export interface GlanceLine {
  measure: MeasureKey;
  /** The cells that add up to it. */
  cells: readonly CellId[];
  now: number | null;
  lastQuarter: number | null;
  sameQuarterLastYear: number | null;
}

/** The books a quarter is read beside, complete with their totals; an empty one is a quarter that is not known. */
export interface GlanceBooks {
  now: FigureBook;
  lastQuarter: FigureBook;
  sameQuarterLastYear: FigureBook;
}

/**
 * What a quarter holds, in a few sums beside the quarters before.
 *
 * @returns the measures that are above 0 in one of them; how many are 0, or not known, in all
 */
export function quarterGlance(
  format: Format,
  { now, lastQuarter, sameQuarterLastYear }: GlanceBooks,
): { lines: GlanceLine[]; still: number } {
  const all = measures.flatMap((measure): GlanceLine[] => {
    const cells = measure.parts(format);
    if (!cells) return [];
    const [is, before, yearAgo] = [now, lastQuarter, sameQuarterLastYear].map((book) => sumAt(book, cells));
    return [{ measure: measure.key, cells, now: is ?? null, lastQuarter: before ?? null, sameQuarterLastYear: yearAgo ?? null }];
  });
  const lines = all.filter((line) => [line.now, line.lastQuarter, line.sameQuarterLastYear].some((value) => value !== null && value !== 0));
  return { lines, still: all.length - lines.length };
}
