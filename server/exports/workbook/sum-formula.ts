import { cellRef } from 'hucre/xlsx';
import type { CellId } from '@/server/domain/formats';
import type { Refs } from './places';

/**
 * A total as the form has it: nothing while one of its cells is blank, and 不适用 counts as none. Null where a term stands in another sheet.
 *
 * @returns `IF(COUNT(D6:I6)+COUNTIF(D6:I6,"不适用")<6,"",SUM(D6:I6))`
 */
export function sumFormula(terms: readonly CellId[], refs: Refs): string | null {
  const places = terms.flatMap((term) => refs.get(term) ?? []);
  if (places.length < terms.length) return null;
  const ranges = rangesOf(places);
  const known = [`COUNT(${ranges.join(',')})`, ...ranges.map((range) => `COUNTIF(${range},"不适用")`)];
  return `IF(${known.join('+')}<${terms.length},"",SUM(${ranges.join(',')}))`;
}

interface PlaceInSheet {
  row: number;
  column: number;
}

/** Places beside or below each other as one range. */
function rangesOf(places: readonly PlaceInSheet[]): string[] {
  const runs: { first: PlaceInSheet; last: PlaceInSheet }[] = [];
  for (const place of places) {
    const run = runs.at(-1);
    const isNext =
      run &&
      ((place.row === run.last.row && place.column === run.last.column + 1 && run.first.row === run.last.row) ||
        (place.column === run.last.column && place.row === run.last.row + 1 && run.first.column === run.last.column));
    if (isNext) run.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs.map(({ first, last }) => {
    const [from, to] = [cellRef(first.row, first.column), cellRef(last.row, last.column)];
    return from === to ? from : `${from}:${to}`;
  });
}
