/** Measure words that make a number a count of something. The longest one that fits is taken. */
export const countUnits = [
  ...['人次', '户次', '场次', '件次', '家次', '期次', '台次', '车次', '批次', '条次', '次数', '余次'],
  ...[
    '件',
    '宗',
    '起',
    '份',
    '条',
    '项',
    '个',
    '例',
    '次',
    '人',
    '名',
    '位',
    '户',
    '家',
    '场',
    '期',
    '篇',
    '部',
    '部分',
    '册',
    '本',
    '批',
    '幅',
    '张',
  ],
  ...[
    '款',
    '则',
    '套',
    '处',
    '台',
    '辆',
    '座',
    '所',
    '间',
    '块',
    '栏',
    '类',
    '种',
    '组',
    '支',
    '对',
    '遍',
    '轮',
    '回',
    '字',
    '页',
    '版',
    '集',
  ],
  ...['门', '节', '课时', '学时', '枚', '棵', '封', '通', '路', '只', '桩', '笔', '单', '帖', '点', '分'],
] as const;

/** Amounts and measures. */
export const measureUnits = [
  ...['个百分点', '百分点', '亿元', '万元', '元', '倍', '%', '‰', '个工作日', '工作日', '小时', '分钟', '秒', '天', '平方公里', '平方米'],
  ...['公里', '千米', '米', '亩', '公顷', '吨', '公斤', 'GB', 'TB', 'MB'],
] as const;

/** 万 and 亿 belong to the number in front of them: `1.2万次` is 12000次. */
export const multipliers: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/** Units a statutory figure may be counted in. A missing one is accepted in a list (`自然人71、企业2`). */
export const caseUnits: ReadonlySet<string> = new Set(['件', '宗', '起', '份', '条', '项', '个', '例', '次', '人', '件次', '部', '笔']);
