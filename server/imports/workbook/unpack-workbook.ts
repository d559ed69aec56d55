import { crc32 } from 'node:zlib';
import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { Sentence } from '@/server/domain/sentence';
import { damagedFile, refusalByEntries, tooLargeInside } from './kind-of-file';

/** A quarter unpacks to 0.5 MB, and to twice that once an office program has saved it. */
export const maxUnpackedBytes = 12_000_000;
export const maxEntries = 300;

/**
 * A workbook's parts, packed anew, so that whoever reads them sees just what was counted here. An entry gets as much room as it says it needs,
 * and one that says too little is cut off: what a zip says of itself can make it unreadable, never large.
 */
export function unpackWorkbook(bytes: Uint8Array): { zip: Uint8Array } | { why: Sentence } {
  const sums = new Map<string, number | undefined>();
  const said = checksumsIn(bytes);
  let size = 0;
  let entriesSeen = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        sums.set(name, said[entriesSeen]);
        entriesSeen += 1;
        size += originalSize;
        if (size > maxUnpackedBytes || entriesSeen > maxEntries) throw new TooLarge();
        return true;
      },
    });
    if (Object.entries(entries).some(([name, content]) => crc32(content) !== sums.get(name))) return { why: damagedFile };
    const why = refusalByEntries(new Set(sums.keys()));
    if (why) return { why };
    if (Object.entries(entries).some(([name, content]) => /\.(?:xml|rels|vml)$/i.test(name) && !isPlainXml(content)))
      return { why: damagedFile };
    return { zip: zipSync(entries, { level: 0 }) };
  } catch (error) {
    return { why: error instanceof TooLarge ? tooLargeInside : damagedFile };
  }
}

/**
 * The checksums of the entries, in the order of the zip's directory, which fflate goes through as well and does not look at them: a bit that fell over
 * would be another figure.
 */
function checksumsIn(zip: Uint8Array): number[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return [];
  const sums: number[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= zip.length && view.getUint32(at, true) === 0x02014b50) {
    sums.push(view.getUint32(at + 16, true));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

class TooLarge extends Error {}

/**
 * No office program writes a document type; what has one wants entities expanded. The reader of workbooks takes XML that breaks off for a shorter
 * sheet, whose missing cells would be blank.
 */
function isPlainXml(content: Uint8Array): boolean {
  const xml = strFromU8(content);
  return !/<!(?:DOCTYPE|ENTITY)/i.test(xml) && XMLValidator.validate(xml) === true;
}
