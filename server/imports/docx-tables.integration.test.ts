import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from './docx-tables';

function wordFile(body: string): Uint8Array {
  return zipSync({ 'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`) });
}
const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p></w:tc>`;

describe('readDocx', () => {
  it('gathers merged cells into spans and joins the runs of a text', () => {
    const table = `<w:tbl><w:tr>${cell('a', '<w:vMerge w:val="restart"/>')}${cell('b', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('c')}${cell('d')}</w:tr></w:tbl>`;
    const reading = readDocx(wordFile(`<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙 &lt;&#x4E19;&gt;</w:t></w:r></w:p><w:p/>${table}`));
    expect(reading).toEqual({
      readable: true,
      document: {
        paragraphs: ['甲乙 <丙>'],
        tables: [
          {
            rows: [
              [
                { text: 'a', rowSpan: 2, colSpan: 1 },
                { text: 'b', rowSpan: 1, colSpan: 2 },
              ],
              [
                { text: 'c', rowSpan: 1, colSpan: 1 },
                { text: 'd', rowSpan: 1, colSpan: 1 },
              ],
            ],
          },
        ],
      },
    });
  });

  it('leaves deleted text out and keeps inserted text', () => {
    const reading = readDocx(
      wordFile(
        '<w:p><w:del><w:r><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>',
      ),
    );
    expect(reading.readable && reading.document.paragraphs).toEqual(['新', '控件']);
  });

  it('does not follow a cell that claims to span a billion columns', () => {
    const reading = readDocx(wordFile(`<w:tbl><w:tr>${cell('a', '<w:gridSpan w:val="1000000000"/>')}</w:tr></w:tbl>`));
    expect(reading.readable && reading.document.tables[0]?.rows[0]?.[0]?.colSpan).toBe(63);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['no zip file', strToU8('%PDF-1.7'), /不是 Word 文档/],
    ['an empty file', new Uint8Array(), /不是 Word 文档/],
    ['a zip of something else', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /不是 Word 文档/],
    ['a file cut in half', wordFile('<w:p/>'.repeat(200)).slice(0, 90), /已损坏/],
    ['XML that is not well formed', zipSync({ 'word/document.xml': strToU8('<w:document><w:body></w:document>') }), /已损坏/],
    [
      'a document type with entities',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document><w:body><w:p/></w:body></w:document>') }),
      /已损坏/,
    ],
    ['a body that inflates beyond 20 MB', zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }), /20 MB/],
  ])('refuses %s with a sentence', (_, bytes, sentence) => {
    const reading = readDocx(bytes);
    expect(reading.readable ? '' : reading.why.zh).toMatch(sentence);
  });
});
