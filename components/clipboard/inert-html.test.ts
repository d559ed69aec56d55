import { expect, test } from 'vitest';
import { inertHtml } from './inert-html';

test('inline styles are kept under another name, style sheets are dropped, words stay as they are', () => {
  expect(inertHtml('<style>\n.x {a:b}</style><tr height=0 style=\'display:none\'><td style="color:red">一 style=好</td></tr>')).toBe(
    '<tr height=0 data-copied-style=\'display:none\'><td data-copied-style="color:red">一 style=好</td></tr>',
  );
});
