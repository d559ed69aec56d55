import type { Check, CheckResult } from '../../checks/check';
import { hasProse } from '../../report/prose-in';
import { type AnalysedText, analyse } from '../analyse';
import { evaluateSum } from '../evaluate-sum';
import { allUpheld, onlyDecided } from '../patterns/claims';
import { placeOf, saidIn } from '../place';

const lawsuits = ['litigation_direct', 'litigation_after_review'];
const named: Readonly<Record<string, readonly string[]>> = {
  review: ['review'],
  litigation: lawsuits,
  litigation_direct: ['litigation_direct'],
  litigation_after_review: ['litigation_after_review'],
  disputes: ['review', ...lawsuits],
};

export const nAllupheld: Check = {
  id: 'n-allupheld',
  sentence: {
    zh: '写“均获维持”“无败诉”“未被纠错”的，表四的结果纠正和尚未审结都应为 0。',
    en: 'Where the text says all were upheld or none was lost, table 四 has nothing corrected and nothing pending.',
  },
  formula: 'corrected = 0 and pending = 0',
  severity: 'confirm',
  source: '国办公开办函〔2021〕30号：正文与表格数据应当一致',
  appliesTo: hasProse,
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    for (const text of analyse(subject))
      for (const claim of claimsIn(text)) {
        const cells = claim.blocks.flatMap((block) => [`s4.${block}.corrected`, ...(claim.onlyDecided ? [] : [`s4.${block}.pending`])]);
        const sum = evaluateSum(cells, ['total'], subject.format, subject.figures);
        const place = placeOf(text, claim.start, claim.end);
        const contrary = sum ? Math.max(sum.least ?? 0, ...sum.values) : 0;
        if (contrary > 0)
          result.findings.push({
            cells,
            place,
            left: 0,
            right: contrary,
            difference: contrary,
            message: {
              zh: `${saidIn(text.key).zh}写“${place.snippet}”（应为 0），而表四被纠正或尚未审结的共 ${contrary} 件。请改为实际结果，或写明仅指已审结的案件。`,
              en: `The ${saidIn(text.key).en} says "${place.snippet}", but table 四 has ${contrary} corrected or pending. Tell the results as they are, or speak of decided cases only.`,
            },
          });
        else if (sum && sum.values.length > 0) result.passed += 1;
        else
          result.notCheckable.push({
            cells,
            why: { zh: `“${place.snippet}”：表四的数缺失，无法核对。`, en: `"${place.snippet}": figures of table 四 are not known.` },
          });
      }
    return result;
  },
  examples: {
    passing: {
      title: 'nothing corrected, nothing pending',
      figures: { 's4.review.corrected': 0, 's4.review.pending': 0 },
      texts: { '1': '行政复议案件9件，均获维持。' },
    },
    failing: {
      title: 'two reviews are still pending',
      figures: { 's4.review.corrected': 0, 's4.review.pending': 2 },
      texts: { '1': '行政复议案件7件，均获维持。' },
    },
    blank: { title: 'table 四 is not known', texts: { '1': '行政复议案件7件，均获维持。' } },
  },
};

interface Claim {
  start: number;
  end: number;
  blocks: readonly string[];
  onlyDecided: boolean;
}

/** Each claim with the blocks its sentence speaks of: those named in its own bracket or clauses, nearest first. */
function claimsIn({ read }: AnalysedText): Claim[] {
  const { text } = read.plain;
  return allUpheld.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const end = match.index + match[0].length;
      const sentence = read.sentences.find(({ span }) => span.start <= match.index && end <= span.end);
      if (!sentence) return [];
      const clauseStart = Math.max(sentence.span.start, text.lastIndexOf('；', match.index) + 1);
      const spoken = sentence.tokens.filter((token) => token.role === 'dispute' && token.end <= end && token.start >= clauseStart - 1);
      const words = spoken.length > 0 ? spoken : sentence.tokens.filter((token) => token.role === 'dispute');
      if (words.length === 0 && !/诉|复议|纠/.test(match[0])) return [];
      const blocks = [...new Set(words.flatMap((token) => named[token.concept] ?? []))];
      const isLawsuit = /诉/.test(match[0]);
      const meant = (blocks.length > 0 ? blocks : ['review', ...lawsuits]).filter((block) => !isLawsuit || block !== 'review');
      const start = text[match.index - 1] === '）' ? Math.max(text.lastIndexOf('（', match.index), clauseStart) : match.index;
      return [
        { start, end, blocks: meant.length > 0 ? meant : lawsuits, onlyDecided: onlyDecided.test(text.slice(clauseStart, match.index)) },
      ];
    }),
  );
}
