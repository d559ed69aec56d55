import { cellName } from '../../formats';
import { inPrintedUnit } from '../cell-values';
import type { Check } from '../check';
import { cumulativeIn } from '../past/cumulative';
import { comparedCells, yearSoFar } from '../past/known-past';

const maxNamed = 3;

export const qYtd: Check = {
  id: 'q-ytd',
  sentence: {
    zh: '季度报送只填本季度发生数；各数都不小于本年前几季之和且接近累计数的，须说明。',
    en: 'A filing holds what happened in its quarter; where no figure is below the quarters before added up and all are near the year to date, it needs a reason.',
  },
  formula: 'not all: value ≥ Σ quarters before of the year',
  severity: 'confirm',
  source: '核对经验：表头写“本年”，最常见的是把本年累计填成本季度数',
  appliesTo: (subject) => subject.kind === 'filing' && (subject.quarter ?? 1) > 1 && Boolean(subject.past),
  run: (subject) => {
    const { past, format } = subject;
    const known = past ? comparedCells(format).filter((cell) => yearSoFar(subject, past, cell.id) !== null) : [];
    if (known.length === 0)
      return {
        findings: [],
        passed: 0,
        notCheckable: [
          {
            cells: comparedCells(format).map((cell) => cell.id),
            why: { zh: '本年前几季有未审核通过的。', en: 'An earlier quarter of the year is not approved.' },
          },
        ],
      };
    const found = cumulativeIn(subject);
    if (!found) return { findings: [], passed: 1, notCheckable: [] };
    const named = [...found.cells].sort((a, b) => b.value - a.value).slice(0, maxNamed);
    return {
      passed: 0,
      notCheckable: [],
      findings: [
        {
          cells: found.cells.map(({ cell }) => cell.id),
          left: null,
          right: null,
          difference: null,
          message: {
            zh: `有 ${found.cells.length} 个数都不小于本年前几季之和，像是本年累计：${named.map(({ cell, value, before }) => `“${cellName(cell)}”填 ${inPrintedUnit(value, cell)}，前几季已有 ${inPrintedUnit(before, cell)}`).join('；')}。这里只填本季度发生数；确是本季度数的，请说明。`,
            en: `${found.cells.length} figures are all at least what the quarters before add up to, as if they were the year to date: ${named.map(({ cell, value, before }) => `"${cellName(cell)}" says ${inPrintedUnit(value, cell)}, the quarters before have ${inPrintedUnit(before, cell)}`).join('; ')}. Enter what happened in this quarter only; if that is what they are, explain.`,
          },
        },
      ],
    };
  },
  examples: {
    passing: { title: 'a quarter like the one before', ...quarterTwo([9, 2, 118, 40, 12, 4]) },
    failing: { title: 'two quarters in one', ...quarterTwo([17, 5, 232, 85, 22, 9]) },
    blank: {
      title: 'the quarter before is not known',
      figures: { 's2.licensing_decisions': 232 },
      past: {},
      subject: { kind: 'filing', quarter: 2 },
    },
  },
};

function quarterTwo(figures: readonly number[]) {
  const cells = [
    's2.normative_documents.issued',
    's2.normative_documents.repealed',
    's2.licensing_decisions',
    's2.penalty_decisions',
    's2.coercion_decisions',
    's4.review.upheld',
  ];
  const first = [8, 3, 114, 45, 10, 5];
  return {
    figures: Object.fromEntries(cells.map((cell, at) => [cell, figures[at] ?? 0])),
    past: Object.fromEntries(cells.map((cell, at) => [cell, [first[at] ?? 0]])),
    subject: { kind: 'filing', quarter: 2 } as const,
  };
}
