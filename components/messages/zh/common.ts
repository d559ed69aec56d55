import { roleNames } from '@/server/domain/permissions/role-names';

export const common = {
  appName: '年报',
  account: '我的账号',
  notices: '通知',
  unreadNotices: (count: number) => `${count} 条未读`,
  announcements: {
    title: '公告',
    context: '办公室现在告诉您的事。收起的也在这里。',
    label: '办公室公告',
    from: (name: string, day: string) => `${name}，显示到 ${day}`,
    putAway: '收起',
    putAwayOf: (text: string) => `收起：${text}`,
    all: '全部公告',
    none: '现在没有公告',
    noneHint: '办公室发布公告后，会显示在首页最上面。',
  },
  signOut: '退出',
  signIn: '登录',
  signInAgain: '重新登录',
  /** Above a page that another person opened, once it is shown to who is here now. */
  changedHands: (from: string, to: string, wasRefused: boolean) =>
    `这台电脑上现在登录的是${to}。这一页原先是${from}打开的${wasRefused ? '，刚才的操作没有办理' : ''}；现已按${to}的身份重新显示。`,
  understood: '知道了',
  failedTries: ({
    since,
    count,
    isAtLeast,
    lastAt,
    sources,
  }: {
    since: string | null;
    count: number;
    isAtLeast: boolean;
    lastAt: string;
    sources: number;
  }) =>
    `${since ? `自您上次登录（${since}）以来` : '在您首次登录之前'}，用您的用户名登录失败${isAtLeast ? '至少 ' : ' '}${count} 次，最近一次 ${lastAt}，来自 ${sources} 处。如果不是您本人，请更改密码并告诉管理员。`,
  skipToContent: '跳到正文',
  wayUp: '上级页面',
  navigation: '主导航',
  /** On paper. */
  printedAt: (at: string) => `打印于 ${at}`,
  contact: (contact: string) => `办公室联系方式：${contact}`,
  noPost: '没有岗位，请联系管理员',
  language: 'English',
  find: '查找',
  findTitle: '查找页面、单元格、单位、规则（Ctrl+K）',
  help: '帮助',
  helpTitle: '这一页的说明（F1），在另一个标签页打开',
  largeText: '大字',
  largeTextTitle: '文字放大四分之一；再按一次恢复',
  close: '关闭',
  cancel: '取消',
  discardTyped: { question: '放弃已填写的内容？', goOn: '继续填写', discard: '放弃' },
  save: '保存',
  retry: '重试',
  loading: '正在载入…',
  failed: '没有成功',
  filesNotRead: '附件没有读出来。',
  /** What goes on longer than a moment. */
  showPassword: '显示密码',
  /** Beside the name of the program, before anybody has signed in. */
  product: '政府信息公开工作年度报告',
  working: {
    act: (act: string) => `正在办理：${act}。请稍候，不要重复点击。`,
    seconds: (count: number) => `已 ${count} 秒`,
  },
  /** Before an official act. */
  confirmation: {
    password: '本人密码',
    hint: '办理前再次核对是您本人；输错会计入登录失败次数。',
    asYourself: (name: string) => `演示中没有密码，点下面的按钮即以 ${name} 的身份办理。`,
  },
  lostConnection: '连接中断，没有送达。请检查网络后重试。',
  internalFault: '系统内部错误，已记录。请稍后重试。',
  cutOff: '现在连不上服务器，打不开别的页面，所以留在这一页。已填的都在这台电脑上，恢复后自动上传；请检查网络后再点。',
  errorTitle: '这一页没能打开',
  errorReasons: {
    fault: '问题已记录。',
    storage_full: '服务器磁盘已满。',
    unavailable: '数据库暂时不可用。',
    work_failed: '这一页没有做完，已停止。',
    too_many: '现在排队的事太多，这一页没有排上。',
  },
  errorHint: '已保存的内容都在服务器上，还没送达的修改留在这台电脑上，会继续上传。请重试；仍不行时，请告诉管理员。',
  errorHintHere:
    '这个页面在您的浏览器里出了错。已保存的内容都在服务器上，还没送达的修改留在这台电脑上，会继续上传。请重试；仍不行时，请截图告诉管理员。',
  newProgramTitle: '程序已更新',
  newProgramHint: '正在重新载入这一页。还没送达的修改留在这台电脑上，载入后继续上传。',
  loadAnew: '重新载入',
  errorNumber: (digest: string) => `告诉管理员时请带上编号 ${digest}`,
  notFoundTitle: '没有找到',
  notFoundHint: '这项内容不存在，或者您无权查看。请从首页重新进入。',
  home: '回到首页',
  demonstrationLabel: '演示',
  demonstration: '演示数据 · 示例区为虚构',
  listComma: '、',
  menu: '菜单',
  menuWaiting: (count: number) => `有 ${count} 件待看`,
  /** The first names of many. */
  firstOf: (names: string, count: number) => `${names} 等 ${count} 个`,
  /** What stands in brackets behind a name. */
  inBrackets: (name: string, words: string) => `${name}（${words}）`,
  year: (year: number) => `${year} 年`,
  quarter: (quarter: number) => ['第一季度', '第二季度', '第三季度', '第四季度'][quarter - 1] ?? '',
  /** A day as nobody can misread it; `weekday` 0 is Sunday. */
  day: (year: number, month: number, day: number, weekday: number) =>
    `${year} 年 ${month} 月 ${day} 日（周${'日一二三四五六'.charAt(weekday)}）`,
  period: (year: number, quarter: number) => `${year} 年${['第一季度', '第二季度', '第三季度', '第四季度'][quarter - 1] ?? ''}`,
  roles: roleNames.zh,
  scopes: { own_organ: '本机关', consolidated: '汇总' },
  statuses: {
    not_started: '未开始',
    filling: '填报中',
    filled_not_submitted: '已填完（未报送）',
    submitted: '已报送待审',
    in_review: '审核中',
    returned: '已退回',
    approved: '已通过',
    locked: '已锁定',
  },
  reportsToSign: (count: number) => `${count} 份年报待您签字`,
  severities: { must_fix: '必须改正', confirm: '需要说明', hint: '提示' },
  settled: { explained: '已说明', excepted: '已放行' },
  nav: {
    overview: '概况',
    tasks: '我的任务',
    review: '审核',
    board: '进度',
    reports: '年报',
    trends: '趋势',
    slips: '更正单',
    office: '管理',
    rules: '规则',
    check: '查验文件',
    audit: '操作记录',
  },
  statutoryTable: { notFilled: '未填', figure: (name: string, value: string) => `${name}：${value}`, and: '；' },
};
