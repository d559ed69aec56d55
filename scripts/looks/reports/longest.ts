import { city } from './city';
import type { Sample } from './sample';

const topics = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'];
const steps = ['健全工作机制', '规范办理流程', '加强审查把关', '提升服务水平', '强化队伍建设', '压实工作责任'];
const clauses = [
  '按照年度工作要点，对照台账逐项核对，明确责任单位、完成时限和报送要求',
  '会同业务处室和法制机构研究办理意见，对疑难申请集体会商并留存记录',
  '通过门户网站、政府公报、政务新媒体和线下查阅点同步发布，方便群众就近查询',
  '对涉及多个部门的事项，由牵头单位统一答复口径，避免前后不一',
  '结合季度检查通报问题，限期整改并开展“回头看”，防止同类问题反复发生',
];

/** Some fifteen pages of text with headings of three levels and two tables after them. */
export const longest: Sample = {
  ...city,
  name: 'city-2023-fifteen-pages',
  texts: {
    ...city.texts,
    '1': topics
      .flatMap((topic, index) => [
        `（${'一二三四五'[index]}）${topic}情况`,
        `2023年，全市各级行政机关把${topic}作为转变职能、改进作风的重要抓手，${clauses.join('；')}。`,
        ...steps.flatMap((step, at) => [
          `${at + 1}.${step}`,
          [0, 1].map((turn) => `${clauses.slice((at + turn) % 3).join('，')}，全年涉及${(index + 2) * (at + 3) * (turn + 7)}件。`).join(''),
        ]),
      ])
      .join('\n'),
  },
};
