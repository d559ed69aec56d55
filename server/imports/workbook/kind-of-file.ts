import type { Sentence } from '@/server/domain/sentence';

const cfb = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const asXlsx: Sentence = {
  zh: '请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”后再导入。',
  en: 'Open it in Excel or WPS, save it as an Excel workbook (.xlsx), and bring that one in.',
};
const notOurs: Sentence = {
  zh: '请选择从本系统导出、填好后保存的 .xlsx 文件。',
  en: 'Choose the .xlsx that was taken out here, filled in and saved.',
};

/** What a file is by its first bytes, whatever it is called: a zip is looked into elsewhere; anything else is told by its name. */
export function refusalByBytes(bytes: Uint8Array): Sentence | null {
  if (bytes.length === 0) return refused({ zh: '这是一个空文件', en: 'This file is empty' }, notOurs);
  if (startsWith(bytes, [0x50, 0x4b])) return null;
  if (startsWith(bytes, cfb))
    return isEncrypted(bytes)
      ? refused(
          { zh: '这份工作簿设了打开密码，读不了', en: 'This workbook has a password and cannot be read' },
          { zh: '请去掉打开密码，保存后再导入。', en: 'Take the password off, save it and bring it in again.' },
        )
      : refused(
          { zh: '这是旧格式的表格文件（.xls，或者 WPS 的 .et）', en: 'This is a spreadsheet of an older kind (.xls, or .et of WPS)' },
          asXlsx,
        );
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return refused({ zh: '这是 PDF 文件', en: 'This is a PDF' }, notOurs);
  if (isText(bytes))
    return firstSign(bytes) === '<'
      ? refused({ zh: '这是网页或 XML 表格，只是改了文件名', en: 'This is a web page or XML under another name' }, asXlsx)
      : refused({ zh: '这是文本文件（例如 .csv）', en: 'This is a text file, such as .csv' }, notOurs);
  return refused({ zh: '这不是 Excel 工作簿', en: 'This is no Excel workbook' }, notOurs);
}

/** What a zip is, by what lies in it. */
export function refusalByEntries(names: ReadonlySet<string>): Sentence | null {
  const all = [...names];
  if (names.has('xl/vbaProject.bin'))
    return refused({ zh: '这份工作簿带有宏（.xlsm），不予读取', en: 'This workbook has macros (.xlsm) and is not read' }, asXlsx);
  if (names.has('xl/workbook.xml')) return null;
  if (names.has('xl/workbook.bin')) return refused({ zh: '这是二进制工作簿（.xlsb）', en: 'This is a binary workbook (.xlsb)' }, asXlsx);
  if (names.has('content.xml'))
    return refused({ zh: '这是 OpenDocument 表格（.ods）', en: 'This is an OpenDocument sheet (.ods)' }, asXlsx);
  if (all.some((name) => name.startsWith('word/'))) return refused({ zh: '这是 Word 文档', en: 'This is a Word document' }, notOurs);
  if (all.some((name) => /\.xlsx$/i.test(name)))
    return refused(
      { zh: '这是装着几份工作簿的压缩包', en: 'This is a zip with workbooks in it' },
      { zh: '请解压后选择其中一份，或者在“各单位工作簿”页一次导入。', en: 'Take one out of it, or bring all in on the page of all units.' },
    );
  return refused({ zh: '这不是 Excel 工作簿', en: 'This is no Excel workbook' }, notOurs);
}

export const damagedFile = refused(
  { zh: '文件已损坏，读不了', en: 'The file is damaged and cannot be read' },
  { zh: '请在 Excel 或 WPS 里打开，另存一份后再导入。', en: 'Open it in Excel or WPS, save it under another name and bring that one in.' },
);

export const tooLargeInside = refused(
  { zh: '文件解压后太大，不予读取', en: 'The file is too large when unpacked and is not read' },
  { zh: '请删去与填报无关的内容（图片、别的表）后再导入。', en: 'Take out what does not belong to it, pictures or other sheets.' },
);

export const tooManyMerges = refused(
  { zh: '合并的单元格太多，不予读取', en: 'It has too many merged cells and is not read' },
  { zh: '请重新导出一份，把数抄过去后再导入。', en: 'Take out a new one, copy the figures into it and bring that one in.' },
);

function refused(what: Sentence, way: Sentence): Sentence {
  return { zh: `${what.zh}，没有导入。${way.zh}`, en: `${what.en}. Nothing was brought in. ${way.en}` };
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}

/** Office keeps an encrypted workbook as a stream of this name in the old container. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4_096);
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || !head.some((byte) => byte < 9 || (byte > 13 && byte < 32));
}

function firstSign(bytes: Uint8Array): string {
  const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8');
  return text.decode(bytes.subarray(0, 400)).trim().slice(0, 1);
}
