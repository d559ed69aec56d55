import { type Aligned, align } from './align';
import { joinParagraphs, paragraphsOf } from './paragraphs';

/** A paragraph that both changed, and not alike. Either side is empty where it was taken out. */
export interface TextConflict {
  base: string;
  mine: readonly string[];
  theirs: readonly string[];
}

/** A stretch of a merged text: paragraphs that stand, or one that a person has to decide on. */
export type MergedPiece = { kind: 'text'; paragraphs: readonly string[] } | { kind: 'conflict'; conflict: TextConflict };

export interface MergedTexts {
  pieces: readonly MergedPiece[];
  conflicts: readonly TextConflict[];
  /** Null while a paragraph is in conflict. */
  text: string | null;
}

/**
 * Two people's texts made of one: what only one of them changed is taken from that one, what both put in at one place stands twice
 * (theirs first), and a paragraph that both changed differently is a conflict with both. Nothing is dropped without being shown.
 *
 * @param texts stored texts; `base` is what both began with
 */
export function mergeTexts(texts: { base: string; mine: string; theirs: string }): MergedTexts {
  const base = paragraphsOf(texts.base);
  if (texts.base === '') return ofNothing(paragraphsOf(texts.mine), paragraphsOf(texts.theirs));
  const mine = align(base, paragraphsOf(texts.mine));
  const theirs = align(base, paragraphsOf(texts.theirs));
  const pieces: MergedPiece[] = [];
  for (let at = 0; at <= base.length; at += 1) {
    push(pieces, bothAdded(mine.added[at] ?? [], theirs.added[at] ?? []));
    const old = base[at];
    if (old === undefined) break;
    const decided = decide(old, keptIn(mine, at), keptIn(theirs, at));
    if (decided.kind === 'text') push(pieces, decided.paragraphs);
    else pieces.push(decided);
  }
  const conflicts = pieces.flatMap((piece) => (piece.kind === 'conflict' ? [piece.conflict] : []));
  return { pieces, conflicts, text: conflicts.length > 0 ? null : assemble(pieces, []) };
}

/** Two texts begun from nothing: one of them, unless both were begun. */
function ofNothing(mine: readonly string[], theirs: readonly string[]): MergedTexts {
  const piece = decide('', mine, theirs);
  if (piece.kind === 'text') return { pieces: [piece], conflicts: [], text: joinParagraphs(piece.paragraphs) };
  return { pieces: [piece], conflicts: [piece.conflict], text: null };
}

/** The text once each conflict, in order, has the paragraphs that were chosen for it. */
export function assemble(pieces: readonly MergedPiece[], chosen: readonly (readonly string[])[]): string {
  let next = 0;
  return joinParagraphs(pieces.flatMap((piece) => (piece.kind === 'text' ? piece.paragraphs : (chosen[next++] ?? []))));
}

function keptIn({ kept }: Aligned, at: number): readonly string[] {
  return kept[at] ?? [];
}

function decide(base: string, mine: readonly string[], theirs: readonly string[]): MergedPiece {
  const isOld = (side: readonly string[]) => side.length === 1 && side[0] === base;
  if (isOld(mine) || isSame(mine, theirs)) return { kind: 'text', paragraphs: theirs };
  if (isOld(theirs)) return { kind: 'text', paragraphs: mine };
  return { kind: 'conflict', conflict: { base, mine, theirs } };
}

function bothAdded(mine: readonly string[], theirs: readonly string[]): readonly string[] {
  if (isSame(mine, theirs)) return mine;
  return [...theirs, ...mine];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function push(pieces: MergedPiece[], paragraphs: readonly string[]): void {
  if (paragraphs.length > 0) pieces.push({ kind: 'text', paragraphs });
}
