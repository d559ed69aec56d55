import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, compareTexts } from './compare-texts';

const marked = (before: string, after: string) =>
  compareTexts(before, after).map(({ parts }) =>
    parts.map(({ change, text }) => (change === 'same' ? text : change === 'added' ? `[+${text}]` : `[-${text}]`)).join(''),
  );

describe('two texts', () => {
  it('differ by whole numbers, not by digits', () => {
    expect(marked('全年公开信息483件。', '全年公开信息492件。')).toEqual(['全年公开信息[-483][+492]件。']);
  });

  it('keep the paragraphs that both have, and show those taken out and put in', () => {
    expect(marked('甲段不变。\n乙段删去。\n丙段不变。', '甲段不变。\n丙段不变。\n这一段是新写的内容。')).toEqual([
      '甲段不变。',
      '[-乙段删去。]',
      '丙段不变。',
      '[+这一段是新写的内容。]',
    ]);
  });

  it('do not take two paragraphs about different things for one that was changed', () => {
    expect(marked('加强培训，全年组织四次。', '门户网站完成改版。')).toEqual(['[-加强培训，全年组织四次。]', '[+门户网站完成改版。]']);
  });

  it('are each found again in what is shown', () => {
    const sentence = fc
      .array(fc.constantFrom('公开', '信息', '12', '3', '件', '，', '。', '申请'), { minLength: 1, maxLength: 8 })
      .map((words) => words.join(''));
    const text = fc.array(sentence, { maxLength: 6 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const compared = compareTexts(before.join('\n'), after.join('\n'));
        const without = (change: Change) =>
          compared
            .filter((paragraph) => paragraph.change !== change)
            .map(({ parts }) =>
              parts
                .filter((part) => part.change !== change)
                .map((part) => part.text)
                .join(''),
            );
        expect(without('added')).toEqual(before);
        expect(without('removed')).toEqual(after);
      }),
    );
  });
});
