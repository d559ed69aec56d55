import type { Check, CheckResult } from '../../checks/check';
import { hasProse } from '../../report/prose-in';
import type { CheckSubject } from '../../subject';
import { type AnalysedText, analyse } from '../analyse';
import { placeOf, saidIn } from '../place';

/** A sentence whose subject is the work of a whole territory: `本区政府信息公开工作取得一定成效`. */
const wholeTerritory =
  /(?:本|全)(?:市|区|县|镇|乡|州|旗|省)(?:的)?(?:政府信息公开|政务公开|政府信息和政务公开)工作(?=(?:仍|还|虽|总体|在|有序|稳步|取得|存在|得到|扎实|与|距|中)[^，。；]{0,12}(?:取得|存在|成效|进展|推进|开展|差距|不足|问题|提升))|(?:本|全)(?:市|区|县|镇|乡|州|旗|省)(?:政府信息公开|政务公开)工作取得/g;
/** The preamble of a report whose title is the government's, but which sums up the office's own work. */
const officeOnly = /(?:总结|概述|反映)[^，。；]{0,30}(?:人民政府)?(?:办公室|办公厅)[^，。；]{0,10}政府信息公开工作/g;
/** The whole's figures told as one organ's: `本局共受理…83件` in a report of the whole district. */
const oneOrgan =
  /(?:本(?:机关|局|委|办|单位|办公室)|我(?:局|委|办|厅))[^，。；]{0,10}(?:受理|收到|收办|新收|答复|办结)[^，。；\d]{0,20}\d/g;

export const nScope: Check = {
  id: 'n-scope',
  sentence: {
    zh: '标题、引言、正文和表格说的是同一范围：本机关，或者汇总全区（市、县）。',
    en: "Title, preamble, text and tables speak of the same scope: the organ's own business, or the whole below it.",
  },
  severity: 'confirm',
  source: '国办公开办函〔2021〕30号，二（一）（二）：本机关报告与本级政府报告分别编制',
  appliesTo: (subject) => subject.kind !== 'filing' && hasProse(subject),
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    const mixes = analyse(subject).flatMap((text) => mixesOf(subject, text));
    const [first] = mixes;
    if (!first) return { ...result, passed: 1 };
    const places = mixes.map(({ text, match }) => placeOf(text, match.index, match.index + match[0].length));
    const said = saidIn(first.text.key);
    const own = subject.scope === 'own_organ';
    const snippets = places.map((place) => place.snippet);
    result.findings.push({
      cells: [],
      place: places[0] ?? null,
      left: own ? '本机关' : '汇总',
      right: places[0]?.snippet ?? null,
      difference: null,
      message: {
        zh: `表格是${own ? '本机关' : '汇总'}口径，${said.zh}却写${snippets.map((snippet) => `“${snippet}”`).join('、')}。请统一说明是谁的数据。`,
        en: `The tables are ${own ? "the organ's own" : 'of the whole'}, but the ${said.en} says ${snippets.map((snippet) => `"${snippet}"`).join(', ')}. Make clear whose figures they are.`,
      },
    });
    return result;
  },
  examples: {
    passing: { title: 'own figures, own words', texts: { '5': '2023年，本机关政府信息公开工作仍存在薄弱环节。' } },
    failing: { title: 'own figures, the whole district in prose', texts: { '5': '2023年，本区政府信息公开工作取得一定成效。' } },
    blank: { title: 'no text', verdict: 'not_applied' },
  },
};

function mixesOf(subject: CheckSubject, text: AnalysedText): { text: AnalysedText; match: RegExpExecArray }[] {
  const patterns =
    subject.scope === 'own_organ' ? [wholeTerritory, ...(isGovernment(subject.organ) ? [officeOnly] : [])] : [oneOrgan, officeOnly];
  return patterns.flatMap((pattern) => [...text.read.plain.text.matchAll(pattern)].map((match) => ({ text, match })));
}

/** The title is the government's, not its office's. */
function isGovernment(organ: string): boolean {
  return /人民政府(?!办公)/.test(organ);
}
