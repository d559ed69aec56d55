import { and, type ConceptWords } from './concept-words';

/** Table 四: its blocks, then its results. */
export const disputeWords: readonly ConceptWords[] = [
  {
    concept: 'disputes',
    role: 'dispute',
    words: [`(?:行政)?复议(?:案件)?${and}?(?:提起)?(?:行政)?(?:诉讼|应诉)(?:类)?(?:案件)?`, `(?:行政)?诉讼${and}(?:行政)?复议(?:案件)?`],
  },
  { concept: 'review', role: 'dispute', words: ['(?:行政)?复议(?:申请|案件|案|类)?'] },
  {
    concept: 'litigation',
    role: 'dispute',
    words: ['(?:行政)?诉讼(?:案件|案|类)?(?!请求)', '行政应诉(?:案件)?', '应诉(?:案件)?', '被诉(?:案件)?', '起诉(?:案件)?'],
  },
  {
    concept: 'litigation_direct',
    role: 'dispute',
    words: [
      '(?:未经(?:行政)?复议)?直接(?:提起)?(?:行政)?(?:起诉|诉讼)',
      '未经(?:行政)?复议(?:而)?(?:直接)?(?:提起)?(?:行政)?(?:诉讼|起诉)',
    ],
  },
  {
    concept: 'litigation_after_review',
    role: 'dispute',
    words: ['(?:经)?(?:行政)?复议后(?:又|再)?(?:提起)?(?:行政)?(?:起诉|诉讼)', '经(?:行政)?复议(?:又|再)?(?:提起)?(?:行政)?(?:起诉|诉讼)'],
  },
  { concept: 'upheld', role: 'result', words: ['(?:结果)?维持(?:原?(?:行政行为|答复|决定|判决))?', '胜诉'] },
  {
    concept: 'dismissed',
    role: 'result',
    words: ['驳回(?:原告|申请人)?(?:的)?(?:全部)?(?:诉讼请求|复议申请|行政复议申请|复议请求|起诉|诉请|申请)?'],
  },
  {
    concept: 'corrected',
    role: 'result',
    words: [
      '(?:结果)?(?:被|予以)?纠正',
      '被?纠错',
      '(?:被)?(?:依法)?撤销(?:原?答复|决定)?',
      '败诉',
      '确认违法',
      '责令(?:重新答复|限期答复|履行|重新作出)',
      '变更(?=\\d)',
    ],
  },
  {
    concept: 'other_result',
    role: 'result',
    words: [
      '其[他它]结果',
      '(?:主动)?撤回(?:复议|起诉|行政复议|诉讼)?(?:申请)?',
      '撤诉',
      '终止(?:审理|审查|复议)?',
      '调解',
      '和解',
      '不予受理',
      '不予立案',
    ],
  },
  {
    concept: 'pending',
    role: 'result',
    words: [
      '(?:尚|仍|暂)?未(?:审结|审理完毕|结案|审理终结)',
      '未结',
      '(?:尚在|正在|仍在)?(?:审理|审查)(?:之中|中|过程中)',
      '正在审理',
      '尚在审理',
      '待审',
    ],
  },
  { concept: 'concluded', role: 'result', words: ['(?:已|均已)?审结', '(?:已)?结案', '已结'] },
];
