import { claimRule } from './claim-rule';

export const nLit = claimRule('n-lit', {
  sentence: {
    zh: '正文的行政诉讼件数与表四一致（未经复议、复议后，或两者之和）。',
    en: 'Lawsuits as told in the text stand in table 四: either kind, or both.',
  },
  isHintIfWider: true,
  source: '国办公开办函〔2021〕30号：正文与表格数据应当一致',
  examples: {
    passing: {
      title: '诉讼3件 is 2 direct and 1 after review',
      figures: {
        's4.litigation_direct.total': 2,
        's4.litigation_direct.pending': 0,
        's4.litigation_after_review.total': 1,
        's4.litigation_after_review.pending': 0,
      },
      texts: { '1': '行政诉讼案件3件。' },
    },
    failing: {
      title: '诉讼5件 where the table has 3',
      figures: {
        's4.litigation_direct.total': 2,
        's4.litigation_direct.pending': 0,
        's4.litigation_after_review.total': 1,
        's4.litigation_after_review.pending': 0,
      },
      texts: { '1': '行政诉讼案件5件。' },
    },
    blank: { title: 'table 四 is not known', texts: { '1': '行政诉讼案件5件。' } },
  },
});
