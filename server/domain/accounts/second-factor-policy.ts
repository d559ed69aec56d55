import type { Role } from '../permissions';

/** From whom the office asks a second factor, beside the password. Anybody may have one. */
export const secondFactorPolicies = ['nobody', 'admins', 'admins_and_reviewers'] as const;
export type SecondFactorPolicy = (typeof secondFactorPolicies)[number];

/** By which policies a duty asks for it. */
const askedBy = {
  clerk: [],
  head: [],
  reviewer: ['admins_and_reviewers'],
  admin: ['admins', 'admins_and_reviewers'],
  // Wherever somebody audits: with the account of who reads and confirms, all that the others do is covered up, also where 三员 are three people.
  auditor: ['admins', 'admins_and_reviewers'],
  system_admin: ['admins', 'admins_and_reviewers'],
  security_admin: ['admins', 'admins_and_reviewers'],
} satisfies Record<Role, readonly SecondFactorPolicy[]> as Record<Role, readonly SecondFactorPolicy[]>;

/** Whether somebody with these duties has to have a second factor. */
export function isSecondFactorAsked(policy: SecondFactorPolicy, roles: readonly Role[]): boolean {
  return roles.some((role) => askedBy[role].includes(policy));
}

/** Whether some policy asks it of these duties: of others there is no need to look at the policy. */
export function mayBeAskedForSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => askedBy[role].length > 0);
}
