/** Lists that are shown in pages, and what is looked for in them. */
export const lists = {
  pager: '分页',
  page: (page: number, pages: number) => `第 ${page} / ${pages} 页`,
  all: (count: number) => `共 ${count} 条`,
  previous: '上一页',
  next: '下一页',
  find: '查找',
  clear: '清除',
  found: (count: number) => `找到 ${count} 条`,
  nothingFound: (search: string) => `没有找到“${search}”`,
  nothingFoundHint: '换一个词再找，或者清除后看全部。',
  findUnit: '查找单位',
  findUnitHint: '名称中的字，或者拼音首字母',
  firstOf: (shown: number, of: number) => `共 ${of} 个，列出前 ${shown} 个`,
};
