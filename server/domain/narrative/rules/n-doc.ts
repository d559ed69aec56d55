import { claimRule } from './claim-rule';

export const nDoc = claimRule('n-doc', {
  sentence: {
    zh: '正文的规范性文件、规章和行政许可、处罚、强制件数与表二一致。',
    en: 'Documents and decisions as told in the text stand in table 二.',
  },
  isHintIfWider: true,
  source: '国办公开办函〔2021〕30号：第二部分数据截至12月31日',
  examples: {
    passing: {
      title: '制发2件，废止3件，现行有效9件',
      figures: { 's2.normative_documents.issued': 2, 's2.normative_documents.repealed': 3, 's2.normative_documents.in_force': 9 },
      texts: { '1': '全年制发行政规范性文件2件，废止3件，现行有效9件。' },
    },
    failing: {
      title: '制发4件 where the table has 2',
      figures: { 's2.normative_documents.issued': 2 },
      texts: { '1': '全年制发行政规范性文件4件。' },
    },
    blank: { title: 'table 二 is not known', texts: { '1': '全年制发行政规范性文件4件。' } },
  },
});
