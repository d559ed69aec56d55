import type { Check, CheckResult, FindingDraft } from '../../checks/check';
import { hasProse } from '../../report/prose-in';
import { type AnalysedText, analyse } from '../analyse';
import type { Claim } from '../claim';
import { claimMessage } from '../claim-message';
import { placeOf } from '../place';
import type { RuleId } from '../rule-ids';

type Told = Pick<Check, 'sentence' | 'source' | 'examples' | 'formula'>;

/** A rule on numbers: every claim of its kind that the texts make, as the analysis of the text found it. */
export function claimRule(id: RuleId, told: Told): Check {
  return {
    id,
    severity: 'confirm',
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
    ...(claim.isHint ? { severity: 'hint' as const } : {}),
  };
}
