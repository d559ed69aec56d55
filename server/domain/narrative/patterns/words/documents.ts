import { and, type ConceptWords } from './concept-words';

/** Table 二 and the fee of section 六. */
export const documentWords: readonly ConceptWords[] = [
  { concept: 'normative_documents', role: 'document', words: ['(?:行政)?规范性文件', '行政规范文件'] },
  { concept: 'regulations', role: 'document', words: ['(?:地方)?(?:政府)?规章(?!制度)'] },
  { concept: 'issued', role: 'action', words: ['(?:新)?制发', '(?:新)?制定', '(?:新)?印发', '(?:新)?出台', '(?:新)?发布', '(?:新)?制作'] },
  { concept: 'shown', role: 'action', words: ['(?:新)?公开', '公布', '新增'] },
  { concept: 'repealed', role: 'action', words: [`(?:宣布)?(?:废止|失效)(?:${and}(?:宣布)?(?:废止|失效))?`] },
  { concept: 'in_force', role: 'action', words: ['(?:现行|继续|仍然)?有效', '现行'] },
  { concept: 'revised', role: 'action', words: ['修改', '修订', '修正'] },
  { concept: 'licensing', role: 'decision', words: ['(?<=办结(?:各类|各项)?)行政许可事项', '行政许可'] },
  { concept: 'penalty', role: 'decision', words: ['行政处罚'] },
  { concept: 'coercion', role: 'decision', words: ['行政强制(?:措施)?'] },

  { concept: 'fee', role: 'fee', words: ['(?:政府信息公开)?信息处理费(?:用)?', '收费通知书?(?:的)?(?:件数)?'] },
  {
    concept: 'admin_fees',
    role: 'fee',
    words: ['行政事业性收费(?:收入|项目收入|金额|总额)?(?!标准|目录|清单|项目)', '行政事业收费', '行政性收费'],
  },
];
