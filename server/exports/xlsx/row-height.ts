/** How many digits' widths a text takes: a Chinese character is two wide. */
export function widthOf(text: string): number {
  let wide = 0;
  for (const character of text) wide += (character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  return wide;
}

const [lineHeight, rim] = [14, 4];
/** A row of a workbook is at most 409 points high. */
const maxLines = Math.floor((409 - rim) / lineHeight);

/**
 * Points that a row with this text needs, a line being 14 points high. A spreadsheet finds the height by itself only where nothing is
 * merged, and LibreOffice not even there: what does not fit would be cut off.
 *
 * @param room digits' widths of the column or of the merged columns
 */
export function rowHeight(text: string, room: number): number {
  return Math.min(maxLines, linesOf(text, room)) * lineHeight + rim;
}

function linesOf(text: string, room: number): number {
  return Math.max(1, Math.ceil(widthOf(text) / room));
}

/** A text in parts that a row can show, each as long as may be and ending with a sentence where one ends. */
export function rowsOf(text: string, room: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const sentence of text.match(/[^。；！？]*[。；！？]|[^。；！？]+$/gu) ?? [''])
    for (const piece of linesOf(sentence, room) > maxLines ? inPieces(sentence, room) : [sentence]) {
      if (part !== '' && linesOf(part + piece, room) > maxLines) {
        parts.push(part);
        part = '';
      }
      part += piece;
    }
  return [...parts, part];
}

function inPieces(sentence: string, room: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of sentence) {
    if (linesOf(piece + character, room) > maxLines) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
