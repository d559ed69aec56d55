import { createHash } from 'node:crypto';
import { Zip, ZipDeflate } from 'fflate';
import { noTime } from './word/repeatable-zip';

/** One file of a zip that is written while it is being sent. */
export interface ListedFile {
  name: string;
  bytes: number;
  sha256: string;
}

/**
 * A zip that grows file by file, so that a large one never stands in memory as a whole. `add` answers what can be sent already, and what
 * the manifest says of the file; `end` the rest.
 */
export function folderZip(): {
  add: (name: string, bytes: Uint8Array) => { chunks: Uint8Array[]; listed: ListedFile };
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
    add(name, bytes) {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = noTime;
      zip.add(entry);
      entry.push(bytes, true);
      return { chunks: taken(), listed: { name, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') } };
    },
    end() {
      zip.end();
      return taken();
    },
  };
}
