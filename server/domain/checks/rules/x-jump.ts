import { numberAt } from '../../figures';
import type { Cell, Format } from '../../formats';
import { cellName } from '../../formats';
import { counted } from '../../plural';
import { asStated, inPrintedUnit } from '../cell-values';
import type { Check, CheckResult } from '../check';
import { standardThresholds, type Thresholds } from '../thresholds';

const smallestUnits: Record<Cell['quantity'], number> = { count: 1, yuan: 100, ten_thousand_yuan: 1_000_000 };

/** Table 三 is looked at in its 总计 column: one jump, not one per applicant type. */
function comparedCells(format: Format): Cell[] {
  return [...format.cells.values()].filter(
    (cell) => cell.isPrinted && !cell.mayBeNegative && (cell.table === 't3' ? cell.id.endsWith('.total') : cell.addsUp !== 'computed'),
  );
}

export const xJumpWith = ({ jumpFactor, jumpFloor }: Thresholds): Check => ({
  id: 'x-jump',
  sentence: {
    zh: `与上年相比超过 ${jumpFactor} 倍或不足其 ${jumpFactor} 分之一的数，建议核实。`,
    en: `A figure more than ${jumpFactor} times last year's, or less than 1/${jumpFactor} of it, is worth a look.`,
  },
  formula: `1/${jumpFactor} ≤ this / last ≤ ${jumpFactor}`,
  severity: 'hint',
  source: '核对经验：多为错行、错列或单位（元、万元）混用',
  appliesTo: (subject) => subject.kind !== 'filing' && subject.lastYear !== null,
  run: ({ format, figures, lastYear }) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    const unknown: string[] = [];
    for (const cell of comparedCells(format)) {
      const now = numberAt(figures, cell.id);
      const last = lastYear ? numberAt(lastYear.figures, cell.id) : null;
      if (now === null || last === null) unknown.push(cell.id);
      else if (Math.max(now, last) < jumpFloor * smallestUnits[cell.quantity] || Math.max(now, last) <= jumpFactor * Math.min(now, last))
        result.passed += 1;
      else
        result.findings.push({
          cells: [cell.id],
          left: asStated(now, cell),
          right: asStated(last, cell),
          difference: asStated(now - last, cell),
          message: {
            zh: `“${cellName(cell)}”本年 ${inPrintedUnit(now, cell)}，上年 ${inPrintedUnit(last, cell)}，相差 ${inPrintedUnit(Math.abs(now - last), cell)} ${cell.measuredIn}。变化较大，建议核实。`,
            en: `"${cellName(cell)}" is ${inPrintedUnit(now, cell)}, last year ${inPrintedUnit(last, cell)}: a difference of ${inPrintedUnit(Math.abs(now - last), cell)} ${cell.measuredIn}. See whether it is right.`,
          },
        });
    }
    if (unknown.length > 0)
      result.notCheckable.push({
        cells: unknown,
        why: {
          zh: `有 ${unknown.length} 格缺本年或上年数。`,
          en: `${counted(unknown.length, 'figure lacks', 'figures lack')} this year or last.`,
        },
      });
    return result;
  },
  examples: {
    passing: {
      title: '69 and 88',
      figures: { 's2.normative_documents.issued': 88 },
      lastYear: { figures: { 's2.normative_documents.issued': 69 } },
    },
    failing: { title: '42 became 714', figures: { 's2.coercion_decisions': 714 }, lastYear: { figures: { 's2.coercion_decisions': 42 } } },
    blank: { title: 'last year is not known', figures: { 's2.coercion_decisions': 714 }, lastYear: {} },
  },
});

export const xJump = xJumpWith(standardThresholds);
