import type { Role } from '../permissions/roles';

/**
 * 三员: the duties that are three people's where the office wants it: 系统管理员, 安全管理员, 审计管理员 (安全审计员).
 *
 * @source GB/T 22239-2019 8.1.5 (安全管理中心: 系统管理, 审计管理, 安全管理)
 */
export const threeDuties = ['system_admin', 'security_admin', 'auditor'] as const satisfies readonly Role[];
export type ThreeDuty = (typeof threeDuties)[number];

export function isOneOfThree(role: Role): role is ThreeDuty {
  return (threeDuties as readonly Role[]).includes(role);
}

/** A duty there is only while the three are three people; its holder does no reporting by it. */
export function isOnlyOfThree(role: Role): boolean {
  return role !== 'auditor' && isOneOfThree(role);
}

/**
 * What stands in the way of holding a duty beside others, while the three are three people. Two of the three are never one person's, and who audits
 * writes nothing at all: an auditor holds no other post.
 */
export function dutyConflict(held: readonly Role[], role: Role): 'two_of_three' | 'auditor_alone' | null {
  const others = held.filter((one) => one !== role);
  if (isOneOfThree(role) && others.some(isOneOfThree)) return 'two_of_three';
  if (role === 'auditor' ? others.length > 0 : others.includes('auditor')) return 'auditor_alone';
  return null;
}

/**
 * May somebody decide what one of the three asked for? They hold another of the three than the asker: two system administrators would be one duty
 * deciding for itself. Nobody decides on a duty or a password of their own.
 */
export function mayDecideOfThree(
  act: { kind: string; askedBy: string; askedAs: string | null; userId: string | null },
  decider: { userId: string; duties: readonly ThreeDuty[] },
): boolean {
  if (decider.userId === act.askedBy) return false;
  if (act.kind !== 'three_end' && decider.userId === act.userId) return false;
  return decider.duties.some((duty) => duty !== act.askedAs);
}
