import type { Chapter, ChapterKey } from './format';

/** As printed, with their numbers, which are fixed. @source 国办公开办函〔2021〕30号, 附件 */
export const chapterTitles: Record<ChapterKey, string> = {
  '1': '一、总体情况',
  '2': '二、主动公开政府信息情况',
  '3': '三、收到和处理政府信息公开申请情况',
  '4': '四、政府信息公开行政复议、行政诉讼情况',
  '5': '五、存在的主要问题及改进情况',
  '6': '六、其他需要报告的事项',
};

/** The six sections. */
export const chapters: readonly Chapter[] = [
  { key: '1', title: chapterTitles['1'], body: 'text' },
  { key: '2', title: chapterTitles['2'], body: 'tables' },
  { key: '3', title: chapterTitles['3'], body: 'tables' },
  { key: '4', title: chapterTitles['4'], body: 'tables' },
  { key: '5', title: chapterTitles['5'], body: 'text' },
  { key: '6', title: chapterTitles['6'], body: 'text' },
];
