import type { TextKey } from '../../formats';

/** What chapters 一, 五 and 六 have to speak of, in the order in which reports do. */
export const topicIds = [
  'active_disclosure',
  'requests',
  'information_management',
  'platforms',
  'safeguards',
  'assessment',
  'social_evaluation',
  'accountability',
  'problems',
  'improvements',
  'processing_fee',
  'other_matters',
] as const;
export type TopicId = (typeof topicIds)[number];

export interface Topic {
  id: TopicId;
  text: TextKey;
  zh: string;
  en: string;
  source: string;
  /** What a heading over it is called; null where nobody gives it one. */
  title: RegExp | null;
  /** Words that speak of it, each another side of it; over plain text, bounded repetition only. */
  words: readonly RegExp[];
  /** So many sides must be spoken of before it counts as treated. */
  enough: number;
  /** Only a government's report must state it. */
  isOfGovernments: boolean;
}

const notice = '国办公开办函〔2021〕30号 附件：第一部分';
const article50 = '《政府信息公开条例》第五十条第（四）项';
const concrete = '国办公开办函〔2021〕30号 附件：第五部分';
const fee = '国办公开办函〔2021〕30号 附件：第六部分';

export const topics: readonly Topic[] = [
  {
    ...overview('active_disclosure', '主动公开', 'active disclosure'),
    title: /主动公开/,
    words: [
      /主动公开/,
      /规范性文件|人事任免|财政预决算|预算|决算|重大行政决策|建议提案/,
      /解读|新闻发布|发布会/,
      /(?:公开|发布)[^，。]{0,16}信息/,
    ],
  },
  {
    ...overview('requests', '依申请公开', 'requests'),
    title: /依申请公开/,
    words: [/依申请公开|信息公开申请/, /(?:受理|收到|新收|办结|答复)[^，。]{0,20}件/, /行政复议|行政诉讼/],
  },
  {
    ...overview('information_management', '政府信息管理', 'management of government information'),
    title: /信息管理/,
    words: [/公开属性|源头认定/, /(?:发布|保密|公开)审查|三审三校/, /动态调整|动态管理|清理|文件库|目录管理/, /登记|归档|台账/],
  },
  {
    ...overview('platforms', '政府信息公开平台建设', 'platforms'),
    title: /平台建设/,
    words: [/门户网站|政府网站|专栏|专题/, /政府公报|公报/, /新媒体|微信|微博|公众号|政务号/, /查阅点|查阅场所|公开专区|公开查阅|服务大厅/],
  },
  {
    ...overview('safeguards', '监督保障', 'supervision and safeguards'),
    title: /监督保障|保障监督/,
    words: [/培训|业务指导/, /领导小组|工作机构|组织领导|专人|队伍/, /监督|检查|督查|通报/, /考核|评议|评估/],
  },
  {
    ...ofGovernments('assessment', '工作考核', 'assessment'),
    words: [/考核|考评|绩效评(?:估|价)/],
  },
  {
    ...ofGovernments('social_evaluation', '社会评议', 'social evaluation'),
    words: [/评议|第三方评估|社会评价|满意度(?:测评|调查|评价)/],
  },
  {
    ...ofGovernments('accountability', '责任追究', 'accountability'),
    words: [/责任追究|追究责任|追责|问责|追究[^，。]{0,6}责任/],
  },
  {
    ...ofChapter({ id: 'problems', text: '5', zh: '存在的主要问题', en: 'problems', source: concrete }),
    title: /存在的?(?:主要)?问题/,
    words: [/问题|不足|短板|薄弱|差距/, /不够|有待|尚未|仍需|还需|不高|欠缺|不强|不平衡|滞后/],
    enough: 2,
  },
  {
    ...ofChapter({ id: 'improvements', text: '5', zh: '改进情况', en: 'improvements', source: concrete }),
    title: /改进|下一步/,
    words: [/改进|整改|下一步|今后|上年[^，。]{0,12}问题/, /加强|完善|提升|推进|开展|建立|组织|优化/],
    enough: 2,
  },
  {
    ...ofChapter({ id: 'processing_fee', text: '6', zh: '信息处理费', en: 'information-processing fee', source: fee }),
    title: /信息处理费/,
    words: [/信息处理费/],
  },
  {
    ...ofChapter({ id: 'other_matters', text: '6', zh: '其他需要报告的事项', en: 'other matters', source: fee }),
    title: /要点|创新|重点工作|其他/,
    words: [/要点|重点工作|创新|试点|(?:没有|无)其他(?:需要)?报告/],
  },
];

export function topicOf(id: TopicId): Topic {
  const found = topics.find((topic) => topic.id === id);
  if (!found) throw new Error(`no such topic: ${id}`);
  return found;
}

function ofChapter({ id, text, zh, en, source }: { id: TopicId; text: TextKey; zh: string; en: string; source: string }) {
  return { id, text, zh, en, source, enough: 1, isOfGovernments: false };
}

function overview(id: TopicId, zh: string, en: string) {
  return { ...ofChapter({ id, text: '1', zh, en, source: notice }), enough: 2 };
}

function ofGovernments(id: TopicId, zh: string, en: string) {
  return { ...ofChapter({ id, text: '1', zh, en, source: article50 }), title: null, isOfGovernments: true };
}
