import { describe, expect, it } from 'vitest';
import { textBlocks } from './text-blocks';

describe('textBlocks', () => {
  it('makes each line one paragraph and drops empty lines and typed indents', () => {
    expect(textBlocks('　　第一段。\r\n\r\n  第二段。\u000c第三段。')).toEqual([
      { kind: 'paragraph', text: '第一段。' },
      { kind: 'paragraph', text: '第二段。' },
      { kind: 'paragraph', text: '第三段。' },
    ]);
  });

  it.each(['（一）主动公开情况', '(二)依申请公开方面。', '（十一）其他'])('takes %s for a heading of level 2', (text) => {
    expect(textBlocks(text)).toEqual([{ kind: 'heading', level: 2, text }]);
  });

  it('sets the first sentence as lead when the text follows on the same line', () => {
    const text = '（一）主动公开。全年发布文件114件。';
    expect(textBlocks(text)).toEqual([{ kind: 'paragraph', text, lead: '（一）主动公开。' }]);
  });

  it('sets no lead when the first sentence is too long for one', () => {
    const text = `（一）${'很长的一句话'.repeat(6)}。第二句。`;
    expect(textBlocks(text)).toEqual([{ kind: 'paragraph', text }]);
  });

  it.each(['1.拓展公开载体', '2．组建队伍', '3、完善机制'])('takes %s for a heading of level 3', (text) => {
    expect(textBlocks(text)).toEqual([{ kind: 'heading', level: 3, text }]);
  });

  it.each(['1.拓展公开载体，成效明显。', '3.5万件申请', `1.${'长'.repeat(40)}`, '2024年工作'])('takes %s for a paragraph', (text) => {
    expect(textBlocks(text)).toEqual([{ kind: 'paragraph', text }]);
  });

  it('finds nothing in an empty text', () => {
    expect(textBlocks(' \n ')).toEqual([]);
  });
});
