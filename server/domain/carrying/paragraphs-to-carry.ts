import { type Format, type TextKey, textKeys } from '../formats';
import { numbersOf, type ProseSources, type ResolvedProse, resolveProse, type Sum, type Token } from '../prose';
import type { CheckSubject, ReportContent, Texts } from '../subject';
import { paragraphsOf } from '../workflow/paragraphs';

/** One paragraph of last year's edition as the roll-over offers it. */
export interface ParagraphToCarry {
  key: TextKey;
  /** Its place among the paragraphs of that text, from 0. */
  index: number;
  /** What would be stored this year: live numbers as tokens, everything else as printed. */
  stored: string;
  /** As last year printed it. */
  printed: string;
  /** How many numbers become the same live numbers of the new year. */
  live: number;
  /** Digits that are carried as they stand; each blocks until somebody has said what it is. */
  untyped: readonly string[];
}

/**
 * The paragraphs of an edition. A cell's id carries no year, so a live number of a cell is the same live number of the new year. Local
 * facts were last year's, and what was declared to count nothing was declared of last year's text: both come as plain words.
 *
 * @param texts of the edition: stored where it had live numbers, else as printed
 * @param edition its content, and what its texts were printed with
 * @param format of the new year; a live number of a cell it does not have comes as plain words
 */
export function paragraphsToCarry(
  texts: Texts,
  edition: { content: ReportContent; sources: ProseSources },
  format: Format,
): ParagraphToCarry[] {
  const { content, sources } = edition;
  return textKeys.flatMap((key) =>
    paragraphsOf(texts[key] ?? '').map((paragraph, index): ParagraphToCarry => {
      const resolved = resolveProse(paragraph.text, sources);
      const carried = resolved.pieces.map((piece) => ({ piece, isLive: isLiveIn(piece, format) }));
      const stored = carried.map(({ piece, isLive }) => (isLive || !piece.token ? piece.source : piece.printed)).join('');
      const plain = resolveProse(stored, sources);
      const numbers = numbersOf(key, plain, subjectOf({ ...content, texts: { [key]: plain.text } }, sources.format), sources);
      return {
        key,
        index,
        stored,
        printed: resolved.text,
        live: carried.filter(({ isLive }) => isLive).length,
        untyped: numbers.filter((number) => number.state === 'untyped').map((number) => number.shown),
      };
    }),
  );
}

/** Only numbers are looked for; what a check would compare them with plays no part. */
function subjectOf(content: ReportContent, format: Format): CheckSubject {
  const nothing = { quarter: null, before: null, lastYear: null, powers: null, unitSum: null, missingUnits: null };
  return { ...content, ...nothing, kind: 'report', format, restated: new Set() };
}

function isLiveIn({ token }: ResolvedProse['pieces'][number], format: Format): boolean {
  return token !== null && sumsOf(token).every((sum) => sum.every((term) => format.cells.has(term.cell))) && sumsOf(token).length > 0;
}

/** The sums of cells a token prints; none for a fact or a literal. */
function sumsOf(token: Token): readonly Sum[] {
  switch (token.kind) {
    case 'sum':
      return [token.sum];
    case 'share':
      return [token.part, token.whole];
    case 'change':
      return [token.of];
    case 'fact':
    case 'literal':
      return [];
    default:
      return token satisfies never;
  }
}
