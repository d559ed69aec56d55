import type { Check, CheckResult, FindingDraft } from '../../checks/check';
import { hasProse } from '../../report/prose-in';
import { type AnalysedText, analyse } from '../analyse';
import type { Claim } from '../claim';
import { placeOf, saidIn } from '../place';
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
  else if (claim.verdict === 'disagrees') result.findings.push(findingOf(text, claim));
  else {
    const { snippet } = placeOf(text, claim.start, claim.end);
    result.notCheckable.push({
      cells: claim.cells,
      why: { zh: `“${snippet}”所指的数缺失，无法核对。`, en: `"${snippet}": the figure it speaks of is not known.` },
    });
  }
}

/** How many readings a sentence can hold before nobody reads it. */
const maxShown = 5;

function findingOf(text: AnalysedText, claim: Claim): FindingDraft {
  const place = placeOf(text, claim.start, claim.end);
  const said = saidIn(text.key);
  const shown = claim.tried.slice(0, maxShown);
  const list = (language: 'zh' | 'en', unknown: string): string =>
    shown.map((reading) => `${reading[language]} ${asEquation(reading.value ?? unknown)}`).join(language === 'zh' ? '；' : '; ');
  return {
    cells: claim.cells,
    place,
    left: claim.stated,
    right: shown[0]?.value ?? null,
    difference: null,
    message: {
      zh: `${said.zh}“${place.snippet}”（${claim.stated}）与已知口径都对不上：${list('zh', '缺')}。请核对${said.zh}或表格。`,
      en: `The ${said.en} says ${claim.stated} in "${place.snippet}", which no known reading gives: ${list('en', 'unknown')}. Check the ${said.en} or the table.`,
    },
    ...(claim.isHint ? { severity: 'hint' as const } : {}),
  };
}

/** A bound stands for itself: `≥275`, but `= 275`. */
function asEquation(value: string): string {
  return /^[≥≤]/.test(value) ? value.replace(/^./, '$& ') : `= ${value}`;
}
