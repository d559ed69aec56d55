import { printFigure } from '@/server/domain/figures';
import type { Cell } from '@/server/domain/formats';
import type { EveryPageMessages } from '../../messages/zh';
import type { CellView } from '../store/cell-view';

/** What is to be said about a cell besides its value: read aloud with it, and shown when the pointer rests on it. */
export function cellWords(view: CellView, { clerk, slipMarks, talk }: EveryPageMessages): string[] {
  const { cell } = clerk;
  return [
    problemOf(view, clerk) ?? '',
    view.parsed.kind === 'number' && view.parsed.differsFromRaw ? cell.recognised(view.parsed.plain) : '',
    view.struck === null ? '' : cell.struck(view.struck),
    view.parsed.kind === 'number' && view.parsed.warning ? cell.manyDigits : '',
    {
      typed: '',
      none: '',
      computed: cell.computed,
      carried: cell.carried,
      restated: slipMarks.restate.cell,
      declared: cell.declared,
      no_power: cell.notApplicable,
    }[view.origin],
    view.severity ? { must_fix: cell.mustFix, confirm: cell.confirm, hint: cell.hint }[view.severity] : '',
    view.hasRemark ? cell.remark : '',
    view.comments > 0 ? talk.count(view.comments) : '',
    view.isFollowed ? talk.followUp : '',
    { stored: '', saved: cell.saved, unsaved: cell.unsaved, waiting: cell.waiting, refused: cell.refused, conflict: cell.conflict }[
      view.saving
    ],
  ].filter(Boolean);
}

/** Why a text could not be read; null when it could, or when it says 不适用. */
export function problemOf(view: CellView, clerk: EveryPageMessages['clerk']): string | null {
  return view.figure.state === 'unreadable' && view.parsed.kind === 'unreadable' ? clerk.reasons[view.parsed.reason] : null;
}

/** What a cell that nobody types into shows. */
export function shownValue(view: CellView, cell: Cell, { clerk }: EveryPageMessages): string {
  return view.figure.state === 'not_applicable' ? clerk.cell.notApplicable : printFigure(view.figure, cell);
}

/** What colleagues say of a cell stands in its other corner: it is no state of the figure. */
export function talkSigns({ comments, isFollowed }: Pick<CellView, 'comments' | 'isFollowed'>): string {
  return `${isFollowed ? followUpSign : ''}${comments > 0 ? commentSign : ''}`;
}

export const followUpSign = '⚑';
export const commentSign = '※';
