import { describe, expect, it } from 'vitest';
import { readChineseNumeral } from './chinese-numeral';

describe('readChineseNumeral', () => {
  it.each([
    ['零', 0],
    ['〇', 0],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['百', 100],
    ['一百十五', 115],
    ['千万', 10_000_000],
    ['一百零三', 103],
    ['一千零一十', 1010],
    ['二〇二四', 2024],
    ['三万五千', 35_000],
    ['十万', 100_000],
    ['一百二十三万四千五百六十七', 1_234_567],
    ['一亿零三万', 100_030_000],
  ])('reads %s as %i', (text, value) => {
    expect(readChineseNumeral(text)).toBe(value);
  });

  it.each(['', '12', '十几', '一二十', '两两', '十百', '一万万', '二百十百', '一百二', '三万五', '零十', '一百零零三'])(
    'does not guess at %j',
    (text) => {
      expect(readChineseNumeral(text)).toBeNull();
    },
  );
});
