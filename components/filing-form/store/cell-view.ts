import type { Figure, ParsedFigure } from '@/server/domain/figures';
import type { Severity } from '@/server/domain/subject';

/** typed: as text. The others say why a cell that nobody typed into counts as something. */
export type CellOrigin = 'typed' | 'carried' | 'restated' | 'declared' | 'no_power' | 'computed' | 'none';

/** unsaved: only on the screen yet. waiting: kept on this computer, on its way. saved: stored, and answered for on this page. */
export type CellSaving = 'stored' | 'saved' | 'unsaved' | 'waiting' | 'refused' | 'conflict';

/** All that the drawing of one cell depends on. */
export interface CellView {
  text: string;
  /** Goes up when the text came from elsewhere than its own input (paste, undo, another tab). */
  revision: number;
  figure: Figure;
  parsed: ParsedFigure;
  origin: CellOrigin;
  /** What was struck out where its text was copied from; null: nothing, or the text is another by now. */
  struck: string | null;
  saving: CellSaving;
  /** The gravest finding it takes part in. */
  severity: Severity | null;
  /** Belongs to the finding or computed cell that was clicked. */
  isMarked: boolean;
  /** Part of the range. */
  isSelected: boolean;
  hasRemark: boolean;
  /** Comments that are not resolved. */
  comments: number;
  /** 待跟进. */
  isFollowed: boolean;
}

export function sameView(a: CellView, b: CellView): boolean {
  return (Object.keys(a) as (keyof CellView)[]).every((key) => Object.is(a[key], b[key]));
}
