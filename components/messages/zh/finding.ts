/** Ctrl+K: what can be found from any page. */
export const finding = {
  title: '查找',
  label: '输入页面、单元格、单位、规则，或拼音首字母',
  groups: { pages: '页面', cells: '本表的格', units: '单位', rules: '规则' },
  count: (count: number) => `${count} 项；↑ ↓ 选，回车打开，Esc 关闭`,
  none: '没有找到',
  asking: '正在查找…',
  failed: '连不上服务器，只找了这一页上的。',
  keyTable: '快捷键一览',
  ofUnit: (unit: string, what: string) => `${unit} · ${what}`,
  report: (year: number) => `${year} 年年报`,
};
