/**
 * Slips of the keyboard, of a scan, or of a label, with what is meant. `wrong` is a pattern; `not` tells the words in which the
 * same characters are right (`线下务必`). Ambiguous ones are left out: the writer knows best.
 */
export const misprints: readonly { wrong: string; right: string }[] = [
  { wrong: '(?<![线天乡门名之如以])下务(?![必实工农虚])', right: '服务' },
  { wrong: '依拖', right: '依托' },
  { wrong: '布署', right: '部署' },
  { wrong: '(?<![自知律克责利于安])己(?=答复|办结|公开|建成|完成|发布|审结|联系|受理|形成|成为|经)', right: '已' },
  { wrong: '申清(?=公开|人|表|书|\\d|，|。)', right: '申请' },
  { wrong: '信息工开', right: '信息公开' },
  { wrong: '政务工开', right: '政务公开' },
  { wrong: '公开公开(?!条例)', right: '公开' },
  { wrong: '政府信息信息', right: '政府信息' },
  { wrong: '行政法复议', right: '行政复议' },
  { wrong: '(?<=行政)复义|复仪', right: '复议' },
  { wrong: '行政诉颂', right: '行政诉讼' },
  { wrong: '法律行政止公开', right: '法律行政法规禁止公开' },
  { wrong: '规范性文伴|规犯性文件|规范性文见', right: '规范性文件' },
  { wrong: '(?<=信息公开)条列', right: '条例' },
  { wrong: '按排', right: '安排' },
  { wrong: '贯切(?=落实)|惯彻', right: '贯彻' },
  // In a finished year 截止目前 is wrong twice over; `n-period` says what to write instead.
  { wrong: '截止(?=(?:19|20)\\d{2}年|\\d{1,2}月)', right: '截至' },
  { wrong: '再接再励', right: '再接再厉' },
  { wrong: '一如继往', right: '一如既往' },
  { wrong: '帐号', right: '账号' },
  { wrong: '登陆(?=网站|平台|系统|门户|官网)', right: '登录' },
  { wrong: '的的(?!士|确|卡)|了了(?!解|然|不|无)|和和(?!平|谐|气|睦)|与与|在在(?!场|线|职|地)', right: '（重字）' },
  { wrong: '，，|。。(?!。)|、、|；；|，。|。，|、，|：：', right: '（标点重复）' },
];
