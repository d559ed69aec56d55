import type { CellId } from '@/server/domain/formats';
import type { Severity } from '@/server/domain/subject';
import type { Checked } from './filing-state';

/** The gravest finding of each cell that still asks for something, or hints. Cells that are merely not filled yet are counted, not painted. */
export function severitiesOf({ run, obstacles }: Checked): Map<CellId, Severity> {
  const order: readonly Severity[] = ['hint', 'confirm', 'must_fix'];
  const result = new Map<CellId, Severity>();
  const open = new Set(obstacles.flatMap((one) => (one.kind === 'must_fix' || one.kind === 'confirm' ? [one.finding] : [])));
  for (const finding of run.findings.filter((one) => one.severity === 'hint' || open.has(one)))
    for (const id of [...finding.cells, ...finding.consequences.flatMap((one) => one.cells)])
      if (order.indexOf(finding.severity) > order.indexOf(result.get(id) ?? 'hint') || !result.has(id)) result.set(id, finding.severity);
  return result;
}
