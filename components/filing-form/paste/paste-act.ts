import type { CellId } from '@/server/domain/formats';
import type { CopiedBlock } from './copied-block';
import { blockFromText, isSingle } from './pasted-block';
import { needsDryRun, type PastePlan, type PasteTarget, planCopied, planFill, planPaste } from './plan-paste';

/** What a paste is: a text put in where the caret is, or cells that are written, shown first or at once. */
export type PasteAct = { kind: 'insert'; text: string; struck: string | undefined } | PlannedPaste;

export interface PlannedPaste {
  kind: 'plan';
  plan: PastePlan;
  isAsked: boolean;
}

/** The most a cell keeps (`filing.save`). */
const maxKept = 200;

/**
 * A text of several lines goes into the cell as it is, unreadable, and the cell offers the rest. Where that cannot be meant, it is put to its person
 * as a block: several cells are selected, its own titles lead, or no cell would keep it.
 *
 * @param selected the cells of the range, if there is one
 */
export function pasteAct(copied: readonly CopiedBlock[], selected: readonly CellId[], target: PasteTarget): PasteAct {
  const [only] = copied;
  const single = only && copied.length === 1 && isSingle(only.block) && only.inside.length === 0 ? only : null;
  if (!single) return planned(planCopied(copied, target));
  const text = single.block[0]?.[0] ?? '';
  const isRange = selected.length > 1;
  if (single.apart) {
    const plan = planPaste(single.apart, target);
    if (isRange || plan.by === 'title' || text.length > maxKept) return { kind: 'plan', plan, isAsked: true };
  }
  return isRange ? planned(planFill(text, selected, target)) : { kind: 'insert', text, struck: single.struckAt(0, 0) };
}

/** What stands in a cell with its breaks, from there on by its tabs and lines: what the cell offers. */
export function fillApart(text: string, target: PasteTarget): PlannedPaste {
  return planned(planPaste(blockFromText(text), target));
}

function planned(plan: PastePlan): PlannedPaste {
  return { kind: 'plan', plan, isAsked: needsDryRun(plan) };
}
