import { createHash } from 'node:crypto';
import { Zip, ZipDeflate, type ZipInputFile } from 'fflate';
import { noTime } from './word/repeatable-zip';

/** One file of a zip that is written while it is being sent. */
export interface ListedFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** A file as it lies in a zip: what costs time is done, wherever that was. Plain data. */
export interface Pressed {
  chunks: Uint8Array<ArrayBuffer>[];
  crc: number;
  bytes: number;
  sha256: string;
}

const method = { level: 6 } as const;

export function pressed(bytes: Uint8Array): Pressed {
  const chunks: Pressed['chunks'] = [];
  const entry = new ZipDeflate('', method);
  entry.ondata = (error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  };
  entry.push(bytes, true);
  return { chunks, crc: entry.crc, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * A zip that grows file by file, so that a large one never stands in memory as a whole. `add` answers what can be sent already, and what
 * the manifest says of the file; `end` the rest.
 */
export function folderZip(): {
  add: (name: string, file: Pressed) => { chunks: Uint8Array[]; listed: ListedFile };
  end: () => Uint8Array[];
} {
  let waiting: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    waiting.push(chunk);
  });
  const taken = (): Uint8Array[] => {
    const chunks = waiting;
    waiting = [];
    return chunks;
  };
  return {
    add(name, { chunks, crc, bytes, sha256 }) {
      const { compression, flag } = new ZipDeflate(name, method);
      const entry: ZipInputFile = { filename: name, mtime: noTime, compression, flag, crc, size: bytes };
      zip.add(entry);
      // Of a file under way the zip takes what it is handed; that it is pressed already is nothing to it.
      for (const [index, chunk] of chunks.entries()) entry.ondata?.(null, chunk, index === chunks.length - 1);
      return { chunks: taken(), listed: { name, bytes, sha256 } };
    },
    end() {
      zip.end();
      return taken();
    },
  };
}
