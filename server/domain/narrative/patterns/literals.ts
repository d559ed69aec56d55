import { rhetoricalNouns, setPhrases } from './names';

/** Why a number is no figure. */
export type LiteralKind =
  | 'date'
  | 'period'
  | 'document_number'
  | 'title'
  | 'name'
  | 'ordinal'
  | 'phone'
  | 'address'
  | 'url'
  | 'code'
  | 'article';

/**
 * Where numbers stand that count nothing. A number inside a match is a literal; the first row that matches gives the reason.
 *
 * To add one: a row with a global pattern over the plain text (no blanks, half-width digits) and an example. Bounded
 * repetition only, so that a long text stays fast.
 */
export const literalPatterns: readonly { kind: LiteralKind; pattern: RegExp; example: string }[] = [
  { kind: 'title', pattern: /《[^《》\n]{1,120}》/g, example: '《2024年上海市政务公开工作要点》' },
  { kind: 'url', pattern: /(?:https?:\/\/|www\.)[\w./?=&%#:~@+-]{1,200}/g, example: 'www.shhk.gov.cn' },
  { kind: 'url', pattern: /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30}){1,4}/g, example: 'zwgk2024@126.com' },
  {
    kind: 'document_number',
    pattern: /[一-龥]{1,14}[〔[［【（(﹝](?:19|20)\d{2}[〕\]］】）)﹞]第?\d{1,5}号/g,
    example: '沪府办字〔2024〕5号',
  },
  {
    kind: 'document_number',
    pattern: /(?:国务院|省政府|市政府)?令第?\d{1,4}号|第\d{1,4}号令?|\d{1,4}号(?:令|文件?)/g,
    example: '国务院令第711号',
  },
  {
    kind: 'phone',
    pattern:
      /(?:电话|传真|热线[：:]|手机|邮编|邮政编码|号码|拨打|致电)[^\d。；\n]{0,12}[（(]?\d[\d（）()—–－-]{3,24}\d(?:转\d{1,6})?(?![\d件个条次人])/g,
    example: '联系电话：021—25658888',
  },
  {
    kind: 'phone',
    pattern: /[（(]?0\d{2,3}[）)]?[—–－-]{0,2}\d{7,8}(?:转\d{1,6})?|(?<!\d)1[3-9]\d{9}(?!\d)|400[—–－-]\d{3,4}[—–－-]\d{3,4}/g,
    example: '13800000000',
  },
  {
    kind: 'name',
    pattern:
      /(?<!\d)(?:123(?:09|15|18|19|20|28|29|30|33|38|45|48|50|55|56|58|66|69|78|80|88|93|95)|11[049]|12[02]|12\d00)(?!\d)(?=["”’市政务服便民热平投举消维旅纪价网一]|[^\d件个条次项份]{0,4}(?:热线|平台|工单|诉求))/g,
    example: '12345热线',
  },
  { kind: 'name', pattern: /[“‘"「『][^“”‘’"「」『』。\n]{1,40}[”’"」』]/g, example: '“五个中心”' },
  {
    kind: 'article',
    pattern:
      /第[〇零一二两三四五六七八九十百\d]{1,5}(?:条|款|项|章|节|编|部分)(?:第?[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[款项])?(?:第?[（(][一二三四五六七八九十\d]{1,3}[）)]项)?/g,
    example: '第二十条第（一）项',
  },
  { kind: 'ordinal', pattern: /第[〇零一二两三四五六七八九十百千\d]{1,6}/g, example: '第二批' },
  { kind: 'ordinal', pattern: /[（(][一二三四五六七八九十]{1,3}[）)]|[（(]\d{1,2}[）)](?![个件项条人名家宗份])/g, example: '（一）' },
  {
    kind: 'ordinal',
    pattern: /(?<=^|[\n。；;：:，,、）)])[一二三四五六七八九十]{1,3}[是要则、](?!件)|(?<=^|[\n。；;])\d{1,2}[.、．](?!\d)/g,
    example: '一是',
  },
  { kind: 'ordinal', pattern: /其[一二三四五六七八九]|[①-⑳]|(?<=[\n。；;：:])[一二三四五六七八九]来/g, example: '其一' },
  {
    kind: 'date',
    pattern:
      /(?:19|20)\d{2}(?:年度?)?(?:[—–－~～至到及和、/-]{1,2}(?:19|20)\d{2}年?度?){1,3}|(?:19|20)\d{2}[./—–-]\d{1,2}(?:[./—–-]\d{1,2})?(?![\d.%])/g,
    example: '2019—2024年',
  },
  {
    kind: 'date',
    pattern:
      /(?:(?:19|20)?\d{2}|[一二][〇零○OＯ九\d][〇零○一二三四五六七八九]{2})年度?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:份|底|初|末|\d{1,2}日)?|[一二三四五六七八九十]{1,3}月(?:份|底|初|末|[一二三四五六七八九十]{1,3}日)?|(?<=月)\d{1,2}日/g,
    example: '2024年1月1日',
  },
  { kind: 'date', pattern: /\d{1,2}[—–－~～至-]{1,2}\d{1,2}(?=月|日|季度)/g, example: '1—6月' },
  {
    kind: 'date',
    pattern: /(?<![\d.])(?:19|20)\d{2}(?=[^\d.件个条次项份人名户家场期篇万千百余多%元起宗本册则张幅部页])/g,
    example: '2024政务公开',
  },
  { kind: 'date', pattern: /\d{1,2}[:：]\d{2}(?:[—–－~至-]\d{1,2}[:：]\d{2})?|\d{1,2}时(?:\d{1,2}分)?/g, example: '9:00—17:00' },
  {
    kind: 'period',
    pattern:
      /[近前后每满逾连续]{0,2}(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:年|个月|周|季度|个季度)(?!度?报)|\d{1,3}个?(?:工作日|自然日)|7[×xX*]24(?:小时)?|24小时|[一二三四]季度/g,
    example: '20个工作日',
  },
  {
    kind: 'address',
    pattern: /\d{1,5}(?:[—–-]\d{1,5})?(?:号楼|号院|号|弄|室|楼|层|栋|幢|单元|房间|会议室|路公交)/g,
    example: '飞虹路518号',
  },
  {
    kind: 'code',
    pattern:
      /[A-Za-z][A-Za-z.+-]{0,12}\d{1,6}(?![\d.件个条次项份人名户家场期篇万千百余多])|\d{1,4}[A-Za-z]{1,8}(?!\d)|\d[+＋][A-Za-z\d一-龥]/g,
    example: 'A4、5G',
  },
  { kind: 'name', pattern: new RegExp([...setPhrases].sort((a, b) => b.length - a.length).join('|'), 'g'), example: '十四五' },
  {
    kind: 'name',
    pattern: new RegExp(`[一二两三四五六七八九十]{1,2}(?:个|大|项|种)?(?:${rhetoricalNouns})`, 'g'),
    example: '三个方面',
  },
];
