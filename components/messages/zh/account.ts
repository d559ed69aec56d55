import type { PasswordProfile } from '@/server/domain/accounts/password-policy';

/** A person's own account. */
export const account = {
  title: '我的账号',
  context: (name: string, username: string) => `${name} · 用户名 ${username}`,
  passwordTitle: '密码',
  current: '现在的密码',
  newPassword: '新密码',
  change: '更改密码',
  changed: '密码已更改，您在别处的登录都已结束。',
  none: '您的账号没有密码。需要时请管理员发给您设置密码的链接。',
  setAt: (day: string) => `这个密码是 ${day} 设置的。`,
  dueBy: (day: string) => `请在 ${day} 前更换。`,
  tooOld: '密码已到更换期限，请先换一个密码，再继续办理。已填的内容都在。',
  sessionsTitle: '登录情况',
  sessionsHint: '不认识的登录，请结束它，并更改密码。',
  browser: '浏览器',
  address: '来自',
  started: '登录时间',
  lastSeen: '最近使用',
  act: '操作',
  here: '这里',
  unknown: '未知',
  end: '结束',
  endOf: (browser: string, started: string) => `结束 ${browser}（${started} 登录）`,
  ended: '已结束这个登录。',
  endOthers: '结束其他登录',
  othersEnded: (count: number) => (count === 0 ? '没有其他登录。' : `已结束其他 ${count} 个登录。`),
  profiles: {
    dengbao: '等级保护：至少 10 位，大写、小写、数字、符号中的三类，90 天更换一次',
    asvs: 'OWASP ASVS：至少 15 位，不要求字符种类，不定期更换',
  } satisfies Record<PasswordProfile, string> as Record<PasswordProfile, string>,
  policies: {
    dengbao: '至少 10 位，包含大写字母、小写字母、数字、符号中的三类；不含用户名、单位名称、常见密码；不与最近 5 次相同。可以粘贴。',
    asvs: '至少 15 位；不含用户名、单位名称、常见密码；不与最近 5 次相同。可以粘贴，一句只有您知道的话就很好。',
  } satisfies Record<PasswordProfile, string> as Record<PasswordProfile, string>,
  profileTitle: '密码要求',
  profileHint:
    '位数和字符的要求对今后设置的密码生效；改按等级保护时，超过 90 天的密码须先更换才能继续。两个标准互相矛盾，所以只能选一个；任何一个都不接受常见密码和单位名称。',
  profile: '按哪个标准',
  profileSave: '保存密码要求',
  profileSaved: '密码要求已保存。',
};
