import type { Finding } from '@/server/domain/checks/check';
import type { CellId } from '@/server/domain/formats';
import type { Messages } from '../messages/zh';
import type { CellMark, CellMarks } from '../statutory-table/cell-mark';

/** Above this many cells a finding is about a table as a whole, and marking each would hide the others. */
const maxMarked = 30;

/** Every cell a finding speaks of, marked with its severity; the cells of the chosen one besides. */
export function findingMarks(findings: readonly Finding[], chosen: Finding | null, { checks, common }: Messages): CellMarks {
  const marks = new Map<CellId, CellMark[]>();
  const add = (cell: CellId, mark: CellMark) => void marks.set(cell, [...(marks.get(cell) ?? []), mark]);
  for (const finding of findings)
    if (finding.cells.length <= maxMarked && !finding.place)
      for (const cell of finding.cells)
        add(cell, { tone: finding.severity, label: checks.mark(common.severities[finding.severity], finding.rule) });
  for (const cell of chosen?.cells ?? []) add(cell, { tone: 'chosen', label: checks.chosen });
  return marks;
}

/** The finding a marked cell leads to: the gravest that names it, one that begins with it first. */
export function findingAt(cell: CellId, findings: readonly Finding[]): Finding | undefined {
  const own = findings.filter((finding) => finding.cells.includes(cell) && finding.cells.length <= maxMarked && !finding.place);
  return own.find((finding) => finding.cells[0] === cell) ?? own[0];
}
