import { numberAt } from '../../figures';
import { getCell } from '../../formats';
import type { Check } from '../check';
import { exchangedIn, pairsOf } from '../past/exchanged';
import { hasHistory, pastValues } from '../past/known-past';

export const qSwap: Check = {
  id: 'q-swap',
  sentence: {
    zh: '两列（两行）的数与往期正好对调的，须说明。',
    en: 'Two columns or rows whose figures fit the past of the other need a reason.',
  },
  formula: '(x − y) × ln(b / a) < 4, where a, b = means of the past',
  severity: 'confirm',
  source: '核对经验：错列、错行，合计不变，各列仍然平衡',
  appliesTo: ({ kind, past }) => kind === 'filing' && past != null && hasHistory(past),
  run: (subject) => {
    const { past, format, figures } = subject;
    const pairs = pairsOf(format);
    const cells = pairs.flatMap((pair) => pair.cells.flat());
    const known = cells.filter((cell) => past && pastValues(past, cell).length > 0 && numberAt(figures, cell) !== null);
    const exchanged = exchangedIn(subject);
    if (known.length === 0)
      return {
        findings: [],
        passed: 0,
        notCheckable: [
          {
            cells: [...new Set(cells)],
            why: { zh: '没有可与往期比较的数。', en: 'No figure can be compared with the past.' },
          },
        ],
      };
    return {
      passed: pairs.length - exchanged.length,
      notCheckable: [],
      findings: exchanged.map(({ names: [first, second], cells, values, usual }) => {
        const row = cells.length === 1 && cells[0] ? getCell(format, cells[0][0]) : null;
        const where = row && row.columnLabel === first ? row.rowLabel : null;
        return {
          cells: cells.flat(),
          left: values[0],
          right: values[1],
          difference: null,
          message: {
            zh: `${where ? `${where}：` : ''}“${first}”填 ${values[0]}，“${second}”填 ${values[1]}；往期平均各为 ${rounded(usual[0])} 和 ${rounded(usual[1])}，像是填反了。请核对；确实如此的，请说明。`,
            en: `${where ? `${where}: ` : ''}"${first}" has ${values[0]} and "${second}" ${values[1]}, while the past has ${rounded(usual[0])} and ${rounded(usual[1])} on average, as if they were exchanged. Check; if it is right, explain.`,
          },
        };
      }),
    };
  },
  examples: {
    passing: {
      title: 'upheld more often than corrected, as ever',
      figures: { 's4.review.upheld': 11, 's4.review.corrected': 2 },
      past: { 's4.review.upheld': [9, 12, 10, 8], 's4.review.corrected': [1, 2, 1, 3] },
      subject: { kind: 'filing', quarter: 1 },
    },
    failing: {
      title: 'upheld and corrected exchanged',
      figures: { 's4.review.upheld': 2, 's4.review.corrected': 11 },
      past: { 's4.review.upheld': [9, 12, 10, 8], 's4.review.corrected': [1, 2, 1, 3] },
      subject: { kind: 'filing', quarter: 1 },
    },
    blank: {
      title: 'nothing is filled in',
      past: { 's4.review.upheld': [9, 12, 10, 8], 's4.review.corrected': [1, 2, 1, 3] },
      subject: { kind: 'filing', quarter: 1 },
    },
  },
};

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
