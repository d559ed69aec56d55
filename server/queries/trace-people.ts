import { type CheckedFigure, listApprovedOf, listTyped, type Reader } from '@/db/store';
import type { CellId } from '@/server/domain/formats';
import { withNames } from '@/server/views/person-names';
import { type ReportCorrection, reportCorrections } from '@/server/views/report-corrections';
import type { TracedCell } from './traced-cell';

/** Who stands behind one unit's quarter of a cell: typed by whom and when, submitted, approved. */
export interface Keystroke {
  unitId: string;
  quarter: number;
  cell: CellId;
  filingId: string;
  raw: string | null;
  savedBy: string | null;
  savedAt: string | null;
  submissionNumber: number;
  submittedBy: string;
  approvedBy: string;
  approvedAt: string;
  /** The correction slip the figure comes from, the newest of several. */
  slip: { slipId: string; year: number; number: number } | null;
}

/** People behind so many figures are listed at once; further ones are reached by the unit's filing. */
export const maxKeystrokes = 200;

/**
 * The people behind figures of a traced cell, and how many figures there are whose people are not listed. Noughts below a total say
 * nothing of it and are passed over, unless a slip made them.
 */
export async function tracePeople(
  reader: Reader,
  { units, isLeaf }: Pick<TracedCell, 'units' | 'isLeaf'>,
  checked: readonly CheckedFigure[],
): Promise<{ keystrokes: Keystroke[]; further: number }> {
  const slips = slipsByFigure(await reportCorrections(reader, units, () => partsOf(checked)));
  const told = checked.filter(
    ({ filingId, cell, figure }) => isLeaf || slips.has(`${filingId} ${cell}`) || figure.state !== 'number' || figure.value !== 0,
  );
  const shown = told.slice(0, maxKeystrokes);
  const filingIds = [...new Set(shown.map((one) => one.filingId))];
  const typed = new Map(
    (await listTyped(reader, filingIds, [...new Set(shown.map((one) => one.cell))])).map((one) => [`${one.filingId} ${one.cell}`, one]),
  );
  const approved = new Map((await listApprovedOf(reader, filingIds)).map((one) => [one.filingId, one]));
  const keystrokes = await withNames(reader, (nameOf) =>
    shown.flatMap((one): Keystroke[] => {
      const submission = approved.get(one.filingId);
      if (!submission) return [];
      const stored = typed.get(`${one.filingId} ${one.cell}`);
      return [
        {
          unitId: one.unitId,
          quarter: one.quarter,
          cell: one.cell,
          filingId: one.filingId,
          raw: stored?.raw ?? null,
          savedBy: stored ? nameOf(stored.savedBy) : null,
          savedAt: stored?.savedAt.toISOString() ?? null,
          submissionNumber: one.submissionNumber,
          submittedBy: nameOf(submission.submittedBy),
          approvedBy: nameOf(submission.decidedBy),
          approvedAt: submission.decidedAt?.toISOString() ?? '',
          slip: slips.get(`${one.filingId} ${one.cell}`) ?? null,
        },
      ];
    }),
  );
  return { keystrokes, further: told.length - shown.length };
}

function partsOf(checked: readonly CheckedFigure[]): { filingId: string; unitId: string }[] {
  return [...new Map(checked.map(({ filingId, unitId }) => [filingId, { filingId, unitId }])).values()];
}

/** The newest slip that changed a figure, by filing and cell. */
function slipsByFigure(all: readonly ReportCorrection[]): Map<string, NonNullable<Keystroke['slip']>> {
  const slips = new Map<string, NonNullable<Keystroke['slip']>>();
  for (const { slipId, slipYear, number, corrections } of all)
    for (const { filingId, changes } of corrections)
      for (const { cell } of changes) slips.set(`${filingId} ${cell}`, { slipId, year: slipYear, number });
  return slips;
}
