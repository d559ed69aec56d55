/** What every page says of correction slips and restated openings. */
export const slipMarks = {
  waitingMark: (count: number) => `${count} 张更正单待签署`,
  fromForm: '更正…',
  inTrace: (year: number, number: number) => `含 ${year} 年第 ${number} 号更正单`,
  restate: {
    act: '重述期初数…',
    title: '重述期初数',
    hint: '期初数应与上期期末数一致。确需不同的，写明正确的数和理由：审核时会列出，上期数不变。',
    carried: (value: string) => `上期带入 ${value}`,
    value: '正确的期初数',
    reason: '重述理由',
    reasonHint: '写明原因和依据，至少 6 个字。',
    save: '保存重述',
    again: '修改重述…',
    withdraw: '撤销重述',
    cell: '已重述期初数',
    listTitle: '重述的期初数',
    line: (was: string, is: string) => `上期带入 ${was} → 重述为 ${is}`,
    unknown: '（未知）',
    further: (count: number) => `共 ${count} 处重述，见表下`,
    inReport: (organ: string, was: number | null, is: number, reason: string) =>
      `期初重述：${organ}由 ${was ?? '（未知）'} 重述为 ${is}。理由：${reason}`,
  },
};
