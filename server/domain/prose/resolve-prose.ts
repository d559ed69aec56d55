import { type Evaluated, evaluateToken, type ProseProblem, type ProseSources, unknownMark } from './evaluate';
import { type ProsePiece, parseProse } from './parse-prose';

/** A piece of the stored text and where it stands in the printed one, `[from, to)`. */
export interface PrintedPiece extends ProsePiece {
  from: number;
  to: number;
  printed: string;
  /** Null for words. */
  number: Evaluated | null;
}

export interface ResolvedProse {
  /** As printed. */
  text: string;
  pieces: readonly PrintedPiece[];
}

/**
 * The text as it is printed. Never fails: what cannot be printed stands as 〔待核〕 with its problem beside it. What stands outside
 * tokens is never changed; a text without tokens is itself.
 */
export function resolveProse(stored: string, sources: ProseSources): ResolvedProse {
  const pieces: PrintedPiece[] = [];
  let text = '';
  for (const piece of parseProse(stored)) {
    const number: Evaluated | null =
      piece.kind === 'words'
        ? null
        : piece.token
          ? evaluateToken(piece.token, sources)
          : { shown: unknownMark, value: null, cells: [], problem: 'syntax' };
    const printed = number ? number.shown : piece.source;
    pieces.push({ ...piece, from: text.length, to: text.length + printed.length, printed, number });
    text += printed;
  }
  return { text, pieces: pieces.map((piece) => withJoin(piece, text)) };
}

/** What outside a number makes another number of it. */
const joinsBefore = /[\d０-９.．点十百千万亿]$/;
const joinsAfter = /^(?:[\d０-９十千亿余多]|百(?!分)|万(?!元)|[.．]\d|[,，]\d{3}(?!\d))/;

function withJoin(piece: PrintedPiece, text: string): PrintedPiece {
  if (!piece.number || piece.number.problem || piece.token?.kind === 'literal') return piece;
  return isJoined(text, piece.from, piece.to) ? { ...piece, number: { ...piece.number, problem: 'joined' satisfies ProseProblem } } : piece;
}

/** Whether the stretch of a text is part of a longer number. */
export function isJoined(text: string, from: number, to: number): boolean {
  return joinsBefore.test(text.slice(Math.max(0, from - 1), from)) || joinsAfter.test(text.slice(to, to + 5));
}

/** A range of the printed text as the range of the stored text that it came from; a token counts whole. */
export function storedRange(resolved: ResolvedProse, from: number, to: number): { start: number; end: number } {
  const inside = resolved.pieces.filter((piece) => piece.from < to && piece.to > from);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return { start: from, end: to };
  return {
    start: first.kind === 'words' ? first.start + Math.max(0, from - first.from) : first.start,
    end: last.kind === 'words' ? last.start + Math.min(to, last.to) - last.from : last.end,
  };
}
