import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { planOf, sampleWorkbook } from '@/server/testing/a-workbook';
import { readWorkbookFile } from './read-workbook';
import { maxEntries, maxUnpackedBytes } from './unpack-workbook';

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const oldContainer = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zipOf = (entries: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook of one sheet, written by hand. */
function workbook(rows: string, more: Record<string, string> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': types,
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  });
}

/** A sheet of 2,000 rows with some merged cells. */
function merged(many: number, ref: (at: number) => string): Uint8Array {
  const merges = Array.from({ length: many }, (_, at) => `<mergeCell ref="${ref(at)}"/>`).join('');
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2000"><c r="GR2000"><v>2</v></c></row>';
  const sheet = `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
  return workbook('', { 'xl/worksheets/sheet1.xml': sheet });
}

const whyNot = async (bytes: Uint8Array) => {
  const reading = await readWorkbookFile(bytes);
  return reading.readable ? '' : reading.why.zh;
};

/** The size an entry says it has, in both places where a zip says it. */
function lying(zip: Uint8Array, says: number): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    const sign = view.getUint32(at, true);
    if (sign === 0x04034b50) view.setUint32(at + 22, says, true);
    if (sign === 0x02014b50) view.setUint32(at + 24, says, true);
  }
  return bytes;
}

describe('T35: a workbook from outside', () => {
  it('gives each text with where it stands, how it came about and what is wrong with it', async () => {
    const reading = await readWorkbookFile(
      workbook(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c><c r="B1"><v>1.002E3</v></c><c r="C1"><f>A9</f><v>0.30000000000000004</v></c></row>' +
          '<row r="3"><c r="A3" t="e"><v>#DIV/0!</v></c><c r="B3"><f>1+1</f></c><c r="C3" t="b"><v>1</v></c></row>',
      ),
    );
    expect(
      reading.readable && reading.sheets[0]?.rows.map((row) => row.map(({ at, text, fault, formula }) => [at, text, fault, formula])),
    ).toEqual([
      [
        ['A1', '标题', null, null],
        ['B1', '1002', null, null],
        ['C1', '0.3', null, 'A9'],
      ],
      [
        ['A2', '', null, null],
        ['B2', '', null, null],
        ['C2', '', null, null],
      ],
      [
        ['A3', '#DIV/0!', 'error_value', null],
        ['B3', '', 'no_value', '1+1'],
        ['C3', 'true', 'boolean', null],
      ],
    ]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['an empty file', new Uint8Array(), /空文件/],
    [
      'a .xls, or an .et of WPS, under another name',
      new Uint8Array([...oldContainer, ...Array(600).fill(0)]),
      /\.xls，或者 WPS 的 \.et.*另存为/,
    ],
    ['a workbook with a password', new Uint8Array([...oldContainer, ...Buffer.from('EncryptedPackage', 'utf16le')]), /打开密码/],
    ['a .csv', strToU8('项目,数\n规章,1\n'), /文本文件（例如 \.csv）/],
    ['a .csv of GBK', new Uint8Array([0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0x31, 0x0a]), /文本文件/],
    ['a web page called .xls', strToU8('\ufeff<html><table><tr><td>1</td></tr></table></html>'), /网页或 XML/],
    ['a PDF', strToU8('%PDF-1.7\n'), /PDF/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /不是 Excel 工作簿/],
    ['a Word file', zipOf({ 'word/document.xml': '<x/>' }), /Word/],
    ['an .ods', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), /\.ods/],
    ['an .xlsb', zipOf({ 'xl/workbook.bin': 'x' }), /\.xlsb/],
    ['an .xlsm', workbook('', { 'xl/vbaProject.bin': 'x' }), /宏/],
    ['a zip of workbooks', zipOf({ '教育局.xlsx': 'x' }), /压缩包/],
    ['a file cut in half', workbook('<row r="1"/>'.repeat(40)).slice(0, 500), /已损坏/],
    ['XML that is not well formed', workbook('<row r="1"><c r="A1"></row>'), /已损坏/],
    [
      'a document type with entities',
      workbook('', { 'xl/sharedStrings.xml': '<!DOCTYPE d [<!ENTITY a "aaaa">]><sst>&a;</sst>' }),
      /已损坏/,
    ],
    ['a sheet that unpacks to too much', zipSync({ 'xl/workbook.xml': new Uint8Array(maxUnpackedBytes + 1) }), /解压后太大/],
    [
      'more entries than any workbook',
      zipOf(Object.fromEntries(Array.from({ length: maxEntries + 1 }, (_, at) => [`xl/${at}.xml`, '<x/>']))),
      /解压后太大/,
    ],
    ['the same merged cells again and again', merged(3, () => 'A1:GR2000'), /合并的单元格太多/],
    ['more merged cells than any workbook', merged(4_001, (at) => `A${at + 1}:B${at + 1}`), /合并的单元格太多/],
    ['a bomb that says it is small', lying(zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) }), 100), /已损坏/],
    ['a bomb that says it is huge', lying(zipSync({ 'xl/workbook.xml': new Uint8Array(10) }), 0x7fffffff), /解压后太大/],
  ])('refuses %s with a sentence', async (_, bytes, sentence) => {
    expect(await whyNot(bytes)).toMatch(sentence);
  });

  it('follows neither a cell in the last corner nor merged cells without end', async () => {
    const corner = await readWorkbookFile(workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'));
    expect(corner.readable ? corner.sheets[0]?.rows.length : 0).toBeLessThanOrEqual(2_000);
    const wide = Array.from({ length: 3_000 }, (_, at) => `<mergeCell ref="A${at + 1}:XFD1048576"/>`).join('');
    const endless = workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="2000"><c r="Z2000"><v>2</v></c></row>', {
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${wide}</mergeCells></worksheet>`,
    });
    expect((await readWorkbookFile(endless)).readable).toBe(true);
  });

  it('whatever becomes of its bytes, it is read as it was written or refused with a sentence', async () => {
    const whole = await sampleWorkbook();
    const harm = fc.oneof(
      fc.record({ is: fc.constant('cut' as const), at: fc.nat(whole.length - 1) }),
      fc.record({ is: fc.constant('turned' as const), at: fc.nat(whole.length - 1), to: fc.nat(255) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 3 }), async (harms) => {
        let bytes = whole.slice();
        for (const one of harms) {
          if (one.is === 'cut') bytes = bytes.slice(0, one.at);
          else if (one.at < bytes.length) bytes[one.at] = one.to;
        }
        const reading = await readWorkbookFile(bytes);
        if (!reading.readable) expect(reading.why.zh).toMatch(/没有导入。/);
        else expect(planOf(reading)).toMatchObject({ changes: [], conflicts: [], problems: [] });
      }),
      { numRuns: 25 },
    );
  });
});
