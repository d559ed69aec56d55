import { numberAt } from '../../figures';
import { cellName } from '../../formats';
import { counted } from '../../plural';
import { asStated, inPrintedUnit } from '../cell-values';
import type { Check, CheckResult, FindingDraft } from '../check';

/**
 * The office's report on 本机关 is one unit of the consolidated report, so no figure of it can exceed the whole's. Where one
 * does, figures of the two reports were mixed.
 */
export const rScope: Check = {
  id: 'r-scope',
  sentence: {
    zh: '本机关年报是汇总年报中的一个单位，任何一格不得大于汇总数；两种口径不得混用。',
    en: 'The own-organ report is one unit of the consolidated one: none of its figures exceeds the whole, and the two are never mixed.',
  },
  formula: 'own_organ ≤ consolidated',
  severity: 'must_fix',
  source: '国办公开办函〔2021〕30号二（一）（二）：本机关年报与本级政府年报分别编制',
  appliesTo: (subject) => subject.scope === 'consolidated' && Boolean(subject.ownOrgan),
  run: ({ format, figures, ownOrgan }) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    const above: FindingDraft[] = [];
    const unknown: string[] = [];
    for (const cell of format.cells.values()) {
      // A 2019 增/减 may be negative in one unit and positive in another, so the whole may well be smaller than a part.
      if (!cell.isPrinted || cell.addsUp === 'computed' || cell.mayBeNegative) continue;
      const whole = numberAt(figures, cell.id);
      const own = ownOrgan ? numberAt(ownOrgan, cell.id) : null;
      if (whole === null || own === null) unknown.push(cell.id);
      else if (own > whole)
        above.push({
          cells: [cell.id],
          left: asStated(whole, cell),
          right: asStated(own, cell),
          difference: asStated(whole - own, cell),
          message: {
            zh: `“${cellName(cell)}”汇总填 ${inPrintedUnit(whole, cell)}，小于本机关的 ${inPrintedUnit(own, cell)}，相差 ${inPrintedUnit(own - whole, cell)}。请核对是否混用了两种口径。`,
            en: `"${cellName(cell)}" is ${inPrintedUnit(whole, cell)} in the whole, less than ${inPrintedUnit(own, cell)} in the own-organ report, by ${inPrintedUnit(own - whole, cell)}. See whether the two scopes were mixed.`,
          },
        });
      else result.passed += 1;
    }
    if (unknown.length > 0)
      result.notCheckable.push({
        cells: unknown,
        why: { zh: `有 ${unknown.length} 格未知。`, en: `${counted(unknown.length, 'figure is', 'figures are')} not known.` },
      });
    return { ...result, findings: above };
  },
  examples: {
    passing: {
      title: '83 of our own in 2461',
      figures: { 's3.new_received.natural_person': 2461 },
      subject: { scope: 'consolidated', ownOrgan: { 's3.new_received.natural_person': 83 } },
    },
    failing: {
      title: '95 of our own, 17 in the whole',
      figures: { 's3.new_received.natural_person': 17 },
      subject: { scope: 'consolidated', ownOrgan: { 's3.new_received.natural_person': 95 } },
    },
    blank: { title: 'the whole is not known', subject: { scope: 'consolidated', ownOrgan: { 's3.new_received.natural_person': 83 } } },
  },
};
