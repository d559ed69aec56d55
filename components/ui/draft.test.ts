import { describe, expect, it } from 'vitest';
import { savedDraft, standingDraft } from './draft';

const typed = { value: '0000-2', seen: '0000-1', savedOver: null };

describe('a draft of what is stored', () => {
  it('stands after it is saved until what is stored is loaded anew, as it was typed or put in order', () => {
    const saved = savedDraft(typed, '0000-2', '0000-1');
    expect(standingDraft(saved, '0000-1')?.value).toBe('0000-2');
    expect(standingDraft(saved, '0000-2')).toBe(null);
    expect(standingDraft(saved, '0000 2')).toBe(null);
  });

  it('stays when another change is loaded before it is saved', () => {
    expect(standingDraft(typed, '0000-3')).toBe(typed);
  });

  it('typed on while it is saved, stays over what was saved', () => {
    const more = savedDraft({ ...typed, value: '0000-22' }, '0000-2', '0000-1');
    expect(standingDraft(more, '0000-2')).toEqual({ value: '0000-22', seen: '0000-2', savedOver: null });
  });
});
