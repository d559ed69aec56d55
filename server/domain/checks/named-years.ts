import { readChineseNumeral } from '../figures';

/** A year as a text writes it: `2025`, `二〇二五`. */
export const writtenYear = '(?:\\d{4}|[〇零一二三四五六七八九]{4})';

const space = '[\\s\\u3000]*';
const namedYear = new RegExp(`(${writtenYear})${space}年`, 'g');

export interface NamedYear {
  year: number;
  /** As written, `2025年`. */
  said: string;
  start: number;
}

/** Every year a text names in its own words: not those in a title 《》 or in the brackets of a 文号. */
export function namedYears(text: string): NamedYear[] {
  return [...text.matchAll(namedYear)].flatMap((match) =>
    isQuoted(text, match.index) ? [] : [{ year: yearOf(match[1] ?? ''), said: match[0], start: match.index }],
  );
}

export function yearOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (readChineseNumeral(text) ?? 0);
}

/** Inside 《》 or the brackets of a 文号. */
export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('《') > before.lastIndexOf('》') || /[〔［[（(]\s*$/.test(before);
}
