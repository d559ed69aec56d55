import { describe, expect, it } from 'vitest';
import { type ClosingDraft, closingAct, closingOf, draftOf } from './closing-draft';

const now = new Date('2026-11-30T04:00:00.000Z');
const unit = (id: string) => ({ id, name: id, kind: 'department' as const, depth: 1 });
const half: ClosingDraft = {
  ...draftOf('', now),
  units: [unit('civil'), unit('market')],
  closesOn: '2026-12-31',
  name: '示例区民政和市场监督管理局',
};

describe('a closing that is half decided', () => {
  it('stands after a reload as it was left', () => {
    expect(draftOf(JSON.stringify(half), now)).toEqual(half);
  });

  it('begins at the quarter end just passed, also where what was kept cannot be read or is long over', () => {
    expect(draftOf('', now).closesOn).toBe('2026-09-30');
    expect(draftOf('{', now)).toEqual(draftOf('', now));
    expect(draftOf(JSON.stringify({ ...half, closesOn: '2019-03-31' }), now)).toEqual({ ...half, closesOn: '2026-09-30' });
  });

  it('asks the server once it names units, and somebody who takes over where somebody should', () => {
    expect(closingOf(draftOf('', now))).toBeNull();
    expect(closingOf({ ...half, successor: 'existing' })).toBeNull();
    expect(closingOf(half)?.unitIds).toEqual(['civil', 'market']);
  });

  it('is a merger of two or into one there is, a new name of one, an end without a successor', () => {
    const one = { ...half, units: [unit('civil')] };
    expect([half, one, { ...one, successor: 'existing' as const }, { ...half, successor: 'none' as const }].map(closingAct)).toEqual([
      'merge',
      'rename',
      'merge',
      'one',
    ]);
  });
});
