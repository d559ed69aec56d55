import { claimRule } from './claim-rule';

export const nAns = claimRule('n-ans', {
  sentence: {
    zh: '正文的答复、办结件数与表三（七）总计一致。',
    en: 'Requests answered as told in the text are row （七） of table 三.',
  },
  isHintIfWider: true,
  source: '国办公开办函〔2021〕30号：正文与表格数据应当一致',
  examples: {
    passing: { title: '办结73件', figures: { 's3.result_total.total': 73 }, texts: { '1': '政府信息公开申请办结73件。' } },
    failing: {
      title: '办结78件 where the table has 73',
      figures: { 's3.result_total.total': 73, 's3.other_misc.total': 2, 's3.new_received.total': 74, 's3.carried_out.total': 2 },
      texts: { '1': '政府信息公开申请办结78件。' },
    },
    blank: { title: 'the row is lost', figures: { 's3.new_received.total': 83 }, texts: { '1': '已答复政府信息公开申请84件。' } },
  },
});
