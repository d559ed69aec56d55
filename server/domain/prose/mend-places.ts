import type { ProseSources } from './evaluate';
import { resolveProse, storedRange } from './resolve-prose';

/** A stretch of the printed text and what stood there. */
export interface PlaceToMend {
  start: number;
  end: number;
  snippet: string;
}

/**
 * The stored text with every place replaced that still says what it said; live numbers are never touched.
 *
 * @param places in the printed text
 * @returns the stored text, and in how many places it changed
 */
export function mendPlaces(
  stored: string,
  places: readonly PlaceToMend[],
  replacement: string,
  sources: ProseSources,
): { text: string; count: number } {
  const resolved = resolveProse(stored, sources);
  const isWords = ({ start, end }: PlaceToMend): boolean =>
    resolved.pieces.every((piece) => piece.kind === 'words' || piece.to <= start || piece.from >= end);
  const standing = places
    .filter((place) => resolved.text.slice(place.start, place.end) === place.snippet && isWords(place))
    .sort((a, b) => b.start - a.start);
  let text = stored;
  for (const { start, end } of standing) {
    const range = storedRange(resolved, start, end);
    text = `${text.slice(0, range.start)}${replacement}${text.slice(range.end)}`;
  }
  return { text, count: standing.length };
}
