import type { Sentence } from '../sentence';
import { type AttachmentType, notTaken } from './attachment';
import { maxAttachmentBytes } from './limits';
import { isJpegPicture, isWholePng } from './picture';
import { endOfZip, type ZipEntry, zipDirectory } from './zip-directory';

/** What Word or Excel opens without pausing; a bomb says far more, or lies and is never unpacked here. */
const maxUnpackedBytes = 300_000_000;

const onlyThese: Sentence = {
  zh: '只能添加 PDF、图片（PNG、JPEG）、Word（.docx）和 Excel（.xlsx）文件，按文件内容判断，改文件名不起作用。请另存为其中一种再添加。',
  en: 'Only PDF, pictures (PNG, JPEG), Word (.docx) and Excel (.xlsx) are taken, judged by what is in the file and not by its name. Save it as one of them and add it again.',
};
const saveAnew: Sentence = {
  zh: '请用原来的程序打开，另存一份后再添加。',
  en: 'Open it in the program it comes from, save it anew and add that one.',
};

/** What the size alone says against a file; null: nothing. */
export function sizeFault(bytes: number): Sentence | null {
  if (bytes === 0) return notTaken({ zh: '这是一个空文件（0 字节）', en: 'This file is empty (0 bytes)' }, saveAnew);
  if (bytes <= maxAttachmentBytes) return null;
  const [size, most] = [megabytes(bytes), megabytes(maxAttachmentBytes)];
  return notTaken(
    { zh: `文件有 ${size} MB，超过每个附件 ${most} MB 的上限`, en: `The file has ${size} MB; an attachment may have ${most} MB` },
    {
      zh: '请压缩图片、降低扫描精度，或者只留有关的几页后再添加。',
      en: 'Shrink its pictures, scan it more coarsely or keep only the pages that matter, and add it again.',
    },
  );
}

const megabytes = (bytes: number) => String(Math.ceil(bytes / 100_000) / 10);

/** What the first bytes alone say against a file, so that one in disguise is refused before the rest of it is sent; null: nothing. */
export function beginningFault(head: Uint8Array): Sentence | null {
  return beginsAs(head) ? null : strange(head);
}

/** What a file is, by its bytes; or why it is not taken. Nothing is unpacked. */
export function judgeFile(bytes: Uint8Array): { type: AttachmentType } | { why: Sentence } {
  const why = sizeFault(bytes.length);
  if (why) return { why };
  const beginning = beginsAs(bytes);
  if (beginning === null) return { why: strange(bytes) };
  if (beginning === 'zip') return judgeZip(bytes);
  // A file that is two things at once shows its reader one and another program the other.
  if (endOfZip(bytes) !== null || (beginning !== 'pdf' && hasPdfHead(bytes))) return { why: twoThings };
  if (beginning === 'pdf') return hasPdfEnd(bytes) ? { type: 'pdf' } : { why: brokenOff };
  const isWhole = beginning === 'png' ? isWholePng(bytes) : isJpegPicture(bytes);
  return isWhole ? { type: beginning } : { why: brokenOff };
}

const twoThings = notTaken({ zh: '这个文件同时是两种文件，不予接收', en: 'This file is of two kinds at once and is not taken' }, saveAnew);
const brokenOff = notTaken({ zh: '文件不完整或者已损坏', en: 'The file is incomplete or damaged' }, saveAnew);

type Beginning = 'pdf' | 'png' | 'jpeg' | 'zip';

function beginsAs(bytes: Uint8Array): Beginning | null {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  return null;
}

/** What a file is that is none of ours, where a person would know it. */
function strange(bytes: Uint8Array): Sentence {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return notTaken(
      {
        zh: '这是旧格式的 Office 文件（.doc、.xls、.wps、.et），或者设了打开密码',
        en: 'This is an older Office file (.doc, .xls, .wps, .et), or one with a password',
      },
      {
        zh: '请去掉密码，另存为 .docx、.xlsx 或 PDF 后再添加。',
        en: 'Take the password off, save it as .docx, .xlsx or PDF and add that one.',
      },
    );
  if (startsWith(bytes, [0x4d, 0x5a]) || startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46]))
    return notTaken({ zh: '这是程序文件，不是文档', en: 'This is a program and no document' }, onlyThese);
  return notTaken({ zh: '这种文件不能作附件', en: 'A file of this kind cannot be attached' }, onlyThese);
}

function judgeZip(bytes: Uint8Array): { type: AttachmentType } | { why: Sentence } {
  const entries = zipDirectory(bytes);
  if (!entries) return { why: hasPdfHead(bytes) ? twoThings : brokenOff };
  if (hasPdfHead(bytes)) return { why: twoThings };
  const names = new Set(entries.map(({ name }) => name));
  const isOffice = names.has('[Content_Types].xml');
  const [isWord, isExcel] = ['word/', 'xl/'].map((folder) => isOffice && entries.some(({ name }) => name.startsWith(folder)));
  const type = isWord ? 'docx' : 'xlsx';
  if (isWord === isExcel)
    return {
      why: isWord
        ? twoThings
        : notTaken({ zh: '这是压缩包或者别的程序的文件', en: 'This is a zip, or a file of another program' }, onlyThese),
    };
  const why = officeFault(entries);
  return why ? { why } : { type };
}

function officeFault(entries: readonly ZipEntry[]): Sentence | null {
  if (entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/i.test(name)))
    return notTaken(
      { zh: '文件带有宏（.docm、.xlsm）', en: 'The file has macros (.docm, .xlsm)' },
      { zh: '请另存为不带宏的 .docx 或 .xlsx 后再添加。', en: 'Save it as .docx or .xlsx without macros and add that one.' },
    );
  if (!entries.some(({ name }) => /^(?:word\/[^/]+|xl\/workbook)\.xml$/.test(name)))
    return notTaken({ zh: '这不是 Word 文档或 Excel 工作簿', en: 'This is neither a Word document nor an Excel workbook' }, onlyThese);
  if (entries.some(({ name, isEncrypted }) => isEncrypted || /(?:^|\/)\.\.(?:\/|$)|^[/\\]|\\|^[a-z]:/i.test(name))) return brokenOff;
  const unpacked = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  return unpacked <= maxUnpackedBytes
    ? null
    : notTaken(
        { zh: `文件打开后有 ${megabytes(unpacked)} MB，太大`, en: `Opened, the file has ${megabytes(unpacked)} MB, which is too much` },
        { zh: '请删去无关的内容，另存一份后再添加。', en: 'Take out what does not matter, save it anew and add that one.' },
      );
}

/** Readers of PDF look for its head in the first 1,024 bytes. */
function hasPdfHead(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 1_024)).includes('%PDF-');
}

/** The end mark stands near the end; some programs put a few bytes behind it. */
function hasPdfEnd(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(-2_048)).includes('%%EOF');
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}
