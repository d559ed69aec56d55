import type { SeededRandom } from '@/server/domain/seeded-random';

/** What an office counts that no statutory table knows: the whole, its unit, and kinds of it that can add up. */
export interface Business {
  whole: readonly string[];
  unit: string;
  kinds: readonly string[];
}

export const business: readonly Business[] = [
  {
    whole: ['主动公开政府信息', '通过门户网站公开信息', '公开各类政务信息', '发布信息', '门户网站更新信息', '全年主动公开信息'],
    unit: '条',
    kinds: ['工作动态', '通知公告', '政策文件', '财政信息', '人事信息', '机构职能', '规划计划', '统计信息', '重大项目', '公开指南'],
  },
  {
    whole: ['政务新媒体发布信息', '新媒体平台推送信息'],
    unit: '条',
    kinds: ['微信公众号', '政务微博', '抖音号', '头条号', '视频号'],
  },
  {
    whole: ['发布政策解读材料', '制作政策解读', '公开政策解读'],
    unit: '篇',
    kinds: ['文字解读', '图文解读', '视频解读', '专家解读', '负责人解读'],
  },
  { whole: ['办理人大代表建议和政协提案', '公开建议提案办理结果'], unit: '件', kinds: ['人大代表建议', '政协提案'] },
  { whole: ['受理群众来信', '回复网民留言', '办理热线工单'], unit: '件', kinds: ['咨询类', '建议类', '求助类', '投诉类', '举报类'] },
  { whole: ['制发公文', '印发文件', '审核公文'], unit: '份', kinds: ['主动公开类', '依申请公开类', '不予公开类'] },
  { whole: ['举办政府开放日活动', '组织公开活动', '开展业务培训'], unit: '场', kinds: ['线上活动', '线下活动', '专题讲座', '实地观摩'] },
  { whole: ['报送政务信息', '编发简报', '向上级报送信息'], unit: '篇', kinds: ['省级采用', '市级采用', '综合类', '专题类', '问题建议类'] },
];

export const residuals = ['其他', '其他类', '其余', '其他信息', '其它'];

export function severalOf<T>(list: readonly T[], howMany: number, random: SeededRandom): T[] {
  const rest = [...list];
  const picked: T[] = [];
  while (picked.length < howMany && rest.length > 0) picked.push(...rest.splice(random.integer(0, rest.length - 1), 1));
  return picked;
}
