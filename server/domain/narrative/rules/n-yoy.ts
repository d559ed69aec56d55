import { aHintIfWider, claimRule } from './claim-rule';

export const nYoy = claimRule('n-yoy', {
  sentence: {
    zh: '同比按两年同一口径的数重算。',
    en: 'A change against last year is recomputed from the same figure of both years.',
  },
  formula: '(this year − last year) / last year',
  weighsOtherwise: [
    aHintIfWider({
      title: '',
      figures: { 's3.new_received.total': 83 },
      lastYear: { figures: { 's3.new_received.total': 74, 's3.carried_in.total': 0 } },
      texts: { '1': '上年收到政府信息公开申请47件。' },
    }),
  ],
  source: '国办公开办函〔2021〕30号：正文与表格数据应当一致',
  examples: {
    passing: { title: '74 to 83 is 12.2%', texts: { '1': '新收政府信息公开申请83件，较上年的74件增长12.2%。' } },
    failing: {
      title: '下降 where it grew',
      figures: { 's3.new_received.total': 83 },
      lastYear: { figures: { 's3.new_received.total': 74 } },
      texts: { '1': '新收政府信息公开申请83件，同比下降12.2%。' },
    },
    blank: { title: "last year's report is not at hand", texts: { '1': '新收政府信息公开申请83件，同比增长12.2%。' } },
  },
});
