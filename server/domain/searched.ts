/** What somebody looks for: every word has to be found, in any order. Full-width letters and capitals are the same as others. */
export function searchWords(search: string): string[] {
  return plain(search).split(/\s+/u).filter(Boolean);
}

export function isFound(words: readonly string[], text: string): boolean {
  if (words.length === 0) return true;
  const within = plain(text);
  return words.every((word) => within.includes(word));
}

/** A quarter in all the ways in which people write it: 2026年第二季度, 第2季度, 2026Q2. */
export function quarterInWords({ year, quarter }: { year: number; quarter: number }): string {
  return `${year}年第${'一二三四'[quarter - 1] ?? ''}季度 ${year}年第${quarter}季度 ${year}q${quarter}`;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
