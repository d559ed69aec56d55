import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { illegalCharacters, withoutIllegalCharacters } from './illegal-characters';

describe('T39: illegalCharacters', () => {
  it('names each with its place; tab, line ends and characters beyond the first plane are legal', () => {
    expect(illegalCharacters('甲\u000b乙\t\n𠮷\ud800\uffff')).toEqual([
      { at: 1, codePoint: 'U+000B' },
      { at: 7, codePoint: 'U+D800' },
      { at: 8, codePoint: 'U+FFFF' },
    ]);
  });

  it('leaves a text of legal characters as it is and any other without them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = withoutIllegalCharacters(text);
        expect(illegalCharacters(kept)).toEqual([]);
        expect(kept.length).toBeLessThanOrEqual(text.length);
        if (illegalCharacters(text).length === 0) expect(kept).toBe(text);
      }),
    );
  });
});
