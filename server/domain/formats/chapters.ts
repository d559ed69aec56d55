import type { Chapter } from './format';

/** The six sections; their numbers are fixed. @source 国办公开办函〔2021〕30号, 附件 */
export const chapters: readonly Chapter[] = [
  { key: '1', title: '一、总体情况', body: 'text' },
  { key: '2', title: '二、主动公开政府信息情况', body: 'tables' },
  { key: '3', title: '三、收到和处理政府信息公开申请情况', body: 'tables' },
  { key: '4', title: '四、政府信息公开行政复议、行政诉讼情况', body: 'tables' },
  { key: '5', title: '五、存在的主要问题及改进情况', body: 'text' },
  { key: '6', title: '六、其他需要报告的事项', body: 'text' },
];
