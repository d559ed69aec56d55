/** What no eye sees: zero-width characters, marks of direction, variation selectors, and what is left of a byte order mark. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** A name as it is stored: nothing in it that is not seen, and no blanks around it. */
export function tidyName(name: string): string {
  return name.replace(unseen, '').trim();
}

/**
 * What two names share that look alike: `区城管局（本级）`, `区城管局(本级)` and `区 城管局(本级)` are one name. For comparing only; what is
 * stored and printed keeps its own brackets and blanks.
 */
export function nameKey(name: string): string {
  return tidyName(name).normalize('NFKC').replace(unseen, '').replace(/\s+/gu, '').toLowerCase();
}
