import { describe, expect, it } from 'vitest';
import { askedWords, isNamedBy, pinyinInitials } from './named-by';

const finds = (query: string, name: string) => isNamedBy(name, askedWords(query));

describe('a name that is looked for', () => {
  it('has initials of pinyin', () => {
    expect(pinyinInitials('本年新收政府信息公开申请')).toBe('bnxszfxxgksq');
    expect(pinyinInitials('A 区（2026）')).toBe('aq2026');
  });

  it('is found by every word, characters or initials, in any order', () => {
    expect(finds('教育', '示例区教育局')).toBe(true);
    expect(finds('jyj', '示例区教育局')).toBe(true);
    expect(finds('jyj 示例，区', '示例区教育局')).toBe(true);
    expect(finds('教育 卫生', '示例区教育局')).toBe(false);
    expect(finds('My TASKS', 'My tasks')).toBe(true);
    expect(finds('', '示例区教育局')).toBe(true);
  });

  it('is not found by characters that are no letters', () => {
    expect(finds('%', '示例区教育局')).toBe(false);
    expect(finds('（）', '示例区教育局')).toBe(false);
  });
});
