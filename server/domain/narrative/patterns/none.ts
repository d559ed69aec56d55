/** Words that say none of something; what they deny stands behind them. */
export const noneBefore = new RegExp(
  [
    '(?:未|没|没有)(?:曾|再|新)?(?:收到|接收|接到|受理|收取|收(?!录|集)|征收|发生|产生|出现|存在|涉及|引发|引起|提起|被|因|作出|做出|制发|制定|出台|发布|印发|废止|办理|开展|实施|新增|结转|向|就|对|有|形成|遇到|核发|办结|答复)',
    '没有(?!现成)',
    '没(?=发生|收|接|产生)',
    '无(?!法|正当|障碍|偿|误|缝|需|关|纸|锡|为|线|故|效|人机|论|疑|现成|异议|差错|权|形)',
    '不存在',
    '不涉及',
    '零(?!距离|散|售|跑|报|投诉|障碍|容忍|星|工)(?=[一-龥])',
  ].join('|'),
  'g',
);

/** …and what they deny stands in front of them, at the end of a clause: `均为0`, `数量为零`, `情况：无`, `均未发生`. */
export const noneBehind =
  /(?:均|都|皆|全部|全)?(?:(?:数|数量|件数|总数|总量|情况|案件数)(?:均|都|皆)?)?(?:均|都|皆|全部)?(?:(?:为|是|系|：|:)?(?:(?<![\d.])0|零)(?:件|宗|起|例|条|元|万元|个|份|项|次)?|(?:为|是|：|:)?(?:无|没有|(?:未|没有?)(?:发生|出现|收到|产生|收取|涉及|制发|作出|发布|有)))(?:过)?$/;

/** Several things denied at once: what the sentence named before belongs to it. */
export const ofAll = /均|都|皆|全部|分别/;

/** What is denied is then a fault of handling, not the thing itself. */
export const deniedFault =
  /逾期|超期|延期|超时|未按|不按|不及时|违规|违法|泄密|差错|追责|问责|责任|投诉|举报|建议|提案|意见|评议|不满|错误|不当|败诉|纠错|纠正|瑕疵|转办|转送|移送|之外|以外|外的/;
/** …or a part of it. */
export const deniedPart = /季度|半年|月份|\d月|当面|现场|信函|邮寄|网络|网上|传真|口头|上级|下级|其[他它]单位|所属|下属|境外|外国/;

/** What was not done is then work on requests, not a request. */
export const deniedWork =
  /申请(?:公开)?(?:答复|办理|工作|渠道|制度|台账|机制|流程|平台|指南|人员|表)|机制|台账|制度|专人|指定|形成|规范化|标准|明确/;

export const anyFee = /费用|收费|处理费|工本费|检索费|复制费/;

/** Items that were not decided; those that are not new, public or cancelled are no decisions: 未新增行政许可事项. */
export const decidedItems = /(?:办理|办结|作出|发生|产生)[^，。；]{0,4}行政(?:许可|处罚|强制)事项/;
