import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Figure } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { listCheckedOfYears } from './checked-figures';
import { toFigure } from './figures';
import { isNotPractice } from './filings';
import type { Reader } from './store';

/** What one past quarter of a unit said in one cell. */
export interface PastFigure {
  year: number;
  quarter: number;
  cell: CellId;
  figure: Figure;
  /** From the approved ledger; else as the unit has typed it. */
  isApproved: boolean;
}

/**
 * What a unit's past quarters said in some cells: the approved figures of those that are approved, what was typed in the
 * others. In no order.
 *
 * @param before the quarter whose past is asked for
 * @param most how many quarters back
 */
export async function listPastFigures(
  reader: Reader,
  unitId: string,
  cells: readonly CellId[],
  { before, most }: { before: { year: number; quarter: number }; most: number },
): Promise<PastFigure[]> {
  const { db, t } = reader;
  const index = sql`${t.filings.year} * 4 + ${t.filings.quarter}`;
  const now = before.year * 4 + before.quarter;
  const isPast = and(isNotPractice(reader), eq(t.filings.unitId, unitId), sql`${index} < ${now}`, sql`${index} >= ${now - most}`);
  const period = { year: t.filings.year, quarter: t.filings.quarter };
  const years = Array.from({ length: before.year - Math.floor((now - most - 1) / 4) + 1 }, (_, back) => before.year - back);
  const checked = (await listCheckedOfYears(reader, unitId, years, cells)).filter(({ year, quarter }) => {
    const at = year * 4 + quarter;
    return at < now && at >= now - most;
  });
  const typed = await db
    .select({
      ...period,
      cell: t.figures.cell,
      state: t.figures.state,
      value: t.figures.value,
      decimals: t.figures.decimals,
      raw: t.figures.raw,
    })
    .from(t.filings)
    .innerJoin(t.figures, eq(t.figures.filingId, t.filings.id))
    .where(and(isPast, inArray(t.figures.cell, [...cells]), notInArray(t.filings.status, ['approved', 'locked'])));
  return [
    ...checked.map((past) => ({ ...past, isApproved: true })),
    ...typed.map(({ year, quarter, cell, ...row }) => ({ year, quarter, cell, figure: toFigure(row), isApproved: false })),
  ];
}
