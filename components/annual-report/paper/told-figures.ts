import type { Figure } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';

/** The figures of a report that are shown: a level that not every unit has filed is none of the whole. */
export function toldFigures({ figures, leftOut }: Pick<ReportPage, 'figures' | 'leftOut'>): Record<CellId, Figure> {
  if (leftOut.length === 0) return figures;
  const hidden = new Set(leftOut);
  return Object.fromEntries(Object.entries(figures).filter(([id]) => !hidden.has(id)));
}
