import type { Check, CheckExample, CheckResult, FindingDraft, Otherwise } from '../../checks/check';
import { hasProse } from '../../report/prose-in';
import { type AnalysedText, analyse } from '../analyse';
import type { Claim } from '../claim';
import { claimMessage } from '../claim-message';
import { placeOf } from '../place';
import type { RuleId } from '../rule-ids';

interface Told extends Pick<Check, 'sentence' | 'source' | 'examples' | 'formula' | 'weighsOtherwise'> {
  /** Told of 全区 in one organ's own report a number is only a hint: the failing example is. */
  isHintIfWider?: true;
}

/** Of numbers told of 全区 and the like in one organ's own report. */
export function aHintIfWider(failing: CheckExample): Otherwise {
  const [text = ''] = Object.values(failing.texts ?? {});
  return {
    severity: 'hint',
    when: {
      zh: '本机关的报告里说的是全区（市、县）的数：也许本来就不是表中的数。',
      en: "an organ's own report tells it of the whole territory: perhaps the tables were never meant.",
    },
    example: { ...failing, title: 'told of the whole territory', subject: { organ: '示例区教育局' }, texts: { '1': `全区${text}` } },
  };
}

/** A rule on numbers: every claim of its kind that the texts make, as the analysis of the text found it. */
export function claimRule(id: RuleId, { isHintIfWider, ...told }: Told): Check {
  return {
    id,
    severity: 'confirm',
    ...(isHintIfWider ? { weighsOtherwise: [aHintIfWider(told.examples.failing)] } : {}),
    ...told,
    appliesTo: hasProse,
    run: (subject) => {
      const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
      for (const text of analyse(subject)) for (const claim of text.claims) if (claim.rule === id) addClaim(result, text, claim);
      return result;
    },
  };
}

export function addClaim(result: CheckResult, text: AnalysedText, claim: Claim): void {
  if (claim.verdict === 'agrees') result.passed += 1;
  else if (claim.verdict === 'disagrees') {
    if (!claim.isPartOfAnother) result.findings.push(findingOf(text, claim));
  } else {
    const { snippet } = placeOf(text, claim.start, claim.end);
    result.notCheckable.push({
      cells: claim.cells,
      why: { zh: `“${snippet}”所指的数缺失，无法核对。`, en: `"${snippet}": the figure it speaks of is not known.` },
    });
  }
}

function findingOf(text: AnalysedText, claim: Claim): FindingDraft {
  return {
    cells: [...claim.cells, ...(claim.counterpart?.cells ?? [])],
    place: placeOf(text, claim.start, Math.max(claim.end, claim.counterpart?.end ?? 0)),
    left: claim.stated,
    right: claim.tried[0]?.value ?? null,
    difference: null,
    message: claimMessage(text, claim),
    ...(claim.isHint ? { weighsAs: 'hint' as const } : {}),
  };
}
