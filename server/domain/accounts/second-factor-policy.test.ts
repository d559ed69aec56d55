import { expect, it } from 'vitest';
import { roles } from '../permissions';
import { isSecondFactorAsked, mayBeAskedForSecondFactor, secondFactorPolicies } from './second-factor-policy';

it('asks whom the policy names, and nobody where none is set', () => {
  const asked = Object.fromEntries(
    secondFactorPolicies.map((policy) => [policy, roles.filter((role) => isSecondFactorAsked(policy, [role]))]),
  );
  expect(asked).toEqual({
    nobody: [],
    admins: ['admin', 'auditor', 'system_admin', 'security_admin'],
    admins_and_reviewers: ['reviewer', 'admin', 'auditor', 'system_admin', 'security_admin'],
  });
});

it('asks whoever has such a duty beside others, and nobody without a duty', () => {
  expect(isSecondFactorAsked('admins', ['clerk', 'admin'])).toBe(true);
  expect(isSecondFactorAsked('admins_and_reviewers', [])).toBe(false);
  expect([mayBeAskedForSecondFactor(['clerk', 'head']), mayBeAskedForSecondFactor(['clerk', 'reviewer'])]).toEqual([false, true]);
});
