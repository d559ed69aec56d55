import type { Board } from '@/server/queries/board';
import type { MustFixLine, Overview } from '@/server/queries/overview';

/** What is odd about one unit. */
export interface OddLine {
  unitId: string;
  unitName: string;
  mustFix: readonly MustFixLine[];
  change: Overview['changes'][number] | null;
}

export const maxOddLines = 10;

/** One line a unit: those with something to mend first, then those that moved most. */
export function oddLines({ mustFix, changes }: Pick<Overview, 'mustFix' | 'changes'>): OddLine[] {
  const lines = new Map<string, OddLine>();
  for (const { unitId, unitName } of [...mustFix, ...changes])
    lines.set(unitId, {
      ...{ unitId, unitName },
      mustFix: mustFix.filter((one) => one.unitId === unitId),
      change: changes.find((one) => one.unitId === unitId) ?? null,
    });
  return [...lines.values()].slice(0, maxOddLines);
}

/** What has to be mended in the quarters that a board shows. */
export function mustFixOf({ rows }: Pick<Board, 'rows'>): MustFixLine[] {
  return rows.flatMap(({ unitId, unitName, quarters }) =>
    quarters.flatMap((cell, at) =>
      cell && cell.mustFix > 0 ? [{ unitId, unitName, quarter: at + 1, count: cell.mustFix, filingId: cell.filingId }] : [],
    ),
  );
}
