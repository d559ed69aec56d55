import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docOfText, textOfDoc } from './text-doc';

const odd = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '{',
    '{{',
    '}}',
    '{{}}',
    '{{x}}',
    '{{{s3.granted.total}}}',
    '{{s3.granted.total}}',
    '{{s3.granted.total\n}}',
  ],
  ...['{{fact:a-1|20余家}}', '{{=3+1}}', '\u200b', '\u3000', '\u00a0', '\t', '𠮷', '👩‍👩‍👧', 'e\u0301', 'ni hao', '你好', '<b>', '&nbsp;'],
);
const aText = fc.array(fc.oneof(odd, fc.string(), fc.string({ unit: 'binary' })), { maxLength: 12 }).map((parts) => parts.join(''));

describe('docOfText', () => {
  it('and back is the text, to the character', () => {
    fc.assert(
      fc.property(aText, (text) => {
        expect(textOfDoc(docOfText(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps what the editor can hold: no empty words, no line break within a paragraph', () => {
    fc.assert(
      fc.property(aText, (text) => {
        const { content } = docOfText(text);
        expect(content.length).toBeGreaterThan(0);
        for (const one of content.flatMap((paragraph) => paragraph.content ?? []))
          if (one.type === 'text') expect(one.text === '' || one.text.includes('\n')).toBe(false);
      }),
    );
  });

  it('makes one node of a live number, and one of braces that hold none', () => {
    expect(docOfText('答复{{s3.result_total.total}}件。\n\n{{?}}')).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '答复' },
            { type: 'number', attrs: { source: '{{s3.result_total.total}}' } },
            { type: 'text', text: '件。' },
          ],
        },
        { type: 'paragraph' },
        { type: 'paragraph', content: [{ type: 'number', attrs: { source: '{{?}}' } }] },
      ],
    });
  });
});
