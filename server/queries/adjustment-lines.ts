import type { StoredAdjustment } from '@/db/store';
import { figureAt, printFigure } from '@/server/domain/figures';
import { type CellId, getCell } from '@/server/domain/formats';
import { printChange } from '@/server/domain/report/stated-adjustment';
import type { Actor } from '@/server/views/access';
import type { ReportView } from '@/server/views/report-view';

/** A line between sum and print, with the figures of its cell as they stand now. */
export interface AdjustmentLine {
  id: string;
  cell: CellId;
  /** `+3`. */
  change: string;
  /** What the quarters add up to, and what is printed. */
  sum: string;
  printed: string;
  reason: string;
  state: 'counted' | 'unsigned' | 'impossible' | 'withdrawn';
  writtenBy: string;
  writtenAt: string;
  countersignedBy: string | null;
  countersignedAt: string | null;
  withdrawnBy: string | null;
  /** The person's own work, which another signs. */
  isOwn: boolean;
}

/** What a report's lines are read from: the whole of it, or a few of its cells. */
export type AdjustedView = Pick<ReportView, 'format' | 'sums' | 'adjustments'> & { content: Pick<ReportView['content'], 'figures'> };

/** Lines that stand, then those that were taken back. */
export function adjustmentLines(view: AdjustedView, actor: Actor, nameOf: (userId: string) => string): AdjustmentLine[] {
  const { format, sums, content, adjustments } = view;
  const stateOf = ({ id, withdrawnAt }: StoredAdjustment): AdjustmentLine['state'] => {
    if (withdrawnAt) return 'withdrawn';
    if (adjustments.counted.includes(id)) return 'counted';
    return adjustments.unsigned.includes(id) ? 'unsigned' : 'impossible';
  };
  return [...adjustments.lines, ...adjustments.withdrawn]
    .filter((line) => format.cells.has(line.cell))
    .map((line) => ({
      id: line.id,
      cell: line.cell,
      change: printChange(line, format, line.cell),
      sum: printFigure(figureAt(sums, line.cell), getCell(format, line.cell)),
      printed: printFigure(figureAt(content.figures, line.cell), getCell(format, line.cell)),
      reason: line.reason,
      state: stateOf(line),
      writtenBy: nameOf(line.writtenBy),
      writtenAt: line.writtenAt.toISOString(),
      countersignedBy: line.countersignedBy && nameOf(line.countersignedBy),
      countersignedAt: line.countersignedAt?.toISOString() ?? null,
      withdrawnBy: line.withdrawnBy && nameOf(line.withdrawnBy),
      isOwn: line.writtenBy === actor.userId,
    }));
}
