/** Adopting a published report from its file. */
export const adopt = {
  title: '采用已公布的年报',
  link: '采用已公布的年报',
  context: (year: number | null) =>
    year === null
      ? '把已公布年报的 JSON 文件收进来，作为该年度的定稿版。先核对，后采用。'
      : `把 ${year} 年度已公布年报的 JSON 文件收进来，作为该年度的定稿版。先核对，后采用。`,
  file: '年报文件',
  target: '作为哪一份年报',
  unit: '单位',
  whole: (organ: string, scope: string) => `${organ}（${scope}）`,
  fileSays: (organ: string, year: number, scope: string) => `文件写的是：${organ}，${year} 年度，${scope}口径。`,
  misfits: (n: number) => `文件与所选年报对不上，${n} 处`,
  same: '确为同一机关，名称写法不同',
  exists: (number: number) => `这份年报已有第 ${number} 版；采用后是第 ${number + 1} 版，旧版保留。`,
  reason: '采用的理由',
  reasonHint: '例如“2025 年度年报已于 2026 年 3 月 20 日在政府网站公布”。连同您的姓名记入操作记录。',
  asPrinted: '照印出的样子采用：不认识的数仍是未知，不按 0 算；与规则不符的也照收，核对结果供您判断。',
  act: '采用为定稿版',
  done: (number: number) => `已采用为第 ${number} 版。`,
  open: '打开这份年报',
  rollOver: '结转到新的一年',
  empty: '还没有选择文件',
  emptyHint: '选好文件后，先在这里看到全部数字、文字和核对结果，什么都还没有存。',
};
