import { crc32, deflateSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** The smallest PDF with words of its own, so that two have two hashes; `bytes` makes it as large as that. */
export function aPdf(words = '会议纪要', bytes = 0): Uint8Array {
  const head = `%PDF-1.4\n% ${words}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n`;
  const tail = 'trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n';
  const room = Math.max(0, bytes - Buffer.byteLength(head) - Buffer.byteLength(tail) - 2);
  return new Uint8Array(Buffer.from(`${head}${room > 0 ? `%${'x'.repeat(room)}\n` : ''}${tail}`));
}

/** A PNG of one dot. */
export function aPng(): Uint8Array {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [sign, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from([0, 0]))), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
}

/** The segments of a JPEG up to its data. */
export function aJpeg(): Uint8Array {
  const segment = (marker: number, data: number[]) => [0xff, marker, 0, data.length + 2, ...data];
  return new Uint8Array([
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x2a, 0xff, 0xd9],
  ]);
}

/** A file of Word by its parts; `more` adds some, or takes the place of one. */
export function aDocx(more: Readonly<Record<string, string>> = {}): Uint8Array {
  return packed({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>', 'word/document.xml': '<w:document/>', ...more });
}

export function anXlsx(more: Readonly<Record<string, string>> = {}): Uint8Array {
  return packed({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>', 'xl/workbook.xml': '<workbook/>', ...more });
}

export function packed(parts: Readonly<Record<string, string>>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, text] of Object.entries(parts)) entries[name] = [strToU8(text), { mtime: '2026-01-01' }];
  return zipSync(entries);
}
