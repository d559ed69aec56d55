import { type Phrase, phraseRule } from './phrase-rule';

/** What a template says to its writer and no reader should see. */
const leftovers: readonly RegExp[] = [
  /该部分以表格形式报告|表格如下：?(?=\n|$)|(?:如|见)下表：?(?=$)/g,
  /[（(【[](?:此处|这里|请|应|需|可)(?:填写|填入|插入|描述|说明|补充|简述|写明)[^）)】\]\n]{0,40}[）)】\]]/g,
  /(?<![XxＸ×＊*_])[XxＸ×＊*_]{2,}(?=[年月日件条次项个人份篇期场市区县局镇万元%]|号)|(?<=[一-龥])_{3,}/g,
  /(?:待|需)(?:补充|填写|核实|确认)(?=[）)】\]。，]|$)|TODO|todo|示例文字|样例文本/g,
  /(?:本|该)?模[板版](?:供参考|仅供参考)|填报说明[:：]|填表说明[:：]/g,
];

export const sInstruction = phraseRule(
  's-instruction',
  leftovers.map(
    (pattern): Phrase => ({
      pattern,
      advice: (found) => ({
        zh: `“${found}”像是模板里的提示语。请删除或填写。`,
        en: `"${found}" looks like an instruction of the template. Delete it or fill it in.`,
      }),
    }),
  ),
  {
    sentence: { zh: '没有留下模板的提示语和待填空位。', en: 'No instruction of the template and no open blank is left in.' },
    severity: 'confirm',
    source: '国办公开办函〔2021〕30号，附件模板',
    examples: {
      passing: { title: 'plain prose', texts: { '1': '全年受理政府信息公开申请83件。' } },
      failing: { title: 'the template still speaks', texts: { '1': '该部分以表格形式报告。表格如下：' } },
      blank: { title: 'no text', verdict: 'not_applied' },
    },
  },
);
