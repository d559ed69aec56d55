/** What opens a list of parts behind its whole: `119期，其中…`, `18件（含新制定4件…）`. */
export const listOpeners =
  /^[^，,。；;：:（(）)\d]{0,24}[，,；;：:]{0,1}(?:(?:主要|具体|内容|类别|类型|形式|信息)?(?:其中|含|包括|包含|涵盖|囊括|涉及|分为|分别(?:为|是|有)|依次(?:为|是)|(?<=具体|类型|类别|形式)(?:为|是|有|如下)|(?:构成|组成|分布|情况)(?:为|是|如下)|分成|细分为|即|由(?=[^。；]{1,300}(?:组成|构成))|按[^，,。；：\d]{1,10}[分看]|从[^，,。；：\d]{1,10}[来看分])|[：:])[，,：:]?/;
/** A new sentence that goes on with the list: `100条。其中，动态40条`. */
export const nextSentenceOpener =
  /^[^，,。；;：:（(）)\d]{0,24}[。\n](?:其中|具体(?:为|是|包括|如下|来看|看)?|包括|分别(?:为|是)|主要包括)[，,：:]?/;
export const completeOpeners =
  /(?:分为|分成|细分为|分别(?:为|是|有)|依次(?:为|是)|(?:具体|构成|组成|分布|情况)(?:为|是|有|如下)|即|由|按[^，,。；：\d]{1,10}[分看]|从[^，,。；：\d]{1,10}[来看分])[，,：:]?$/;
/** Inside a list: what follows are parts of the part before. */
export const nestedOpener = /其中|(?:^|[，,])(?:含|包括|包含)/;
/** A bracket directly behind the whole or its noun. */
export const bracketOpener = /^[^，,。；;：:（(）)]{0,16}[（(]/;

/** In front of a number these end a list of parts: what follows is counted anew. */
export const listEnders = /(?:另有|另外|此外|还有|同时|共计|合计|总计|累计|全年|全部|截至|目前|比上年|较上年|同比)/;
/** A clause that starts with one of these is a new statement, unless the parts of the list all start so. */
export const newStatementVerbs =
  /^[，,；;、]?(?:全年|累计|共|并|还|及时|积极|组织|开展|举办|召开|发布|办理|受理|收到|答复|制作|编发|编印|回应|公开|完成|印发|审核|审查|处置|处理|联系|发放|接待|解答|推送|新增|更新|参加|撰写|制定|出台|开设|设立|建立|报送|采用|关停|整合)/;

/** The last part of a complete list: `其余3件`, `其他信息1200条`. */
export const remainder = /^(?:[，,；;、和及]|以及)?(?:其余|剩余|余下|其[他它])/;
/** A list that says it is not complete. */
export const openEnded = /(?:等|等等|主要|重点|比如|例如|如|特别|尤其|包括但不限于)/;

/** Kinds that together make a whole: two different ones of a family make the list complete. */
export const wholeFamilies: readonly RegExp[] = [
  /新?制定|新制发|新出台|修改|修订|修正|废止|重新发布/,
  /线上|线下/,
  /自然人|法人/,
  /上半年|下半年/,
  /主办|协办|会办|分办/,
  /(?<![全省市县区州旗级国])(?:人大|政协)/,
  /网上|网络|信函|邮寄|当面|现场|传真|电子邮件/,
  /概况|动态|目录/,
];
/** Kinds that show a list where no word opens it. Of the forms of a 解读 a text often names two of five. */
export const families: readonly RegExp[] = [...wholeFamilies, /文字|图解|图文|图表|图片|视频|音频|动漫/];
/** Another part of a list told by semicolons, by its bare name: `；服务企业`. */
export const bareNextPart = /^[^，,。；;：:（()）]{0,3}[；;][^，,。；;：:、（()）]{1,16}$/;
