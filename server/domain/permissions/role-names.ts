import type { Role } from './roles';

/** What people call a post: on the screen, and where they look for it. */
export const roleNames: Readonly<Record<'zh' | 'en', Readonly<Record<Role, string>>>> = {
  zh: {
    clerk: '填报员',
    head: '分管领导',
    reviewer: '审核员',
    admin: '管理员',
    auditor: '审计员',
    system_admin: '系统管理员',
    security_admin: '安全管理员',
  },
  en: {
    clerk: 'Clerk',
    head: 'Head of unit',
    reviewer: 'Reviewer',
    admin: 'Administrator',
    auditor: 'Auditor',
    system_admin: 'System administrator',
    security_admin: 'Security administrator',
  },
};
