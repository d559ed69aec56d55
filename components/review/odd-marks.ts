import type { Finding } from '@/server/domain/checks/check';
import type { CellId } from '@/server/domain/formats';
import { type Explanation, explanationsOf, settledBy } from '@/server/domain/workflow';
import type { Language } from '../messages/language';
import { type CellMarks, markCells, mergeMarks } from '../statutory-table/cell-mark';

/**
 * Where a submission is odd: what contradicts itself, what asks for a reason, what has one, and what only has moved. A hint is folded away in the list
 * and marks nothing.
 */
export function oddMarks(
  { findings, explanations, moved }: { findings: readonly Finding[]; explanations: readonly Explanation[]; moved: readonly CellId[] },
  { language, movedLabel, explainedLabel }: { language: Language; movedLabel: string; explainedLabel: (text: string) => string },
): CellMarks {
  return mergeMarks(
    ...findings
      .filter(({ severity }) => severity !== 'hint')
      .map((finding) => {
        const settled = settledBy(finding, explanations) !== null;
        const [said] = explanationsOf(finding, explanations);
        const why = settled && said ? ` ${explainedLabel(said.text)}` : '';
        const tone = settled ? 'explained' : finding.severity === 'must_fix' ? 'must_fix' : 'confirm';
        return markCells(finding.cells, { tone, label: finding.message[language] + why });
      }),
    markCells(moved, { tone: 'moved', label: movedLabel }),
  );
}
