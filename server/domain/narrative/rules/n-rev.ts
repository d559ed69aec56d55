import { claimRule } from './claim-rule';

export const nRev = claimRule('n-rev', {
  sentence: {
    zh: '正文的行政复议件数与表四一致（总计、已审结或各结果）。',
    en: 'Reviews as told in the text stand in table 四: total, concluded, or by result.',
  },
  isHintIfWider: true,
  source: '国办公开办函〔2021〕30号：正文与表格数据应当一致',
  examples: {
    passing: {
      title: '9件，其中维持9件',
      figures: { 's4.review.total': 9, 's4.review.upheld': 9, 's4.review.pending': 0 },
      texts: { '1': '行政复议案件9件，其中维持9件。' },
    },
    failing: {
      title: '8件 where the table has 9',
      figures: { 's4.review.total': 9, 's4.review.pending': 0 },
      texts: { '1': '因政府信息公开被申请行政复议8件。' },
    },
    blank: { title: 'table 四 is not known', texts: { '1': '行政复议案件9件。' } },
  },
});
