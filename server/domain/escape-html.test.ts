import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeHtml, unescapeHtml } from './escape-html';

it('the five characters that mean something to a parser are written as entities', () => {
  expect(escapeHtml(`<a b="c" d='e'>&lt;</a>`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;lt;&lt;/a&gt;');
});

it('reads back what it wrote, entities in the text among it', () => {
  expect(unescapeHtml(escapeHtml('&amp;lt; <&>'))).toBe('&amp;lt; <&>');
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('&', 'amp;', '#39;', '<', '"', "'", '甲') }),
      (text) => unescapeHtml(escapeHtml(text)) === text,
    ),
  );
});
