import type { Check, CheckResult, FindingDraft } from '../../checks/check';
import { hasProse } from '../../report/prose-in';
import type { Sentence } from '../../sentence';
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
  return {
    cells: claim.cells,
    place,
    left: claim.stated,
    right: claim.tried[0]?.value ?? null,
    difference: null,
    message: messageOf(claim, saidIn(text.key), shortened(place.snippet)),
    ...(claim.isHint ? { severity: 'hint' as const } : {}),
  };
}

/** What is said, what it should be, and what to do; of a table only where one was asked. */
function messageOf(claim: Claim, said: Sentence, quote: string): Sentence {
  const shown = claim.tried.slice(0, maxShown);
  const list = (language: 'zh' | 'en', unknown: string): string =>
    shown.map((reading) => `${reading[language]} ${asEquation(reading.value ?? unknown)}`).join(language === 'zh' ? '；' : '; ');
  const zh = list('zh', '缺');
  const en = list('en', 'unknown');
  if (claim.cells.length > 0)
    return {
      zh: `${said.zh}“${quote}”（${claim.stated}）与已知口径都对不上：${zh}。请核对${said.zh}或表格。`,
      en: `The ${said.en} says ${claim.stated} in "${quote}", which no known reading gives: ${en}. Check the ${said.en} or the table.`,
    };
  const [first] = shown;
  if (claim.rule === 'n-pct' || claim.rule === 'n-yoy')
    return {
      zh: `${said.zh}“${quote}”（${claim.stated}）重算不符：${zh}。请改为${first?.value ?? '重算的数'}，或核对所依据的数。`,
      en: `The ${said.en} says ${claim.stated} in "${quote}"; recomputed: ${en}. Write ${first?.value ?? 'what it comes to'}, or check the numbers it comes from.`,
    };
  if (claim.key !== undefined)
    return {
      zh: `${said.zh}“${quote}”（${claim.stated}）与同一报告的其他文字不一致：${zh}。请核对后统一。`,
      en: `The ${said.en} says ${claim.stated} in "${quote}", against the words elsewhere in the report: ${en}. Check both and make them agree.`,
    };
  return {
    zh: `${said.zh}“${quote}”：总数写${claim.stated}，各分项相加 ${zh}。请把总数改为 ${first?.value ?? ''}，或核对各分项。`,
    en: `The ${said.en} gives a whole of ${claim.stated} in "${quote}", the parts add up to ${en}. Write ${first?.value ?? ''}, or check the parts.`,
  };
}

/** The longest quotation that is still read. */
const maxQuoted = 60;

function shortened(snippet: string): string {
  return snippet.length <= maxQuoted ? snippet : `${snippet.slice(0, maxQuoted / 2)}…${snippet.slice(-maxQuoted / 3)}`;
}

/** A bound stands for itself: `≥275`, but `= 275`. */
function asEquation(value: string): string {
  return /^[≥≤]/.test(value) ? value.replace(/^./, '$& ') : `= ${value}`;
}
