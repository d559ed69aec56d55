import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage';

const government = '示例区人民政府';
const treatments = (texts: Parameters<typeof coverageOf>[1], organ = government) =>
  Object.fromEntries(coverageOf(organ, texts).map((one) => [one.topic, one.treatment]));

describe('which topics a text treats', () => {
  it('is all of them missing while nothing is written', () => {
    expect(new Set(Object.values(treatments({})))).toEqual(new Set(['missing']));
  });

  it('takes a heading with words below it, and not a bare heading', () => {
    const text = '（一）主动公开\n围绕民生事项持续更新各类目录与栏目内容，方便查找。\n（二）政府信息管理\n（三）平台建设\n';
    const found = treatments({ '1': text });
    expect([found.active_disclosure, found.information_management, found.platforms]).toEqual(['treated', 'partly', 'partly']);
  });

  it('takes words without a heading: one side of it is partly, two are enough', () => {
    expect(treatments({ '1': '本年开展业务培训。' }).safeguards).toBe('partly');
    expect(treatments({ '1': '本年开展业务培训，对各单位网站进行检查。' }).safeguards).toBe('treated');
  });

  it('leads to the words in the text as it was typed, blanks included', () => {
    const text = '本年　未 发生责任追 究。';
    const found = coverageOf(government, { '1': text }).find((one) => one.topic === 'accountability');
    expect(found).toEqual({
      topic: 'accountability',
      treatment: 'treated',
      place: { text: '1', start: text.indexOf('责'), end: text.indexOf('。'), snippet: '责任追 究' },
      isWanted: true,
    });
  });

  it('asks only governments for assessment, evaluation and accountability', () => {
    const wanted = (organ: string) => coverageOf(organ, {}).flatMap((one) => (one.isWanted ? [] : [one.topic]));
    expect(wanted(government)).toEqual([]);
    expect(wanted('示例区教育局')).toEqual(['assessment', 'social_evaluation', 'accountability']);
  });

  it('finds the fee in chapter 六 and nowhere else', () => {
    expect(treatments({ '1': '本年未收取信息处理费。' }).processing_fee).toBe('missing');
    expect(treatments({ '6': '本年未收取信息处理费。' }).processing_fee).toBe('treated');
  });
});
