import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

export interface ListedFile {
  /** Beside the manifest, with `/` on every machine. */
  name: string;
  bytes: number;
  sha256: string;
}

/** Every file below a folder, by name. @throws Error for what is neither file nor folder: a link would be followed out of the backup */
export function filesBelow(folder: string, of = folder): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const stat = lstatSync(path);
      if (stat.isDirectory()) return filesBelow(path, of);
      if (!stat.isFile()) throw new Error(`${relative(of, path)} is no file`);
      return [relative(of, path).replaceAll('\\', '/')];
    });
}

/** Read to the end, not all at once: a database may be larger than the memory. */
export async function listedFile(folder: string, name: string): Promise<ListedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(join(folder, name))) {
    hash.update(chunk as Uint8Array);
    bytes += (chunk as Uint8Array).byteLength;
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

/** Waits until the disk has a file, or the names in a folder. */
export function flushToDisk(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Renames so that the new name outlives a loss of power. */
export function renameForGood(from: string, to: string): void {
  renameSync(from, to);
  flushToDisk(dirname(to));
  if (dirname(from) !== dirname(to)) flushToDisk(dirname(from));
}

/** Takes a file away so that it stays away after a loss of power. */
export function removeForGood(file: string): void {
  rmSync(file);
  flushToDisk(dirname(file));
}

/** Writes a small file whole or not at all. */
export function writeWhole(file: string, text: string): void {
  renameForGood(writeBeside(file, text), file);
}

/** The same, unless somebody has written it before: then what stands there stays. */
export function writeWholeOnce(file: string, text: string): void {
  const making = writeBeside(file, text);
  try {
    linkSync(making, file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    // A file system without second names (FAT, some network drives) cannot keep two who come at the same moment apart.
    if (noSecondNames.has(code) && !existsSync(file)) renameSync(making, file);
    else if (code !== 'EEXIST' && !noSecondNames.has(code)) throw error;
  } finally {
    rmSync(making, { force: true });
  }
  flushToDisk(dirname(file));
}

const noSecondNames: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

function writeBeside(file: string, text: string): string {
  const making = `${file}.${process.pid}.making`;
  writeFileSync(making, text, { mode: 0o600 });
  flushToDisk(making);
  return making;
}
