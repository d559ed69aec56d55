import { describe, expect, it } from 'vitest';
import { aDocx, aJpeg, anXlsx, aPdf, aPng, packed } from '@/server/testing/evidence-files';
import { beginningFault, judgeFile, maxAttachmentBytes, sizeFault } from '.';

const typeOf = (bytes: Uint8Array) => {
  const judged = judgeFile(bytes);
  return 'type' in judged ? judged.type : null;
};
const whyNot = (bytes: Uint8Array) => {
  const judged = judgeFile(bytes);
  return 'why' in judged ? judged.why.zh : 'taken';
};
const joined = (...parts: readonly (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

/** The same zip with numbers of its directory changed: what it says of itself, not what it holds. */
function saying(zip: Uint8Array, change: (view: DataView, entry: number) => void): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) change(view, at);
  return bytes;
}

describe('a file is what its bytes say', () => {
  it('PDF, picture, Word, Excel', () => {
    expect([aPdf(), aPng(), aJpeg(), aDocx(), anXlsx()].map(typeOf)).toEqual(['pdf', 'png', 'jpeg', 'docx', 'xlsx']);
  });

  it('with what telephones and office programs put around it', () => {
    expect(typeOf(joined(aJpeg(), 'a film of a second'))).toBe('jpeg');
    expect(typeOf(joined(aPdf(), '\r\n\0'))).toBe('pdf');
    expect(typeOf(aDocx({ 'word/embeddings/book.xlsx': 'PK', 'xl.txt': '' }))).toBe('docx');
  });

  it.each([
    ['an empty file', new Uint8Array(), '空文件'],
    ['a program', joined('MZ\x90\0', aPdf()), '程序文件'],
    ['a web page', joined('<!doctype html><script>alert(1)</script>'), '这种文件不能作附件'],
    ['a drawing that runs', joined('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), '这种文件不能作附件'],
    ['an older office file', joined(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'x'.repeat(600)), '旧格式的 Office 文件'],
    ['a zip of anything', packed({ 'a.exe': 'MZ' }), '压缩包'],
    ['an archive of Java', packed({ 'META-INF/MANIFEST.MF': '' }), '压缩包'],
    ['slides', packed({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }), '压缩包'],
    ['a binary workbook', packed({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }), '不是 Word 文档或 Excel'],
    ['Word with macros', aDocx({ 'word/vbaProject.bin': 'x' }), '带有宏'],
    ['a PDF that broke off', aPdf('x', 6_000).subarray(0, 4_000), '不完整'],
    ['a PNG that broke off', aPng().subarray(0, -6), '不完整'],
    ['a JPEG that is a head alone', aJpeg().subarray(0, 6), '不完整'],
    ['a zip that broke off', aDocx().subarray(0, -9), '不完整'],
    ['a way out of the folder', aDocx({ 'word/../../evil.xml': '' }), '不完整'],
  ])('%s is refused, with what, why and how', (_, bytes, why) => {
    expect(whyNot(bytes)).toContain(why);
    expect(whyNot(bytes)).toMatch(/没有添加。.*(?:请|只能)/);
  });

  it.each([
    ['a PDF with a zip behind it', joined(aPdf(), aDocx())],
    ['a picture with a zip behind it', joined(aJpeg(), packed({ 'a.exe': 'MZ' }))],
    ['a PNG with anything behind it', joined(aPng(), '<script>')],
    ['a picture that is a PDF as well', joined(aJpeg().subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 9]), '%PDF-1.', aJpeg().subarray(2))],
    ['Word that is a PDF as well', packed({ '%PDF-1.4': '', '[Content_Types].xml': '', 'word/document.xml': '' })],
    ['Word and Excel in one', aDocx({ 'xl/workbook.xml': '' })],
    ['a program with Word behind it', joined('PK\x03\x04 not a zip', aDocx())],
  ])('%s is refused: it is two things at once', (_, bytes) => {
    expect(whyNot(bytes)).toMatch(/两种文件|不完整/);
  });

  it('a bomb is refused by what it says, and one that lies is never unpacked', () => {
    const bomb = saying(aDocx(), (view, entry) => view.setUint32(entry + 24, 4_000_000_000, true));
    expect(whyNot(bomb)).toContain('太大');
    const small = packed({ '[Content_Types].xml': '', 'word/document.xml': '0'.repeat(2_000_000) });
    expect(small.length).toBeLessThan(10_000);
    expect(typeOf(saying(small, (view, entry) => view.setUint32(entry + 24, 10, true)))).toBe('docx');
    expect(whyNot(saying(aDocx(), (view, entry) => view.setUint16(entry + 8, 1, true)))).toContain('不完整');
  });

  it('anything at all is judged without a fault', () => {
    const all = [aPdf(), aPng(), aJpeg(), aDocx(), anXlsx()];
    for (const bytes of all)
      for (let at = 0; at < bytes.length; at += 3)
        for (const value of [0, 255]) {
          const changed = bytes.slice();
          changed[at] = value;
          expect(judgeFile(changed)).toBeTruthy();
          expect(judgeFile(changed.subarray(0, at))).toBeTruthy();
        }
  });

  it('too large is said with both sizes, and a disguise by the first bytes', () => {
    expect(sizeFault(maxAttachmentBytes)).toBeNull();
    expect(sizeFault(maxAttachmentBytes + 1)?.zh).toMatch(/10.1 MB，超过每个附件 10 MB 的上限，没有添加。请压缩/);
    expect(beginningFault(aPdf().subarray(0, 20))).toBeNull();
    expect(beginningFault(joined('MZ'))?.zh).toContain('程序文件');
  });
});
