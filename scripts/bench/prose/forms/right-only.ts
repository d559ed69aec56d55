import { numberAt } from '@/server/domain/figures';
import { type Forms, say } from '../statement';
import { business, severalOf } from '../words/business';
import { opening } from './opening';

/** Shares, other people's business, other years and plain talk: what a reader must be silent about when it is right. */
export const rightForms: Forms = {
  'shares of a whole a sentence before': (about) => {
    const { random } = about;
    const total = numberAt(about.figures, 's3.new_received.total') ?? 0;
    if (total < 10) return null;
    const web = random.integer(1, total - 2);
    const post = random.integer(1, total - web - 1);
    const share = (part: number) => ((100 * part) / total).toFixed(2);
    return say`${opening(about)}收到政府信息公开申请${String(total)}件。其中，通过网络申请${String(web)}件，占${share(web)}%；通过信函申请${String(post)}件，占${share(post)}%；当面申请${String(total - web - post)}件，占${share(total - web - post)}%。`;
  },
  'shares of a local whole': (about) => {
    const { random } = about;
    const { whole, unit, kinds } = random.pick(business);
    const all = random.integer(20, 900);
    const [one = '', other = ''] = severalOf(kinds, 2, random);
    const first = random.integer(1, all - 2);
    const second = random.integer(1, all - first);
    const share = (part: number) => ((100 * part) / all).toFixed(1);
    return say`${opening(about)}${random.pick(whole)}${String(all)}${unit}，其中${one}${String(first)}${unit}，占比${share(first)}%，${other}${String(second)}${unit}，占比${share(second)}%。`;
  },
  'a list that is not whole': (about) => {
    const { random } = about;
    const { whole, unit, kinds } = random.pick(business);
    const parts = severalOf(kinds, 2, random).map((name) => ({ name, value: random.integer(1, 50) }));
    const all = parts.reduce((sum, { value }) => sum + value, 0) + random.integer(1, 300);
    return say`${opening(about)}${random.pick(whole)}${String(all)}${unit}，其中${parts.map(({ name, value }) => `${name}${value}${unit}`).join('、')}。`;
  },
  'parts with units of their own': (about) => {
    const { random } = about;
    const [one, two, three] = [random.integer(1, 90), random.integer(1, 90), random.integer(1, 90)];
    return say`${opening(about)}主动公开信息${String(one + two)}篇，其中动态${String(one)}篇、统计数据${String(three)}期、公告${String(two)}篇。`;
  },
  'several things in a row': (about) => {
    const { random } = about;
    const several = severalOf(business, 3, random).map(({ whole, unit }) => `${random.pick(whole)}${random.integer(1, 300)}${unit}`);
    return say`${opening(about)}${several.join(random.pick(['，', '；', '、']))}。`;
  },
  'other business that sounds statutory': ({ random }) => {
    const number = random.integer(1, 90);
    return say`${random.pick([
      `办理省政府办公厅协助调查${number}件`,
      `配合上级机关协查信息公开复议案件${number}件`,
      `备案规范性文件${number}件`,
      `转发上级规范性文件${number}件`,
      `审查部门规范性文件${number}件`,
      `对${number}件规范性文件进行合法性审核`,
      `公示行政处罚信息${number}条`,
      `公开行政许可事项办事指南${number}项`,
      `梳理行政强制权力事项${number}项`,
      `归集行政许可和行政处罚双公示数据${number}条`,
      `受理群众信访${number}件`,
      `受理12345热线诉求${number}件`,
      `解答申请人电话咨询${number}人次`,
      `办理不动产登记资料查询${number}件`,
      `收到群众意见建议${number}条`,
      `参加政府信息公开培训${number}人次`,
      `代理行政诉讼案件${number}件`,
      `出庭应诉${number}次`,
    ])}。`;
  },
  'parts of a whole told as parts': (about) => {
    const { random, organ } = about;
    const number = random.integer(1, 60);
    return organ.scope === 'consolidated'
      ? say`${random.pick(['区级部门', '各街道', '各镇', '街道', '市住建局', '乡镇'])}收到政府信息公开申请${String(Math.min(number, numberAt(about.figures, 's3.new_received.total') ?? 0))}件。`
      : say`上级机关转来办理事项${String(number)}件。`;
  },
  'years that are not this one': ({ random, year }) =>
    say`${random.pick([
      `${year + 1}年，将进一步加强政府信息公开工作`,
      `根据国务院办公厅${year + 1}年政务公开工作安排，提前谋划`,
      `${year - 1}年存在的问题已全部整改`,
      `自${year - 3}年起，连续${random.integer(2, 4)}年开展专项评估`,
      `按照《${year}年政务公开工作要点》要求，细化任务${random.integer(2, 40)}项`,
      `印发${year}年政务公开任务分解表，明确责任单位${random.integer(2, 30)}个`,
    ])}。`,
  'plain talk': ({ random }) =>
    say`${random.pick([
      '认真贯彻落实《中华人民共和国政府信息公开条例》，不断完善工作机制',
      '主要领导亲自部署，分管领导定期调度，形成齐抓共管的工作格局',
      '严格落实信息发布三审三校制度，未发生泄密事件',
      '依申请公开答复更加规范，办理流程进一步优化',
      '全年未发生因公开不当引发的负面舆情',
      '信息更新不够及时、解读形式较为单一等问题依然存在',
    ])}。`,
};
