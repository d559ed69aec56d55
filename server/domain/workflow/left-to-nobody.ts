import { type FigureBook, numberAt } from '../figures';
import { type CellId, type Format, leafCells } from '../formats';
import { type Day, periodOf } from '../periods';
import type { Obstacle } from './submit-obstacles';

/** Whether a quarter is the last of a unit that closed and is succeeded by nobody: what it closes with would open nowhere. */
export function endsUnsucceeded(
  unit: { closesOn: Day | null; successorId: string | null },
  { year, quarter }: { year: number; quarter: number },
): boolean {
  if (unit.closesOn === null || unit.successorId !== null) return false;
  const last = periodOf(unit.closesOn);
  return last.year === year && last.quarter === quarter;
}

/** Closings above 0 that an opening of the next quarter would follow, in table order. */
export function closingsLeft(format: Format, figures: FigureBook): CellId[] {
  return leafCells(format).flatMap(({ opensFrom }) =>
    opensFrom !== undefined && (numberAt(figures, opensFrom) ?? 0) > 0 ? [opensFrom] : [],
  );
}

/**
 * A unit is abolished without a successor only while it leaves nothing open, as far as that is known then. Its last quarter may be
 * filled in later; what it closes with must be nobody's loss then either, so it is not submitted before somebody takes it over.
 */
export function leftToNobody(format: Format, figures: FigureBook): Obstacle[] {
  const cells = closingsLeft(format, figures);
  return cells.length > 0 ? [{ kind: 'left_to_nobody', cells }] : [];
}
