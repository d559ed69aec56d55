import { claimRule } from './claim-rule';

export const nOut = claimRule('n-out', {
  sentence: {
    zh: '正文的结转、顺延件数与表三第四项一致。',
    en: 'Requests carried out as told in the text are row 四 of table 三.',
  },
  isHintIfWider: true,
  source: '国办公开办函〔2021〕30号：正文与表格数据应当一致',
  examples: {
    passing: { title: '另有3件顺延', figures: { 's3.carried_out.total': 3 }, texts: { '1': '另有3件申请按照《条例》顺延到下年度答复。' } },
    failing: {
      title: '结转下年度2件 where the table has 3',
      figures: { 's3.carried_out.total': 3 },
      texts: { '1': '政府信息公开申请结转下年度2件。' },
    },
    blank: { title: 'the row is lost', texts: { '1': '结转下年度2件。' } },
  },
});
