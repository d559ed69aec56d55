import type { CellId } from '../formats';
import type { WorkbookPlan } from './plan-workbook';

/** What a person decided of a plan. */
export interface WorkbookChoice {
  /** Whether blanks of the workbook clear what stands there. */
  clears: boolean;
  /** The conflicts in which the workbook's text is taken; in the others what stands there stays. */
  takes: readonly CellId[];
}

/** The texts that are written, by cell. */
export function writesOf({ changes, conflicts }: WorkbookPlan, { clears, takes }: WorkbookChoice): { cell: CellId; raw: string }[] {
  const taken = new Set(takes);
  return [...changes.filter(({ kind }) => kind === 'set' || clears), ...conflicts.filter(({ cell }) => taken.has(cell))].map(
    ({ cell, after }) => ({ cell, raw: after }),
  );
}
