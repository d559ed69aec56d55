/** 同比: what is compared, and which way it went. */
export const comparedWithLastYear =
  /同比|(?:较|比|与|同|相比|由|从|对比|相较于?)(?:上一?年度?|去年度?|前一?年度?|(?:19|20)\d{2}年度?)|(?:上年|去年)(?:同期)?相比|环比/;

/** Directly in front of the change; `幅度为`, `了`, `约` may stand between. */
export const directionWords: readonly { pattern: RegExp; change: 'up' | 'down' }[] = [
  { pattern: /(?:增长|增加|上升|提高|提升|上涨|增幅|多|增多|增)(?:了|率|幅度?|约|近|至少|超过?|为|达到?|比例?)*$/, change: 'up' },
  { pattern: /(?:下降|减少|降低|下滑|降幅|回落|少|减)(?:了|率|幅度?|约|近|超过?|为|达到?|比例?)*$/, change: 'down' },
];
