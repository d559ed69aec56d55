/** How many digits' widths a text takes: a Chinese character is two wide. */
export function widthOf(text: string): number {
  let wide = 0;
  for (const character of text) wide += (character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  return wide;
}

/**
 * Points that a row with this text needs, a line being 14 points high. A spreadsheet finds the height by itself only where nothing is
 * merged, and LibreOffice not even there: what does not fit would be cut off.
 *
 * @param room digits' widths of the column or of the merged columns
 */
export function rowHeight(text: string, room: number): number {
  return Math.max(1, Math.ceil(widthOf(text) / room)) * 14 + 4;
}
