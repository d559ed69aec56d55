import { namedYears } from '../checks/named-years';
import type { TextKey } from '../formats';
import { paragraphsOf } from '../workflow/paragraphs';

/** A paragraph that came from an earlier year's edition, as it was stored when it came. */
export interface CarriedParagraph {
  id: string;
  key: TextKey;
  text: string;
  fromYear: number;
  isConfirmed: boolean;
}

/**
 * The carried paragraphs that nobody has looked at yet: each stands in its text word for word, and nobody has confirmed it.
 * Nothing is finalised before there are none (pain 25). Changing a paragraph settles it as confirming does; changed back, it is
 * open again.
 *
 * @param texts as stored, by key
 */
export function openParagraphs<T extends CarriedParagraph>(carried: readonly T[], texts: Readonly<Partial<Record<TextKey, string>>>): T[] {
  const standing = new Map<TextKey, ReadonlySet<string>>();
  return carried.filter(({ key, text, isConfirmed }) => {
    if (isConfirmed) return false;
    const known = standing.get(key) ?? new Set(paragraphsOf(texts[key] ?? '').map((paragraph) => paragraph.text));
    standing.set(key, known);
    return known.has(text);
  });
}

/** The years before the report's own that a paragraph names, the oldest first, each once: `[2024, 2025]`. */
export function oldYearsIn(printed: string, year: number): number[] {
  const old = namedYears(printed).flatMap((named) => (named.year < year && named.year > year - 100 ? [named.year] : []));
  return [...new Set(old)].sort((a, b) => a - b);
}
