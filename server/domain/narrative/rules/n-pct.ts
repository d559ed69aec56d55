import { claimRule } from './claim-rule';

export const nPct = claimRule('n-pct', {
  sentence: {
    zh: '正文的占比按所列件数重算，四舍五入到所印小数位。',
    en: 'A share is its part of a whole that is named, rounded half-up to the printed decimals.',
  },
  formula: 'share = part / whole × 100',
  source: '国办公开办函〔2021〕30号：正文与表格数据应当一致',
  examples: {
    passing: {
      title: '37 of 84 is 44.05%',
      figures: { 's3.granted.total': 37, 's3.result_total.total': 84 },
      texts: { '1': '政府信息公开申请予以公开37件，占44.05%。' },
    },
    failing: {
      title: '35 of 805 is 4.35%, not 4.34%',
      figures: { 's3.result_total.total': 805, 's3.new_received.total': 859, 's3.carried_in.total': 18 },
      texts: { '1': '不予公开35件，占4.34%。' },
    },
    blank: { title: 'no whole is known', texts: { '1': '予以公开37件，占44.05%。' } },
  },
});
