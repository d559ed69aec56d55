import { expect, test } from 'vitest';
import { inertHtml, isHiddenStyle } from './inert-html';

test('inline styles are kept under another name, style sheets are dropped, words stay as they are', () => {
  expect(inertHtml('<style>\n.x {a:b}</style><tr height=0 style=\'display:none\'><td style="color:red">一 style=好</td></tr>')).toBe(
    '<tr height=0 data-copied-style=\'display:none\'><td data-copied-style="color:red">一 style=好</td></tr>',
  );
});

test.each([
  ['display:none;mso-height-source:userset', true],
  ['height:13.50pt; display : none', true],
  ['height:0px', true],
  ['height:0pt;width:3px', true],
  ['visibility:collapse', true],
  ['mso-display:none', false],
  ['height:0.5pt', false],
  ['line-height:0', false],
  ['', false],
])('%j hides: %s', (style, isHidden) => {
  expect(isHiddenStyle(style)).toBe(isHidden);
});
