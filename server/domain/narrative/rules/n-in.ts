import { claimRule } from './claim-rule';

export const nIn = claimRule('n-in', {
  sentence: {
    zh: '正文的上年结转件数与表三第二项一致。',
    en: 'Requests carried in as told in the text are row 二 of table 三.',
  },
  isHintIfWider: true,
  source: '国办公开办函〔2021〕30号：正文与表格数据应当一致',
  examples: {
    passing: {
      title: '含上年度结转申请4件',
      figures: { 's3.carried_in.total': 4 },
      texts: { '1': '已答复政府信息公开申请84件（含上年度结转申请4件）。' },
    },
    failing: {
      title: '上年结转5件 where the table has 4',
      figures: { 's3.carried_in.total': 4 },
      texts: { '1': '上年结转政府信息公开申请5件。' },
    },
    blank: { title: 'the row is not known', texts: { '1': '上年结转政府信息公开申请5件。' } },
  },
});
