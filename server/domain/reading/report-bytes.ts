import type { Sentence } from '../sentence';
import { problem } from './json-problem';
import type { Problem } from './problem';
import { hasHeading, type ParsedReport, parseReportJson } from './report-json';

/** A report file as it was read: its text (empty where it could not be read as one), and what a person should know of how. */
export interface ReadBytes {
  parsed: ParsedReport;
  text: string;
  /** The file does not say in what it is written; what it was taken for. */
  notice: Sentence | null;
}

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

const takenForChinese: Sentence = {
  zh: '文件不是 UTF-8 编码，已按国标编码（GB18030）读取。请核对机关名称和文字；另存为 UTF-8 后再用更稳妥。',
  en: 'The file is not written in UTF-8 and was read as GB18030. Check the name of the organ and the texts; better save it as UTF-8.',
};

/**
 * Reads the bytes of a report file, in the browser and on the command line alike. A byte order mark says in what it is written; without one it is UTF-8
 * where all of it is, else GB18030, in which GBK and GB2312 are, with a notice. What is not wholly read as one of them, or shows no heading of the
 * statutory report then, is refused: half-read words would be adopted and printed. Never throws.
 */
export function readReportBytes(bytes: Uint8Array): ReadBytes {
  const mark = marks.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  if (mark) {
    const marked = decode(bytes.subarray(mark.bytes.length), mark.encoding);
    return marked === null ? refused(notWhollyRead(mark.encoding)) : read(marked, null);
  }
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return read(utf8, null);
  const chinese = decode(bytes, 'gb18030');
  if (chinese === null || !hasHeading(chinese)) return refused(notWhollyRead(null));
  return read(chinese, takenForChinese);
}

function read(text: string, notice: Sentence | null): ReadBytes {
  return { parsed: parseReportJson(text), text, notice };
}

function refused(why: Problem): ReadBytes {
  return { parsed: { ok: false, problems: [why] }, text: '', notice: null };
}

/** Null where the bytes are not wholly that encoding. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function notWhollyRead(encoding: string | null): Problem {
  return problem(
    '文件',
    encoding
      ? [
          `开头写明是 ${encoding.toUpperCase()} 编码，其中却有读不成字的内容`,
          `it begins as ${encoding.toUpperCase()}, and parts of it are not`,
        ]
      : ['编码无法识别，读不出年报的标题', 'its encoding is not known, and no heading of a report can be read in it'],
    ['请用原来的软件打开，另存为 UTF-8 后再试', 'Open it where it was written, save it as UTF-8 and try again'],
  );
}
