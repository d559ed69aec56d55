import type { Check, CheckResult } from '../../checks/check';
import { numberAt } from '../../figures';
import type { CheckSubject } from '../../subject';
import { type AnalysedText, analyse } from '../analyse';
import { placeOf } from '../place';
import { addClaim, aHintIfWider } from './claim-rule';

const spoken = /信息处理费|(?:依申请公开|信息公开)[^。；]{0,20}(?:收费|费用|收取)|收取[^。；]{0,16}(?:费用|处理费|信息公开费)|收费情况/;
const none =
  /(?:未|没有|不|无|尚未|从未)(?:发生|产生|向[^，。；]{0,10})?(?:收取|收|征收|发生|产生|涉及)?[^，。；]{0,24}(?:信息处理费|收费|费用)|信息处理费[^，。；\d]{0,10}(?:未|没有|无|为?0元|为?零)|免(?:费|收)/;
const bareNone =
  /^(?:无|暂无|没有|无其[他它](?:需要)?(?:报告)?(?:的)?事项|无其[他它]需要报告的事项|本年度?无其[他它]需要报告的事项)[。.]?$/;

/** Section 六 is 元 per request; the 行政事业性收费 of section 二 is the organ's whole income in 万元 and is never compared with it. */
export const nFee: Check = {
  id: 'n-fee',
  sentence: {
    zh: '第六部分报告信息处理费收取情况，未收取也要写明；收取的，金额与件数和登记一致，各项之和等于总额。',
    en: 'Section 六 reports the information-processing fee, even if none was charged; what was charged is the recorded amount and the sum of its parts.',
  },
  severity: 'confirm',
  weighsOtherwise: [
    aHintIfWider({ title: '', figures: { 's6.processing_fee': '420' }, texts: { '6': '收取政府信息公开信息处理费240元。' } }),
    {
      severity: 'must_fix',
      when: {
        zh: '本机关自己的定稿没有写到信息处理费：还能写上，已发布的只能说明。',
        en: 'our own edition does not speak of the fee: it can still be written, a published report can only be explained.',
      },
      example: {
        title: 'our own edition',
        subject: { kind: 'edition' },
        texts: { '6': '本年度开展政策解读工作，没有其他需要报告的事项。' },
      },
    },
  ],
  source: '国办公开办函〔2021〕30号，附件第六部分；国办函〔2020〕109号',
  appliesTo: (subject) => subject.kind !== 'filing',
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    if (subject.format.id === '2021') checkStatement(subject, result);
    for (const text of analyse(subject)) for (const claim of text.claims) if (claim.rule === 'n-fee') addClaim(result, text, claim);
    return result;
  },
  examples: {
    passing: { title: '未收取', figures: { 's6.processing_fee': '0' }, texts: { '6': '2023年，未收取政府信息公开信息处理费。' } },
    failing: { title: 'section 六 says nothing of the fee', texts: { '6': '本年度开展政策解读工作，没有其他需要报告的事项。' } },
    blank: { title: 'the text is not at hand' },
  },
};

function checkStatement(subject: CheckSubject, result: CheckResult): void {
  const text = analyse(subject).find(({ key }) => key === '6');
  // An empty chapter has no words to be wrong: that it is empty stops the edition by itself (`emptyChapters`).
  if (!text) {
    result.notCheckable.push({ cells: [], why: { zh: '缺第六部分的文字。', en: 'The text of section 六 is missing.' } });
    return;
  }
  const plain = text.read.plain.text;
  const charged = numberAt(subject.figures, 's6.processing_fee');
  if (bareNone.test(plain.trim()))
    // 无 alone answers the heading, not the question about the fee.
    addFinding(
      result,
      '第六部分只写“无”，没有说明信息处理费是否收取。请写明，未收取也写“未收取”。',
      'Section 六 only says “none” and not whether a fee was charged. Say so, even if none was.',
    );
  else if (!spoken.test(plain))
    // Our own edition can still be put right; a published report can only be explained.
    addFinding(
      result,
      '第六部分没有报告信息处理费收取情况。请写明，未收取也写“未收取”。',
      'Section 六 does not report the information-processing fee. Say whether it was charged, even if it was not.',
      subject.kind === 'edition',
    );
  else if (none.test(plain) && charged !== null && charged > 0 && !text.claims.some(saysNoneWrongly)) {
    const match = none.exec(plain);
    const place = match ? placeOf(text, match.index, match.index + match[0].length) : null;
    result.findings.push({
      cells: ['s6.processing_fee'],
      place,
      left: 0,
      right: charged / 100,
      difference: charged / 100,
      message: {
        zh: `正文写未收取（0 元），登记的信息处理费为 ${charged / 100} 元。请写明收取 ${charged / 100} 元，或更正登记。`,
        en: `The text says that no fee was charged, but ${charged / 100} 元 are recorded. Write ${charged / 100} 元, or put the record right.`,
      },
    });
  } else result.passed += 1;
}

function saysNoneWrongly({ rule, verdict }: AnalysedText['claims'][number]): boolean {
  return rule === 'n-fee' && verdict === 'disagrees';
}

function addFinding(result: CheckResult, zh: string, en: string, isOurs = false): void {
  const weight = isOurs ? { weighsAs: 'must_fix' as const } : {};
  result.findings.push({ cells: [], place: null, left: null, right: null, difference: null, ...weight, message: { zh, en } });
}
