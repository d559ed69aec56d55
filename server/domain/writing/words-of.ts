import { parseProse } from '../prose';

/**
 * A stored text cut into what a comparison never cuts further: a live number, a number, a Latin word, any other character.
 * Joined again they are the text.
 */
export function wordsOf(stored: string): string[] {
  return parseProse(stored).flatMap((piece) =>
    piece.kind === 'words' ? (piece.source.match(/\d+(?:[.,]\d+)*|[A-Za-z]+|./gsu) ?? []) : [piece.source],
  );
}
