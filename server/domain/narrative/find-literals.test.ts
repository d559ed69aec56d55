import { describe, expect, it } from 'vitest';
import { findLiterals } from './find-literals';
import { literalPatterns } from './patterns/literals';
import { readText } from './read-text';

describe('findLiterals', () => {
  it.each(literalPatterns.map(({ kind, pattern, example }) => ({ kind, pattern, example })))(
    '$example is a $kind',
    ({ pattern, example }) => {
      expect([...`，${example}，`.matchAll(pattern)].length).toBeGreaterThan(0);
      expect(findLiterals(`，${example}，`).length).toBeGreaterThan(0);
    },
  );

  it.each([
    '第二批观察员',
    '沪府办字〔2024〕5号',
    '根据第二十条第（一）项',
    '推进“一网通办”和“五个中心”建设',
    '打通最后一公里',
    '十四五规划',
    '12345热线',
    '《2024年要点》',
    '一是加强培训；二是完善制度',
    '地址：飞虹路518号，电话：021—25658888',
    '2024年1月1日起至12月31日止',
    '20个工作日内',
    '从三个方面',
    '2019—2024年',
    '1. 组建团队',
  ])('%s counts nothing', (text) => {
    expect(readText(text, 2024).sentences.flatMap(({ figures }) => figures.map((number) => number.raw))).toEqual([]);
  });

  it('十一件 is a figure although 十一 is also a holiday', () => {
    expect(readText('受理申请十一件', 2024).sentences.flatMap(({ figures }) => figures.map((number) => number.raw))).toEqual(['十一']);
  });
});
