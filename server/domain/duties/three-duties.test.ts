import { describe, expect, it } from 'vitest';
import { roles } from '../permissions/roles';
import { dutyConflict, mayDecideOfThree, type ThreeDuty, threeDuties } from './three-duties';

describe('T28: 三员', () => {
  it('no two of the three go together, whichever comes first, and nothing goes with an auditor', () => {
    const together = roles.flatMap((one) =>
      roles.filter((other) => one !== other && dutyConflict([one], other) === null).map((other) => [one, other]),
    );
    const isPair = (a: string, b: string) => together.some(([one, other]) => one === a && other === b);
    for (const one of threeDuties) for (const other of threeDuties) expect([one, other, isPair(one, other)]).toEqual([one, other, false]);
    for (const role of roles) expect([role, isPair(role, 'auditor'), isPair('auditor', role)]).toEqual([role, false, false]);
    expect([isPair('admin', 'system_admin'), isPair('security_admin', 'reviewer')]).toEqual([true, true]);
    // The same duty in another unit is the same duty.
    expect(dutyConflict(['auditor'], 'auditor')).toBeNull();
  });

  it('who decides holds another of the three than who asked, and is neither they nor who it is about', () => {
    const act = (kind: string, askedAs: ThreeDuty | null, userId: string | null = 'x') => ({ kind, askedBy: 'asker', askedAs, userId });
    const may = (of: ReturnType<typeof act>, userId: string, ...duties: ThreeDuty[]) => mayDecideOfThree(of, { userId, duties });
    expect(may(act('three_give', 'system_admin'), 'other', 'security_admin')).toBe(true);
    expect(may(act('three_give', 'system_admin'), 'other', 'system_admin')).toBe(false);
    expect(may(act('three_give', 'system_admin'), 'asker', 'auditor')).toBe(false);
    expect(may(act('three_link', 'system_admin'), 'x', 'auditor')).toBe(false);
    expect(may(act('three_end', 'security_admin'), 'x', 'auditor')).toBe(true);
    // From the console any of the three but who it is about.
    expect(may(act('three_link', null), 'other', 'system_admin')).toBe(true);
    expect(may(act('three_off', 'auditor', null), 'other')).toBe(false);
  });
});
