import { runningYear } from '../patterns/claims';
import { phraseRule } from './phrase-rule';

export const nPeriod = phraseRule(
  'n-period',
  runningYear.map((pattern) => ({
    pattern,
    advice: (found) => ({
      zh: `“${found}”不是已结束年度的说法。请写明全年，如“全年”“截至12月31日”。`,
      en: `"${found}" does not fit a finished year. Say the whole year, or "as of 31 December".`,
    }),
  })),
  {
    sentence: { zh: '年度已结束，不写“今年以来”“截至目前”。', en: 'The year is over: no "so far this year", no "up to now".' },
    severity: 'confirm',
    source: '国办公开办函〔2021〕30号：统计期限1月1日至12月31日',
    appliesTo: (subject) => subject.kind !== 'filing',
    examples: {
      passing: { title: '全年', texts: { '6': '全年联系企业1906户次。' } },
      failing: { title: '今年以来', texts: { '6': '今年以来已联系企业1906户次。' } },
      blank: { title: 'no text', verdict: 'not_applied' },
    },
  },
);
