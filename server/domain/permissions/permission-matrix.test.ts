import { describe, expect, it } from 'vitest';
import { filingStatuses } from '../workflow/filing-status';
import { can, type Verdict } from './can';
import { type Action, actions } from './permission-table';
import { type HeldPost, roles, type UnitPath, type UnitRelation, unitRelations } from './roles';

/** The unit of the object, seen from a post in `district`. */
const places: Record<UnitRelation, UnitPath> = {
  own: ['city', 'district'],
  below: ['city', 'district', 'bureau'],
  succeeded: ['city', 'closed bureau'],
  elsewhere: ['city', 'other district'],
};
/** Who took over the closed one. */
const takenOverBy = ['district'];
const letters = ['o', 's', 'i', 'r', 'a', 'l'] as const;
const marks: Record<Exclude<Verdict, 'allowed'>, string> = { wrong_status: '.', not_permitted: '-', not_visible: '?' };

/** Every role, and the administrator where 三员 are three people. */
const holders: readonly [string, Omit<HeldPost, 'unitId'>][] = [
  ...roles.map((role): [string, Omit<HeldPost, 'unitId'>] => [role, { role }]),
  ['admin (divided)', { role: 'admin', isDivided: true }],
];

const legend = `# Every act, by role, by where the object's unit stands from the post's, by the filing's status.
# o open, s submitted, i in_review, r returned, a approved, l locked, * has no status: allowed.
# . allowed in another status   - not for this role   ? not even to be known of
`;

/** Seven places: the six statuses, then things without one. */
function row(action: Action, post: Omit<HeldPost, 'unitId'>, relation: UnitRelation): string {
  const verdict = (status: (typeof filingStatuses)[number] | null) =>
    can([{ ...post, unitId: 'district' }], action, {
      unitPath: places[relation],
      status,
      ...(relation === 'succeeded' ? { takenOverBy } : {}),
    });
  const shown = filingStatuses.map((status, index) => {
    const answer = verdict(status);
    return answer === 'allowed' ? letters[index] : marks[answer];
  });
  const without = verdict(null);
  return [...shown, without === 'allowed' ? '*' : marks[without]].join('');
}

function matrix(): string {
  const head = `${'act'.padEnd(24)}${'role'.padEnd(16)}${unitRelations.map((relation) => relation.padEnd(10)).join('')}`;
  const lines = (Object.keys(actions) as Action[]).flatMap((action) =>
    holders.map(
      ([name, post]) =>
        `${action.padEnd(24)}${name.padEnd(16)}${unitRelations.map((relation) => row(action, post, relation).padEnd(10)).join('')}`,
    ),
  );
  return `${legend}\n${[head, ...lines].map((line) => line.trimEnd()).join('\n')}\n`;
}

describe('T21: what a role may do', () => {
  it('is what the committed table says: a change of it is a change of that file', async () => {
    await expect(matrix()).toMatchFileSnapshot('./permission-matrix.txt');
  });

  it('needs a post: without one nothing may even be known of', () => {
    for (const action of Object.keys(actions) as Action[])
      expect(can([], action, { unitPath: places.own, status: null })).toBe('not_visible');
  });

  it('T28: is nobody’s twice where 三员 are three people: what the administrator loses is one of the two’s, and people are seen by both', () => {
    const acts = (post: Omit<HeldPost, 'unitId'>) =>
      (Object.keys(actions) as Action[]).filter(
        (action) => can([{ ...post, unitId: 'district' }], action, { unitPath: places.own, status: null }) === 'allowed',
      );
    const [before, after] = [acts({ role: 'admin' }), acts({ role: 'admin', isDivided: true })];
    const lost = before.filter((action) => !after.includes(action));
    const holdersOf = (action: Action) =>
      (['system_admin', 'security_admin', 'auditor'] as const).filter((role) => acts({ role }).includes(action));
    expect(lost.map((action) => `${action}: ${holdersOf(action).join(' ')}`)).toEqual([
      'unit.manage: system_admin',
      'people.read: system_admin security_admin',
      'people.manage: system_admin',
      'duty.manage: security_admin',
      'policy.manage: security_admin',
      'three_roles.divide: ',
      'year.manage: system_admin',
      'backup.read: system_admin',
      'message.manage: system_admin',
    ]);
    // The year is rolled over with texts, openings and editions, so as a whole by whoever sees figures.
    expect([after.includes('year.roll_over'), holdersOf('year.roll_over')]).toEqual([true, []]);
    for (const role of ['system_admin', 'security_admin'] as const)
      expect([role, acts({ role }).filter((action) => /^(?:filing|report|slip)/.test(action))]).toEqual([role, []]);
  });

  it('is the best of what the posts give: a clerk of one unit who reviews another', () => {
    const posts = [
      { role: 'clerk', unitId: 'district' },
      { role: 'reviewer', unitId: 'other district' },
    ] as const;
    const at = (action: Action, unitPath: UnitPath, status: (typeof filingStatuses)[number]) => can(posts, action, { unitPath, status });
    expect(at('filing.edit', places.own, 'open')).toBe('allowed');
    expect(at('filing.edit', places.own, 'locked')).toBe('wrong_status');
    expect(at('filing.approve', places.own, 'submitted')).toBe('not_permitted');
    expect(at('filing.approve', places.elsewhere, 'submitted')).toBe('allowed');
    expect(at('filing.edit', places.elsewhere, 'open')).toBe('not_permitted');
    expect(at('filing.read', places.below, 'open')).toBe('not_visible');
  });

  it('T24: writes nothing into what is with the office, approved or locked', () => {
    const writing: Action[] = ['filing.edit', 'filing.declare', 'filing.explain', 'filing.submit', 'filing.answer_remark'];
    for (const role of roles)
      for (const action of writing)
        for (const status of ['submitted', 'in_review', 'approved', 'locked'] as const)
          expect([role, action, status, can([{ role, unitId: 'district' }], action, { unitPath: places.own, status })]).not.toContain(
            'allowed',
          );
  });
});
