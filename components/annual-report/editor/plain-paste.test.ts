import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { linesOfHtml, linesOfText } from './plain-paste';

interface Parsed {
  nodeName: string;
  value?: string;
  attrs?: readonly { name: string; value: string }[];
  childNodes?: readonly Parsed[];
}

/** A tree as a browser has it. */
function asNode(node: Parsed): Parameters<typeof linesOfHtml>[0] {
  return {
    nodeType: node.nodeName === '#text' ? 3 : node.attrs ? 1 : 9,
    nodeName: node.nodeName,
    nodeValue: node.nodeName === '#text' ? (node.value ?? '') : null,
    childNodes: (node.childNodes ?? []).map(asNode),
    getAttribute: (name) => node.attrs?.find((one) => one.name === name)?.value ?? null,
  };
}
const linesOf = (html: string) => linesOfHtml(asNode(parse(html) as unknown as Parsed));

describe('what is pasted', () => {
  it('from Word is its lines: looks, styles and comments are gone', () => {
    expect(
      linesOf(
        `<html><head><style>p{color:red}</style></head><body><!--StartFragment--><p class=MsoNormal><b>（一）主动公开</b><o:p></o:p></p>
<p class=MsoNormal style='text-indent:2em'>全年公开<span lang=EN-US>12</span>件，
其中<i>规范性文件</i>2件。</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`,
      ),
    ).toEqual(['（一）主动公开', '全年公开12件， 其中规范性文件2件。']);
  });

  it('a table is a line a row, its cells apart', () => {
    expect(linesOf('<p>前</p><table><tr><td><p>一</p></td><td>12</td></tr><tr><td>二<br>续</td><td></td></tr></table>后')).toEqual([
      '前',
      '一　12',
      '二 续',
      '后',
    ]);
    for (const from of ['word', 'wps', 'excel', 'web'])
      for (const line of linesOf(readFileSync(`e2e/clipboard/${from}.html.txt`, 'utf8')))
        expect(line).not.toMatch(/[<>\n]|mso-|StartFragment/);
  });

  it('a list is a line an item, a break in a paragraph is a line', () => {
    expect(linesOf('<ul><li>甲</li><li>乙<ul><li>丙</li></ul></li></ul><p>丁<br>戊</p>')).toEqual(['甲', '乙', '丙', '丁', '戊']);
  });

  it('a live number copied within the editor stays one', () => {
    expect(linesOf('<p>公开<span data-number="{{s3.granted.total}}">37</span>件</p>')).toEqual(['公开{{s3.granted.total}}件']);
  });

  it('as plain text is its lines, the end of the last none', () => {
    expect(linesOfText('甲\r\n\r\n乙\n')).toEqual(['甲', '', '乙']);
    expect(linesOfText('甲')).toEqual(['甲']);
  });
});
