import { claimRule } from './claim-rule';

export const nNew = claimRule('n-new', {
  sentence: {
    zh: '正文的收到、受理、新收件数与表三第一项（或加上年结转）一致。',
    en: 'Requests received as told in the text stand in table 三: row 一, or rows 一 and 二.',
  },
  isHintIfWider: true,
  source: '国办公开办函〔2021〕30号：正文与表格数据应当一致',
  examples: {
    passing: {
      title: '收到75件 is 74 new and 1 carried in',
      figures: { 's3.new_received.total': 74, 's3.carried_in.total': 1 },
      texts: { '1': '共收到政府信息公开申请75件（含上年结转1件）。' },
    },
    failing: {
      title: '受理2件 where the table has 3',
      figures: { 's3.new_received.total': 3, 's3.carried_in.total': 0 },
      texts: { '1': '共受理政府信息公开申请2件。' },
    },
    blank: { title: 'the row is not known', texts: { '1': '共受理政府信息公开申请2件。' } },
  },
});
