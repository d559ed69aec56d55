import { expect, it } from 'vitest';
import { changedPart } from './changed-part';

it('keeps what both texts begin and end with', () => {
  expect(changedPart('全年受理12件。', '全年受理15件。')).toEqual({ head: '全年受理1', before: '2', after: '5', tail: '件。' });
});

it('shows an added sentence as nothing before and the sentence after', () => {
  expect(changedPart('甲。', '甲。乙。')).toEqual({ head: '甲。', before: '', after: '乙。', tail: '' });
});

it('never counts a character twice when the middle repeats', () => {
  const { head, before, after, tail } = changedPart('aa', 'aaa');
  expect(head + before + tail).toBe('aa');
  expect(head + after + tail).toBe('aaa');
});

it('does not split a character outside the basic plane', () => {
  expect(changedPart('𠀀', '𠀁')).toEqual({ head: '', before: '𠀀', after: '𠀁', tail: '' });
});
