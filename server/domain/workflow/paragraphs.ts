/**
 * Paragraphs of a contribution as places that a remark is pinned to. The anchor counts paragraphs of the submission the remark
 * was written on, which never changes; in a text that was edited since, the paragraph is found again by its words.
 *
 * @example anchorOfParagraph(2) // 'text:2', the second paragraph with words in it
 */
export interface Paragraph {
  text: string;
  /** Where it stands in the whole text, in UTF-16 units. */
  start: number;
  end: number;
}

/** The anchor of the contribution as a whole. */
export const textAnchor = 'text';

export function anchorOfParagraph(number: number): string {
  return `${textAnchor}:${number}`;
}

/** The paragraph an anchor counts to, from 1; null for a cell and for the text as a whole. */
export function paragraphNumber(anchor: string): number | null {
  const counted = /^text:([1-9]\d{0,3})$/.exec(anchor)?.[1];
  return counted ? Number(counted) : null;
}

/** Lines with words in them. */
export function paragraphsOf(text: string): Paragraph[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap((line) => {
    const [whole] = line;
    const words = whole.trim();
    if (words === '') return [];
    const start = line.index + whole.indexOf(words);
    return [{ text: words, start, end: start + words.length }];
  });
}

/** The words an anchor was pinned to; null when it is no paragraph of this text. */
export function wordsAt(anchor: string, text: string): string | null {
  const number = paragraphNumber(anchor);
  return number === null ? null : (paragraphsOf(text)[number - 1]?.text ?? null);
}

/** Two paragraphs with less than this in common are not the same one edited. */
const minLikeness = 0.4;

/** The paragraph that once read `words` in a text as it is now: the same words, else the one most like them; null when it is gone. */
export function findParagraph(words: string, text: string): Paragraph | null {
  let found: Paragraph | null = null;
  let most = minLikeness;
  for (const paragraph of paragraphsOf(text)) {
    const likeness = paragraph.text === words.trim() ? 1 : likenessOf(paragraph.text, words);
    if (likeness < most || (found && likeness === most)) continue;
    most = likeness;
    found = paragraph;
  }
  return found;
}

/** Share of pairs of neighbouring characters that two texts have in common (Dice): 0 nothing, 1 the same. */
function likenessOf(a: string, b: string): number {
  const [inA, inB] = [pairsOf(a), pairsOf(b)];
  if (inA.length + inB.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of inA) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of inB) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    common += 1;
  }
  return (2 * common) / (inA.length + inB.length);
}

function pairsOf(text: string): string[] {
  const characters = [...text.replace(/\s/gu, '')];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
