import { numberAt } from '../../figures';
import { disputeBlocks } from '../../formats/table-4-disputes';
import { counted } from '../../plural';
import type { CheckSubject } from '../../subject';
import type { Check, CheckResult, FindingDraft } from '../check';
import { weigh } from '../identity';
import { explainPending, pendingIdentities } from '../pending-rules';

/**
 * Cases pending last year reappear this year: where the organ counts carried cases, a block's total is at least last year's
 * pending; where new cases are recorded, the whole balance must hold. S30 does not say whether carried cases are counted, so
 * while the organ's 口径 is not known a shortfall is only a hint.
 */
export const xPend: Check = {
  id: 'x-pend',
  sentence: {
    zh: '计入上年结转案件的，表四每组总计不小于上年尚未审结；登记了新收案件的，还应逐组平衡。',
    en: "Where carried cases are counted, a block's total is at least last year's pending; with new cases recorded, each block balances.",
  },
  formula: 'total ≥ pending(y−1); pending(y−1) + new_cases − concluded = pending',
  severity: 'confirm',
  weighsOtherwise: [
    {
      severity: 'hint',
      when: {
        zh: '没有说明上年结转案件是否计入：两种口径都有机关使用。',
        en: 'nobody has said whether carried cases are counted: offices do either.',
      },
      example: {
        title: '3 in all, 26 pending last year',
        figures: { 's4.review.total': 3 },
        lastYear: { figures: { 's4.review.pending': 26 } },
      },
    },
  ],
  source: '国办公开办函〔2021〕30号附件，表四“尚未审结”',
  appliesTo: (subject) => subject.kind !== 'filing' && subject.lastYear !== null && subject.carriedCasesIncluded !== false,
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    for (const { key, label } of disputeBlocks) {
      const finding = balance(subject, key) ?? shortfall(subject, key, label);
      if (finding === 'holds') result.passed += 1;
      else if (finding === 'unknown')
        result.notCheckable.push({
          cells: [`s4.${key}.total`],
          why: { zh: `“${label}”：本年总计或上年尚未审结未知。`, en: `"${label}": this year's total or last year's pending is not known.` },
        });
      else result.findings.push(finding);
    }
    return result;
  },
  examples: {
    passing: {
      title: '440 in the block, 26 were pending',
      figures: { 's4.review.total': 440 },
      lastYear: { figures: { 's4.review.pending': 26 } },
    },
    failing: {
      title: '3 in the block, 26 were pending',
      figures: { 's4.review.total': 3 },
      lastYear: { figures: { 's4.review.pending': 26 } },
      subject: { carriedCasesIncluded: true },
    },
    blank: { title: "last year's pending is not known", figures: { 's4.review.total': 3 }, lastYear: {} },
  },
};

/** Null while new cases are not recorded. */
function balance(subject: CheckSubject, block: string): FindingDraft | 'holds' | null {
  if (numberAt(subject.figures, `s4.${block}.new_cases`) === null) return null;
  const identity = pendingIdentities('x-pend', (key) => ({ cell: `s4.${key}.pending`, book: 'lastYear' })).find(({ left }) =>
    left.some((term) => term.cell === `s4.${block}.pending`),
  );
  const weighed = identity ? weigh(subject, identity) : null;
  if (!identity || !weighed || 'unknown' in weighed) return null;
  if (weighed.difference === 0) return 'holds';
  return {
    cells: [...identity.left, ...identity.right].filter((term) => term.in === 'subject').map((term) => term.cell),
    ...weighed,
    message: explainPending(subject, identity, weighed),
  };
}

function shortfall(subject: CheckSubject, block: string, label: string): FindingDraft | 'holds' | 'unknown' {
  const total = numberAt(subject.figures, `s4.${block}.total`);
  const pending = subject.lastYear ? numberAt(subject.lastYear.figures, `s4.${block}.pending`) : null;
  if (total === null || pending === null) return 'unknown';
  if (total >= pending) return 'holds';
  return {
    cells: [`s4.${block}.total`],
    left: total,
    right: pending,
    difference: total - pending,
    ...(subject.carriedCasesIncluded ? {} : { weighsAs: 'hint' as const }),
    message: {
      zh: `“${label}”：上年尚未审结 ${pending} 件，本年总计只有 ${total} 件，少 ${pending - total} 件。请核对上年案件是否计入本年，或者注明口径。`,
      en: `"${label}": ${counted(pending, 'case was', 'cases were')} pending last year, but the total is only ${total}, ${pending - total} fewer. See whether they are counted this year, or print a note.`,
    },
  };
}
