import type { FoundState, FoundWeight } from '@/server/domain/workflow';

const weights: Record<FoundWeight, string> = {
  weighty: '必须改正和需要说明',
  must_fix: '必须改正',
  confirm: '需要说明',
  hint: '提示',
  all: '全部',
};
const states: Record<FoundState, string> = { all: '全部', open: '未处理', explained: '已说明', excepted: '已放行' };

export const found = {
  context: (year: number) => `${year} 年各单位已报送的季度，按现行规则逐条核对的结果；签发前看这里`,
  filter: '筛选核对结果',
  quarter: '季度',
  allQuarters: '全年',
  weight: '程度',
  weights,
  state: '处理',
  states,
  rule: '规则',
  allRules: '全部规则',
  ruleOption: (id: string, sentence: string, count: number) => `${id} ${sentence}（${count}）`,
  unit: '单位名称',
  ask: '筛选',
  clear: '清除',
  counted: (count: number, units: number) => (count === 0 ? '没有核对结果' : `${units} 个单位 ${count} 条`),
  open: (count: number) => `${count} 条未处理`,
  answered: (count: number) => `${count} 条已说明或放行`,
  left: (count: number) => `另有 ${count} 份正按现行规则重新核对，完成后自动列出；清单文件会等它们完成`,
  leftNone: '已全部核对完成，结果已列出。',
  lookAgain: '再看一次',
  lookedAt: (submissions: number, not: number) =>
    `已看 ${submissions} 份报送${not > 0 ? `；另有 ${not} 个季度还在单位填报或修改，报送后列入` : ''}`,
  ofRule: (count: number, units: number) => `${units} 个单位 ${count} 条`,
  notExplained: '没有说明',
  nothing: '没有符合条件的核对结果',
  nothingHint: '换一个条件，或点“清除”。',
  nothingYet: (left: number) => `正在核对 ${left} 份报送`,
  nothingYetHint: '已完成的当中还没有符合条件的；其余的完成后自动列出。',
  nothingSubmitted: '还没有报送',
  nothingSubmittedHint: '单位报送后，每份报送的核对结果列在这里。',
  files: { xlsx: 'Excel 清单', csv: 'CSV 清单' },
};
