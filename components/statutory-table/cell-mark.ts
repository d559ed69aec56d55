import type { CellId } from '@/server/domain/formats';

export type MarkTone =
  | 'changed'
  | 'must_fix'
  | 'confirm'
  | 'explained'
  | 'moved'
  | 'hint'
  | 'restated'
  | 'remark'
  | 'answered'
  | 'comment'
  | 'chosen';

/** Something to be seen on one figure. The colour never stands alone: the sign and the words say the same. */
export interface CellMark {
  tone: MarkTone;
  /** Read aloud with the figure and shown when the pointer rests on it. */
  label: string;
}

export type CellMarks = ReadonlyMap<CellId, readonly CellMark[]>;

export const markLooks: Record<MarkTone, { sign: string; cell: string; ink: string }> = {
  chosen: { sign: '◆', cell: 'bg-act-soft ring-2 ring-inset ring-act', ink: 'text-act' },
  must_fix: { sign: '✕', cell: 'bg-wrong-soft', ink: 'text-wrong' },
  remark: { sign: '✎', cell: 'bg-wrong-soft', ink: 'text-wrong' },
  changed: { sign: '△', cell: 'bg-confirm-soft', ink: 'text-confirm' },
  confirm: { sign: '！', cell: 'bg-confirm-soft', ink: 'text-confirm' },
  explained: { sign: '✓', cell: 'bg-done-soft', ink: 'text-done' },
  moved: { sign: '↕', cell: '', ink: 'text-confirm' },
  restated: { sign: '↺', cell: '', ink: 'text-confirm' },
  hint: { sign: 'i', cell: 'bg-act-soft', ink: 'text-act' },
  answered: { sign: '✎', cell: '', ink: 'text-muted' },
  comment: { sign: '※', cell: '', ink: 'text-act' },
};

const weights = Object.keys(markLooks) as MarkTone[];

/** The heaviest mark first; it gives the cell its colour. */
export function byWeight(marks: readonly CellMark[]): CellMark[] {
  return [...marks].sort((a, b) => weights.indexOf(a.tone) - weights.indexOf(b.tone));
}

/** Marks of several kinds on one table. */
export function mergeMarks(...all: readonly CellMarks[]): CellMarks {
  const merged = new Map<CellId, CellMark[]>();
  for (const marks of all) for (const [cell, list] of marks) merged.set(cell, [...(merged.get(cell) ?? []), ...list]);
  return merged;
}

/** The same mark on several cells. */
export function markCells(cells: Iterable<CellId>, mark: CellMark): CellMarks {
  return new Map([...cells].map((cell) => [cell, [mark]]));
}
