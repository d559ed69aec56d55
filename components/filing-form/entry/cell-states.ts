import type { EveryPageMessages } from '../../messages/zh';
import type { CellView } from '../store/cell-view';

/**
 * What a cell can be told to be, the gravest first. Each has a sign, a colour and words, so that none of the three is needed
 * to read the others (WCAG 1.4.1); cells and legend draw from this one list.
 *
 * @source ux.md 2.1: saved, waiting, failed, comment, invalid, warning, locked, compulsory
 */
export const cellStates = {
  unreadable: { sign: '？', ink: 'text-wrong', paper: 'bg-wrong-soft', kind: 'invalid' },
  must_fix: { sign: '✕', ink: 'text-wrong', paper: 'bg-wrong-soft', kind: 'invalid' },
  confirm: { sign: '！', ink: 'text-confirm', paper: 'bg-confirm-soft', kind: 'warning' },
  hint: { sign: 'i', ink: 'text-muted', paper: 'bg-paper', kind: 'warning' },
  remark: { sign: '✎', ink: 'text-wrong', paper: 'bg-wrong-soft', kind: 'comment' },
  refused: { sign: '⚠', ink: 'text-wrong', paper: 'bg-wrong-soft', kind: 'failed' },
  conflict: { sign: '⇄', ink: 'text-wrong', paper: 'bg-wrong-soft', kind: 'failed' },
  unsaved: { sign: '·', ink: 'text-muted', paper: 'bg-paper', kind: 'waiting' },
  waiting: { sign: '↑', ink: 'text-muted', paper: 'bg-paper', kind: 'waiting' },
  saved: { sign: '✓', ink: 'text-done', paper: 'bg-paper', kind: 'saved' },
  computed: { sign: 'Σ', ink: 'text-muted', paper: 'bg-desk', kind: 'locked' },
  carried: { sign: '↦', ink: 'text-muted', paper: 'bg-desk', kind: 'locked' },
  restated: { sign: '↺', ink: 'text-confirm', paper: 'bg-desk', kind: 'locked' },
  required: { sign: '', ink: 'text-muted', paper: 'bg-paper', kind: 'compulsory' },
} as const satisfies Record<string, { sign: string; ink: string; paper: string; kind: string }>;
export type CellState = keyof typeof cellStates;

/** The states a cell is in, the gravest first. */
export function statesOf(view: CellView): CellState[] {
  const isUnreadable = view.figure.state === 'unreadable';
  const states: (CellState | null)[] = [
    isUnreadable ? 'unreadable' : view.severity,
    view.hasRemark ? 'remark' : null,
    view.saving === 'stored' ? null : view.saving,
    view.origin === 'computed' || view.origin === 'carried' || view.origin === 'restated' ? view.origin : null,
    view.origin === 'none' && view.figure.state === 'not_filled' ? 'required' : null,
  ];
  return states.filter((state) => state !== null);
}

/** The sign in a cell's corner. A cell that is only empty is calm: it has none (〇 would read as 0). The tick of a save stands alone, in its own ink. */
export function cornerSigns(states: readonly CellState[]): string {
  return states
    .filter((state) => state !== 'saved' || states.length === 1)
    .map((state) => cellStates[state].sign)
    .join('');
}

export function stateWords(state: CellState, { clerk: { cell }, slipMarks }: EveryPageMessages): string {
  return {
    unreadable: cell.unreadable,
    must_fix: cell.mustFix,
    confirm: cell.confirm,
    hint: cell.hint,
    remark: cell.remark,
    refused: cell.refused,
    conflict: cell.conflict,
    unsaved: cell.unsaved,
    waiting: cell.waiting,
    saved: cell.saved,
    computed: cell.computed,
    carried: cell.carried,
    restated: slipMarks.restate.cell,
    required: cell.required,
  }[state];
}
