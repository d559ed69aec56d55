import { actions } from '@/server/domain/permissions';

/** What may be tried: the acts of the permission table, and those that have no row there. */
export const acts = {
  ...actions,
  setup: '建立首位管理员',
  'backup.restore': '从备份恢复',
  'session.start': '登录',
  'session.end': '退出',
  'person.set_password': '设置密码',
  'person.open_link': '打开设置密码的链接',
  'duty.decide': '确认或退回待确认事项',
  'session.confirm': '再次验证密码',
  'account.changePassword': '更改密码',
  'account.bindIdentity': '绑定统一身份',
  'account.unbindIdentity': '解除统一身份绑定',
  'account.turnOnSecondFactor': '开启两步验证',
  'account.turnOffSecondFactor': '关闭两步验证',
  'account.renewRecoveryCodes': '更换恢复码',
  'account.endSession': '结束登录',
  'notice.choose': '设置邮件提醒',
  'announcement.dismiss': '收起公告',
  'account.setTelephone': '登记电话',
  'notice.read': '标记通知已读',
  'account.endOtherSessions': '结束其他登录',
  'report.set_steps': '设置签发步骤',
  'report.send_for_signing': '送签',
  'report.withdraw_signature': '撤回年报签字',
};
