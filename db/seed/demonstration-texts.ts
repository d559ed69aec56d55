import { type FigureBook, numberAt } from '@/server/domain/figures';
import type { CellId, TextKey } from '@/server/domain/formats';
import type { Scope, Texts } from '@/server/domain/subject';
import { type DemonstrationUnit, government } from './demonstration-units';

/** Our own words for the texts of the fictional district, with the figures of its own tables. */
export function reportTexts(year: number, scope: Scope, figures: FigureBook): Record<TextKey, string> & Texts {
  const at = (cell: CellId) => numberAt(figures, cell) ?? 0;
  const whose = scope === 'consolidated' ? '全区' : '区政府办公室';
  const disputes = at('s4.review.total');
  return {
    preamble: `本报告依据《中华人民共和国政府信息公开条例》编制，汇总${scope === 'consolidated' ? `${government}各部门、各街道` : `${government}本机关`}${year} 年政府信息公开工作情况。统计期限自 ${year} 年 1 月 1 日起至 12 月 31 日止。本报告为演示数据，所述机关与数字均属虚构。`,
    1: [
      `${year} 年，${whose}围绕便民利企，把公开要求落实到日常办文办事之中。`,
      '（一）主动公开',
      `全年制发行政规范性文件 ${at('s2.normative_documents.issued')} 件，废止 ${at('s2.normative_documents.repealed')} 件，年末现行有效 ${at('s2.normative_documents.in_force')} 件，均在门户网站集中公开。`,
      '（二）依申请公开',
      `全年新收政府信息公开申请 ${at('s3.new_received.total')} 件，上年结转 ${at('s3.carried_in.total')} 件，办结 ${at('s3.result_total.total')} 件，结转下年度 ${at('s3.carried_out.total')} 件。信息公开类行政复议 ${disputes} 件。`,
      '（三）政府信息管理',
      '对制发的公文逐件确定公开属性，定期核对文件库中的有效性标注。',
      '（四）平台建设',
      '改版信息公开专栏，补齐检索、下载和无障碍功能。',
      '（五）监督保障',
      '开展政务公开业务培训和工作考核，考核结果在系统内通报；社会评议结果总体良好；全年没有发生需要追究责任的情形。',
    ].join('\n'),
    5: '存在的问题：一是部分单位答复文书说理不够充分；二是政策解读形式较为单一。\n改进措施：编写答复文书示范文本，组织交叉评查；增加图表和问答形式的解读。',
    6: `${year} 年未收取政府信息公开信息处理费。没有其他需要报告的事项。`,
  };
}

export function contributionOf(unit: DemonstrationUnit, quarter: number): string {
  return `${unit.name}第${'一二三四'[quarter - 1]}季度组织业务学习，完成信息公开专栏内容核对，政策文件发布后同步配发解读材料。（演示文字）`;
}

/** The phrase list of the fictional district. */
export const demonstrationPhrases: readonly string[] = [
  '与上季度相比变化较大，请核实并写明原因。',
  '与公示平台的数量不一致，请核对后更正或说明口径。',
  '上年结转与上期期末数不衔接，请核对。',
  '办理结果的归类有误，请对照条例重新归类。',
  '文字中的数字与表中不一致，请统一。',
  '说明过于简单，请写明具体原因。',
];
