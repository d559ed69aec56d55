import type { Role } from '@/server/domain/permissions';

/** Where a person starts: the page that answers the first question of their day. */
export function homeOf(roles: readonly Role[]): string {
  if (roles.includes('clerk')) return '/tasks';
  if (roles.includes('head')) return '/overview';
  if (roles.includes('reviewer')) return '/review';
  if (roles.includes('admin')) return '/overview';
  if (roles.includes('system_admin') || roles.includes('security_admin')) return '/office';
  return roles.includes('auditor') ? '/audit' : '/tasks';
}
