import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { copiedLines, linesOfHtml, linesOfText } from './copied-lines';
import { aClipboard, copiedHtml } from './testing/a-clipboard';

const linesOf = (html: string) => linesOfHtml(copiedHtml(html));

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

  it.each([
    ['what was deleted', '受理申请<del>15</del><ins>16</ins>件', ['受理申请16件']],
    ['a hidden draft', '全年公开<span style="display:none">秘密草稿9</span>12件', ['全年公开12件']],
    ['hidden text of Word', "公开<span style='mso-hide:all'>秘密</span>12件", ['公开12件']],
    ['what a class hides', '<style>.x{display:none}</style><p>公开<b class=x>秘密</b>12件</p>', ['公开12件']],
    ['a script', '公开<script>1</script>12件', ['公开12件']],
    ['only what is struck out', '<s>旧稿</s>', []],
  ])('%s is left out', (_, html, lines) => {
    expect(linesOf(html)).toEqual(lines);
    expect(copiedLines(aClipboard({ html, text: '旧稿秘密草稿1516' }), copiedHtml)).toEqual(lines);
  });

  it.each([
    ['<ol><li>甲</li><li>乙<ol type=a><li>丙</li></ol></li></ol>', ['1. 甲', '2. 乙', 'a. 丙']],
    ['<ol start=3><li>甲</li><li hidden>无</li><li value=9>乙</li></ol>', ['3. 甲', '9. 乙']],
    ['<ol style="list-style-type:cjk-ideographic"><li>甲</li><li>乙</li></ol>', ['一、甲', '二、乙']],
    ['<ol reversed type=I><li>甲</li><li>乙</li></ol>', ['II. 甲', 'I. 乙']],
    ['<ol style="list-style:none"><li>甲</li></ol>', ['甲']],
    ['<ol><li><p>甲</p></li><li>乙</li></ol>', ['1. 甲', '2. 乙']],
  ])('the numbers of a list are kept: %s', (html, lines) => {
    expect(linesOf(html)).toEqual(lines);
  });

  it('a raised number is never part of the number it stands at, nor are two cells or paragraphs of a cell one', () => {
    expect(linesOf('公开12<sup>1</sup>件')).toEqual(['公开12¹件']);
    expect(linesOf('<table><tr><td><p>6</p><p>7</p></td><td>8</td></tr></table>')).toEqual(['6 7　8']);
  });

  it('as plain text is its lines, the end of the last none', () => {
    expect(linesOfText('甲\r\n\r\n乙\n')).toEqual(['甲', '', '乙']);
    expect(linesOfText('甲')).toEqual(['甲']);
  });
});
