/** An entry as the directory of a zip says it; what lies in it is never unpacked. */
export interface ZipEntry {
  name: string;
  isEncrypted: boolean;
  /** What it says it unpacks to. */
  unpackedBytes: number;
}

const [endMark, entryMark, headMark] = [0x06054b50, 0x02014b50, 0x04034b50];
const endLength = 22;
const longestComment = 65_535;
export const maxEntries = 5_000;

/** Where a zip's end record stands; null: none does. A comment that does not reach to the file's end is no zip's. */
export function endOfZip(bytes: Uint8Array): number | null {
  const view = viewOf(bytes);
  const first = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= first; at -= 1)
    if (view.getUint32(at, true) === endMark && at + endLength + view.getUint16(at + 20, true) === bytes.length) return at;
  return null;
}

/**
 * The entries of a zip that is a zip from its first byte to its last; null: it is none, something else stands before or between, it is of the
 * kind for huge files, or its directory does not hold together.
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const end = endOfZip(bytes);
  if (end === null || bytes.length < endLength + 30) return null;
  const view = viewOf(bytes);
  const [count, size, start] = [view.getUint16(end + 10, true), view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (view.getUint32(0, true) !== headMark || start + size !== end || count > maxEntries) return null;
  const entries: ZipEntry[] = [];
  let at = start;
  while (at < end) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return null;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > end) return null;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      unpackedBytes: view.getUint32(at + 24, true),
    });
    at = next;
  }
  return entries.length === count ? entries : null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
