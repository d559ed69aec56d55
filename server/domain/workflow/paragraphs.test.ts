import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOfParagraph, findParagraph, paragraphNumber, paragraphsOf, wordsAt } from './paragraphs';

const text = '　　本季度主动公开信息 37 条。\n\n办结依申请公开 5 件，均按期答复。\r\n举办培训 2 次。\n';

describe('the paragraphs of a contribution', () => {
  it('are the lines with words in them, each where it stands', () => {
    const found = paragraphsOf(text);
    expect(found.map((one) => one.text)).toEqual(['本季度主动公开信息 37 条。', '办结依申请公开 5 件，均按期答复。', '举办培训 2 次。']);
    for (const one of found) expect(text.slice(one.start, one.end)).toBe(one.text);
    expect([paragraphsOf(''), paragraphsOf(' \n　\n')]).toEqual([[], []]);
  });

  it('are counted by their anchors from 1', () => {
    expect(wordsAt(anchorOfParagraph(2), text)).toBe('办结依申请公开 5 件，均按期答复。');
    expect([wordsAt('text:4', text), wordsAt('text', text), wordsAt('s3.granted.natural_person', text)]).toEqual([null, null, null]);
    expect(['text:0', 'text:', 'text:1 ', 'text:02', 'texts:1'].map(paragraphNumber)).toEqual([null, null, null, null, null]);
  });
});

describe('a paragraph looked for in the text of now', () => {
  const words = '办结依申请公开 5 件，均按期答复。';

  it('is found by its words wherever it has moved', () => {
    const moved = `举办培训 2 次。\n新增一段。\n${words}`;
    expect(findParagraph(words, moved)?.start).toBe(moved.indexOf(words));
  });

  it('is found after a number in it was mended', () => {
    expect(findParagraph(words, text.replace('5 件', '6 件'))?.text).toBe('办结依申请公开 6 件，均按期答复。');
  });

  it('is gone when nothing like it is left', () => {
    expect(findParagraph(words, '举办培训 2 次。\n召开会议 1 次。')).toBeNull();
    expect(findParagraph(words, '')).toBeNull();
  });

  it('is the same place as long as its words stand, whatever is written around it', () => {
    const line = fc.string({ minLength: 1, maxLength: 30 }).filter((one) => !/[\r\n]/.test(one) && one.trim() !== '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), line, fc.array(line, { maxLength: 5 }), (before, words, after) => {
        const all = [...before, words, ...after].join('\n');
        expect(findParagraph(words, all)?.text).toBe(words.trim());
        const number = paragraphsOf([...before, ''].join('\n')).length + 1;
        expect(wordsAt(anchorOfParagraph(number), all)).toBe(words.trim());
      }),
    );
  });
});
