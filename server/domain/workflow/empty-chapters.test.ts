import { describe, expect, it } from 'vitest';
import { getFormat } from '../formats';
import { emptyChapters } from './empty-chapters';

describe('chapters without words', () => {
  const texts = { 1: '全年情况。', 5: '问题与改进。', 6: '无' };

  it('are 一, 五 and 六, in both formats; the preamble may be left out', () => {
    for (const format of [getFormat('2021'), getFormat('2019')]) {
      expect(emptyChapters(format, {})).toEqual(['1', '5', '6']);
      expect(emptyChapters(format, texts)).toEqual([]);
    }
  });

  it.each(['', '  \n　', '……', '（）。', '\u200B'])('“%s” says nothing', (text) => {
    expect(emptyChapters(getFormat('2021'), { ...texts, 5: text })).toEqual(['5']);
  });

  it('one word is a chapter: what it has to say is for the rules', () => {
    expect(emptyChapters(getFormat('2021'), { ...texts, 6: '未收取。' })).toEqual([]);
  });
});
