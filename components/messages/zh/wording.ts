/** What the office sets for the words of its reports. */
export const wording = {
  context: '对以后每一次审核都生效，包括正在编写的年报；已定稿的版本不变。',
  share: '与上年重复的上限（%）',
  shareHint: (standard: number) => `一段文字与上年相同的超过这个比例，就提示改写。留空为 ${standard}%。法定的套话不计入。`,
  shareWrong: '请填 1 到 100 之间的数，或留空。',
  words: '本级词表',
  wordsHint:
    '一行一条，写“误写=正写”，例如“示列区=示例区”；只写误写也可以。领导姓名、单位和平台名称都可以列。年报文字中出现误写时，须改正或说明。',
  contactTitle: '办公室联系方式',
  contact: '联系人、电话、房间',
  contactHint: '例如“政务公开科 电话 0000-1234567”。显示在每一页的页脚、登录页，和每一处请人联系办公室的地方。留空则不显示。',
  contactSave: '保存联系方式',
  contactSaved: '联系方式已保存，记入操作记录。',
  save: '保存',
  saved: '已保存，记入操作记录。',
};
